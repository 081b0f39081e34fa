"""A list of passages of many articles: walking it, ticking some, reading one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text
from textual import events, on

from reader.model import Span
from reader.queries.nodes import Leaf
from reader.tui.screens.place import Place
from reader.tui.widgets.concordance import Concordance, Line, Row
from reader.tui.widgets.explained import Explained

_GAP = 3
"""Cells between what can be typed and its meaning."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a row stands for."""

    article_id: int
    places: Sequence[tuple[Span, str]] = ()
    """Where it has what was found, and the words there; none for a whole article."""
    is_hidden: bool = False

    @property
    def span(self) -> Span | None:
        """Where it begins to have what was found."""
        return self.places[0][0] if self.places else None


def forms(language: Sequence[tuple[str, str]], before: str, after: str = "") -> Group:
    """What can be typed into the line, for whoever does not know.

    Args:
        language: Each form with what it means.
        before: What stands above the forms.
        after: What stands below them, if anything.
    """
    rows = [(Text(form, "bold"), Text(meaning)) for form, meaning in language]
    widest = max(cell_len(form) for form, _ in language)
    columns = Explained(rows, (widest,), _GAP)
    return Group(Text(before), "", columns, *(("", Text(after)) if after else ()))


class ConcordancePlace(Place):
    """Owns the list; what stands in it is its heirs' to say."""

    TYPING = "enter goes to the list · escape leaves · f1 lists the keys"

    @property
    def sought(self) -> Sequence[Leaf]:
        """The words that are marked in an article that is read from here."""
        return ()

    def is_command(self, event: events.Key) -> bool:
        """The list takes no key for itself; escape clears what Textual has selected."""
        return isinstance(self.focused, Concordance) and event.key != "escape"

    def rows(self) -> Sequence[Row]:
        """What is to be listed."""
        raise NotImplementedError

    def listed(self, key: Hashable) -> Listed | None:
        """What the row with this key stands for; None for one that only says more."""
        raise NotImplementedError

    def article_ids(self) -> Sequence[int]:
        """The articles in the order of the list, for going from one to the next."""
        raise NotImplementedError

    async def renew(self) -> None:
        """Ask again for what is listed."""
        raise NotImplementedError

    @property
    def list(self) -> Concordance:
        """The passages."""
        return self.query_one(Concordance)

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the rows; the cursor and what is ticked stay, or begin anew."""
        rows = self.rows()
        keys = {row.key for row in rows} if keep else frozenset()
        self.list.ticked = self.list.ticked & keys
        self.list.show(rows, keep=keep)

    def chosen(self) -> Sequence[Listed]:
        """The ticked passages in the order of the list, else the marked one."""
        marked = self.list.marked
        ticked = [row.key for row in self.list.rows if row.key in self.list.ticked]
        keys = ticked or ([marked.key] if marked else [])
        found = [self.listed(key) for key in keys]
        return [one for one in found if one is not None and one.span is not None]

    def ticks_changed(self) -> None:
        """Say how many are ticked."""

    def read_marked(self) -> None:
        """Read the article of the marked row, at the passage."""
        from reader.tui.screens.reading import ReadingScreen

        marked = self.list.marked
        listed = self.listed(marked.key) if marked else None
        if listed is not None:

            async def back(_: int | None) -> None:
                await self.look_again()

            reading = ReadingScreen(
                self.desk, listed.article_id, self.article_ids(), listed.span
            )
            reading.sought = self.sought
            self.app.push_screen(reading, back)

    async def look_again(self) -> None:
        """Another place may have changed what is listed."""
        await self.renew()

    @on(Concordance.Chosen)
    async def _clicked(self) -> None:
        await self.run_action("screen.open_hit")

    def action_tick(self) -> None:
        """Tick the passage or untick it, and go to the next."""
        marked = self.list.marked
        if isinstance(marked, Line):
            self.list.ticked = self.list.ticked ^ {marked.key}
            self.list.move(1)
            self.ticks_changed()

    def action_tick_all(self) -> None:
        """Tick every listed passage, or none when all are."""
        every = frozenset(row.key for row in self.list.rows if isinstance(row, Line))
        self.list.ticked = frozenset() if self.list.ticked == every else every
        self.ticks_changed()

    def _walk_list(self, by: int) -> None:
        if not self.list.has_focus:
            self.list.focus()  # It would be painted anew even if it has it.
        self.list.move(by)

    def action_next_hit(self) -> None:
        """Mark the next passage; from the line above, the first."""
        self._walk_list(1 if self.list.has_focus else 0)

    def action_previous_hit(self) -> None:
        """Mark the passage before."""
        self._walk_list(-1)

    def action_hits_down(self) -> None:
        """One page on."""
        self._walk_list(self.list.page)

    def action_hits_up(self) -> None:
        """One page back."""
        self._walk_list(-self.list.page)

    def action_first_hit(self) -> None:
        """Mark the first passage."""
        self._walk_list(-len(self.list.rows))

    def action_last_hit(self) -> None:
        """Mark the last passage that is listed."""
        self._walk_list(len(self.list.rows))

    def action_next_found(self) -> None:
        """Go to the next article."""
        self.list.to_group(1)

    def action_previous_found(self) -> None:
        """Go back to the article before."""
        self.list.to_group(-1)
