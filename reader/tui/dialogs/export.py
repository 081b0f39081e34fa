"""Annotations out: what of them, in which format, where to, with a look at it first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, ProgressBar, Static

from reader.desk import Desk
from reader.exchange.formats import FORMATS, of_path
from reader.exchange.outgoing import Written
from reader.handover.leaving import Leaving, export
from reader.handover.preview import preview
from reader.handover.run import Run, StoppedError
from reader.resources import STYLES
from reader.store import Store, StoreError
from reader.store.bulk import Chosen
from reader.text.counted import counted
from reader.text.safe import safe, safe_line
from reader.tui.dialogs.pick import PickDialog

_LONGEST = 1000
_FORMATS = tuple(form for form in FORMATS if form.writes)
_LOOK_EVERY = 0.1
"""Seconds between two looks at how far a long export is."""

Choice = tuple[str, Chosen]
"""Which annotations are meant, in words and as the store takes it."""


_ALL: Choice = ("all annotations", Chosen())


class ExportDialog(ModalScreen[str | None]):
    """Dismissed with what was done, in words, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop"),
        Binding("down", "turn(1)", "Next format"),
        Binding("up", "turn(-1)", "Format before"),
        Binding("tab", "choose", "Which annotations", priority=True),
    ]

    def __init__(
        self, desk: Desk, article_id: int | None = None, ticked: Sequence[int] = ()
    ) -> None:
        """Take what can be exported alone.

        Args:
            desk: The library.
            article_id: The article that is open or marked, if one is.
            ticked: Those that are ticked; they are meant, unless others are chosen.
        """
        super().__init__()
        self._desk = desk
        self._first = _ticked(ticked)
        self._article_id = article_id
        self._form = _FORMATS[0]
        self._choice = (*self._first, _ALL)[0]
        self._total = 0
        self._run: Run | None = None
        """The export under way."""
        self._sure = ""
        """The path that Enter would overwrite, once the user has been asked."""
        self._done: str | None = None
        """What was written, while its notes are read."""

    def compose(self) -> ComposeResult:
        """The path, the two choices, a look at the file, and what is in the way."""
        with Vertical(classes="dialog -tall") as dialog:
            dialog.border_title = "Export"
            dialog.border_subtitle = "enter writes · ↑↓ format · tab what · escape"
            yield Input("annotations.csv", max_length=_LONGEST)
            yield Static("", id="export-choices", markup=False)
            yield Static("", id="export-preview", markup=False)
            yield Static("", id="says", markup=False)
            yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Show what would be written."""
        self.query_one(ProgressBar).display = False
        self.query_one(Input).focus()
        self._look()

    def action_turn(self, by: int) -> None:
        """Take another format, and give the file its ending."""
        place = (_FORMATS.index(self._form) + by) % len(_FORMATS)
        self._form = _FORMATS[place]
        typed = self.query_one(Input)
        path = Path(typed.value or "annotations")
        ending = path.suffix if of_path(path) else ""
        with self.prevent(Input.Changed):
            typed.value = typed.value.removesuffix(ending) + self._form.suffix
            typed.cursor_position = len(typed.value)
        self._sure = ""
        self._done = None
        self._look()

    @work(group="dialog")
    async def action_choose(self) -> None:
        """Ask which annotations are meant."""
        if self._run:
            return
        choices = await self._ask_choices()
        rows = [Content(safe_line(words)) for words, _ in choices]
        found = await self.app.push_screen_wait(
            PickDialog("Which annotations", "What is to be exported?", rows)
        )
        if found is not None:
            self._choice = choices[found]
            self._look()

    async def _ask_choices(self) -> list[Choice]:
        try:
            found = await self._desk.ask(partial(_choices, article_id=self._article_id))
        except StoreError as error:
            self._say(f"Not done: {error}")
            found = [_ALL]
        return [*self._first, *found]

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Show the two choices, the first rows, and how many there are."""
        form, (words, chosen) = self._form, self._choice
        try:
            self._total, seen = await self._desk.ask(
                lambda store: (store.bulk.count(chosen), preview(store, form, chosen))
            )
        except (StoreError, OSError) as error:
            self._total, seen = 0, str(error)
        faint = "$foreground 65%"
        self.query_one("#export-choices", Static).update(
            Content.assemble(
                ("format  ", faint),
                (form.name, "bold"),
                f"  {form.title}\n",
                ("what    ", faint),
                (safe_line(words), "bold"),
                f"  {counted(self._total, 'annotation')}\n",
                ("without ", faint),
                form.loses or "nothing is left out",
            )
        )
        lines = [safe_line(line) for line in seen.split("\n")]
        self.query_one("#export-preview", Static).update(Content("\n".join(lines)))
        self._say("" if self._total else "There is nothing to export yet: t tags.")

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe_line(words)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._sure = ""
        self._done = None
        found = of_path(Path(event.value.strip()))
        if found and found.writes and found.suffix != self._form.suffix:
            self._form = found
            self._look()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        path = Path(typed).expanduser()
        if self._done:
            self.dismiss(self._done)
        elif not typed:
            self._say("Type a file name.")
        elif path.is_dir():
            self._say("That is a folder; add a file name.")
        elif path.exists() and self._sure != typed:
            self._sure = typed
            self._say("That file exists. Enter again replaces it; escape keeps it.")
        elif not self._run:
            self._write(path, replace=self._sure == typed)

    def action_stop(self) -> None:
        """Stop what is being written, of which nothing stays; or leave."""
        if self._run:
            self._run.stop()
        else:
            self.dismiss(self._done)

    @work(exclusive=True, group="export")
    async def _write(self, path: Path, *, replace: bool) -> None:
        form, (_, chosen) = self._form, self._choice
        self._run = run = Run()

        def write(store: Store) -> Written:
            leaving = Leaving(store, chosen, run=run)
            return export(leaving, form, path, replace=replace)

        bar = self.query_one(ProgressBar)
        bar.update(total=self._total or None, progress=0)
        ticking = self.set_interval(_LOOK_EVERY, self._tick)
        try:
            done = await self._desk.ask(write)
        except StoppedError:
            self._say("Stopped; nothing was written.")
        except (StoreError, OSError) as error:
            self._say(f"Not written: {error}")
        else:
            self._finish(f"{done} written to {path}", done.notes)
        finally:
            ticking.stop()
            bar.display = False
            self._run = None

    def _finish(self, said: str, notes: tuple[str, ...]) -> None:
        """Leave, or tell first what the format could not carry."""
        if not notes:
            self.dismiss(said)
            return
        self._done = said
        lines = [f"{said}. Enter closes.", *notes]
        self.query_one("#says", Static).update(Content(safe("\n".join(lines))))

    def _tick(self) -> None:
        """Show how far it is; a short export never gets as far as a bar."""
        if self._run:
            bar = self.query_one(ProgressBar)
            bar.display = True
            bar.update(progress=self._run.done)


def _ticked(ids: Sequence[int]) -> list[Choice]:
    """The ticked articles, if there are any."""
    if not ids:
        return []
    return [(f"{counted(len(ids), 'ticked article')}", Chosen(articles=ids))]


def _choices(store: Store, article_id: int | None) -> list[Choice]:
    """All that can be exported alone: this article, a tag, a coder's work."""
    found: list[Choice] = [_ALL]
    if article_id is not None and (article := store.articles.one(article_id)):
        found.append((f"this article: {article.title}", Chosen(articles=[article.id])))
    coders = store.coders.names()
    if len(coders) > 1:
        found += [(f"coder: {name}", Chosen(coder=name)) for name in coders]
    tags = [tag for tag in store.tags.all() if tag.uses]
    return found + [(f"tag: {tag.path}", Chosen(tag=tag.path)) for tag in tags]
