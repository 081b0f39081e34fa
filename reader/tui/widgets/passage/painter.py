"""The rows that are painted, kept for as long as nothing on them changes."""

from collections.abc import Iterable
from typing import Final

from textual.strip import Strip

from reader.model import Span
from reader.tui.widgets.passage.paint import Ground, ground, strip
from reader.tui.widgets.passage.rows import Row, Rows
from reader.tui.widgets.passage.scene import Placed, Scene

_KEPT: Final = 256
"""Rows kept: more than the tallest terminal has, and few enough that collecting
garbage stays quick."""

_Kept = tuple[Row, tuple[int, int], tuple[int, int], Ground, Strip]
"""A row, the pieces of it that are picked and that move, and what was painted."""


class Painter:
    """Paints rows, each once, until the passage picked on it is another.

    A strip that is the same object as before costs next to nothing to show again,
    for Textual keeps with it what it has made of it. Whoever changes anything but the
    picked passage has to `clear`.
    """

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}
        self._changes = -1

    def clear(self) -> None:
        """Forget what was painted."""
        self._kept.clear()

    def rows(self, scene: Scene, rows: Rows, numbers: Iterable[int]) -> list[Strip]:
        """The rows of some numbers."""
        if rows.changes != self._changes or len(self._kept) > _KEPT:
            self._kept.clear()
            self._changes = rows.changes
        return [self._row(scene, rows, number) for number in numbers]

    def _row(self, scene: Scene, rows: Rows, number: int) -> Strip:
        kept = self._kept.get(number)
        if kept is None:
            row = rows.row(number)
            reason = None if row.is_air else rows.shown.reason(row.start)
            placed = Placed(row, _end_above(rows, number), reason)
            under = ground(scene, placed)
        else:
            row, picked, moving, under, painted = kept
            if (picked, moving) == (_part(scene.picked, row), _part(scene.moving, row)):
                return painted
        painted = strip(scene, under)
        parts = _part(scene.picked, row), _part(scene.moving, row)
        self._kept[number] = (row, *parts, under, painted)
        return painted


def _end_above(rows: Rows, number: int) -> int:
    """Where the text above a row ends."""
    for above in range(number - 1, -1, -1):
        row = rows.row(above)
        if not row.is_air:
            return row.end
    return 0


def _part(span: Span, row: Row) -> tuple[int, int]:
    """The piece of a span that a row shows."""
    start, end = max(span.start, row.start), min(span.end, row.end)
    return (start, end) if start < end else (0, 0)
