"""The margin left of a row: a bar for each mark, the nearest lane at the right."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from rich.cells import set_cell_size
from rich.segment import Segment

from reader.text.safe import safe_line
from reader.tui.widgets.passage.looks import Ink
from reader.tui.widgets.passage.records import Mark
from reader.tui.widgets.passage.rows import Row
from reader.tui.widgets.passage.scene import Placed, Scene

_BAR: Final = "│"
_DOTTED_BAR: Final = "┊"
_MARKER: Final = "▌"
_SHARED: Final = "≡"


def margin(
    scene: Scene, placed: Placed, here: Iterable[tuple[Mark, int]]
) -> Iterator[Segment]:
    """Air and bars; what has no lane left is counted."""
    columns, looks, row = scene.columns, scene.looks, placed.row
    blank = looks.text(Ink())
    yield Segment(" " * (columns.left - columns.bars - 2), blank)
    by_lane = {
        lane: mark
        for mark, lane in here
        if not row.is_air or mark.span.start < placed.above
    }
    label, lanes = _beyond(by_lane, columns.bars)
    if label:
        yield Segment(label, looks.part("margin"))
    for lane in sorted((lane for lane in by_lane if lane < lanes), reverse=True):
        yield Segment(" " * (lanes - lane - 1), blank)
        mark, lanes = by_lane[lane], lane
        yield Segment(_bar(mark, row, placed.above), looks.bar(mark.colour))
    yield Segment(" " * lanes, blank)


def marker(scene: Scene, row: Row) -> Iterator[Segment]:
    """The two cells between the bars and the text.

    The sign of what is shared gives way to the marker of what is picked, for then
    the status line says it.
    """
    blank = scene.looks.text(Ink())
    if scene.picked and scene.picked.start < row.end and scene.picked.end > row.start:
        yield Segment(_MARKER, scene.looks.part("marker"))
    elif _begins_shared(scene, row):
        yield Segment(_SHARED, scene.looks.part("margin"))
    else:
        yield Segment(" ", blank)
    yield Segment(" ", blank)


def _begins_shared(scene: Scene, row: Row) -> bool:
    """Whether something begins in the row that stands in other articles too."""
    first = bisect_left(scene.shared, row.start, key=attrgetter("start"))
    return first < len(scene.shared) and scene.shared[first].start < row.end


def _beyond(by_lane: dict[int, Mark], room: int) -> tuple[str, int]:
    """How many marks have no lane left, as `+3`, and the lanes beside that."""
    if not by_lane or max(by_lane) < room:
        return "", room
    for cells in range(min(2, room), room + 1):
        lanes = room - cells
        label = f"+{sum(lane >= lanes for lane in by_lane)}"
        if len(label) <= cells:
            return label.rjust(cells), lanes
    return "+" * room, 0


def _bar(mark: Mark, row: Row, above: int) -> str:
    begins_here = mark.span.start >= row.start or mark.span.start >= above
    if begins_here and not row.is_air:
        return set_cell_size(safe_line(mark.letter) or _BAR, 1)
    return _DOTTED_BAR if mark.dotted else _BAR
