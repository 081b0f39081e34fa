"""A text of any size in rows, scrolled: what is in view, and how it comes there."""

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.reactive import reactive

from reader.model import Span
from reader.tui.widgets.kept import KeptScroll
from reader.tui.widgets.passage.columns import Columns
from reader.tui.widgets.passage.rows import Rows
from reader.tui.widgets.passage.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Generator

    from textual.timer import Timer

    from reader.tui.widgets.passage.records import Hidden

MEASURE: Final = 88
"""Cells of a row of text at most, unless told otherwise."""
_SLICE_S: Final = 0.004
"""Seconds of wrapping between two looks for a key."""
_PAUSE_S: Final = 0.04
_DELAY_S: Final = 0.5
"""Seconds without a key before the first slice and the next ones: neither the first
picture is to wait for them, nor a key, nor each size that a window takes while it is
drawn larger."""
_ABOVE: Final = 0.12
_BELOW: Final = 0.78
"""The part of the pane in which a passage stands comfortably, from its top."""
_PUT: Final = 0.3
"""Where a passage is put that stood outside that part."""
_OVERLAP: Final = 2
"""Rows of a page that are seen again on the next."""


class TextScroll(KeptScroll):
    """A text in rows. It keeps its place when the rows change under it."""

    text: reactive[str] = reactive("")
    """The text, as it is stored; it is made inert when it is painted."""
    hidden: reactive[tuple["Hidden", ...]] = reactive(())
    """The lines that are not shown."""
    revealed: reactive[bool] = reactive(False)
    """Whether hidden lines are shown all the same, each with its reason."""
    measure: reactive[int] = reactive(MEASURE)
    """The most cells that a row of text takes."""

    _columns: Columns | None = None
    _rows: Rows | None = None
    _height: int = 0
    """Rows in view."""
    _place: int = 0
    """The code point at the top, since the last scrolling."""
    _view: Span = Span(0, 0)
    """The piece of the text that was in view when it was asked for last."""
    _seen: tuple[Rows, int, int, int] | None = None
    """What that came of: the rows, how often they changed, the top and the height."""
    _holds_place: bool = False
    _ahead: "Timer | None" = None
    _quiet_from: float = 0.0
    """When nothing has been done to the pane for long enough."""

    def on_resize(self) -> None:
        """Share out the cells again."""
        self._fit()

    def watch_measure(self) -> None:
        """Share out the cells again."""
        self._fit()

    def watch_text(self) -> None:
        """Begin at the top of another text."""
        self._place = 0
        self._wrap()

    def watch_hidden(
        self, old: "tuple[Hidden, ...]", new: "tuple[Hidden, ...]"
    ) -> None:
        """Hide other lines, and keep the place; a bound value may be the same."""
        if new != old:
            self._wrap()

    def watch_revealed(self) -> None:
        """Show the hidden lines or take them away, and keep the place."""
        self._wrap()

    def _fit(self) -> None:
        width, height = self.scrollable_content_region.size
        if width <= 0 or height <= 0:
            return
        self._height = height
        before, self._columns = self._columns, Columns.share(width, self.measure)
        if self._rows is None or before is None or before.text != self._columns.text:
            self._wrap()
        else:
            self.repaint_all()
            self._go(self.scroll_offset.y)

    def repaint_all(self) -> None:
        """Forget what was painted, and paint again."""
        self.refresh()

    def _wrap(self) -> None:
        """Make the rows anew, with the place at the top again."""
        if self._columns is None:
            return
        shown = Shown(self.text, self.hidden, self.revealed)
        rows = self._rows = Rows(shown, self._columns.text)
        self.repaint_all()
        with self._holding():
            self._go(rows.row_of(self._place))
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        if not rows.is_exact:
            self._ahead = self.set_timer(_DELAY_S, self._begin_ahead)

    def _begin_ahead(self) -> None:
        self._ahead = self.set_interval(_PAUSE_S, self._wrap_ahead)

    def _wrap_ahead(self) -> None:
        """Wrap a slice of what nobody has looked at; at the end, take it all."""
        rows = self._rows
        if rows is None or monotonic() < self._quiet_from:
            return
        if not rows.wrap_ahead(_SLICE_S):
            return
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        with self._holding():
            self._go(rows.take_ahead(self.scroll_offset.y))

    def keep_quiet(self) -> None:
        """Do nothing but what is asked for, for a while."""
        self._quiet_from = monotonic() + _DELAY_S

    @contextmanager
    def _holding(self) -> "Generator[None]":
        """While the rows change, scrolling is no move of the reader's."""
        held, self._holds_place = self._holds_place, True
        try:
            yield
        finally:
            self._holds_place = held

    def _settle(self, top: int) -> int:
        """Make the rows near `top` exact; gives its new number."""
        rows, height = self._rows, self._height
        if rows is None:
            return top
        top = rows.settle(top, 2 * height, 3 * height)
        if len(rows) != self.virtual_size.height:
            self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        return top

    def _go(self, top: int) -> None:
        self.scroll_to(y=self._settle(top), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the rows that come into view, and know the place."""
        self.keep_quiet()
        top = round(new_value)
        settled = self._settle(top)
        if settled != top:
            self.scroll_to(y=settled, animate=False, force=True)
            return
        self._move_thumb(new_value)
        if round(old_value) == top:
            return
        self.refresh(self.size.region)
        if not self._holds_place:
            self._place = self.top()

    def _move_thumb(self, top: float) -> None:
        """Move the scroll bar's thumb, when that can be seen.

        It is drawn to an eighth of a cell. In a long text a row is far less, and
        painting the bar anew would be a third of the cost of scrolling.
        """
        if self.show_vertical_scrollbar:
            step = max(1.0, self.max_scroll_y / (8 * max(1, self._height)))
            self.vertical_scrollbar.position = top // step * step

    def top(self) -> int:
        """The first code point of the first row in view."""
        return self.view_span().start

    def view_span(self) -> Span:
        """The piece of the text that is in view, hidden lines inside it and all."""
        rows, top = self._rows, self.scroll_offset.y
        if not rows:
            return Span(0, 0)
        seen = (rows, rows.changes, top, self._height)
        if seen != self._seen:
            last = min(top + max(self._height, 1), len(rows)) - 1
            start = rows.row(min(top, last)).start
            self._view = Span(start, max(start, rows.row(last).end))
            # Wrapping what was asked for may have given rows other numbers.
            self._seen = (rows, rows.changes, top, self._height)
        return self._view

    def progress(self) -> float:
        """How much of the text has been in view by here: 1 when its end is."""
        rows = self._rows
        if not rows or self.scroll_offset.y + self._height >= len(rows):
            return 1.0
        return self.view_span().end / len(self.text)

    def scroll_page(self, direction: int) -> None:
        """A page down (1) or up (-1); two rows are seen again."""
        rows = max(1, self._height - _OVERLAP)
        self.scroll_to(y=self.scroll_offset.y + direction * rows, animate=False)

    def show(self, span: Span, end: str = "start") -> None:
        """Bring a passage to a comfortable height, unless it is at one already.

        Args:
            span: The passage.
            end: The end that is shown of a passage taller than the pane.
        """
        rows, height = self._rows, self._height
        if not rows or height <= 0:
            return
        first = rows.row_of(span.start)
        last = rows.row_of(max(span.start, span.end - 1))
        if last - first >= height:
            first = last = last if end == "end" else first
        size = last - first + 1
        above, below = int(height * _ABOVE), int(height * _BELOW)
        if size > below - above:
            above, below = 0, height
        top = self.scroll_offset.y
        if not top + above <= first <= last < top + below:
            wanted = first - min(int(height * _PUT), (height - size) // 2)
            # At the beginning and the end of a text there is nowhere to go.
            if min(max(0, wanted), max(0, len(rows) - height)) != top:
                self._go(wanted)
