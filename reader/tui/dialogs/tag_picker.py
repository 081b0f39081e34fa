"""Choosing a tag: type to filter, Enter applies, a new name makes a tag."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.model import Tag
from reader.resources import STYLES
from reader.text.safe import safe_line
from reader.tui.colours import tag_colour

_ROWS = 9
"""Tags that are listed at once."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the picker."""

    path: str
    tag: Tag | None
    """None for the row that makes a new tag."""


def ranked(typed: str, tags: Sequence[Tag], recent: Sequence[str]) -> list[Choice]:
    """The tags that match what was typed, the best first.

    Nothing typed: those used last, then those used most. A name that no tag has
    comes after the matches as a new one; Textual's fuzzy matcher gives the scores.
    """
    typed = typed.strip()
    last_used = {path: len(recent) - place for place, path in enumerate(recent)}

    def habit(tag: Tag) -> tuple[int, int]:
        return last_used.get(tag.path, 0), tag.uses

    if not typed:
        by_habit = sorted(tags, key=habit, reverse=True)
        return [Choice(tag.path, tag) for tag in by_habit]
    match = Matcher(typed).match
    scored = [(score, *habit(t), t) for t in tags if (score := match(t.path)) > 0]
    scored.sort(key=lambda row: row[:3], reverse=True)
    choices = [Choice(row[-1].path, row[-1]) for row in scored]
    for place, choice in enumerate(choices):
        if choice.path.casefold() == typed.casefold():
            choices.insert(0, choices.pop(place))
            return choices
    return [*choices, Choice(typed, None)]


class TagPicker(ModalScreen[str | None]):
    """Dismissed with the path of the tag, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down,ctrl+n", "move(1)", "Next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "Previous", priority=True),
        Binding("tab", "complete", "Complete", priority=True),
    ]

    choices: var[Sequence[Choice]] = var(())
    marked: var[int] = var(0)

    def __init__(
        self, tags: Sequence[Tag], recent: Sequence[str], passage: str
    ) -> None:
        super().__init__()
        self._tags = tags
        self._recent = recent
        self._passage = passage

    def compose(self) -> ComposeResult:
        """The passage, the input, the tags."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Tag"
            dialog.border_subtitle = "enter applies · tab completes · escape"
            yield Static(Content(safe_line(self._passage)), id="passage", markup=False)
            yield Input(
                placeholder="type to filter, or a new name", max_length=_LONGEST
            )
            yield Static("", id="choices", markup=False)

    def on_mount(self) -> None:
        """Offer what is used most."""
        self.choices = ranked("", self._tags, self._recent)
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.choices = ranked(event.value, self._tags, self._recent)
        self.marked = 0

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.choices:
            self.dismiss(self.choices[self.marked].path)

    def validate_marked(self, marked: int) -> int:
        """Past the last row comes the first; up from the first, the new tag."""
        return marked % len(self.choices) if self.choices else 0

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self.marked += by

    def action_complete(self) -> None:
        """Type the marked tag's name, to go on from there."""
        if self.choices:
            typed = self.query_one(Input)
            typed.value = self.choices[self.marked].path
            typed.cursor_position = len(typed.value)

    def watch_choices(self) -> None:
        """Show the rows."""
        self._show()

    def watch_marked(self) -> None:
        """Show the mark."""
        self._show()

    def _show(self) -> None:
        first = max(0, self.marked - _ROWS + 1)
        rows = [
            self._row(choice, marked=number == self.marked)
            for number, choice in enumerate(self.choices[first : first + _ROWS], first)
        ]
        if not rows:
            rows = [Content.styled("No tags yet: type a name and press Enter.", "dim")]
        hidden = len(self.choices) - first - _ROWS
        if hidden > 0:
            rows.append(Content.styled(f"   and {hidden} more", "dim"))
        self.query_one("#choices", Static).update(Content("\n").join(rows))

    def _row(self, choice: Choice, *, marked: bool) -> Content:
        pointer = ("▌ ", "$accent") if marked else "  "
        if choice.tag is None:
            return Content.assemble(
                pointer, ("+ ", "bold"), "new tag ", (safe_line(choice.path), "bold")
            )
        colour = tag_colour(choice.tag.colour, dark=self.app.current_theme.dark)
        uses = f"  {choice.tag.uses}" if choice.tag.uses else ""
        return Content.assemble(
            pointer,
            ("■ ", colour),
            (safe_line(choice.path), "bold" if marked else ""),
            (uses, "dim"),
            (f"  key {choice.tag.key}" if choice.tag.key else "", "dim"),
        )
