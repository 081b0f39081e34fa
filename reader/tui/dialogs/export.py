"""Where the annotations go, as a CSV file."""

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
from reader.resources import STYLES
from reader.store import StoreError
from reader.text.safe import safe_line

_LONGEST = 1000


class ExportDialog(ModalScreen[str | None]):
    """Dismissed with what was done, in words, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sure = ""
        """The path that Enter would overwrite, once the user has been asked."""

    def compose(self) -> ComposeResult:
        """The path, and what is in the way."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Export annotations as CSV"
            dialog.border_subtitle = "enter writes · escape"
            yield Input("annotations.csv", max_length=_LONGEST)
            yield Static("", id="says", markup=False)

    def on_mount(self) -> None:
        """Say what will be written."""
        self.query_one(Input).focus()
        self._count()

    @work
    async def _count(self) -> None:
        count = await self._desk.ask(lambda store: store.annotations.count())
        self._say(f"{count:,} annotation{'' if count == 1 else 's'}, one row each.")

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe_line(words)))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._sure = ""

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        path = Path(typed).expanduser()
        if not typed:
            self._say("Type a file name.")
        elif path.is_dir():
            self._say("That is a folder; add a file name.")
        elif path.exists() and self._sure != typed:
            self._sure = typed
            self._say("That file exists. Enter again replaces it; escape keeps it.")
        else:
            self._write(path, replace=self._sure == typed)

    @work(exclusive=True)
    async def _write(self, path: Path, *, replace: bool) -> None:
        from reader.exchange.formats import FORMATS
        from reader.handover.leaving import Leaving, export

        try:
            done = await self._desk.ask(
                lambda store: export(Leaving(store), FORMATS[0], path, replace=replace)
            )
        except (StoreError, OSError) as error:
            self._say(f"Not written: {error}")
        else:
            self.dismiss(f"{done} written to {path}")
