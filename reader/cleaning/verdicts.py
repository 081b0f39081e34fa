"""What the cleaner says of a line, and how sure it has to be."""

from enum import StrEnum
from typing import NamedTuple

from reader.model import Span


class Strength(StrEnum):
    """How sure the cleaner has to be before it hides a line."""

    CAREFUL = "careful"
    """Only what is plain: the text is somebody's evidence."""
    NORMAL = "normal"
    STRICT = "strict"
    """Junk is the nuisance, and a lost sentence now and then is not."""

    @property
    def after(self) -> "Strength":
        """The next; after the last the first."""
        each = list(Strength)
        return each[(each.index(self) + 1) % len(each)]


class Line(NamedTuple):
    """The verdict on one line; a tuple, since a library has millions of them."""

    span: Span
    """Where it lies in the text, without its line feed."""
    hidden: bool
    kind: str = ""
    """A name of `kinds.KINDS`; empty when the line is content or blank."""
    rule: str = ""
    """What decided, in words: `copy of line 27`. Empty for content."""
    confidence: float = 0.0
    """How sure it is that the line is not the article, from 0 to 1."""
