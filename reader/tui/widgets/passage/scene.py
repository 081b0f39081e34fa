"""What there is to paint: of the whole pane, and of one row."""

from dataclasses import dataclass

from reader.model import Span
from reader.text.markdown import Styled
from reader.tui.widgets.passage.bars import Bars
from reader.tui.widgets.passage.columns import Columns
from reader.tui.widgets.passage.looks import Looks
from reader.tui.widgets.passage.rows import Row


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: the same for every row."""

    text: str
    width: int
    """Cells of a strip: those of the columns, and those under the scroll bar."""
    columns: Columns
    looks: Looks
    bars: Bars
    picked: Span
    moving: Span
    """The cluster at the end that moves."""
    found: tuple[Span, ...]
    """In order; only those near the row matter."""
    shared: tuple[Span, ...]
    """What stands in other articles too, in order."""
    labels: tuple[tuple[int, str], ...]
    styled: tuple[Styled, ...]
    """What Markdown makes of the text, in order; only those near the row matter."""
    bright: Span | None
    """What alone is not dimmed; without it, all is as bright."""
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, with what its neighbours and the hidden lines say about it."""

    row: Row
    above: int
    """Where the text above it ends, or 0."""
    reason: str | None
    """Why its line is hidden, when it is; it stands beside the last row."""
