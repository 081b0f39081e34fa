"""The line under the text: what stands under the cursor, and how far one has come."""

import math
from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Annotation
from reader.text.safe import safe_line
from reader.tui.colours import tag_colour

_SOON: Final = 0.2
"""Minutes that nobody wants to be told of."""
_HOUR: Final = 60


class StatusLine(Static):
    """Tags under the cursor on the left, size and progress on the right.

    Something said takes the left side until its owner empties `said`.
    """

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; background: $surface; }
    """

    here: reactive[Sequence[Annotation]] = reactive((), layout=False)
    also: reactive[str] = reactive("", layout=False)
    """Where else the sentence under the cursor stands."""
    size_name: reactive[str] = reactive("", layout=False)
    progress: reactive[float] = reactive(0.0, layout=False)
    minutes: reactive[int] = reactive(0, layout=False)
    """The minutes that the rest takes to read."""
    dark: reactive[bool] = reactive(True, layout=False)
    said: reactive[str] = reactive("", layout=False)
    """A sentence for the user, instead of what is here."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """Both sides, the right one whole."""
        right = f"{self.size_name}   {self.progress:>4.0%}{_left(self.minutes)}"
        room = max(0, self.size.width - len(right) - 4)
        left = Content(safe_line(self.said)) if self.said else self._under(room)
        left = left.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, "  ", (right, "dim"))

    def _under(self, room: int) -> Content:
        """What is under the cursor: the tags, and where else the words stand."""
        if not self.also:
            return self._names(room)
        also = Content.styled(f"≡ {self.also}", "dim")
        if not self.here:
            return also
        names = self._names(max(0, room - also.cell_length - 3))
        return Content.assemble(names, "   ", also)

    def _names(self, room: int) -> Content:
        """The names of what is here; those without room are counted."""
        names = Content("")
        for number, annotation in enumerate(self.here):
            gap = "   " if number else ""
            longer = Content.assemble(names, gap, self._tag_line(annotation))
            rest = len(self.here) - number
            if number and longer.cell_length > room - len(f"   +{rest}"):
                return Content.assemble(names, (f"   +{rest}", "bold"))
            names = longer
        return names

    def _tag_line(self, annotation: Annotation) -> Content:
        if annotation.tag is None:
            return Content(f"✎ {safe_line(annotation.memo)}")
        colour = tag_colour(annotation.tag.colour, dark=self.dark)
        memo = "  ✎" if annotation.memo else ""
        return Content.assemble(("■ ", colour), safe_line(annotation.tag.path), memo)


def round_up(minutes: float) -> int:
    """Minutes as they are said; a few seconds are none."""
    return math.ceil(minutes) if minutes >= _SOON else 0


def _left(minutes: int) -> str:
    """The time left as people say it: nothing when there is none."""
    if minutes < _HOUR:
        return f"   {minutes} min left" if minutes else ""
    return f"   {minutes / _HOUR:.1f} h left"
