"""The mouse over the text: clicks, and passages drawn with the button down."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import events
from textual.message import Message
from textual.reactive import reactive

from reader.model import Span
from reader.text.graphemes import cluster_at, snap
from reader.tui.widgets.passage.cells import offset_in
from reader.tui.widgets.passage.scrolling import TextScroll

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.timer import Timer

_EDGE_S: Final = 0.05
"""Seconds between two rows, while the pointer is held at an edge of the pane."""
_MOST_CLICKS: Final = 3
_CLICK: Final = 1
"""Cells that the pointer may slip within a character while it is clicked."""


class PointedText(TextScroll):
    """A text that can be pointed at. Only whole clusters are ever pointed at."""

    ALLOW_SELECT = False

    plain_emoji: reactive[bool] = reactive(False)
    """Whether joined emoji are shown as the first of them, for old terminals."""

    @dataclass
    class Pointed(Message, namespace="passage_view"):
        """The text was clicked."""

        offset: int
        """The first code point of the cluster under the pointer."""
        clicks: int
        """1, 2 or 3."""

    @dataclass
    class Picked(Message, namespace="passage_view"):
        """The pointer was drawn over a piece of the text, and may be moving yet."""

        span: Span

    _anchor: Span | None = None
    """The cluster at which the button went down."""
    _down: "Offset | None" = None
    _drawn: Span | None = None
    """What has been drawn over since."""
    _pointed: Span | None = None
    """What was pointed at last, until a passage is picked."""
    _at: "Offset | None" = None
    _edge: "Timer | None" = None

    def offset_at(self, x: int, y: int) -> int:
        """The code point painted nearest to a cell of the pane."""
        rows, columns = self._rows, self._columns
        if not rows or columns is None:
            return 0
        number = max(0, min(y + self.scroll_offset.y, len(rows) - 1))
        row = rows.row(number)
        if row.is_air and number + 1 < len(rows):
            return rows.row(number + 1).start
        piece = self.text[row.start : row.end]
        within = offset_in(piece, x - columns.left, self.plain_emoji)
        return row.start + min(within, max(0, len(piece) - 1))

    def _on_pointer(self, event: events.MouseEvent) -> Span:
        self._at = event.get_content_offset_capture(self)
        return cluster_at(self.text, self.offset_at(self._at.x, self._at.y))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a passage may begin."""
        if event.button == 1 and self._rows:
            self._anchor, self._drawn = self._on_pointer(event), None
            self._down = self._at
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the passage on."""
        if self._anchor is not None:
            self._draw(self._on_pointer(event))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The passage is as it is drawn."""
        self._anchor = None
        self.release_mouse()
        self._stop_edge()

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked, unless a passage was drawn."""
        if self._drawn is None and self._rows and event.button == 1:
            here = self._on_pointer(event)
            self._pointed = here
            self.post_message(self.Pointed(here.start, min(event.chain, _MOST_CLICKS)))

    def _draw(self, here: Span) -> None:
        anchor = self._anchor
        if anchor is None or (self._drawn is None and not self._has_left(here)):
            return
        span = Span(min(anchor.start, here.start), max(anchor.end, here.end))
        if span != self._drawn:
            self._drawn = self._pointed = snap(self.text, span)
            self.post_message(self.Picked(self._drawn))
        if self._edge_step() and self._edge is None:
            self._edge = self.set_interval(_EDGE_S, self._scroll_edge)

    def _has_left(self, here: Span) -> bool:
        """Whether the pointer has gone so far that this is no click any more."""
        if here != self._anchor or self._at is None or self._down is None:
            return True
        x, y = self._at - self._down
        return abs(x) > _CLICK or abs(y) > _CLICK

    def _edge_step(self) -> int:
        """Which way the text goes while the pointer is held where it is."""
        if self._at is None or 0 < self._at.y < self._height - 1:
            return 0
        return -1 if self._at.y <= 0 else 1

    def _scroll_edge(self) -> None:
        step = self._edge_step()
        if not step or self._anchor is None or self._at is None:
            self._stop_edge()
            return
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)
        self._draw(cluster_at(self.text, self.offset_at(self._at.x, self._at.y)))

    def _stop_edge(self) -> None:
        if self._edge is not None:
            self._edge.stop()
            self._edge = None
