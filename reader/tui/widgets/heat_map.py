"""Numbers in rows and columns, shaded by how large they are, a bar for each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.safe import safe_line
from reader.tui.widgets.cutting import head, short_path
from reader.tui.widgets.following import moved
from reader.tui.widgets.painted import Inked

_SHADES = "░▒▓█"
"""From few to many, where there are no colours to be blended."""
_BAR = 10
_TOTAL = 7
_CELL = 9
_LEAST_LABEL, _LABEL_SHARE = 10, 0.3


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the map shows."""

    rows: Sequence[str] = ()
    columns: Sequence[str] = ()
    cells: Mapping[tuple[int, int], int] | None = None
    totals: Sequence[int] = ()
    heads: Sequence[str] = ()
    """What stands above each column."""


class HeatMap(ScrollView, Inked, can_focus=True, inherit_bindings=False):
    """Owns a cursor on one cell; the keys are the screen's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heat-map--head",
        "heat-map--bar",
        "heat-map--none",
        *(f"heat-map--heat-{place}" for place in range(len(_SHADES))),
        "heat-map--marked",
    }
    DEFAULT_CSS = """
    HeatMap {
        height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor came to stand on another cell."""

    numbers: reactive[Numbers] = reactive(Numbers(), layout=False)
    row: reactive[int] = reactive(0, layout=False)
    column: reactive[int] = reactive(0, layout=False)
    first: reactive[int] = reactive(0, layout=False)
    """The first column that is in view."""

    def __init__(self) -> None:
        super().__init__()
        # Known once for all: a painted window asks for them a thousand times.
        self._longest = self._most = self._most_of_all = 0

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height - 1)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _label(self) -> int:
        """The cells that the names of the rows have."""
        return max(_LEAST_LABEL, min(self._longest, int(self._width * _LABEL_SHARE)))

    @property
    def _fitting(self) -> int:
        """How many columns are in view."""
        rest = self._width - 2 - self._label - _BAR - _TOTAL - 3
        return max(1, rest // _CELL)

    def validate_row(self, row: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(row, len(self.numbers.rows) - 1))

    def validate_column(self, column: int) -> int:
        """Keep the cursor on a column."""
        return max(0, min(column, len(self.numbers.columns) - 1))

    def watch_numbers(self, before: Numbers, numbers: Numbers) -> None:
        """Make room; the cursor stays on its tag and column, at its place."""
        self._longest = max(map(len, numbers.rows), default=0)
        self._most = max((numbers.cells or {}).values(), default=1)
        self._most_of_all = max(numbers.totals, default=1)
        self._make_room()
        rows = moved(before.rows, numbers.rows, self.row)
        columns = moved(before.columns, numbers.columns, self.column)
        self.first = max(0, self.first + columns)
        self.scroll_to(
            y=self.scroll_offset.y + rows, animate=False, force=True, immediate=True
        )
        self.row, self.column = self.row + rows, self.column + columns
        self._follow()

    def watch_row(self) -> None:
        """Keep the row in view."""
        self._follow()

    def watch_column(self) -> None:
        """Keep the column in view."""
        self._follow()

    def _follow(self) -> None:
        last = self.first + self._fitting - 1
        if self.column < self.first:
            self.first = self.column
        elif self.column > last:
            self.first = self.column - self._fitting + 1
        region = Region(0, self.row, 1, 2)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """The rows are as wide as the map."""
        self._make_room()
        self._follow()

    def _make_room(self) -> None:
        self.virtual_size = Size(self._width, len(self.numbers.rows) + 1)

    def on_click(self, event: events.Click) -> None:
        """Mark a row."""
        row = event.y - 1 + self.scroll_offset.y
        if event.y >= 1 and row < len(self.numbers.rows):
            self.row = row

    def render_line(self, y: int) -> Strip:
        """The names of the columns, which stay, or the row at this line."""
        number = y - 1 + self.scroll_offset.y
        if y == 0:
            segments = self._head()
        elif number < len(self.numbers.rows):
            segments = self._row(number)
        else:
            segments = []
        return Strip(segments).adjust_cell_length(self._width, self.rich_style)

    def _shown(self) -> range:
        end = min(self.first + self._fitting, len(self.numbers.columns))
        return range(self.first, end)

    def _style(self, name: str) -> Style:
        return self.over(f"heat-map--{name}")

    def _head(self) -> list[Segment]:
        style = self.rich_style + self._style("head")
        more = "‹" if self.first else " "
        left = " " * (2 + self._label + 1 + _BAR + 1 + _TOTAL) + more
        segments = [Segment(left, style)]
        for column in self._shown():
            name = head(safe_line(self.numbers.heads[column]), _CELL - 1)
            here = Style(bold=True) if column == self.column else Style()
            segments.append(Segment(f"{name} ", style + here))
        if self._shown().stop < len(self.numbers.columns):
            segments.append(Segment("›", style))
        return segments

    def _row(self, number: int) -> list[Segment]:
        numbers, base = self.numbers, self.rich_style
        here = number == self.row
        style = base + self._style("marked") if here else base
        total = numbers.totals[number]
        halves = max(1, round(2 * _BAR * total / self._most_of_all)) if total else 0
        bar = "█" * (halves // 2) + "▌" * (halves % 2)
        name = head(
            short_path(safe_line(numbers.rows[number]), self._label), self._label
        )
        return [
            Segment(f"{'▌' if here else ' '} {name} ", style),
            Segment(f"{bar:<{_BAR}}", style + self._style("bar")),
            Segment(f" {total:>{_TOTAL},} ", style),
            *chain.from_iterable(
                self._cell(
                    number, column, style, is_here=here and column == self.column
                )
                for column in self._shown()
            ),
        ]

    def _cell(
        self, row: int, column: int, style: Style, *, is_here: bool
    ) -> tuple[Segment, Segment]:
        """A number on a ground that tells how large it is, and the air behind it."""
        count = (self.numbers.cells or {}).get((row, column), 0)
        over = Style(reverse=True) if is_here else Style()
        if not count:
            words, over = f"{'·':>6}  ", self._style("none") + over
        else:
            place = (len(_SHADES) * count - 1) // self._most
            shade = " " if self._has_tints else _SHADES[place]
            words = f"{shade} {count:>{_CELL - 4},} "
            if self._has_tints and not is_here:
                over = self._style(f"heat-{place}")
        return Segment(words, style + over), Segment(" ", style)

    @property
    def _has_tints(self) -> bool:
        """Whether colours can be blended here."""
        return not (self.app.native_ansi_color or self.app.no_color)
