"""A passage of an article, named by its own words or by its ends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.names import few
from reader.cli.streams import printable, refuse

if TYPE_CHECKING:
    from reader.model import Article, Span, Version
    from reader.store import Store

_AROUND = 30
"""Code points shown on each side of a place."""


def passage_named(
    store: "Store", article: "Article", quote: str | None, span: tuple[int, int] | None
) -> tuple["Version", "Span"]:
    """The one passage that is meant; ends the command when there is none, or several.

    Args:
        store: The library.
        article: Where it stands.
        quote: Its words; they count where there is no span.
        span: Its first code point, from 0, and the one after its last.

    Returns:
        The text that is read now, and the passage in it.
    """
    version = store.articles.version(article.version_id)
    if span is not None:
        return version, _span(version, span)
    hidden = store.verdicts.hidden(version)
    return version, _quoted(version, hidden, printable(quote or ""))


def _span(version: "Version", ends: tuple[int, int]) -> "Span":
    from reader.model import Span

    start, end = ends
    size = len(version.text)
    if not 0 <= start < end <= size:
        refuse(f"no passage runs from {start} to {end}; the text has 0 to {size}")
    if not version.text[start:end].strip():
        refuse(f"from {start} to {end} there are only blanks")
    return Span(start, end)


def _quoted(version: "Version", hidden: Sequence["Span"], quote: str) -> "Span":
    from reader.text.quotes import places

    if not quote.strip():
        refuse("the quote is empty")
    found = places(version.text, quote)
    if not found:
        refuse("this article does not have these words; `reader show` prints it")
    if len(found) > 1:
        lines = few([_place(version, hidden, span) for span in found])
        refuse(f"the quote stands in {len(found)} places; say which", lines)
    return found[0]


def _place(version: "Version", hidden: Sequence["Span"], span: "Span") -> str:
    text = version.text
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    context = " ".join(f"…{before}[{span.of(text)}]{after}…".split())
    note = " (hidden)" if any(line.overlaps(span) for line in hidden) else ""
    return f"--span {span.start} {span.end}{note}  {context}"
