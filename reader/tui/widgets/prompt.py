"""A line at the foot of a screen into which words are typed: find, filter."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.text.safe import safe_line

LONGEST = 1000
"""Code points that can be typed; a pasted page is not something to look for."""


class Prompt(Horizontal):
    """Hidden until it is opened; says what was typed, and whether it was kept."""

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; background: $panel; }
    Prompt.-open { display: block; }
    Prompt > #prompt-label { width: auto; padding: 0 1; color: $text-muted; }
    Prompt > Input {
        border: none; height: 1; width: 1fr; padding: 0; background: $panel;
    }
    Prompt > Input:focus { border: none; }
    Prompt > #prompt-says { width: auto; padding: 0 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close(False)", "Cancel", show=False),
        Binding("tab", "turn", "Another way", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Something was typed, or is meant in another way."""

        text: str
        mode: int = 0
        """Which of its labels the line has, from 0."""

    @dataclass
    class Closed(Message):
        """Enter accepted what was typed, or escape gave it up."""

        text: str
        accepted: bool

    def __init__(self, *labels: str) -> None:
        """Take the label, or several: tab goes from one to the next."""
        super().__init__()
        self._labels = labels
        self._mode = 0

    def compose(self) -> ComposeResult:
        """The label, the input, and what came of it."""
        yield Static(self._label, id="prompt-label", markup=False)
        yield Input(max_length=LONGEST, select_on_focus=False)
        yield Static("", id="prompt-says", markup=False)

    @property
    def _label(self) -> str:
        more = "  (tab)" if len(self._labels) > 1 else ""
        return f"{self._labels[self._mode]}{more}"

    def open(self, text: str = "") -> None:
        """Show the line and type into it."""
        self.add_class("-open")
        self.says("")
        typed = self.query_one(Input)
        with self.prevent(Input.Changed):
            typed.value = safe_line(text)
        typed.focus()

    @property
    def is_open(self) -> bool:
        """Whether it is being typed into."""
        return self.has_class("-open")

    def says(self, words: str) -> None:
        """Show at its end what came of the words: `3 of 12`."""
        self.query_one("#prompt-says", Static).update(Content(safe_line(words)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value, self._mode))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_close(True)

    def action_turn(self) -> None:
        """Mean what is typed in the next way."""
        if len(self._labels) > 1:
            self._mode = (self._mode + 1) % len(self._labels)
            self.query_one("#prompt-label", Static).update(self._label)
            typed = self.query_one(Input).value
            self.post_message(self.Changed(typed, self._mode))

    def action_close(self, accepted: bool) -> None:
        """Hide the line."""
        self.remove_class("-open")
        self.post_message(self.Closed(self.query_one(Input).value, accepted))
