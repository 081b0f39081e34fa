"""Typing one short text: a tag's path, its key, an attribute."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.resources import STYLES
from reader.text.safe import safe_line


class NameDialog(ModalScreen[str | None]):
    """Dismissed with what was typed, without blanks around it, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
    ]

    def __init__(
        self,
        title: str,
        about: str,
        value: str = "",
        *,
        says: Callable[[str], str] = lambda _: "",
        longest: int = 200,
    ) -> None:
        """Ask for a text.

        Args:
            title: What is being asked.
            about: A sentence on what the text is for.
            value: What stands there at first.
            says: What there is to say to what was typed so far.
            longest: Code points that can be typed.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._value = value
        self._says = says
        self._longest = longest

    def compose(self) -> ComposeResult:
        """What it is about, the input, and what there is to say to it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "enter keeps it · escape"
            yield Static(Content(safe_line(self._about)), id="passage", markup=False)
            yield Input(
                safe_line(self._value), max_length=self._longest, select_on_focus=False
            )
            yield Static("", id="says", markup=False)

    def on_mount(self) -> None:
        """Type at the end."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = self._says(event.value.strip())
        self.query_one("#says", Static).update(Content(safe_line(words)))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
