"""The line under the text: what stands under the cursor, and how far one has come."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Annotation
from reader.text.safe import safe_line
from reader.tui.colours import Ground, inked, tag_colour
from reader.tui.widgets.cutting import short_path
from reader.tui.widgets.painted import Painted, Piece, cut

_SOON: Final = 0.2
"""Minutes that nobody wants to be told of."""
_HOUR: Final = 60
_GAP: Final = "   "
_BESIDE: Final = 6
"""Cells of air around the two sides."""
_ALONE: Final = 3
"""Cells of air around the left side where there is no other."""
_ROOMY: Final = 50
"""Cells from which the time left is said too; with fewer, names need the room."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to know of the picked passage."""

    here: Sequence[Annotation] = ()
    """Those under the cursor, the one that is meant first."""
    also: str = ""
    """Where else the sentence under the cursor stands."""
    size_name: str = ""
    progress: float = 0.0
    """How far into the text it is, rounded as it is shown."""
    minutes: int = 0
    """The minutes that the rest takes to read."""
    about: str = ""
    """What stands instead of what is here: why it is hidden, what is suggested."""
    ground: Ground = Ground.DARK


class StatusLine(Painted):
    """Tags under the cursor on the left, size and progress on the right.

    Something said takes the left side until its owner empties `said`.
    """

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $surface; }
    """

    told: reactive[Told] = reactive(Told(), layout=False)
    said: reactive[str] = reactive("", layout=False)
    """A sentence for the user, instead of what is here."""

    def render_line(self, y: int) -> Strip:
        """Both sides, the right one whole or not at all."""
        width = self.size.width
        right = self._right_side(width)
        room = max(0, width - len(right) - (_BESIDE if right else _ALONE))
        left = cut(self._left_side(room), room).adjust_cell_length(room + 2, self.ink())
        end = Strip([Segment(right, self.ink("dim"))])
        # Air in the line itself: padding would be laid round it again each time.
        whole = Strip.join([Strip.blank(1, self.ink()), left, end])
        return whole.adjust_cell_length(width, self.ink())

    def _right_side(self, width: int) -> str:
        """Size and progress, as far as what is said leaves room for them."""
        told = self.told
        place = f"{told.size_name}   {told.progress:>4.0%}"
        whole = place + (_left(told.minutes) if width >= _ROOMY else "")
        said = self.said or told.about
        room = width - _BESIDE - cell_len(safe_line(said))
        fits = (each for each in (whole, place) if len(each) <= room)
        return next(fits, "") if said else whole

    def _left_side(self, room: int) -> Iterator[Piece]:
        """What is said, else the tags here and where else the words stand."""
        told = self.told
        if said := self.said or told.about:
            yield safe_line(said), self.ink()
            return
        also = f"≡ {told.also}" if told.also else ""
        yield from self._names(room - cell_len(also) - len(_GAP) if also else room)
        if also:
            yield (_GAP if told.here else "") + also, self.ink("dim")

    def _names(self, room: int) -> Iterator[Piece]:
        """The names of what is here; those without room are counted."""
        here = self.told.here
        is_shared = len({each.coder for each in here}) > 1
        for number, annotation in enumerate(here):
            rest = len(here) - number
            gap = _GAP if number else ""
            # The first stands there at any rate, as much of it as there is room for.
            most = room if number else room - (len(f"{_GAP}+{rest}") if rest > 1 else 0)
            pieces = self._named(annotation, gap, most, told=is_shared)
            room -= sum(cell_len(words) for words, _ in pieces)
            if number and room < len(f"{_GAP}+{rest}"):
                yield f"{_GAP}+{rest}", self.ink("bold")
                return
            yield from pieces

    def _named(
        self, annotation: Annotation, gap: str, room: int, *, told: bool
    ) -> list[Piece]:
        """One of them; whose it is is told where several coders tagged."""
        if annotation.tag is None:
            return [(f"{gap}✎ {safe_line(annotation.memo)}", self.ink())]
        colour = tag_colour(annotation.tag.colour, self.told.ground)
        memo = "  ✎" if annotation.memo else ""
        whose = f" {safe_line(annotation.coder)}" if told else ""
        room -= cell_len(f"{gap}■ {memo}{whose}")
        name = f"{short_path(safe_line(annotation.tag.path), room)}{memo}"
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
