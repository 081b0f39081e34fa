"""The line under the text: what stands under the cursor, and how far one has come."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Annotation
from reader.text.safe import safe_line
from reader.tui.colours import Ground, inked, tag_colour
from reader.tui.widgets.painted import Painted, Piece, cut

_SOON: Final = 0.2
"""Minutes that nobody wants to be told of."""
_HOUR: Final = 60
_GAP: Final = "   "
_ROOMY: Final = 50
"""Cells from which the time left is said too; with fewer, names need the room."""


class StatusLine(Painted):
    """Tags under the cursor on the left, size and progress on the right.

    Something said takes the left side until its owner empties `said`.
    """

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $surface; }
    """

    here: reactive[Sequence[Annotation]] = reactive((), layout=False)
    also: reactive[str] = reactive("", layout=False)
    """Where else the sentence under the cursor stands."""
    size_name: reactive[str] = reactive("", layout=False)
    progress: reactive[float] = reactive(0.0, layout=False)
    minutes: reactive[int] = reactive(0, layout=False)
    """The minutes that the rest takes to read."""
    ground: reactive[Ground] = reactive(Ground.DARK, layout=False)
    about: reactive[str] = reactive("", layout=False)
    """What there is to know of the picked passage, instead of what is here."""
    said: reactive[str] = reactive("", layout=False)
    """A sentence for the user, instead of both."""

    def render_line(self, y: int) -> Strip:
        """Both sides, the right one whole."""
        left_over = _left(self.minutes) if self.size.width >= _ROOMY else ""
        right = f"{self.size_name}   {self.progress:>4.0%}{left_over}"
        room = max(0, self.size.width - len(right) - 6)
        left = cut(self._left_side(room), room).adjust_cell_length(room + 2, self.ink())
        end = Strip([Segment(right, self.ink("dim"))])
        # Air in the line itself: padding would be laid round it again each time.
        whole = Strip.join([Strip.blank(1, self.ink()), left, end])
        return whole.adjust_cell_length(self.size.width, self.ink())

    def _left_side(self, room: int) -> Iterator[Piece]:
        """What is said, else the tags here and where else the words stand."""
        if said := self.said or self.about:
            yield safe_line(said), self.ink()
            return
        also = f"≡ {self.also}" if self.also else ""
        yield from self._names(room - cell_len(also) - len(_GAP) if also else room)
        if also:
            yield (_GAP if self.here else "") + also, self.ink("dim")

    def _names(self, room: int) -> Iterator[Piece]:
        """The names of what is here; those without room are counted."""
        is_shared = len({each.coder for each in self.here}) > 1
        for number, annotation in enumerate(self.here):
            pieces = self._named(annotation, _GAP if number else "", told=is_shared)
            room -= sum(cell_len(words) for words, _ in pieces)
            rest = len(self.here) - number
            if number and room < len(f"{_GAP}+{rest}"):
                yield f"{_GAP}+{rest}", self.ink("bold")
                return
            yield from pieces

    def _named(self, annotation: Annotation, gap: str, *, told: bool) -> list[Piece]:
        """One of them; whose it is is told where several coders tagged."""
        if annotation.tag is None:
            return [(f"{gap}✎ {safe_line(annotation.memo)}", self.ink())]
        colour = tag_colour(annotation.tag.colour, self.ground)
        memo = "  ✎" if annotation.memo else ""
        whose = f" {safe_line(annotation.coder)}" if told else ""
        name = f"{safe_line(annotation.tag.path)}{memo}"
        return [
            (gap, self.ink()),
            ("■ ", self.ink() + inked(colour)),
            (name, self.ink()),
            (whose, self.ink("dim")),
        ]


def round_up(minutes: float) -> int:
    """Minutes as they are said; a few seconds are none."""
    return math.ceil(minutes) if minutes >= _SOON else 0


def _left(minutes: int) -> str:
    """The time left as people say it: nothing when there is none."""
    if minutes < _HOUR:
        return f"   {minutes} min left" if minutes else ""
    return f"   {minutes / _HOUR:.1f} h left"
