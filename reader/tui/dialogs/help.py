"""The keys of a place, as a page to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import STYLES
from reader.tui.keys import Command, layers, shown


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
            yield Static(self._page(), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _page(self) -> Content:
        parts: list[Content] = []
        for place, commands in layers(self._place).items():
            parts.append(Content.styled(place, "bold $accent"))
            parts += [_row(command) for command in commands]
            parts.append(Content(""))
        return Content("\n").join(parts)


def _row(command: Command) -> Content:
    keys = command.keys.split(",")
    names = "1 … 9" if command.each_key else "  ".join(shown(key) for key in keys)
    return Content.assemble(
        (f"  {names:<18}", "bold"), f"{command.label:<17}", (command.help, "dim")
    )
