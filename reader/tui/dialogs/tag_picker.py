"""Choosing tags: type to filter, Enter applies, a new name makes a tag."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.model import Tag
from reader.resources import STYLES
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.tui.colours import ground_of, tag_colour
from reader.tui.dialogs.tag_choices import Choice, choices
from reader.tui.markdown import rendered
from reader.tui.tick import TICK

_MOST, _FEWEST = 9, 3
"""Tags that are listed at once, in a high window and in a low one."""
_AROUND = 14
"""Lines that the rest of the dialog takes."""
_LONGEST = 200
_ROWS, _ROW, _BESIDE, _RAGGED = 3, 66, 8, 18
"""Rows of the passage, their cells in a wide window, the cells beside them in a narrow
one, and those at the ends of rows into which the next word does not fit."""
_DESCRIBED = 3
"""Lines of the description that are always shown."""


class TagPicker(ModalScreen[tuple[str, ...] | None]):
    """Dismissed with the paths of the tags, mostly of one, or None.

    Enter takes the marked tag. A new name is made a tag at once where no other can be
    meant; where there is a near twin, that is said first and Enter again makes it.
    """

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down,ctrl+n", "move(1)", "Next", priority=True),
        Binding("up,ctrl+p", "move(-1)", "Previous", priority=True),
        Binding("tab", "complete", "Complete", priority=True),
        Binding("ctrl+t", "tick", "Tick", priority=True),
        Binding("f1", "describe", "Describe", priority=True),
    ]

    choices: var[Sequence[Choice]] = var(())
    marked: var[int] = var(0)
    ticked: var[tuple[str, ...]] = var(())
    described: var[bool] = var(False)
    sure: var[str] = var("")
    """The new name that Enter would make a tag, once its twin has been pointed out."""

    def __init__(
        self,
        tags: Sequence[Tag],
        in_use: Mapping[int, float],
        passage: str,
        *,
        title: str = "Tag",
        several: bool = False,
    ) -> None:
        """Ask for a tag.

        Args:
            tags: The codebook.
            in_use: How much each is in use, by its id.
            passage: What is to be tagged, or a question.
            title: What the dialog is called.
            several: Whether more than one may be ticked.
        """
        super().__init__()
        self._tags = tags
        self._in_use = in_use
        self._passage = passage
        self._title = title
        self._several = several

    def compose(self) -> ComposeResult:
        """The passage, the input, the tags, what the marked one means."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            ticks = "^t ticks · " if self._several else ""
            keys = f"enter applies · tab completes · {ticks}escape"
            dialog.border_subtitle = Content(keys)
            row = min(_ROW, self.app.size.width - _BESIDE)
            passage = safe_line(excerpt(self._passage, _ROWS * row - _RAGGED))
            yield Static(Content(passage), id="passage", markup=False)
            yield Input(
                placeholder="type to filter, or a new name", max_length=_LONGEST
            )
            yield Static("", id="choices", markup=False)
            yield Static("", id="meaning", markup=False)

    def on_mount(self) -> None:
        """Offer what is used most."""
        self.choices = choices("", self._tags, self._in_use)
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.sure = ""
        self.marked = 0  # First: there may be fewer rows than were gone down.
        self.choices = choices(event.value, self._tags, self._in_use)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self.ticked and not event.value.strip():
            self.dismiss(self.ticked)
            return
        choice = self._choice
        if choice is None:
            return
        if choice.twin is not None and self.sure != choice.path:
            self.sure = choice.path
        else:
            self.dismiss((*(p for p in self.ticked if p != choice.path), choice.path))

    @property
    def _choice(self) -> Choice | None:
        return self.choices[self.marked] if self.choices else None

    def validate_marked(self, marked: int) -> int:
        """Past the last row comes the first, and up from the first the last."""
        return marked % len(self.choices) if self.choices else 0

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self.marked += by

    def action_complete(self) -> None:
        """Type the marked tag's name, to go on from there."""
        if self._choice is not None:
            typed = self.query_one(Input)
            typed.value = safe_line(self._choice.path)
            typed.cursor_position = len(typed.value)

    def action_tick(self) -> None:
        """Tick the marked tag, or take its tick away, and go on typing."""
        choice = self._choice
        if not self._several or choice is None:
            return
        if choice.path in self.ticked:
            self.ticked = tuple(path for path in self.ticked if path != choice.path)
        else:
            self.ticked = (*self.ticked, choice.path)
        self.query_one(Input).value = ""

    def action_describe(self) -> None:
        """Show all of the marked tag's description, or its beginning."""
        self.described = not self.described

    def watch_choices(self) -> None:
        """Show the rows."""
        self._show()

    def watch_marked(self) -> None:
        """Show the mark."""
        self._show()

    def watch_ticked(self) -> None:
        """Show the ticks."""
        self._show()

    def watch_sure(self) -> None:
        """Ask once more."""
        self._show()

    def watch_described(self) -> None:
        """Show more of the description, or less."""
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        """A low window lists fewer."""
        self._show()

    def _show(self) -> None:
        if not self.query("#choices"):
            return
        # Not the dialog's own size, which comes with its first layout: Textual does not
        # always lay out once more for what is put in while that is under way.
        room = max(_FEWEST, min(_MOST, self.app.size.height - _AROUND))
        first = max(0, self.marked - room + 1)
        rows = [
            self._row(choice, marked=number == self.marked)
            for number, choice in enumerate(self.choices[first : first + room], first)
        ]
        if not rows:
            rows = [Content.styled("No tags yet: type a name and press Enter.", "dim")]
        hidden = len(self.choices) - first - room
        if hidden > 0:
            rows.append(Content.styled(f"   and {hidden:,} more", "dim"))
        if self.ticked:
            ticks = ", ".join(safe_line(path) for path in self.ticked)
            rows.insert(
                0, Content.assemble((f"  {TICK} ", "bold $accent"), (ticks, "bold"))
            )
        self.query_one("#choices", Static).update(Content("\n").join(rows))
        meaning = self.query_one("#meaning", Static)
        meaning.update(self._meaning())
        meaning.display = bool(self._meaning().plain)

    def _meaning(self) -> Content:
        """What there is to say of the marked row."""
        choice = self._choice
        if choice is None:
            return Content("")
        if choice.tag is None:
            return self._warning(choice)
        meaning = rendered(choice.tag.description)
        lines = meaning.split("\n", allow_blank=True)
        if self.described or len(lines) <= _DESCRIBED:
            return meaning
        more = Content.styled("…  f1 shows all", "dim")
        return Content("\n").join([*lines[:_DESCRIBED], more])

    def _warning(self, choice: Choice) -> Content:
        """That a new tag has a near twin, and how to go on."""
        if choice.twin is None:
            return Content("")
        twin = safe_line(choice.twin.path)
        uses = counted(choice.twin.uses, "use")
        ask = "Enter again makes the new one." if self.sure == choice.path else ""
        return Content.assemble(
            (f"{twin} exists: {uses}.  ", "$warning"), (ask, "bold")
        )

    def _row(self, choice: Choice, *, marked: bool) -> Content:
        pointer = ("▌ ", "$accent") if marked else "  "
        if choice.tag is None:
            return Content.assemble(
                pointer, ("+ ", "bold"), "new tag ", (safe_line(choice.path), "bold")
            )
        tag = choice.tag
        colour = tag_colour(tag.colour, ground_of(self.app))
        uses = f"  {tag.uses:,}" if tag.uses else ""
        return Content.assemble(
            pointer,
            (f"{TICK if choice.path in self.ticked else '■'} ", colour),
            (safe_line(choice.path), "bold" if marked else ""),
            (uses, "dim"),
            (f"  key {tag.key}" if tag.key else "", "dim"),
            ("  retired" if tag.is_retired else "", "dim"),
        )
