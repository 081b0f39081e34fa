"""What the pane is given to show: the lines that are hidden, and the marks."""

from dataclasses import dataclass

from reader.model import Span


@dataclass(frozen=True, slots=True)
class Hidden:
    """A line, or lines one after the other, not shown unless asked for."""

    span: Span
    reason: str
    """Why, in words from outside: `comments: widget button`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as the pane shows it."""

    id: str
    span: Span
    colour: str
    """`#rrggbb`, or the name of a colour of the terminal's palette."""
    letter: str
    """Stands in the margin where the mark begins, for a terminal without colours."""
    dotted: bool = False
    """Whether it is a suggestion, not yet an annotation."""
