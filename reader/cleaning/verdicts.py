"""What the cleaner says of a text: one verdict for each line."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Cleaned:
    r"""The verdicts on a text, one for each piece of `text.split("\n")`."""

    lines: Sequence[Line]

    @property
    def hidden(self) -> tuple[Span, ...]:
        """The spans of the hidden lines, in order."""
        return tuple(line.span for line in self.lines if line.hidden)

    def text(self, original: str) -> str:
        """The lines of `original` that are shown, joined by line feeds.

        Args:
            original: The text that was cleaned; spans point into it.
        """
        return "\n".join(
            line.span.of(original) for line in self.lines if not line.hidden
        )
