"""`reader find`: the passages of tags, from the shell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.streams import printable, put_json, put_table, talk

if TYPE_CHECKING:
    from reader.model import Annotation

_QUOTE = 80
"""Characters of a passage in the table."""


@click.command()
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of passages.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=100,
    show_default=True,
    help="So many passages, and those that stand in the last article with them.",
)
@click.pass_obj
def find(asked: Asked, query: Sequence[str], as_json: bool, limit: int) -> None:
    """Find the passages of tags, across all articles.

    QUERY is a tag, or several with AND, OR, NOT and brackets; in:passage,
    in:sentence, in:paragraph (the usual) or in:article says how near they must stand.
    A tag means those under it too. Without a QUERY all passages are listed.
    """
    from reader.queries.tagged import parse
    from reader.store.retrieval import CAP
    from reader.text.counted import counted
    from reader.text.excerpt import excerpt

    wanted = parse(" ".join(printable(part) for part in query))
    with asked.opened_or_empty() as store:
        page = store.retrieval.page(wanted, limit=limit)
        total = store.retrieval.count(wanted)
        unknown = store.retrieval.unknown(wanted)
    for note in (*wanted.notes, *unknown):
        talk(note)
    if as_json:
        put_json([_fields(passage) for passage in page.passages])
        return
    put_table(
        [
            (
                passage.article_id,
                passage.span.start,
                passage.tag.path if passage.tag else "",
                excerpt(passage.quote, _QUOTE),
            )
            for passage in page.passages
        ],
        ("article", "start", "tag", "passage"),
    )
    said = f"{counted(min(total, CAP), 'passage')}{'+' if total > CAP else ''}"
    if not wanted.is_plain:
        said += f" in the same {wanted.unit}"
    if page.next is not None:
        said += f", {len(page.passages):,} listed (--limit)"
    talk(said)


def _fields(passage: "Annotation") -> dict[str, object]:
    return {
        "id": passage.id,
        "article": passage.article_id,
        "tag": passage.tag.path if passage.tag else None,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
        "before": passage.prefix,
        "after": passage.suffix,
        "memo": passage.memo,
        "coder": passage.coder,
        "paragraph": passage.paragraph,
        "sentence": passage.sentence,
    }
