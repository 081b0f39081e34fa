"""Waiting for a key or two, with the screen below in full sight."""

from collections.abc import Callable

from textual import events
from textual.screen import ModalScreen

from reader.resources import STYLES


class JumpDialog(ModalScreen[str]):
    """Dismissed with the characters that were typed; empty for any other key."""

    CSS_PATH = STYLES / "dialogs.tcss"

    def __init__(self, heard: Callable[[str], bool] | None = None) -> None:
        """Wait for one key.

        Args:
            heard: Told the first key; for a second one to be waited for, it says yes.
        """
        super().__init__()
        self._heard = heard
        self._first = ""

    def on_key(self, event: events.Key) -> None:
        """One key is the answer, or two are."""
        event.stop()
        event.prevent_default()
        key = "\r" if event.key == "enter" else event.character or ""
        if not self._first and self._heard is not None and self._heard(key):
            self._first = key
        else:
            self.dismiss(self._first + key)

    def on_click(self) -> None:
        """A click is no letter."""
        self.dismiss("")
