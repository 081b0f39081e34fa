"""The nouns that every room speaks of, as frozen records."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a version's text: `text[start:end]`, counted in code points.

    Raises:
        ValueError: When it starts before the text or ends before it starts.
    """

    start: int
    """The first code point, from 0."""
    end: int
    """One past the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """The words that it holds in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Status(StrEnum):
    """How far the reading of an article has come."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"


class Anchor(StrEnum):
    """How sure it is that an annotation stands where it was made."""

    ANCHORED = "anchored"
    REVIEW = "review"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Article:
    """One text to read, as the list shows it."""

    id: int
    version_id: int
    """The version that is read now."""
    title: str
    source: str
    """The file or address that it came from, as it was given."""
    site: str
    author: str
    published: str
    """An ISO 8601 date, or empty."""
    status: Status
    words: int
    lines: int
    """The lines that are not blank."""
    hidden_lines: int | None
    """How many of them are hidden, by a verdict or by the analyst; None until it has
    been cleaned for the first time."""
    annotations: int
    added_at: datetime
    language: str = ""
    """An ISO 639-1 code, or empty; it is mostly a guess."""
    tags: tuple[str, ...] = ()
    """The paths of the tags that stand on it, the most used first."""
    copies: int = 0
    """How many are near copies of one another, itself among them; 0 without any."""

    @property
    def origin(self) -> str:
        """Where it is from, in short: its site, else the name of its file."""
        return self.site or self.source.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Version:
    """One decoded text of an article; it never changes."""

    id: int
    article_id: int
    text: str = field(repr=False)
    """Not shown when the record is printed: Textual prints what a worker is given."""
    sha256: str
    """Of the text's UTF-8 bytes, in hexadecimal."""
    encoding: str
    newline: str
    """`lf`, `crlf`, `cr`, `mixed` or `none`."""
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Tag:
    """An entry of the codebook."""

    id: int
    path: str
    """Its name with its ancestors', `actor/state/china`."""
    description: str = ""
    colour: int = 0
    """A place in the palette, from 0; the theme says what colour lies there."""
    key: str = ""
    """The key that applies it at once, or empty."""
    uses: int = 0
    memo: str = ""
    """What the coders noted about it; the description says what it means."""
    is_retired: bool = False
    """Whether it is kept, but offered no more."""
    place: int = 0
    """Where it stands among the tags beside it; those of one place by their names."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the level above, or empty."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage, the tag on it, and who put it there."""

    id: str
    """A UUID of version 7."""
    article_id: int
    version_id: int
    span: Span
    quote: str
    """`text[start:end]`, hidden lines and all."""
    prefix: str
    suffix: str
    paragraph: int
    """The paragraph in which it starts, from 1."""
    sentence: int
    """The sentence in which it starts, from 1."""
    tag: Tag | None
    """None when only a memo stands there."""
    memo: str
    coder: str
    anchor: Anchor
    created_at: datetime
    updated_at: datetime

    @property
    def covers_article(self) -> bool:
        """Whether it is on the whole text: a tag for the article, not for a passage."""
        return self.span.start == 0 and not self.suffix


PlainAnnotation = tuple[
    str, int, int, int, str, str, str, int, int, int | None, int, str, str, str, str
]
"""An annotation as plain values, where a record for each would take too long: id,
version, start, end, quote, prefix, suffix, paragraph, sentence, the tag's id, the
coder's id, memo, anchor, created at, updated at."""


@dataclass(frozen=True, slots=True)
class Override:
    """What the analyst decided about a line, against the verdict."""

    line: int
    """From 0."""
    hidden: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that undo takes back, however many rows it touched."""

    id: int
    coder: str
    label: str
    """What was done, in words: `tag sanctions on “North Korea insists…”`."""
    article_id: int | None
    """Where it was done, when it was done in one article."""
    offset: int | None
    """The code point to go to, when there is one."""
    at: datetime
    undone: bool
    is_gone: bool = False
    """Whether other work came after it was undone, so that redo does not reach it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One row that a step made, changed or took away, in words."""

    kind: str
    """What it is a row of: `annotation`, `tag`, `line`."""
    name: str
    """What tells it from others of its kind: a quote, a path; or empty."""
    fields: tuple[tuple[str, str, str], ...]
    """Name, value before and value after, of what a person would want to know."""
    is_new: bool = False
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Walked:
    """What going to a step of the history did."""

    undone: int
    """How many steps were taken back."""
    redone: int
    """How many were done again."""
    step: Step
    """The one that was gone to."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: what an article is made from."""

    source: str
    """The file or address, as it was given."""
    text: str
    """The exact decode: no byte-order mark, CR kept, NUL as U+FFFD."""
    original: bytes
    encoding: str
    newline: str
    """`lf`, `crlf`, `cr`, `mixed` or `none`."""
    title: str
    site: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    """An ISO 639-1 code; when it is empty, it is guessed when the text is cleaned."""
    location: str = ""
    """Where it was read from, such that the same place is the same article: an absolute
    path, an address; empty where there is none, as for standard input."""
    is_whole_page: bool = False
    """Whether it is all lines of a web page, since the article in it was not found."""
    replaced: int = 0
    """Characters that no text can hold, for each of which U+FFFD stands in the text;
    those that stood in the file as U+FFFD are none of them."""
    no_date: str = ""
    """What its file says where its date belongs, if nobody can tell which day that is;
    `published` may be of its text then."""
    utf8: bytes = b""
    """The text in UTF-8 where that is at hand, so that nobody makes it again."""


class Kept(StrEnum):
    """What became of a document that was brought in."""

    NEW = "new"
    SAME = "same"
    """Its text was in the library already; nothing changed."""
    BACK = "back"
    """Its text had been removed from the library, and is there again."""
    CHANGED = "changed"
    """Its file held another text before; the article has a newer version now."""
