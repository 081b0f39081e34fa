"""The codebook as a tree: rows painted on demand, so that many cost what few do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.safe import safe_line
from reader.tui.colours import inked
from reader.tui.widgets.following import moved

_NUMBERS = 7
"""Cells of each of the two columns of numbers."""
_KEY = 3
_ROOMY = 40
"""Cells from which the uses of what is below have a column."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A tag, or a level that only has tags under it."""

    path: str
    name: str
    depth: int
    colour: str
    """`#rrggbb`; empty for a level."""
    key: str
    uses: int
    uses_below: int
    """With those of the tags under it."""
    is_retired: bool


class TagTree(ScrollView, can_focus=True, inherit_bindings=False):
    """A head, then a row a tag, indented under what it belongs to.

    The keys are the screen's, so those of a scrolling widget are not taken over.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tag-tree--head",
        "tag-tree--row",
        "tag-tree--level",
        "tag-tree--marked",
    }
    DEFAULT_CSS = """
    TagTree { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    @dataclass
    class Marked(Message):
        """The cursor came to stand on this path."""

        path: str

    @dataclass
    class Chosen(Message):
        """The marked row was clicked."""

        path: str

    rows: reactive[Sequence[TreeRow]] = reactive((), layout=False)
    cursor: reactive[int] = reactive(0, layout=False)

    @property
    def marked(self) -> TreeRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height - 1)

    def mark(self, path: str) -> None:
        """Put the cursor on a path, if it is listed."""
        for number, row in enumerate(self.rows):
            if row.path.casefold() == path.casefold():
                self.cursor = number

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: Sequence[TreeRow], rows: Sequence[TreeRow]) -> None:
        """Make room for the rows; the cursor stays on its path, at its place."""
        was, now = ([row.path for row in each] for each in (before, rows))
        by = moved(was, now, self.cursor)
        self._make_room()
        self.scroll_to(
            y=self.scroll_offset.y + by, animate=False, force=True, immediate=True
        )
        self.cursor += by
        self._tell()

    def watch_cursor(self) -> None:
        """Keep the marked row in view."""
        row = Region(0, self.cursor, 1, 2)
        self.scroll_to_region(row, animate=False, force=True, immediate=True)
        self._tell()

    def _tell(self) -> None:
        self.refresh()
        if self.marked is not None:
            self.post_message(self.Marked(self.marked.path))

    def on_resize(self) -> None:
        """The rows are as wide as the tree."""
        self._make_room()

    def _make_room(self) -> None:
        self.virtual_size = Size(self._width, len(self.rows) + 1)

    @property
    def _width(self) -> int:
        """The cells of a row, which end at the scroll bar."""
        return self.scrollable_content_region.width

    def on_click(self, event: events.Click) -> None:
        """Mark a row; a second click chooses it."""
        number = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or number >= len(self.rows):
            return
        if number == self.cursor:
            self.post_message(self.Chosen(self.rows[number].path))
        self.cursor = number

    def render_line(self, y: int) -> Strip:
        """The head, which stays, or the row at this line of the window."""
        if y == 0:
            style = self.get_component_rich_style("tag-tree--head")
            return self._strip("   Tag", "Key", "Uses", "All", style, style)
        number = y - 1 + self.scroll_offset.y
        if number >= len(self.rows):
            return Strip.blank(self._width, self.rich_style)
        return self._row(self.rows[number], is_marked=number == self.cursor)

    def _row(self, row: TreeRow, *, is_marked: bool) -> Strip:
        is_dim = row.is_retired or not row.colour
        style = self.get_component_rich_style(
            f"tag-tree--{'level' if is_dim else 'row'}"
        )
        if is_marked:
            style += self.get_component_rich_style("tag-tree--marked")
        square = style + inked(row.colour)
        sign = "□" if row.is_retired else "■" if row.colour else "▾"
        name = f"{row.name} (retired)" if row.is_retired else row.name
        below = "" if row.uses_below == row.uses else f"{row.uses_below:,}"
        uses = f"{row.uses:,}" if row.colour else ""
        lead = Segment(f" {'  ' * row.depth}{sign} ", square)
        return self._strip(safe_line(name), row.key, uses, below, style, style, lead)

    def _strip(
        self,
        name: str,
        key: str,
        uses: str,
        below: str,
        style: Style,
        numbers: Style,
        lead: Segment | None = None,
    ) -> Strip:
        """A row in exactly the width; the name gives way to the numbers."""
        right = f"{key:>{_KEY}}{uses:>{_NUMBERS}}"
        if self._width >= _ROOMY:
            right += f"{below:>{_NUMBERS}}"
        right += " "
        room = max(1, self._width - len(right) - (lead.cell_length if lead else 0))
        if cell_len(name) > room:
            name = set_cell_size(name, room - 1) + "…"
        segments = [Segment(set_cell_size(name, room), style), Segment(right, numbers)]
        strip = Strip([lead, *segments] if lead else segments)
        return strip.adjust_cell_length(self._width, style)
