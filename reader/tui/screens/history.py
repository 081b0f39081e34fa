"""The history: every step of every coder, and the way to each."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.model import Changed, Step, Walked
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import HISTORY
from reader.tui.screens.listing import Listed, ListingPlace
from reader.tui.widgets.prompt import Prompt

_PAGE: Final = 200
"""Steps that are fetched at a time."""
_AHEAD: Final = 60
"""More are fetched when fewer than this are left below the mark."""
_ROWS: Final = 6
"""Changed rows that are told of a step."""


class HistoryScreen(ListingPlace):
    """Lists the steps, tells what the marked one changed, and goes to it."""

    NAME = "History"
    TELLS = True
    HEAD = "History"
    EMPTY = "Nothing has been done here yet, or nothing with these words."
    ASKS = "Step or coder has"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HISTORY)

    words = ""
    """What the listed steps have in them."""

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.steps: list[Step] = []
        self._is_all = False
        self._me = ""
        self.renew()

    @property
    def marked(self) -> Step | None:
        """The step under the cursor."""
        return self.marked_of(self.steps)

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Read the newest steps anew, as many as there were; the mark stays."""
        many, words = max(_PAGE, len(self.steps)), self.words
        found = await self.ask(
            lambda store: (
                store.steps.all(many, words=words),
                store.steps.count(),
                store.coders.name,
            )
        )
        if found is None:
            return
        self.steps, count, self._me = found
        self._is_all = len(self.steps) < many
        self.list_rows(self._rows(self.steps), instead=0)
        self.entitle(
            self.HEAD,
            f"{counted(count, 'step')}, the newest first",
            f"with “{safe_line(words)}”" if words else "",
        )

    def _rows(self, steps: Sequence[Step]) -> list[Listed]:
        return [(step.id, _row(step, self.size.width)) for step in steps]

    @work(group="more", exclusive=True)
    async def _list_more(self) -> None:
        """Add the next page of older steps."""
        last, words = self.steps[-1].id, self.words
        found = await self.ask(
            lambda store: store.steps.all(_PAGE, before=last, words=words)
        )
        if found is not None and self.steps[-1].id == last:
            self._is_all = len(found) < _PAGE
            self.steps += found
            self.add_rows(self._rows(found))

    def on_option_list_option_highlighted(self) -> None:
        """Tell what the marked step changed; fetch on before the list ends."""
        self._tell_changes()
        row = self.row
        if row is not None and not self._is_all and row > len(self.steps) - _AHEAD:
            self._list_more()

    @work(group="changes", exclusive=True)
    async def _tell_changes(self) -> None:
        step = self.marked
        if step is None:
            return
        step_id = step.id
        found = await self.ask(lambda store: store.steps.changes(step_id, _ROWS))
        if found is not None and self.marked == step:
            self.tell(_told(step, *found, self._me))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_open_step()

    def action_open_step(self) -> None:
        """Read the article where the marked step was done, at its place."""
        from reader.tui.screens.reading import ReadingScreen

        step = self.marked
        if step is None:
            return
        if step.article_id is None:
            self.say("That was not done in one article.")
            return
        reading = ReadingScreen(self.desk, step.article_id, span=step.offset)
        self.app.push_screen(reading, self.came_home)

    @work(group="write")
    async def action_go_to_step(self) -> None:
        """Undo or redo until the marked step is the last that is done."""
        step = self.marked
        if step is None:
            return
        step_id = step.id
        walked = await self.change(lambda store: store.steps.go_to(step_id))
        if walked is not None:
            self.say(_said(walked))
            self.renew()

    def action_filter_steps(self) -> None:
        """Type words that steps must have."""
        self.query_one(Prompt).open(self.words)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """List what has the words so far."""
        self.words = event.text.strip()
        self.steps = []
        self.renew()

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Keep the filter, or give it up."""
        self.listed.focus()
        if not event.accepted:
            self.words = ""
            self.renew()


def _row(step: Step, width: int) -> Content:
    """When, who, what; a step that was taken back is dim, with a mark of its own."""
    mark = "×" if step.is_gone else "○" if step.undone else "●"
    at = step.at.astimezone()
    when = f"{at:%Y-%m-%d %H:%M}" if width >= 70 else f"{at:%H:%M}"
    who = safe_line(excerpt(step.coder, 12))
    look = "dim" if step.undone else ""
    return Content.assemble(
        (f"{mark} {when}  {who:<8}  ", "dim"), (safe_line(step.label), look)
    )


def _told(step: Step, changes: Sequence[Changed], total: int, me: str) -> Content:
    """What a step changed, with before and after, and whether it can be gone to."""
    if step.is_gone:
        state = "taken back, and other work was done since"
    elif step.undone:
        state = "taken back; backspace does it again" if step.coder == me else "undone"
    else:
        state = "done"
    at = f"{step.at.astimezone():%A %d %B %Y, %H:%M:%S}"
    lines = [Content.styled(safe_line(f"{at}, by {step.coder}; {state}"), "dim")]
    lines += [_change(each) for each in changes]
    if total > len(changes):
        lines.append(Content.styled(f"and {total - len(changes):,} more", "dim"))
    return Content("\n").join(lines)


def _change(change: Changed) -> Content:
    verb = "made" if change.is_new else "removed" if change.is_removed else "changed"
    parts = []
    for name, before, after in change.fields:
        old, new = excerpt(before, 40) or "nothing", excerpt(after, 40) or "nothing"
        one = new if change.is_new else old if change.is_removed else f"{old} → {new}"
        parts.append(f"{name} {one}")
    return Content.assemble(
        (f"{verb} {change.kind} ", "dim"),
        (safe_line(excerpt(change.name, 60)), "bold"),
        safe_line(f"  {', '.join(parts)}" if parts else ""),
    )


def _said(walked: Walked) -> str:
    """One line about what going to a step did."""
    for count, what in ((walked.undone, "Undone"), (walked.redone, "Redone")):
        if count:
            steps = f"{counted(count, 'step')} of yours"
            way = "back" if what == "Undone" else "up"
            return f"{what}: {steps}, {way} to: {walked.step.label}"
    return "You are there: nothing of yours was done after it."
