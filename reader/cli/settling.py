"""`reader settle`: passages that a changed article left in doubt."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import annotation_named
from reader.cli.picking import passage_named
from reader.cli.streams import printable, put_json, put_table, refuse, talk
from reader.text.excerpt import excerpt, quoted

if TYPE_CHECKING:
    from reader.model import Annotation
    from reader.store import Store


@click.command()
@click.argument("annotation", metavar="[ID]", required=False)
@click.option("--accept", is_flag=True, help="Its passage is the one of the list.")
@click.option("--lost", is_flag=True, help="Its passage is not in the new text.")
@click.option("--quote", metavar="TEXT", help="Its passage has these words now.")
@click.option(
    "--span",
    metavar="START END",
    nargs=2,
    type=int,
    help="Its passage runs from this character, from 0, up to that one.",
)
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
@click.pass_obj
def settle(
    asked: Asked,
    annotation: str | None,
    accept: bool,
    lost: bool,
    quote: str | None,
    span: tuple[int, int] | None,
    as_json: bool,
) -> None:
    """List passages that are left in doubt, or settle one.

    They are those of an article that changed, where the place is not certain. ID is
    that of the annotation, or the beginning of it. What was lost stays an annotation of
    the text that it was made in, until --quote or --span gives it a place in the new.
    """
    is_placed = quote is not None or span is not None
    ways = sum((accept, lost, quote is not None, span is not None))
    if ways > 1:
        refuse("a passage is accepted, lost, or given one place")
    if bool(ways) != (annotation is not None):
        refuse("say which annotation, and --accept, --lost, --quote or --span")
    with asked.opened() as store:
        if annotation is None:
            _list(store, as_json=as_json)
            return
        found = annotation_named(store, printable(annotation))
        if found not in store.settling.all():
            refuse("that annotation is not in doubt")
        if is_placed:
            _place(store, found, quote, span)
        else:
            _settle(store, found, lost=lost)


def _settle(store: "Store", found: "Annotation", *, lost: bool) -> None:
    if not lost and found.anchor == "orphan":
        refuse("no place was found that could be accepted; --quote gives it one")
    store.settling.settle(found.id, None if lost else found.span)
    talk(f"{'lost' if lost else 'accepted'}: {quoted(found.quote)}")


def _place(
    store: "Store",
    found: "Annotation",
    quote: str | None,
    span: tuple[int, int] | None,
) -> None:
    article = store.articles.one(found.article_id)
    assert article, "what is to be settled is in the library"
    version, picked = passage_named(store, article, quote, span)
    store.settling.settle(found.id, picked, version)
    talk(f"placed on {quoted(picked.of(version.text))}: {quoted(found.quote)}")


def _list(store: "Store", *, as_json: bool) -> None:
    found = store.settling.all()
    if as_json:
        put_json(
            [
                {
                    "id": each.id,
                    "article": each.article_id,
                    "status": each.anchor.value,
                    "tag": each.tag.path if each.tag else "",
                    "quote": each.quote,
                    "start": each.span.start,
                    "end": each.span.end,
                }
                for each in found
            ]
        )
        return
    if not found:
        talk("no passage is in doubt")
    put_table(
        [
            (
                each.id,
                str(each.article_id),
                each.anchor.value,
                each.tag.path if each.tag else "",
                excerpt(each.quote, 60),
            )
            for each in found
        ],
        ("id", "article", "status", "tag", "quote"),
    )
