"""How the cells of a row are shared out: bars, marker, text, and air on both sides."""

from dataclasses import dataclass
from typing import Final, Self

_MARKER: Final = 2
"""Cells for the marker of the picked passage and the space after it."""
_SLACK: Final = 1
"""Cells kept free right of the text, where a terminal draws an emoji too wide."""
_MOST_BARS: Final = 10
_NARROWEST: Final = 8
_REASON: Final = 28
"""Cells kept free for the reason beside a hidden line."""


def for_reason(text: int) -> int:
    """How much of the text's cells a hidden line leaves to its reason.

    The reason never covers a word: what is hidden has to be read to be judged.
    """
    return min(_REASON, text // 3)


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of a row, from the left: air, bars, marker, text, air."""

    total: int
    bars: int
    """Cells for the bars, one for each annotation that overlaps others."""
    left: int
    """The cell at which the text begins."""
    text: int
    """Cells of the text."""

    @classmethod
    def share(cls, total: int, measure: int) -> Self:
        """The columns of a pane `total` cells wide.

        The text is in the middle and at most `measure` wide; the bars take the air
        left of it, and a little of a narrow pane.
        """
        least = 2 if total < 40 else 3 if total < 72 else 4
        room = total - least - _MARKER - _SLACK
        text = max(min(room, _NARROWEST), min(measure, room), 2)
        left = max(least + _MARKER, (total - text) // 2)
        bars = min(left - _MARKER, _MOST_BARS)
        return cls(total, bars, left, text)

    @property
    def right(self) -> int:
        """Cells right of the text."""
        return max(0, self.total - self.left - self.text)
