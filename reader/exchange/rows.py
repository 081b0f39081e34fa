"""The one shape that every format is made from."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Annotation, Article, Span, Version

if TYPE_CHECKING:
    from reader.text.passages import Passages


@dataclass(frozen=True, slots=True)
class Row:
    """One annotation with all that is known about where it stands."""

    article: Article
    text_sha256: str
    """Of the text that its offsets count in."""
    annotation: Annotation
    quote: str
    """What the reader shows of its span: hidden lines inside it are left out. A span
    with nothing but hidden lines in it has all of its words, for it needs some."""


@dataclass(frozen=True, slots=True)
class Page:
    """What annotations stand on: a version of an article, and what it hides."""

    article: Article
    version: Version
    hidden: Sequence[Span]
    """The hidden lines, in order."""


def rows(
    annotations: Iterable[Annotation], page: Callable[[Annotation], Page]
) -> Iterator[Row]:
    """A row for each annotation, in their order, one at a time.

    Args:
        annotations: Those of one version stand together.
        page: Called once for each run of annotations of one version.
    """
    version_id = None
    for annotation in annotations:
        if annotation.version_id != version_id:
            version_id = annotation.version_id
            stands_on = page(annotation)
            quotes = _Quotes(stands_on)
        quote = quotes.shown(annotation.span)
        yield Row(stands_on.article, stands_on.version.sha256, annotation, quote)


class _Quotes:
    """What the reader shows of the spans of one text."""

    def __init__(self, page: Page) -> None:
        self._text = page.version.text
        self._hidden = page.hidden
        self._ends = [span.end for span in page.hidden]
        self._passages: Passages | None = None

    def shown(self, span: Span) -> str:
        """The span's text without the hidden lines inside it.

        Most spans touch none, and then there is no need to cut the text up.
        """
        place = bisect_left(self._ends, span.start)
        if place == len(self._hidden) or self._hidden[place].start >= span.end:
            return span.of(self._text)
        if self._passages is None:
            # What cuts a text up takes longer to load than a small export takes.
            from reader.text.passages import Passages

            self._passages = Passages(self._text, self._hidden)
        return self._passages.shown(span) or span.of(self._text)
