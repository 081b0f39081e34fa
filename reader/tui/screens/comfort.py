"""How the text is set for reading: its width, focus mode, emoji; kept for next time."""

import os
import re
from collections.abc import Mapping
from typing import Final

from textual.reactive import var

from reader.model import Span
from reader.text.passages import Size
from reader.tui.screens.finding import FindingPlace
from reader.tui.widgets.passage import MEASURE

_NARROWEST: Final = 40
_WIDEST: Final = 160
_STEP: Final = 8
_GOOD_TMUX: Final = (3, 5)
"""tmux 3.3 was seen to set joined emoji askew; newer ones are trusted."""


class ComfortPlace(FindingPlace):
    """Owns what the eyes want; none of it is a step to undo."""

    measure: var[int] = var(MEASURE)
    """The most cells of a row of text."""
    plain_emoji: var[bool] = var(False)
    focus_mode: var[bool] = var(False)
    bright: var[Span | None] = var(None)
    """What is not dimmed, in focus mode."""
    side_wanted: var[bool] = var(True)

    def take_settings(self, settings: Mapping[str, str]) -> None:
        """Set the text as it was set last."""
        kept = settings.get("measure", "")
        self.measure = int(kept) if kept.isdecimal() else MEASURE
        emoji = settings.get("emoji")
        self.plain_emoji = emoji == "simple" if emoji else draws_emoji_askew()
        self.focus_mode = settings.get("focus") == "on"
        self.side_wanted = settings.get("side") != "off"

    def keep_setting(self, name: str, value: str) -> None:
        """Have it so at the next start too."""
        self.desk.post("the setting", lambda store: store.settings.put(name, value))

    def action_narrower(self) -> None:
        """Set the text in shorter rows."""
        self._set_measure(-_STEP)

    def action_wider(self) -> None:
        """Set the text in longer rows."""
        self._set_measure(_STEP)

    def _set_measure(self, step: int) -> None:
        self.measure = min(max(self.measure + step, _NARROWEST), _WIDEST)
        self.keep_setting("measure", str(self.measure))
        self.say(f"Rows of at most {self.measure} cells.")

    def action_simple_emoji(self) -> None:
        """Show joined emoji and flags simply, where the terminal sets them askew."""
        self.plain_emoji = not self.plain_emoji
        self.keep_setting("emoji", "simple" if self.plain_emoji else "joined")
        self.say(
            "Joined emoji as the first of them, flags as letters."
            if self.plain_emoji
            else "Joined emoji as they are."
        )

    def action_focus_mode(self) -> None:
        """Dim everything but the sentence."""
        self.focus_mode = not self.focus_mode
        self.keep_setting("focus", "on" if self.focus_mode else "off")

    def watch_focus_mode(self) -> None:
        """Dim, or no longer."""
        self.brighten()

    def brighten(self) -> None:
        """In focus mode, light the sentences that the picked passage is in."""
        if not self.focus_mode:
            self.bright = None
            return
        first = self.passages.at(self.picked.start, Size.SENTENCE)
        last = self.passages.at(max(0, self.picked.end - 1), Size.SENTENCE)
        spans = [span for span in (first, last, self.picked) if span]
        start = min((span.start for span in spans), default=0)
        self.bright = Span(start, max((span.end for span in spans), default=0))


def draws_emoji_askew() -> bool:
    """Whether the terminal is known to set joined emoji in other widths than Rich's."""
    if os.environ.get("TERM") == "linux":
        return True
    version = os.environ.get("TERM_PROGRAM_VERSION", "")
    found = re.match(r"(\d+)\.(\d+)", version)
    if os.environ.get("TERM_PROGRAM") != "tmux" or found is None:
        return False
    return (int(found[1]), int(found[2])) < _GOOD_TMUX
