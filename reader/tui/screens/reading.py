"""Reading one article: the text, what stands on it, and the way to the next."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Annotation, Span, Step
from reader.resources import STYLES
from reader.store import Reading, Store
from reader.text.progress import Progress
from reader.tui.bindings import bindings
from reader.tui.keys import READING
from reader.tui.screens.finding import FINDING
from reader.tui.screens.heading import heading
from reader.tui.screens.marks import hidden_lines, marks, quoted_as_shown
from reader.tui.screens.series import SeriesPlace
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.kept import KeptRow, KeptStatic
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.passage import Mark, PassageView
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status_line import StatusLine, round_up
from reader.tui.widgets.tag_keys import TagKeys

_LOW = 16
"""Lines below which the tags with keys are not shown."""
_WIDE = 110
"""Cells from which the list of annotations stands beside the text."""


class ReadingScreen(SeriesPlace):
    """Shows one article; dismissed with the id of the article read last."""

    NAME = "Reading"
    CSS_PATH = STYLES / "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(READING)

    marks: var[tuple[Mark, ...]] = var(())
    annotations: var[Sequence[Annotation]] = var(())
    here: var[frozenset[str]] = var(frozenset())
    dark: var[bool] = var(True)
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
                ReadingScreen.dark,
            )
        yield Prompt(*FINDING)
        yield StatusLine()
        yield TagKeys().data_bind(ReadingScreen.tags, ReadingScreen.dark)
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        """Open the article."""
        self.view.focus()
        self.dark = self.app.current_theme.dark
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)
        self.begin()

    def begin(self) -> None:
        """Show what there is to read first."""
        article_id, _ = self.series
        self.open(article_id, self._span)

    def on_unmount(self) -> None:
        """Remember the place, however the screen was left."""
        self.keep_place()

    def on_resize(self, event: events.Resize) -> None:
        """The list of annotations needs room, and so does the line of keys."""
        self._lay_out(event.size.width)
        self.set_class(event.size.height < _LOW, "-low")

    def _lay_out(self, width: int) -> None:
        panel = self.query_one(AnnotationPanel)
        panel.display = self.side_wanted and width >= _WIDE

    def _theme_changed(self, _: object) -> None:
        self.dark = self.app.current_theme.dark
        self.show()

    @work(group="open", exclusive=True)
    async def open(self, article_id: int, at: Span | int | None = None) -> None:
        """Show an article at a span, at an offset, or where reading stopped."""
        self.keep_place()

        def begin(store: Store) -> tuple[Reading | None, dict[str, str]]:
            store.articles.begin(article_id)
            return store.reading(article_id), store.settings.all()

        found = await self.ask(begin)
        await self.read_codebook()
        if not self.is_attached:
            return
        reading = found[0] if found else None
        if found is None or reading is None:
            self.say("That article is not in the library any more.")
            self.dismiss(None)
            return
        self.take_settings(found[1])
        self.take(reading)
        if isinstance(at, Span):
            if any(hidden.span.covers(at) for hidden in self.hidden):
                self.revealed = True
                self.cut()
            self.go(self.cursor.pick(self.passages, at))
        else:
            self.go_to(reading.place if at is None else at)

    def take(self, reading: Reading) -> None:
        """Show another article; the cursor is on nothing yet."""
        self._lay_out(self.size.width)
        self.revealed = False
        self.forget_matches()
        self.forget_shared()
        self.picked = Span(0, 0)
        self.styled = ()
        self.text = reading.version.text
        self.reading = reading
        self.style()
        self.cut()
        self.show()
        self.mark_sought()

    async def renew(self) -> None:
        """Read again what the store says of this article, and show it."""
        if self.reading is None:
            return
        article_id = self.reading.article.id
        reading = await self.ask(lambda store: store.reading(article_id))
        await self.read_codebook()
        if reading is not None and reading.version.text != self.text:
            self.take(reading)
            self.go_to(reading.place)
            self.say("The article has a newer text; this is it.")
        elif reading is not None:
            before, self.reading = self.hidden, reading
            self.show()
            if self.hidden != before and not self.revealed:
                self.go_to(self.picked.start)

    async def look_again(self) -> None:
        """Rules may have changed what is hidden; what was said stays."""
        said = self.query_one(StatusLine).said
        await self.renew()
        for status in self.query(StatusLine):
            status.said = status.said or said

    def show(self) -> None:
        """Hand the reading down to the widgets."""
        reading = self.reading
        if reading is None or not self.is_attached:
            return  # Or the reader has left meanwhile.
        hidden = hidden_lines(reading)
        if hidden != self.hidden or (reading.is_all_hidden and not self.revealed):
            self.hidden = hidden
            self.revealed = self.revealed or reading.is_all_hidden
            self.cut()
        by_name = self.app.native_ansi_color
        tagged = marks(reading.annotations, dark=self.dark, by_name=by_name)
        self.marks = (*tagged, *self.suggested_marks())
        inside = {a.id: self.hidden_inside(a.span) for a in reading.annotations}
        self.skips = {name: count for name, count in inside.items() if count}
        self.annotations = quoted_as_shown(reading, self.skips, self.passages)
        self.query_one("#title", Static).update(heading(reading), layout=False)
        self._show_status()

    def cut(self) -> None:
        """Count the way through the article anew."""
        super().cut()
        self._progress = Progress(self.text, self.passages.hidden)

    def watch_picked(self) -> None:
        """What is under the cursor is named beside and below the text."""
        if self.is_mounted:
            self.brighten()
            self._show_status()

    def watch_meant(self) -> None:
        """Name it first."""
        if self.is_mounted:
            self._show_status()

    def _show_status(self) -> None:
        here = self.under_cursor
        self.here = frozenset(a.id for a in here)
        status = self.query_one(StatusLine)
        status.said = self._about_hidden() or self.about_suggestion()
        status.dark = self.dark
        self.tell_shared()
        status.here = tuple(sorted(here, key=lambda a: a.id != self.meant))
        status.size_name = self.cursor.size.value
        # Rounded as it is shown: a line that says the same is not painted again.
        status.progress = round(self._progress.share(self.picked.end), 2)
        status.minutes = round_up(self._progress.minutes_left(self.picked.end))

    def _about_hidden(self) -> str:
        """The whole reason of the picked line, if it is one of the hidden."""
        if not self.revealed:
            return ""
        reasons = (h.reason for h in self.hidden if h.span.overlaps(self.picked))
        reason = next(reasons, "")
        return f"hidden, {reason}.  i keeps it" if reason else ""

    def say(self, words: str, *, severity: SeverityLevel = "information") -> None:
        """Say it in the status line; only trouble comes to the corner."""
        if severity == "information":
            for status in self.query(StatusLine):
                status.said = words
        else:
            super().say(words, severity=severity)

    def keep_place(self) -> None:
        """Remember where reading stopped."""
        if self.reading is not None:
            article_id, offset = self.reading.article.id, self.picked.start
            self.desk.post(lambda store: store.articles.set_place(article_id, offset))

    async def came_back(self, step: Step) -> None:
        """Show what a step left behind; in another article, go there."""
        current = self.reading.article.id if self.reading else None
        if step.article_id is not None and step.article_id != current:
            await self.over(self.open(step.article_id, step.offset))
        else:
            await self.renew()

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
        self.go_to(self.picked.start)
        count = sum(1 for h in self.hidden if h.span.of(self.text).strip())
        lines = f"{count} hidden line{'' if count == 1 else 's'}"
        if not count:
            self.say("Nothing is hidden here.")
        else:
            self.say(f"{lines} shown, dimmed." if self.revealed else f"{lines}.")

    def action_side(self) -> None:
        """Show or hide the list beside the text."""
        self.side_wanted = not self.side_wanted
        self.keep_setting("side", "on" if self.side_wanted else "off")
        self._lay_out(self.size.width)

    def action_leave(self) -> None:
        """Drop the matches, or go back to the library."""
        if self.found and not self.sought:
            self.forget_matches()
        else:
            self.dismiss(self.reading.article.id if self.reading else None)
