"""What a file of annotations says, before anybody asked whether it is so."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from reader.model import Tag
from reader.text.units import Unit

NO_COLOUR: Final = -1
"""The colour of a tag whose file names none."""
LONGEST_PATH: Final = 1_000
"""Code points of a tag's path with all that it stands under, of which no more is kept:
the library refuses a fifth of that. What is nested would fill the memory otherwise."""


class FormatError(ValueError):
    """The file as a whole cannot be read; the message says where, and what to do."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was not taken, and why."""

    place: str
    """`row 7`, `line 3`, `source interview.pdf`.

    Rows are counted as a spreadsheet counts them: the names of the columns are row 1.
    """
    reason: str
    more: int = 0
    """How many parts were not taken for the very same reason, besides this."""

    def __str__(self) -> str:
        more = f" and {self.more:,} more" if self.more else ""
        return f"{self.place}{more}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a file that its reader should know, and that is no fault."""

    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """An article as a file names it; its text, when the file has it."""

    title: str = ""
    source: str = ""
    sha256: str = ""
    """Of the text's UTF-8 bytes, in hexadecimal, or empty."""
    text: str | None = None
    """As it is in the file, with what no library keeps."""
    site: str = ""
    author: str = ""
    published: str = ""
    encoding: str = "utf-8"

    @property
    def digest(self) -> str:
        """The SHA-256 of the text that it brings, or empty."""
        return sha256(self.text.encode()).hexdigest() if self.text else ""

    @property
    def label(self) -> str:
        """What to call it in a message."""
        return self.title or self.source or self.sha256[:12] or "an unnamed article"


@dataclass(frozen=True, slots=True)
class Entry:
    """A tag of a codebook, with or without annotations."""

    place: str
    """Where in the file it stands."""
    tag: Tag
    """Without an id; its colour is `NO_COLOUR` when the file names none."""
    says_keys: bool = False
    """Whether the file says of each tag if it has a key."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation of a file. What the file does not say is empty or None."""

    place: str
    """Where in the file it stands."""
    on: Named
    tag: str = ""
    memo: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    start: int | None = None
    end: int | None = None
    unit: Unit | None = Unit.CODEPOINT
    """What the offsets count; None when the file does not say it for sure."""
    id: str = ""
    coder: str = ""
    paragraph: int = 0
    sentence: int = 0
    status: str = ""
    created_at: str = ""
    updated_at: str = ""


Incoming = Mark | Named | Entry | Unread | Remark
"""A `Named` by itself brings an article in; it is named again by its marks."""


def words(value: Any) -> str:
    """A value of a JSON file as text: what is no text is none."""
    return str(value) if isinstance(value, str | int | float) else ""


def whole(value: Any) -> int | None:
    """A value as an offset: None when it is no whole number."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        return int(value)
    except ValueError:
        return None


def listed(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON list; whatever else it holds is passed over."""
    yield from (
        (each for each in value if isinstance(each, dict))
        if isinstance(value, list)
        else ()
    )
