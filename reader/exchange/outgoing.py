"""The one shape that every format is made from: articles, and what stands on them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from reader.model import Annotation, Article, PlainAnnotation, Span, Tag, Version
from reader.text.counted import counted
from reader.text.hiding import shown
from reader.text.units import Counting, Unit


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
        return counted(self.count, self.what)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text, and what the reader shows of it."""

    text: str
    hidden: Sequence[Span]
    """The hidden lines, in order."""

    def words(self, span: Span) -> str:
        """The span's text without the hidden lines inside it.

        A span with nothing but hidden lines in it has all of its words, for it needs
        some.
        """
        return shown(self.text, self.hidden, span) or span.of(self.text)

    def counting(self, unit: Unit) -> Counting:
        """Its offsets in another unit."""
        return Counting(self.text, unit)


class Known(NamedTuple):
    """What stands beside an article."""

    memo: str
    attributes: Mapping[str, str]
    is_whole_page: bool
    """Whether it came from a web page in which no article was found, so that all lines
    were kept; of those that came before this was written down it is not known."""


@dataclass(frozen=True, slots=True)
class Page:
    """A version of an article, and what the reader shows of it."""

    article: Article
    version: Version
    shown: Shown

    def counting(self, unit: Unit) -> Counting:
        """Its offsets in another unit."""
        return self.shown.counting(unit)


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

    def spread(self) -> Mapping[int, int]:
        """On how many articles each tag stands, by the tag's id."""

    def articles(self) -> Iterator[Article]:
        """Every article that the export is about, with annotations or without."""

    def known(self, article_id: int) -> Known:
        """What stands beside an article."""

    def leaves(self, *, bare: bool = False) -> Iterator[Leaf]:
        """Page by page; those without annotations only when `bare` are wanted too."""

    def rows(self) -> Iterator[PlainAnnotation]:
        """The same annotations as plain values, in the same order."""

    def coders(self) -> dict[int, str]:
        """The names of the coders that the plain values number."""

    def shown(self, version_id: int) -> Shown:
        """The text that a plain row stands on."""

    def heading(self, version_id: int) -> tuple[int, str, str, str, str]:
        """A version's article (id, title, source, date), and its text's SHA-256."""
