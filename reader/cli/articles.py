"""`reader list`, `reader set`: the articles without a screen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, TagName, article_named, filter_named
from reader.cli.streams import (
    printable,
    put_json_array,
    put_table,
    refuse,
    talk,
)

if TYPE_CHECKING:
    from reader.model import Article
    from reader.store import Filter, Store

_ORDERS = (
    "added", "title", "date", "status", "site", "language", "words", "hidden", "tags",
    "copies",
)  # fmt: skip
_STATUSES = ("unread", "reading", "done")
_HEADS = ("id", "status", "words", "hidden", "tags", "title")
_BESIDE: dict[str, Callable[["Article"], object]] = {
    "date": lambda article: article.published[:10],
    "site": lambda article: article.site,
    "language": lambda article: article.language,
    "copies": lambda article: article.copies,
}
"""What is shown only where it is sorted by, before the title."""


@click.command("list")
@click.option("--words", help="Only titles, sites or files with words that begin so.")
@click.option(
    "--status",
    metavar=f"[{'|'.join(_STATUSES)}]",
    help="Only what was read so far.",
    shell_complete=lambda _, __, begun: [s for s in _STATUSES if s.startswith(begun)],
)
@click.option("--tag", type=TagName(), help="Only with this tag, or one under it.")
@click.option("--untagged", is_flag=True, help="Only without a tag.")
@click.option("--site", metavar="NAME", help="Only from this site.")
@click.option(
    "--since",
    metavar="DATE",
    help="Only of this date, or later: 2021, 2021-03, 2021-03-05.",
)
@click.option("--until", metavar="DATE", help="Only of this date, or earlier.")
@click.option(
    "--annotated-by",
    "coder",
    metavar="CODER",
    help="Only what this coder has annotated.",
)
@click.option(
    "--hidden",
    metavar="PERCENT",
    help="Only with so many per cent of the lines hidden, or more.",
)
@click.option("--language", metavar="CODE", help="Only in this language: en, de, fr …")
@click.option("--attribute", metavar="NAME=VALUE", help="Only with this attribute.")
@click.option(
    "--copies",
    metavar="NUMBER",
    help="Only what has so many near copies or more, itself among them.",
)
@click.option("--saved", metavar="NAME", help="As the filter saved under this name.")
@click.option(
    "--order",
    type=click.Choice(_ORDERS),
    default=_ORDERS[0],
    show_default=True,
    help="What to sort by.",
)
@click.option("--reverse", is_flag=True, help="Sort the other way round.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def list_(
    asked: Asked,
    /,
    as_json: bool,
    order: str,
    reverse: bool,
    saved: str | None,
    untagged: bool,
    **said: str | None,
) -> None:
    """List the articles.

    Each with its id, status, words, hidden lines, annotations and title, and with what
    they are sorted by. With several conditions, only what fulfils all of them. Date,
    status, words, hidden and tags are sorted with the greatest first.
    """
    from reader.store import Sort
    from reader.store.filtering import UNTAGGED

    if untagged:
        said["tag"] = UNTAGGED
    with asked.opened_or_empty() as store:
        wanted = _filter(store, saved, said)
        of_copies = bool(wanted.copies) or order == "copies"
        if wanted.hidden or wanted.language or of_copies:
            _tell_waiting("cleaned", store.listing.waiting())
        if of_copies:
            _tell_waiting("compared", store.copies.index.waiting())
        ids = store.listing.ids(wanted, Sort.read(f"{'-' * reverse}{order}"))
        articles = store.articles.each(ids)
        if as_json:
            put_json_array(fields(article, store) for article in articles)
            return
        beside = _BESIDE.get(order)
        heads = (*_HEADS[:-1], order, _HEADS[-1]) if beside else _HEADS
        count = put_table((_row(article, beside) for article in articles), heads)
        unknown = [] if count else store.listing.unknown(wanted)
    if not count and wanted:
        talk(f"no article is like that: {', '.join(wanted.chips)}")
        for each in unknown:
            talk(each)
    elif not count:
        talk("the library is empty; `reader import PATH…` brings articles in")


def _tell_waiting(what: str, left: int) -> None:
    if left:
        talk(f"articles still to be {what}, which may be missing here: {left:,}")


def _filter(
    store: "Store", saved: str | None, said: Mapping[str, str | None]
) -> "Filter":
    """The saved filter with what was said besides.

    Raises:
        AskedWronglyError: When a value cannot be what its field wants.
    """
    from reader.store import Filter

    before = filter_named(store, saved).said if saved else {}
    return Filter.read({**before, **{n: v for n, v in said.items() if v}})


def _row(
    article: "Article", beside: Callable[["Article"], object] | None
) -> tuple[object, ...]:
    return (
        article.id,
        article.status.value,
        article.words,
        "…" if article.hidden_lines is None else article.hidden_lines,
        article.annotations,
        *([beside(article)] if beside else []),
        article.title,
    )


@click.command("set")
@click.argument("article", type=ArticleName())
@click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE...")
@click.pass_obj
def set_(asked: Asked, article: str, values: tuple[str, ...]) -> None:
    """Correct or add what is known of an article, as one step.

    NAME is title, site, author, date, memo, status (unread, reading, done), or any
    name of your own. A NAME without a value after the = is taken away.
    """
    wanted = {}
    for each in map(printable, values):
        name, equals, value = each.partition("=")
        if not equals:
            refuse(f"{each} is no NAME=VALUE")
        wanted[name.strip()] = value
    with asked.opened() as store:
        found = article_named(store, article)
        store.attributes.put(found.id, wanted)
    talk(f"set {', '.join(wanted)} of article {found.id}; `reader undo` takes it back")


def fields(article: "Article", store: "Store") -> dict[str, object]:
    """What is known of an article, as JSON has it."""
    about = store.attributes.about(article.id)
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "also_from": store.articles.also_from(article.id),
        "site": article.site,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "status": article.status.value,
        "words": article.words,
        "lines": article.lines,
        "hidden_lines": article.hidden_lines,
        "annotations": article.annotations,
        "tags": list(article.tags),
        "copies": article.copies,
        "added_at": article.added_at.isoformat(),
        "whole_page": about.is_whole_page,
        "memo": about.facts["memo"],
        "attributes": dict(about.attributes),
    }
