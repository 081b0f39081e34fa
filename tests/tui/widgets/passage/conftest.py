"""An app with nothing in it but the pane, and what it has been told."""

from collections.abc import Callable, Sequence

import pytest
from textual.app import App, ComposeResult

from reader.model import Span
from reader.tui.widgets.passage import Hidden, Mark, PassageView


class Host(App[None]):
    """Keeps what the pane posts, and picks what is drawn over."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.pointed: list[PassageView.Pointed] = []

    def compose(self) -> ComposeResult:
        yield PassageView()

    def on_mount(self) -> None:
        self.pane.text = self._text
        self.pane.focus()

    @property
    def pane(self) -> PassageView:
        return self.query_one(PassageView)

    def clicks(self) -> list[tuple[int, int]]:
        """Where it was clicked, and how often."""
        return [(each.offset, each.clicks) for each in self.pointed]

    def on_passage_view_pointed(self, pointed: PassageView.Pointed) -> None:
        self.pointed.append(pointed)

    def on_passage_view_picked(self, picked: PassageView.Picked) -> None:
        self.pane.picked = picked.span


def lines_on_screen(pane: PassageView) -> list[str]:
    """The text of each row in view, without the margins, as it is painted."""
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


def hide(text: str, *words: str) -> tuple[Hidden, ...]:
    """The lines of a text that hold some words, as hidden ones."""
    made = []
    for word in words:
        at = text.index(word)
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        made.append(Hidden(Span(start, end if end >= 0 else len(text)), f"why {word}"))
    return tuple(made)


def mark(text: str, words: str, colour: str = "#e06c75", letter: str = "a") -> Mark:
    """A mark on some words of a text."""
    start = text.index(words)
    return Mark(f"{letter}:{words}", Span(start, start + len(words)), colour, letter)


@pytest.fixture
def paragraphs() -> Callable[[int], str]:
    """So many paragraphs of a line and a half, a blank line between them."""

    def made(count: int) -> str:
        words: Sequence[str] = ("word",) * 24
        return "\n\n".join(f"{n} " + " ".join(words) for n in range(count))

    return made
