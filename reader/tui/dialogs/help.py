"""The keys of a place, as a page to read."""

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import STYLES
from reader.tui.keys import Command, layers, shown

_ROOMY = 80
"""Columns of a window from which there is room for the names of the commands, too."""


class HelpDialog(ModalScreen[None]):
    """The rows of the key table for one place, then those for everywhere."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close"),
        Binding("j", "scroll(1)"),
        Binding("k", "scroll(-1)"),
    ]

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="dialog -tall") as dialog:
            dialog.border_title = Content(f"Keys · {self._place}")
            dialog.border_subtitle = "escape closes"
            for place, commands in layers(self._place).items():
                yield Static(Content.styled(place, "bold $accent"), markup=False)
                yield Static(self._rows(commands), classes="keys", markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _rows(self, commands: tuple[Command, ...]) -> Table:
        """Keys, name and meaning in columns; a long meaning goes on in its own."""
        table = Table.grid(padding=(0, 2, 0, 0))
        for command in commands:
            columns = [Text(_keys(command), "bold"), Text(command.label)]
            if self.app.size.width < _ROOMY:  # the meaning says what the name says
                columns.pop()
            table.add_row(*columns, Text(command.help, "dim"))
        return table


def _keys(command: Command) -> str:
    if command.each_key:
        return "1 … 9"
    return "  ".join(shown(key) for key in command.keys.split(","))
