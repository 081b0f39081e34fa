"""`reader clean`: the cleaner by itself, without a library."""

from typing import TYPE_CHECKING, Any

import click

from reader.cli.names import there
from reader.cli.replaced import replaced
from reader.cli.streams import not_both, put, put_json, put_table, stdin, talk

if TYPE_CHECKING:
    from reader.cleaning import Cleaned
    from reader.model import Document

_STRENGTHS = ("careful", "normal", "strict")


@click.command()
@click.argument("file", default="-", type=click.Path())
@click.option(
    "--explain",
    is_flag=True,
    help="Print the hidden lines instead: number, kind, rule, line.",
)
@click.option("--json", "as_json", is_flag=True, help="Both, as a JSON object.")
@click.option(
    "--strength",
    type=click.Choice(_STRENGTHS),
    default="normal",
    show_default=True,
    help="How much is hidden: less of the page, or more.",
)
def clean(file: str, explain: bool, as_json: bool, strength: str) -> None:
    """Print a text without the lines that are not the article.

    FILE is a text file, or - for standard input, which is also read when there is
    none. No library is needed, and none is touched.
    """
    from reader.cleaning import Strength
    from reader.cleaning import clean as judged
    from reader.sources.documents import document
    from reader.sources.refusal import Refusal

    not_both(explain=explain, json=as_json)
    given = stdin()
    if file == "-" and given and given.isatty():
        talk("reading what you type; end with Ctrl-D on a line of its own")
    found = document(there(file), given)
    if isinstance(found, Refusal):
        talk(f"reader: {found}")
        raise click.exceptions.Exit(1)
    if found.replaced:
        talk(replaced(found.source, found.replaced))
    cleaned = judged(found.text, strength=Strength(strength))
    if as_json:
        put_json(_fields(found, cleaned))
    elif explain:
        put_table(
            [
                (line["number"], line["kind"], line["rule"], line["text"])
                for line in _hidden(found, cleaned)
            ]
        )
    else:
        put(cleaned.text(found.text))


def _fields(document: "Document", cleaned: "Cleaned") -> dict[str, object]:
    return {
        "source": document.source,
        "title": document.title,
        "encoding": document.encoding,
        "newline": document.newline,
        "text": cleaned.text(document.text),
        "lines": len(cleaned.lines),
        "hidden": _hidden(document, cleaned),
    }


def _hidden(document: "Document", cleaned: "Cleaned") -> list[dict[str, Any]]:
    """The hidden lines; the first line of a text has the number 1."""
    return [
        {
            "number": number,
            "start": line.span.start,
            "end": line.span.end,
            "kind": line.kind,
            "rule": line.rule,
            "confidence": line.confidence,
            "text": line.span.of(document.text),
        }
        for number, line in enumerate(cleaned.lines, start=1)
        if line.hidden
    ]
