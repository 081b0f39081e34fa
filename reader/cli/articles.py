"""`reader list`, `reader show`: the articles without a screen."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, article_named
from reader.cli.streams import put, put_json, put_table, talk

if TYPE_CHECKING:
    from reader.model import Article

_ORDERS = ("added", "title", "date", "status")


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.option(
    "--order",
    type=click.Choice(_ORDERS),
    default=_ORDERS[0],
    show_default=True,
    help="What to sort by.",
)
@click.pass_obj
def list_(asked: Asked, as_json: bool, order: str) -> None:
    """List the articles: id, status, words, hidden lines, annotations, title."""
    from reader.store import Order

    with asked.opened_or_empty() as store:
        articles = store.articles.all(Order(order))
    if as_json:
        put_json([_fields(article) for article in articles])
        return
    put_table(
        [
            (
                article.id,
                article.status.value,
                article.words,
                article.hidden_lines,
                article.annotations,
                article.title,
            )
            for article in articles
        ],
        ("id", "status", "words", "hidden", "tags", "title"),
    )
    if not articles:
        talk("the library is empty; `reader import PATH…` brings articles in")


@click.command()
@click.argument("article", type=ArticleName())
@click.option("--raw", is_flag=True, help="The text as it came, hidden lines and all.")
@click.pass_obj
def show(asked: Asked, article: str, raw: bool) -> None:
    """Print an article without its hidden lines.

    ARTICLE is an id, or a piece of a title or source that only one article has.
    """
    from reader.cleaning import Cleaned

    with asked.opened() as store:
        version = store.articles.version(article_named(store, article).version_id)
        lines = store.verdicts.of(version)
    if raw:
        put(version.text, exact=True)
    else:
        put(Cleaned(lines).text(version.text))


def _fields(article: "Article") -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "site": article.site,
        "author": article.author,
        "published": article.published,
        "status": article.status.value,
        "words": article.words,
        "lines": article.lines,
        "hidden_lines": article.hidden_lines,
        "annotations": article.annotations,
        "tags": list(article.tags),
        "added_at": article.added_at.isoformat(),
    }
