"""Waiting for one key, with the screen below in full sight."""

from textual import events
from textual.screen import ModalScreen

from reader.resources import STYLES


class JumpDialog(ModalScreen[str]):
    """Dismissed with the character that was typed; empty for any other key."""

    CSS_PATH = STYLES / "dialogs.tcss"

    def on_key(self, event: events.Key) -> None:
        """One key is the answer."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character or "")

    def on_click(self) -> None:
        """A click is no letter."""
        self.dismiss("")
