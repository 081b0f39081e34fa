"""The reading pane: an article's text, its marks, and the passage that is picked."""

from typing import ClassVar, Final

from textual import events
from textual.geometry import Offset, Region
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Span
from reader.text.graphemes import cluster_at
from reader.text.markdown import Styled
from reader.tui.widgets.passage.bars import Bars
from reader.tui.widgets.passage.cells import cell_of
from reader.tui.widgets.passage.hits import with_hits
from reader.tui.widgets.passage.looks import PARTS, STYLE_SHEET, Looks, looks_of
from reader.tui.widgets.passage.painter import Painter
from reader.tui.widgets.passage.pointer import PointedText
from reader.tui.widgets.passage.records import Mark
from reader.tui.widgets.passage.scene import Scene
from reader.tui.widgets.passage.scrolling import MEASURE

_NOTHING: Final = Span(0, 0)


class PassageView(PointedText):
    """Shows a text of any size, and posts what the mouse points at.

    Offsets are code points of `text`. What is set from outside is painted and nothing
    else happens: the pane picks nothing by itself.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"passage--{part}" for part in PARTS}

    DEFAULT_CSS = STYLE_SHEET

    marks: reactive[tuple[Mark, ...]] = reactive((), repaint=False)
    """The annotations, in any order."""
    picked: reactive[Span] = reactive(_NOTHING, repaint=False)
    """The passage that keys would act on."""
    moving: reactive[str] = reactive("end", repaint=False)
    """The end of it that moves: `start` or `end`, or neither when empty."""
    found: reactive[tuple[Span, ...]] = reactive(())
    """What a search found: in order, not overlapping."""
    styled: reactive[tuple[Styled, ...]] = reactive(())
    """What Markdown makes of the text, if it is such: in order, not overlapping."""
    shared: reactive[tuple[Span, ...]] = reactive(())
    """What stands word for word in other articles too: in order, not overlapping."""
    bright: reactive[Span | None] = reactive(None)
    """Everything but this and the picked passage is dimmed, if there is one."""
    labels: reactive[tuple[tuple[int, str], ...]] = reactive(())
    """Letters painted over the text at offsets, to jump to."""
    _bars: Bars = Bars((), "", MEASURE)
    _looks: Looks | None = None
    _scene: Scene | None = None
    _saw_picked: bool = False
    """Whether the picked passage was in view, since it was picked or scrolled."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        self._painter = Painter()
        super().__init__(name=name, id=id, classes=classes)

    def _forward_event(self, event: events.Event) -> None:
        """Hand a key on to the screen at once: none on its way there takes keys."""
        if isinstance(event, events.Key):
            self.screen._forward_event(event)
        else:
            super()._forward_event(event)

    # What changes, and the rows that it touches

    def on_resize(self) -> None:
        """Share out the cells again; the first time, go to the picked passage."""
        is_first = self._rows is None
        super().on_resize()
        if is_first:
            self.show(self.picked)
        self._see_picked()
        self._park_cursor()

    def watch_text(self) -> None:
        """Begin another text, at its picked passage."""
        self._bars = Bars(self.marks, self.text, self.measure)
        super().watch_text()
        self.show(self.picked)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the terminal's own cursor along."""
        super().watch_scroll_y(old_value, new_value)
        if not self._holds_place:
            self._saw_picked = self.picked.overlaps(self.view_span())
        self._park_cursor()

    def _wrap(self) -> None:
        super()._wrap()
        self._tick_scroll_bar()
        self._see_picked()

    def _see_picked(self) -> None:
        """Keep the picked passage in view, if it was, when the rows are others."""
        if self._saw_picked and not self.picked.overlaps(self.view_span()):
            with self._holding():
                self.show(self.picked)

    def watch_picked(self, old: Span, new: Span) -> None:
        """Paint the rows that change; keep a passage picked by key in view."""
        self._scene = None
        self.keep_quiet()
        self._refresh_spans(old, new)
        pointed, self._pointed = self._pointed, self._pointed if self._anchor else None
        if pointed is None or not (new.covers(pointed) or pointed.covers(new)):
            is_stretched = old.start == new.start and self.moving == "end"
            self.show(new, "end" if is_stretched else "start")
        self._saw_picked = new.overlaps(self.view_span())
        self._park_cursor()

    def watch_moving(self) -> None:
        """Paint the end that moves now."""
        self._scene = None
        self._refresh_spans(self.picked)
        self._park_cursor()

    def watch_marks(self) -> None:
        """Paint the rows of the marks that came, went or changed."""
        before, self._bars = self._bars, Bars(self.marks, self.text, self.measure)
        self._scene = None
        self._painter.clear()
        self._refresh_spans(*self._bars.changed(before))

    def watch_found(self) -> None:
        """Paint what was found, and its places on the scroll bar."""
        self.repaint_all()
        self._tick_scroll_bar()

    def _tick_scroll_bar(self) -> None:
        """Mark on the scroll bar, for each hit, about where it is in the text."""
        rows, bar = self._rows, self.vertical_scrollbar
        if not rows:
            return
        hits = {round(rows.guess_of(s.start) / len(rows), 3) for s in self.found}
        tick = self.get_component_styles("passage--found").background.with_alpha(1)
        # Textual documents that a scroll bar may be given a renderer of its own.
        bar.renderer = with_hits(tuple(hits), tick.rich_color)  # type: ignore[misc]
        bar.refresh()

    def watch_shared(self) -> None:
        """Paint the margin where other articles have the same."""
        self.repaint_all()

    def watch_labels(self) -> None:
        """Paint the letters."""
        self.repaint_all()

    def watch_styled(self) -> None:
        """Paint headings, quotes and the like as such."""
        self.repaint_all()

    def watch_bright(self) -> None:
        """Dim everything else, or no longer."""
        self.repaint_all()

    def watch_plain_emoji(self) -> None:
        """Paint emoji the other way."""
        self.repaint_all()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._looks = None
        self.repaint_all()

    def repaint_all(self) -> None:
        """Forget what was painted, and paint again."""
        self._scene = None
        self._painter.clear()
        super().repaint_all()

    def _refresh_spans(self, *spans: Span) -> None:
        """Paint the rows that these touch, of those in view, each once."""
        rows, view, touched = self._rows, self.view_span(), set[tuple[int, int]]()
        for span in spans:
            start, end = max(span.start, view.start), min(span.end, view.end)
            if rows and start < end:
                touched.add((rows.row_of(start), rows.row_of(end - 1)))
        if touched:
            top, width = self.scroll_offset.y, self.size.width
            self.refresh(*(Region(0, a - top, width, b - a + 1) for a, b in touched))

    # Painting

    def render_line(self, y: int) -> Strip:
        """One row of the pane, `y` rows from its top."""
        return self.bare_lines(y, y + 1)[0]

    def bare_lines(self, first: int, last: int) -> list[Strip]:
        """The rows from `first` to before `last`, counted from the top of the pane."""
        rows, top = self._rows, self.scroll_offset.y
        scene = self._scene or self._look()
        strips: list[Strip] = []
        if rows and scene is not None:
            shown = range(first + top, min(last + top, len(rows)))
            strips = self._painter.rows(scene, rows, shown)
        if missing := last - first - len(strips):
            strips += [Strip.blank(self.size.width, self.rich_style)] * missing
        return strips

    def _look(self) -> Scene | None:
        if self._columns is None:
            return None
        if self._looks is None:
            self._looks = looks_of(self)
        self._scene = Scene(
            self.text, self.size.width, self._columns, self._looks, self._bars,
            self.picked, self._moving_end(), self.found, self.shared,
            tuple(sorted(self.labels)), self.styled, self.bright, self.plain_emoji,
        )  # fmt: skip
        return self._scene

    def _moving_end(self) -> Span:
        """The cluster at the end of the picked passage that moves."""
        if not self.picked or not self.moving:
            return _NOTHING
        at = self.picked.start if self.moving == "start" else self.picked.end - 1
        return cluster_at(self.text, at)

    def _park_cursor(self) -> None:
        """Put the terminal's own cursor at the end that moves.

        It is not to be seen, but input methods and braille displays follow it.
        """
        rows, scene = self._rows, self._scene or self._look()
        if not rows or scene is None or not self.has_focus:
            return
        view, end = self.view_span(), scene.moving
        if view.start <= end.start < view.end:
            number = rows.row_of(end.start)
            row = rows.row(number)
            piece = self.text[row.start : row.end]
            cell = cell_of(piece, end.start - row.start, self.plain_emoji)
            at = Offset(scene.columns.left + cell, number - self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + at
