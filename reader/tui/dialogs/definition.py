"""What a tag means, in the codebook's words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.model import Tag
from reader.resources import STYLES
from reader.text.safe import safe_line
from reader.tui.markdown import rendered


class DefinitionDialog(ModalScreen[None]):
    """One page that any of the usual keys closes."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,D", "dismiss", "Close"),
    ]

    def __init__(self, tag: Tag) -> None:
        super().__init__()
        self._tag = tag

    def compose(self) -> ComposeResult:
        """The definition, or where to write one."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._tag.path))
            dialog.border_subtitle = "escape closes"
            meaning = self._tag.description or (
                "The codebook does not say yet what this tag means."
            )
            yield Static(rendered(meaning), markup=False)
