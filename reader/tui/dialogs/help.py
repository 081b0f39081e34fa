"""The keys of a place, as a page to read."""

from collections.abc import Sequence
from itertools import chain
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import STYLES
from reader.tui.keys import Command, as_mapped, layers, shown
from reader.tui.widgets.explained import Explained

_ROOMY = 80
"""Columns of a window from which there is room for the names of the commands, too."""

_GAP = 2
"""Cells between two columns."""


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
            keymap = self.app._keymap
            there = {
                place: as_mapped(rows, keymap)
                for place, rows in layers(self._place).items()
            }
            every = list(chain.from_iterable(there.values()))
            widths = (
                max(len(_keys(command)) for command in every),
                max(len(command.label) for command in every),
            )
            for place, commands in there.items():
                yield Static(Content.styled(place, "bold $accent"), markup=False)
                rows = self._rows(commands, *widths)
                yield Static(rows, classes="keys", markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _rows(self, commands: Sequence[Command], keys: int, label: int) -> Explained:
        """Keys, name and meaning in columns.

        Args:
            commands: The rows.
            keys: The cells of the longest keys of the page.
            label: Those of the longest name: every part of it has the same columns.
        """
        # Where there is little room the meaning says what the name says.
        is_roomy = self.app.size.width >= _ROOMY
        rows = [
            (
                Text(_keys(command), "bold"),
                *([Text(command.label)] if is_roomy else []),
                Text(command.help, "dim"),
            )
            for command in commands
        ]
        return Explained(rows, (keys, label) if is_roomy else (keys,), _GAP)


def _keys(command: Command) -> str:
    if command.each_key:
        return "1 … 9"
    return "  ".join(shown(key) for key in command.keys.split(","))
