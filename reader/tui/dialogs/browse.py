"""An address that the browser is to open: shown whole, and asked about first."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import STYLES
from reader.text.safe import safe_line
from reader.text.web_address import WebAddress
from reader.tui.browser import opened

_LEAVES = "This leaves the machine: the site will know that you came."
_NO_BROWSER = (
    "No browser could be started from here; $BROWSER may name one. Copy the address"
    " from above, or open it where there is one."
)


class BrowseDialog(ModalScreen[bool]):
    """Dismissed with whether a browser has opened the address."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,n", "dismiss(False)", "Cancel"),
        Binding("enter,y", "open", "Open"),
    ]

    def __init__(self, address: WebAddress) -> None:
        super().__init__()
        self._address = address
        self._is_opening = False

    def compose(self) -> ComposeResult:
        """Where it leads, the whole address, what it means to open it."""
        where = Content.assemble(
            "It leads to ", (safe_line(self._address.host), "bold")
        )
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = "Open this address in the browser?"
            dialog.border_subtitle = "enter opens it · escape"
            yield Static(where, id="where", markup=False)
            yield Static(
                Content(safe_line(self._address.written)), id="address", markup=False
            )
            yield Static(_LEAVES, id="says", markup=False)

    def action_open(self) -> None:
        """Open it, once, however often that is said."""
        if not self._is_opening:
            self._is_opening = True
            self._open()

    @work
    async def _open(self) -> None:
        try:
            is_open = await opened(self.app, self._address)
        except OSError as error:
            self._say(f"No browser could be started: {error.strerror}.")
        else:
            if is_open:
                self.dismiss(True)
            else:
                self._say(_NO_BROWSER)
        self._is_opening = False

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe_line(words)))
