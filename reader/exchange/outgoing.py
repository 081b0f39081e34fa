"""The one shape that every format is made from: articles, and what stands on them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from reader.model import Annotation, Article, PlainAnnotation, Span, Tag, Version
from reader.text.units import Counting, Unit

if TYPE_CHECKING:
    from reader.text.passages import Passages


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen about a file, whatever its format; most heed a part."""

    raw: bool = False
    """Whether cells that a spreadsheet would run stay as they are."""
    excel: bool = False
    """Whether to begin with the byte-order mark by which Excel knows UTF-8."""
    unit: Unit = Unit.CODEPOINT
    """What the offsets count."""
    shown: Callable[[str], str] | None = None
    """What each text goes through at last; for a terminal, `safe`."""


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a file."""

    count: int
    """Annotations, or the rows of what is no list of annotations."""
    notes: tuple[str, ...] = ()
    """What the format could not carry of them, in words."""
    what: str = "annotation"
    """One of what was counted."""

    def __str__(self) -> str:
        return f"{self.count:,} {self.what}{'' if self.count == 1 else 's'}"


class Page:
    """A version of an article, and what the reader shows of it."""

    def __init__(
        self, article: Article, version: Version, hidden: Sequence[Span]
    ) -> None:
        self.article = article
        self.version = version
        self.hidden = hidden
        """The hidden lines, in order."""
        self._ends = [span.end for span in hidden]

    def shown(self, span: Span) -> str:
        """The span's text without the hidden lines inside it.

        A span with nothing but hidden lines in it has all of its words, for it needs
        some. Most spans touch none, and then there is no need to cut the text up.
        """
        place = bisect_left(self._ends, span.start)
        if place == len(self.hidden) or self.hidden[place].start >= span.end:
            return span.of(self.version.text)
        return self._passages.shown(span) or span.of(self.version.text)

    def counting(self, unit: Unit) -> Counting:
        """Its offsets in another unit."""
        return Counting(self.version.text, unit)

    @cached_property
    def _passages(self) -> "Passages":
        # What cuts a text up takes longer to load than a small export takes.
        from reader.text.passages import Passages

        return Passages(self.version.text, self.hidden)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with the annotations on it, in the order of the text."""

    page: Page
    annotations: Sequence[Annotation] = field(default=())


class Outgoing(Protocol):
    """What an export has to give, each part fetched when it is asked for."""

    name: str
    """What the whole is called: the library's name."""

    def tags(self) -> Sequence[Tag]:
        """The codebook, by path."""

    def articles(self) -> Iterator[Article]:
        """Every article that the export is about, with annotations or without."""

    def leaves(self, *, bare: bool = False) -> Iterator[Leaf]:
        """Page by page; those without annotations only when `bare` are wanted too."""

    def rows(self) -> Iterator[PlainAnnotation]:
        """The same annotations as plain values, in the same order."""

    def coders(self) -> dict[int, str]:
        """The names of the coders that the plain values number."""

    def page(self, version_id: int) -> Page:
        """The page of a plain row."""

    def heading(self, version_id: int) -> tuple[int, str, str, str, str]:
        """A version's article (id, title, source, date), and its text's SHA-256."""
