"""A list of places in articles, to be ticked and tagged in one step."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import work
from textual.content import Content
from textual.widgets.option_list import Option

from reader.desk import Desk
from reader.store.occurrences import Occurrence
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.text.sought import Sought
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.kwic import kwic
from reader.tui.screens.listing import Listed, ListingPlace
from reader.tui.screens.place import ReadAt
from reader.tui.tick import TICK

if TYPE_CHECKING:
    from reader.text.passages import Size

_PAGE: Final = 200
"""Rows that are made at a time."""
_NAMED: Final = 60
"""Code points of what is tagged that a step is named by."""


class PlacesScreen(ListingPlace):
    """Owns the places, and which of them are ticked."""

    def __init__(self, desk: Desk, words: str, read_at: ReadAt) -> None:
        """List places of words; which, is for the screen itself to find."""
        super().__init__(desk)
        self._read_at = read_at
        self.sought = Sought(words)
        self.around: Size | None = None
        self.places: list[Occurrence] = []
        self.ticked: set[int] = set()
        """The numbers of the places that are to be tagged."""
        self._shown: list[int | None] = []
        """For each row the number of its place, or None for an article's heading."""

    def list_places(self) -> None:
        """List what was found; all that is not hidden is ticked."""
        self.ticked = self._every
        self._list()

    @property
    def _every(self) -> set[int]:
        return {n for n, each in enumerate(self.places) if not each.is_hidden}

    def _list(self) -> None:
        self._shown = []
        self.list_rows(self._next_rows(), instead=1)
        self.say_state()

    def _next_rows(self) -> list[Listed]:
        """The rows of the next places: with a heading where an article begins."""
        done = sum(number is not None for number in self._shown)
        rows: list[Listed] = []
        for number in range(done, min(done + _PAGE, len(self.places))):
            place = self.places[number]
            if not number or self.places[number - 1].article_id != place.article_id:
                rows.append((None, Option(self.heading(place), disabled=True)))
                self._shown.append(None)
            rows.append(((place.article_id, place.span), self._row(number)))
            self._shown.append(number)
        return rows

    def heading(self, place: Occurrence) -> Content:
        """What stands above the places of an article."""
        here = sum(each.article_id == place.article_id for each in self.places)
        return Content.assemble(
            (safe_line(place.title), "bold"), (f"  {here:,}", "dim")
        )

    def _row(self, number: int) -> Content:
        place = self.places[number]
        tick = f"{TICK if number in self.ticked else '·'} "
        label = "  hidden" if place.is_hidden else ""
        width = max(20, self.size_in_cells - len(tick) - len(label))
        words = self.shortened(place.words)
        line = kwic(place.before, words, place.after, width, dim=place.is_hidden)
        return Content.assemble((tick, "bold"), line, (label, "dim italic"))

    def shortened(self, words: str) -> str:
        """What is shown in the middle of a row."""
        return words

    @property
    def size_in_cells(self) -> int:
        """The cells of a row."""
        return self.app.size.width - 3

    def say_state(self) -> None:
        """Say how many places there are, and how many of them are ticked."""
        raise NotImplementedError

    @property
    def marked(self) -> int | None:
        """The number of the place under the cursor."""
        return self.marked_of(self._shown)

    def on_option_list_option_highlighted(self) -> None:
        """Make more rows before they end."""
        row = self.row or 0
        if row > len(self._shown) - 40 and (rows := self._next_rows()):
            self.add_rows(rows)

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_open_place()

    def action_tick_place(self) -> None:
        """Tick the marked place, or take its tick away; go to the next."""
        number, row = self.marked, self.row
        if number is None or row is None:
            return
        self.ticked ^= {number}
        self.listed.replace_option_prompt_at_index(row, self._row(number))
        self.say_state()
        self.action_next_row()

    def action_tick_places(self) -> None:
        """Tick everything that is not hidden, or nothing."""
        every = self._every
        self.ticked = set() if self.ticked >= every else every
        mark = self.row or 0
        self._list()
        self.listed.highlighted = min(mark, max(0, len(self._shown) - 1))

    def action_open_place(self) -> None:
        """Read the article at the marked place."""
        if self.marked is not None:
            place = self.places[self.marked]
            self.app.push_screen(self._read_at(place.article_id, place.span))

    @property
    def named(self) -> Sought:
        """What was looked for, as a step of the history is named by it."""
        return replace(self.sought, words=excerpt(self.sought.words, _NAMED))

    @work(group="dialog")
    async def action_tag_places(self) -> None:
        """Choose a tag, and put it on every ticked place."""
        picked = [self.places[number] for number in sorted(self.ticked)]
        if not picked:
            self.say("Nothing is ticked;  space ticks a place,  X all.")
            return
        many = counted(len(picked), "place")
        sought, size = self.named, self.around
        path = await choose_tag(self, f"{many} of “{sought.words}”")
        if path is None:
            return
        count = await self.change(
            lambda store: store.occurrences.tag(picked, path, sought, size)
        )
        if count is None:
            return
        left = len(picked) - count
        self.say(
            f"Tagged {path} on {count:,} of {many}"
            + (f"; {left:,} left out: tagged so already" if left else "")
            + ".  u takes it back." * bool(count)
        )
        # A key typed ahead may have opened an article from here in the meantime.
        if self.is_current:
            self.dismiss(None)

    async def look_again(self) -> None:
        """What is to be tagged in one step stays as it was looked over.

        A step of another place changes nothing of what stands in the texts.
        """
