"""Annotations in from a file: first what would come of it, then, if wanted, done."""

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
from reader.exchange.formats import FormatError
from reader.handover.coming import NothingTakenError, Report, take
from reader.handover.run import Run, StoppedError
from reader.resources import STYLES
from reader.store import Store, StoreError
from reader.text.counted import counted
from reader.text.safe import safe
from reader.tui.replaced import replaced
from reader.tui.widgets.path_input import PathLine

_LISTED = 6
_LOOK_EVERY = 0.1
"""Seconds between two looks at how far it is."""
_ABOUT = (
    "CSV, JSONL, JSON-LD, REFI-QDA, brat, UIMA CAS JSON, or a file of Taguette,"
    " Hypothesis, Label Studio, doccano, Prodigy and others. Nothing is taken before"
    " you have seen what would come of it."
)


class BringAnnotationsDialog(ModalScreen[str | None]):
    """Dismissed with what came of it, in words, or None when nothing was taken."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen = ""
        """The path of which it was shown what would come."""
        self._total: int | None = None
        """How many annotations are in that file."""
        self._run: Run | None = None
        """The look or the import under way."""

    def compose(self) -> ComposeResult:
        """The path, and what would come of it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Bring in annotations"
            dialog.border_subtitle = "tab completes · enter looks, again takes · escape"
            yield PathLine(placeholder="a file of annotations")
            yield Static(_ABOUT, id="says", markup=False)
            yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Ask for the path."""
        self.query_one(ProgressBar).display = False
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._seen = ""

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        if typed and not self._run:
            self._take(Path(typed).expanduser(), test=self._seen != typed)

    def action_stop(self) -> None:
        """Stop what is under way, of which nothing stays; or leave."""
        if self._run:
            self._run.stop()
        else:
            self.dismiss(None)

    @work(exclusive=True)
    async def _take(self, path: Path, *, test: bool) -> None:
        self._run = run = Run()
        self._say("Looking…" if test else "Taking…")
        bar = self.query_one(ProgressBar)
        bar.update(total=None if test else self._total, progress=0)
        ticking = self.set_interval(_LOOK_EVERY, self._tick)
        try:
            report = await self._desk.ask(lambda store: _taken(store, path, test, run))
        except NothingTakenError as error:
            self._seen = self.query_one(Input).value.strip()
            self._total = error.report.marks
            self._say(_told(error.report))
        except StoppedError:
            self._say("Stopped; nothing was taken.")
        except FormatError as error:
            self._say(f"That file cannot be read: {error}")
        except (StoreError, OSError) as error:
            self._say(f"Not done: {error}")
        else:
            self.dismiss(str(report))
        finally:
            ticking.stop()
            bar.display = False
            self._run = None

    def _tick(self) -> None:
        """Show how far it is; a short file never gets as far as a bar."""
        if self._run:
            bar = self.query_one(ProgressBar)
            bar.display = True
            bar.update(progress=self._run.done)
            doing = "Looking" if bar.total is None else "Taking"
            self._say(f"{doing}… {counted(self._run.done, 'annotation')} so far")

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe(words)))


def _taken(store: Store, path: Path, test: bool, run: Run) -> Report:
    label = f"import annotations from {path.name}"
    with path.open("rb") as file:
        return take(store, file, label, test=test, run=run)


def _told(report: Report) -> str:
    """What would come of it, and what to do."""
    lines = [str(report), *report.remarks, *map(str, report.unread[:_LISTED])]
    more = len(report.unread) - _LISTED
    if more > 0:
        lines.append(f"and {more:,} more")
    if report.replaced:
        lines.append(replaced(report.replaced, "place"))
    will = report.new or report.articles or report.tags
    last = "Enter takes them; u undoes it." if will else "There is nothing to take."
    return "\n".join([*lines, "", last])
