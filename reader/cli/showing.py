"""`reader show`: one article without a screen, in any of its versions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.articles import fields
from reader.cli.asked import Asked
from reader.cli.names import ArticleName, VersionNumber, article_named, came, few
from reader.cli.streams import not_both, put, put_json, refuse, talk
from reader.text.counted import counted

if TYPE_CHECKING:
    from reader.model import Article
    from reader.store.versions import Numbered


@click.command()
@click.argument("article", type=ArticleName())
@click.option("--raw", is_flag=True, help="The text as it came, hidden lines and all.")
@click.option(
    "--version",
    "number",
    type=VersionNumber(),
    metavar="NUMBER",
    help="The text that it had before its file changed; 1 is the oldest.",
)
@click.option("--json", "as_json", is_flag=True, help="What is known of it, as JSON.")
@click.pass_obj
def show(
    asked: Asked, article: str, raw: bool, number: int | None, as_json: bool
) -> None:
    """Print an article without its hidden lines.

    ARTICLE is an id, or a piece of a title or source that only one article has. Of one
    that has several versions it is said when each came.
    """
    from reader.cleaning import Cleaned

    not_both(raw=raw, json=as_json)
    if as_json and number is not None:
        refuse("--json tells of all versions; leave --version out")
    with asked.opened() as store:
        found = store.recount(article_named(store, article).id)
        assert found, "it was found just now"
        versions = store.versions.of(found.id)
        if as_json:
            put_json({**fields(found, store), "versions": _told(versions)})
            return
        chosen = _chosen(found, versions, number)
        text = store.articles.version(chosen.id)
        lines = store.verdicts.of(text)
    if len(versions) > 1:
        talk(f"version {chosen.number} of {len(versions)}; --version shows another")
        for each in _when(versions):
            talk(f"  {each}")
    if lines.is_all_hidden:
        talk("nothing is left of it when it is cleaned; this is the original")
    if raw or lines.is_all_hidden:
        put(text.text, exact=True)
    else:
        put(Cleaned(lines).text(text.text))


def _chosen(
    article: "Article", versions: Sequence["Numbered"], number: int | None
) -> "Numbered":
    """The version of a number, or the current one; ends the command if it is none."""
    wanted = [
        each
        for each in versions
        if (each.is_current if number is None else each.number == number)
    ]
    if not wanted:
        many = counted(len(versions), "version")
        said = f"article {article.id} has {many}, and no number {number}"
        refuse(said, _when(versions))
    return wanted[0]


def _when(versions: Sequence["Numbered"]) -> list[str]:
    """When each came, a line each, of many the first."""
    return few([f"{each.number}  {came(each)}" for each in versions])


def _told(versions: Sequence["Numbered"]) -> list[dict[str, object]]:
    return [
        {
            "number": each.number,
            "added_at": each.added_at.isoformat(),
            "current": each.is_current,
        }
        for each in versions
    ]
