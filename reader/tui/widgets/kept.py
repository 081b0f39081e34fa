"""Widgets that keep what they have painted, line by line."""

from typing import Self

from textual.color import TRANSPARENT, Color
from textual.containers import Horizontal
from textual.filter import LineFilter
from textual.geometry import Region
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

_Asked = tuple[Region, tuple[LineFilter, ...]]


class Kept(Widget):
    """A widget that makes a line anew only when it was told to refresh it.

    Textual asks all widgets between the first line that changes and the last one for
    all their lines, and lays padding, borders and filters round each again. On a
    screen whose text is gone through by keys, that was a third of a key.

    It stands behind the class whose styles are to be inherited: Textual looks for them
    at the first base alone.
    """

    _strips: list[Strip] | None = None
    """The lines as they were asked for last."""
    _asked: _Asked | None = None
    _ground: Color = TRANSPARENT
    """The background when all lines were made last."""
    _stale: frozenset[int] = frozenset()
    """The lines of these that are to be made anew."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint all anew, or the lines of some regions of the content."""
        if regions:
            above = self.content_offset.y
            lines = (line + above for each in regions for line in each.line_range)
            self._stale = self._stale.union(lines)
        else:
            self._strips = None
        is_more = layout or recompose or isinstance(self, Screen)
        if is_more or not (repaint and self._is_mounted and self.is_attached):
            return super().refresh(
                *regions, repaint=repaint, layout=layout, recompose=recompose
            )
        self._paint_again(*regions)
        return self

    def _paint_again(self, *regions: Region) -> None:
        """Have these, or all, in the next picture.

        Textual has a widget tell its screen so by messages, through both their queues.
        With three widgets that change, that was a fifth of a key.
        """
        if not regions:
            self._layout_cache.clear()
            self.clear_cached_dimensions()
            self._rich_style_cache.clear()
        self._set_dirty(*regions)
        screen = self.screen
        if self in screen._compositor:
            screen._dirty_widgets.add(self)
            screen._update_timer.resume()

    def notify_style_update(self) -> None:
        """Paint all anew in other colours."""
        self._strips = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget, those that are kept as they were."""
        asked = crop, tuple(self.get_line_filters())
        stale = self._stale.intersection(crop.line_range)
        if asked != self._asked or len(stale) > crop.height // 2:
            self._strips = None
        if self._strips is None:
            self._ground = self.background_colors[1]
            self._strips = self.make_lines(crop)
        else:
            for y in stale:
                line = Region(crop.x, y, crop.width, 1)
                (self._strips[y - crop.y],) = self.make_lines(line)
        self._asked, self._stale = asked, frozenset()
        return self._strips

    def make_lines(self, crop: Region) -> list[Strip]:
        """Make the lines of a region anew.

        Textual would lay borders and padding round each, which makes another strip of
        it every time; without them a strip that a widget keeps stays the same, and
        with it what Textual has already made of it.
        """
        if self.styles.gutter or self.opacity < 1:
            return super().render_lines(crop)
        strips = self.bare_lines(crop.y, crop.bottom)
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, self._ground) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def bare_lines(self, first: int, last: int) -> list[Strip]:
        """The lines from `first` to before `last`, as the widget paints them."""
        return [self.render_line(y) for y in range(first, last)]


class KeptRow(Horizontal, Kept):
    """Widgets side by side; what shows between them hardly ever changes."""


class KeptStatic(Static, Kept):
    """Words that hardly ever change."""


class KeptBar(ScrollBar, Kept):
    """A scroll bar that is painted when it changes, not at each key."""


class KeptScroll(ScrollView, Kept, can_focus=True, inherit_bindings=False):
    """Rows that are painted on demand, and scrolled.

    The keys are the screen's, so those of a scrolling widget are not taken over.
    """

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = KeptBar(
                name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def refresh_rows(self, *rows: int) -> None:
        """Paint these rows anew, counted from the first of all."""
        top, width = self.scroll_offset.y, self.size.width
        self.refresh(*(Region(0, row - top, width, 1) for row in rows))
