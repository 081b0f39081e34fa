"""A few ways to go on, of which one is picked."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.resources import STYLES
from reader.text.safe import safe_line


class PickDialog(ModalScreen[int | None]):
    """Dismissed with the place of the picked row, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("j", "next"),
        Binding("k", "previous"),
    ]

    def __init__(
        self, title: str, about: str, rows: Sequence[Content], marked: int = 0
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._rows = rows
        self._marked = marked

    def compose(self) -> ComposeResult:
        """What it is about, and the rows."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "enter chooses · escape"
            yield Static(Content(safe_line(self._about)), id="passage", markup=False)
            yield OptionList(*(Option(row) for row in self._rows), markup=False)

    def on_mount(self) -> None:
        """Mark the row that is meant most often."""
        listed = self.query_one(OptionList)
        listed.focus()
        listed.highlighted = self._marked

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_next(self) -> None:
        """Mark the next row."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Mark the row before."""
        self.query_one(OptionList).action_cursor_up()
