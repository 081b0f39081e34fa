"""The smallest app round the pane, started with a file and a number of marks."""

import re
import sys
from pathlib import Path
from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from reader.model import Span
from reader.tui.widgets.passage import PassageView
from tests.benchmarks.pane.texts import marks

_STEPS: Final = {
    "word": re.compile(r"\S+"),
    "sentence": re.compile(r"[^\s.!?。][^.!?。\n]*[.!?。]*"),
}


class Host(App[None]):
    """Moves the picked passage by words and sentences, and scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "repaint"),
        Binding("w", "step('word')"),
        Binding("s", "step('sentence')"),
        Binding("j", "line(1)"),
        Binding("k", "line(-1)"),
        Binding("space", "page(1)"),
        Binding("G", "last"),
        Binding("z", "reveal"),
        Binding("q", "leave"),
    ]

    def __init__(self, text: str, count: int) -> None:
        super().__init__()
        self._text = text
        self._count = count

    def compose(self) -> ComposeResult:
        """The pane alone."""
        yield PassageView()

    def on_mount(self) -> None:
        """Give the pane its text and its marks."""
        pane = self._pane
        pane.text, pane.marks = self._text, marks(self._text, self._count)
        pane.focus()

    @property
    def _pane(self) -> PassageView:
        return self.query_one(PassageView)

    def action_repaint(self) -> None:
        """Paint the first row in view, as it is."""
        self._pane.refresh_line(self._pane.scroll_offset.y)

    def action_step(self, size: str) -> None:
        """Pick the next passage."""
        found = _STEPS[size].search(self._text, self._pane.picked.end)
        if found:
            self._pane.picked = Span(*found.span())

    def action_last(self) -> None:
        """Pick the last word."""
        self._pane.picked = Span(len(self._text) - 3, len(self._text) - 1)

    def action_line(self, rows: int) -> None:
        """Scroll by a row."""
        pane = self._pane
        pane.scroll_to(y=pane.scroll_offset.y + rows, animate=False)

    def action_page(self, direction: int) -> None:
        """Scroll by a page."""
        self._pane.scroll_page(direction)

    def action_reveal(self) -> None:
        """Make the rows anew, as showing hidden lines does."""
        self._pane.revealed = not self._pane.revealed

    def action_leave(self) -> None:
        """End, and say what was picked."""
        self.exit(message=f"picked {self._pane.picked.start}")


if __name__ == "__main__":
    Host(Path(sys.argv[1]).read_bytes().decode(), int(sys.argv[2])).run()
