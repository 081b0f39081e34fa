"""Reading one article: the text, what stands on it, and the way to the next."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Annotation, Span
from reader.resources import STYLES
from reader.text.counted import counted
from reader.text.cursor import Cursor
from reader.text.progress import Progress
from reader.tui.bindings import bindings
from reader.tui.colours import Ground, ground_of
from reader.tui.keys import READING
from reader.tui.screens.finding import FINDING
from reader.tui.screens.heading import heading
from reader.tui.screens.marks import hidden_lines, marks, quoted_as_shown
from reader.tui.screens.opening import OpeningPlace
from reader.tui.screens.place import ReadAt
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.kept import KeptRow, KeptStatic
from reader.tui.widgets.passage import Mark, PassageView
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status_line import StatusLine, Told, round_up
from reader.tui.widgets.tag_keys import TagKeys

_LOW = 16
"""Lines below which the tags with keys are not shown."""
_BESIDE_TITLE = 2
"""Cells of air beside the title line."""
_WIDE = 110
"""Cells from which the list of annotations stands beside the text."""


class ReadingScreen(OpeningPlace):
    """Shows one article; dismissed with the id of the article read last."""

    NAME = "Reading"
    CSS_PATH = STYLES / "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(READING)

    marks: var[tuple[Mark, ...]] = var(())
    annotations: var[Sequence[Annotation]] = var(())
    here: var[frozenset[str]] = var(frozenset())
    ground: var[Ground] = var(Ground.DARK)
    skips: var[Mapping[str, int]] = var({})
    """For each annotation with hidden lines inside, how many."""

    def __init__(
        self,
        desk: Desk,
        article_id: int,
        ids: Sequence[int] = (),
        span: Span | int | None = None,
    ) -> None:
        """Read one article.

        Args:
            desk: Where the library is asked.
            article_id: The article to begin with.
            ids: Those that `done` and `next-article` go through.
            span: The passage to pick at first, or an offset in it; without either,
                reading goes on where it stopped.
        """
        super().__init__(desk)
        self.series = article_id, ids
        self._span = span
        self._progress = Progress("")

    def compose(self) -> ComposeResult:
        """A title line, the text with its annotations, what is here, the keys."""
        yield KeptStatic("", id="title", markup=False)
        with KeptRow(id="main"):
            yield PassageView().data_bind(
                ReadingScreen.text,
                ReadingScreen.hidden,
                ReadingScreen.revealed,
                ReadingScreen.marks,
                ReadingScreen.picked,
                ReadingScreen.moving,
                ReadingScreen.found,
                ReadingScreen.styled,
                ReadingScreen.bright,
                ReadingScreen.labels,
                ReadingScreen.measure,
                ReadingScreen.plain_emoji,
                shared=ReadingScreen.shared_spans,
            )
            yield AnnotationPanel().data_bind(
                ReadingScreen.annotations,
                ReadingScreen.here,
                ReadingScreen.meant,
                ReadingScreen.skips,
                ReadingScreen.ground,
            )
        yield Prompt(*FINDING)
        yield StatusLine()
        yield TagKeys().data_bind(ReadingScreen.tags, ReadingScreen.ground)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Open the article."""
        self.view.focus()
        self.ground = ground_of(self.app)
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)
        self.begin()

    def begin(self) -> None:
        """Show what there is to read first."""
        article_id, _ = self.series
        self.open(article_id, self._span)

    @property
    def read_at(self) -> ReadAt:
        """What reads other articles."""
        return read_at(self.desk)

    def on_resize(self, event: events.Resize) -> None:
        """The list of annotations needs room, and so does the line of keys."""
        self.lay_out()
        self._show_title()
        self.set_class(event.size.height < _LOW, "-low")

    def lay_out(self) -> None:
        """Show the list of annotations where there is room, and it is wanted."""
        panel = self.query_one(AnnotationPanel)
        panel.display = self.side_wanted and self.size.width >= _WIDE

    def _theme_changed(self, _: object) -> None:
        self.ground = ground_of(self.app)
        self.show()

    def show(self) -> None:
        """Hand the reading down to the widgets."""
        reading = self.reading
        if reading is None or not self.is_there:
            return
        hidden = hidden_lines(reading)
        if hidden != self.hidden or (reading.is_all_hidden and not self.revealed):
            self.hidden = hidden
            self.revealed = self.revealed or reading.is_all_hidden
            self.cut()
        tagged = marks(reading.annotations, self.ground)
        self.marks = (*tagged, *self.suggested_marks())
        may = reading.annotations if hidden else ()
        inside = {a.id: self.hidden_inside(a.span) for a in may}
        self.skips = {name: count for name, count in inside.items() if count}
        spans = [each.span for each in hidden]
        self.annotations = quoted_as_shown(reading, self.skips, spans)
        self.query_one(AnnotationPanel).known = reading.has_all
        self._show_title()
        self.show_status()

    def _show_title(self) -> None:
        if self.reading is not None:
            title = self.query_one("#title", Static)
            shown = heading(self.reading, self.size.width - _BESIDE_TITLE)
            title.update(shown, layout=False)

    def cut(self) -> None:
        """Count the way through the article anew."""
        super().cut()
        self._progress = Progress(self.text, self.passages.hidden)

    def adjust(self, cursor: Cursor) -> None:
        """Give the picked passage other ends; another size alone is told, too."""
        picked, size = self.picked, self.cursor.size
        super().adjust(cursor)
        if self.picked == picked and cursor.size is not size:
            self.watch_picked()

    def watch_picked(self) -> None:
        """What is under the cursor is named beside and below the text."""
        if self.is_there:
            self.hush()
            self.brighten()
            self.show_status()

    def watch_meant(self) -> None:
        """Name it first."""
        if self.is_there:
            self.hush()
            self.show_status()

    def show_status(self) -> None:
        """Name what is under the cursor, beside the text and below it."""
        here, meant, end = self.under_cursor, self.meant, self.picked.end
        self.here = frozenset(a.id for a in here)
        self.status.told = Told(
            here=tuple(sorted(here, key=lambda a: a.id != meant)),
            also=self.about_shared(),
            size_name=self.cursor.size.value,
            # Rounded as it is shown: a line that says the same is not painted again.
            progress=round(self._progress.share(end), 2),
            minutes=round_up(self._progress.minutes_left(end)),
            about=self._about_hidden() or self.about_suggestion(),
            ground=self.ground,
        )

    def _about_hidden(self) -> str:
        """The whole reason of the picked line, if it is one of the hidden."""
        if not self.revealed:
            return ""
        reason = next((each.reason for each in self.hidden_on(self.picked)), "")
        return f"hidden (i keeps it), {reason}" if reason else ""

    def say(self, words: str, *, severity: SeverityLevel = "information") -> None:
        """Say it in the status line; only trouble comes to the corner, alone."""
        if severity == "information":
            if self.is_there:
                self._hush()  # A list that was over it may have said more.
                self.status.said = words
        else:
            self.hush()
            super().say(words, severity=severity)

    def say_in_passing(self, words: str) -> None:
        """The status line has room for it."""
        self.say(words)

    @on(AnnotationPanel.Chosen)
    def _entry_clicked(self, event: AnnotationPanel.Chosen) -> None:
        for annotation in self.annotations:
            if annotation.id == event.annotation_id:
                self.go_to_annotation(annotation)

    def action_show_hidden(self) -> None:
        """Show the hidden lines with their reasons, or hide them again."""
        if self.reading is not None and self.reading.is_all_hidden:
            self.say("All of it is hidden, so the original stays.  i keeps a line.")
            return
        self.revealed = not self.revealed
        self.cut()
        self.keep_pick()
        self.show_status()  # There is more, or less, to read now.
        count = sum(1 for h in self.hidden if h.span.of(self.text).strip())
        lines = counted(count, "hidden line")
        if not count:
            self.say("Nothing is hidden here.")
        else:
            shown = f"{lines} shown.  Z goes to the next."
            self.say(shown if self.revealed else f"{lines}.")

    def action_next_hidden(self) -> None:
        """Go to the next hidden line; after the last comes the first."""
        start = self.picked.start
        ahead = bisect_right(self.hidden, start, key=lambda each: each.span.start)
        around = chain(islice(self.hidden, ahead, None), islice(self.hidden, ahead))
        spans = (each.span for each in around if each.span.of(self.text).strip())
        if (span := next(spans, None)) is None:
            self.say("Nothing is hidden here.")
            return
        if not self.revealed:
            self.revealed = True
            self.cut()
        self.go(self.cursor.pick(self.passages, span))

    @work(group="dialog")
    async def action_browse(self) -> None:
        """Open an address of the passage or the article in the browser, after a yes."""
        from reader.tui.screens.browsing import browse

        await browse(self, self.picked.of(self.text))

    def action_side(self) -> None:
        """Show or hide the list beside the text."""
        self.side_wanted = not self.side_wanted
        self.keep_setting("side", "on" if self.side_wanted else "off")
        self.lay_out()

    def action_leave(self) -> None:
        """Drop the matches, or go back to the library."""
        if self.found and not self.sought:
            self.forget_matches()
        else:
            self.dismiss(self.reading.article.id if self.reading else None)


def read_at(desk: Desk) -> ReadAt:
    """What reads articles, for a place that is handed it."""
    return lambda article_id, span=None, ids=(): ReadingScreen(
        desk, article_id, ids, span
    )
