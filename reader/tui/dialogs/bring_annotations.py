"""Annotations in from a file: first what would come of it, then, if wanted, done."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.desk import Desk
from reader.exchange.formats import FormatError
from reader.handover.coming import NothingTakenError, Report, take
from reader.resources import STYLES
from reader.store import Store, StoreError
from reader.text.safe import safe

_LONGEST = 1000
_LISTED = 6
_ABOUT = (
    "CSV, JSONL, JSON-LD, REFI-QDA, brat, or a file of Taguette, Hypothesis, Label"
    " Studio, doccano, Prodigy and others. Nothing is taken before you have seen what"
    " would come of it."
)


class BringAnnotationsDialog(ModalScreen[str | None]):
    """Dismissed with what came of it, in words, or None when nothing was taken."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen = ""
        """The path of which it was shown what would come."""
        self._is_running = False

    def compose(self) -> ComposeResult:
        """The path, and what would come of it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Bring in annotations"
            dialog.border_subtitle = "enter looks, enter again takes · escape"
            yield Input(placeholder="a file of annotations", max_length=_LONGEST)
            yield Static(_ABOUT, id="says", markup=False)

    def on_mount(self) -> None:
        """Ask for the path."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._seen = ""

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        if typed and not self._is_running:
            self._take(Path(typed).expanduser(), test=self._seen != typed)

    @work(exclusive=True)
    async def _take(self, path: Path, *, test: bool) -> None:
        self._is_running = True
        self._say("Looking…" if test else "Taking…")
        try:
            report = await self._desk.ask(lambda store: _taken(store, path, test))
        except NothingTakenError as error:
            self._seen = self.query_one(Input).value.strip()
            self._say(_told(error.report))
        except FormatError as error:
            self._say(f"That file cannot be read: {error}")
        except (StoreError, OSError) as error:
            self._say(f"Not done: {error}")
        else:
            self.dismiss(str(report))
        finally:
            self._is_running = False

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe(words)))


def _taken(store: Store, path: Path, test: bool) -> Report:
    with path.open("rb") as file:
        return take(store, file, f"import annotations from {path.name}", test=test)


def _told(report: Report) -> str:
    """What would come of it, and what to do."""
    lines = [str(report), *report.remarks, *map(str, report.unread[:_LISTED])]
    more = len(report.unread) - _LISTED
    if more > 0:
        lines.append(f"and {more:,} more")
    will = report.new or report.articles or report.tags
    last = "Enter takes them; u undoes it." if will else "There is nothing to take."
    return "\n".join([*lines, "", last])
