"""Every place where words stand, to be ticked and tagged in one step."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from reader.desk import Desk
from reader.model import Step
from reader.store import Store
from reader.store.occurrences import Occurrence
from reader.text.excerpt import excerpt
from reader.text.passages import Size
from reader.text.safe import safe_line
from reader.text.sought import LONGEST, Sought
from reader.tui.bindings import bindings
from reader.tui.keys import OCCURRENCES
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.kwic import kwic
from reader.tui.screens.listing import ListingPlace
from reader.tui.widgets.prompt import Prompt

_AT_ONCE: Final = 200
"""Articles that are looked through at a time."""
_MOST: Final = 10_000
"""Places that are listed; nobody ticks more."""
_PAGE: Final = 200
"""Rows that are made at a time."""


class OccurrencesScreen(ListingPlace):
    """Owns what is looked for and what was found, and which of it is ticked."""

    NAME = "Occurrences"
    HEAD = "Every place"
    EMPTY = "Nowhere.  / looks for other words,  A looks in all articles."
    ASKS = "Words"
    BINDINGS: ClassVar[list[BindingType]] = bindings(OCCURRENCES)

    def __init__(self, desk: Desk, article_id: int | None, words: str) -> None:
        """Look for words in an article, and in all when it is asked for; or in all."""
        super().__init__(desk)
        self._article_id = article_id
        self.sought = Sought(words[:LONGEST])
        self.around: Size | None = None
        self.is_everywhere = article_id is None
        self.places: list[Occurrence] = []
        self.ticked: set[int] = set()
        """The numbers of the places that are to be tagged."""
        self._shown: list[int | None] = []
        """For each row the number of its place, or None for an article's heading."""

    def on_mount(self) -> None:
        """Look for the words, or ask for some."""
        super().on_mount()
        self.list_rows(())
        if self.sought.words:
            self.look()
        else:
            self.action_seek_words()

    @work(group="list", exclusive=True)
    async def look(self) -> None:
        """Go through the articles, a few at a time, and list what was found."""
        sought = self.sought
        ids = await self._article_ids()
        self.places = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            found = await self.ask(partial(_occurrences, sought=sought, ids=some))
            if found is None or len(self.places) >= _MOST:
                break
            self.places += found
            self.entitle(self.HEAD, f"{start:,} of {len(ids):,} articles…")
        del self.places[_MOST:]
        self.ticked = {n for n, each in enumerate(self.places) if not each.is_hidden}
        self._list()

    async def _article_ids(self) -> Sequence[int]:
        if self._article_id is not None and not self.is_everywhere:
            return [self._article_id]
        return await self.ask(lambda store: store.articles.ids()) or ()

    def _list(self) -> None:
        self._shown = []
        self.list_rows(self._next_rows(), 1)
        self._say_state()

    def _next_rows(self) -> list[Option | Content]:
        """The rows of the next places: with a heading where an article begins."""
        done = sum(number is not None for number in self._shown)
        rows: list[Option | Content] = []
        for number in range(done, min(done + _PAGE, len(self.places))):
            place = self.places[number]
            if not number or self.places[number - 1].article_id != place.article_id:
                rows.append(Option(self._heading(place), disabled=True))
                self._shown.append(None)
            rows.append(self._row(number))
            self._shown.append(number)
        return rows

    def _heading(self, place: Occurrence) -> Content:
        here = sum(each.article_id == place.article_id for each in self.places)
        return Content.assemble(
            (safe_line(place.title), "bold"), (f"  {here:,}", "dim")
        )

    def _row(self, number: int) -> Content:
        place = self.places[number]
        tick = "✓ " if number in self.ticked else "· "
        label = "  hidden" if place.is_hidden else ""
        width = max(20, self.size_in_cells - len(tick) - len(label))
        line = kwic(place.before, place.words, place.after, width, dim=place.is_hidden)
        return Content.assemble((tick, "bold"), line, (label, "dim italic"))

    @property
    def size_in_cells(self) -> int:
        """The cells of a row."""
        return self.app.size.width - 3

    def _say_state(self) -> None:
        sought = self.sought
        how = "pattern" if sought.is_regex else "whole words" * sought.whole_words
        articles = len({place.article_id for place in self.places})
        self.entitle(
            f"“{safe_line(excerpt(sought.words, 40))}”",
            f"{len(self.ticked):,} of {len(self.places):,} ticked",
            f"in {articles:,} articles" if self.is_everywhere else "in this article",
            f"tags the {self.around}" if self.around else "",
            how or "parts of words",
            "capitals as typed" if sought.match_case else "",
        )

    @property
    def marked(self) -> int | None:
        """The number of the place under the cursor."""
        row = self.row
        return None if row is None or row >= len(self._shown) else self._shown[row]

    def on_option_list_option_highlighted(self) -> None:
        """Make more rows before they end."""
        row = self.row or 0
        if row > len(self._shown) - 40 and (rows := self._next_rows()):
            self.listed.add_options(rows)

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
        self._say_state()
        self.action_next_row()

    def action_tick_places(self) -> None:
        """Tick everything that is not hidden, or nothing."""
        every = {n for n, each in enumerate(self.places) if not each.is_hidden}
        self.ticked = set() if self.ticked >= every else every
        mark = self.row or 0
        self._list()
        self.listed.highlighted = min(mark, max(0, len(self._shown) - 1))

    def action_all_articles(self) -> None:
        """Look in all articles, or in the one again."""
        self.is_everywhere = not self.is_everywhere or self._article_id is None
        self.look()

    def action_whole_words(self) -> None:
        """Whole words only, or parts of words too."""
        sought = self.sought
        self._look_for(replace(sought, whole_words=not sought.whole_words))

    def action_match_case(self) -> None:
        """Capitals as they were typed, or any."""
        sought = self.sought
        self._look_for(replace(sought, match_case=not sought.match_case))

    def action_as_pattern(self) -> None:
        """Take the words for a regular expression, or as they are."""
        sought = self.sought
        self._look_for(replace(sought, is_regex=not sought.is_regex))

    def _look_for(self, sought: Sought) -> None:
        self.sought = sought
        self.look()

    def action_around_word(self) -> None:
        """Tag just the words."""
        self._tag_size(None)

    def action_around_sentence(self) -> None:
        """Tag the sentence around the words."""
        self._tag_size(Size.SENTENCE)

    def action_around_paragraph(self) -> None:
        """Tag the paragraph around the words."""
        self._tag_size(Size.PARAGRAPH)

    def _tag_size(self, size: Size | None) -> None:
        self.around = size
        self._say_state()

    def action_seek_words(self) -> None:
        """Type other words."""
        self.query_one(Prompt).open(self.sought.words)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Look for what was typed."""
        self.listed.focus()
        words = event.text.strip()[:LONGEST]
        if event.accepted and words and words != self.sought.words:
            self._look_for(replace(self.sought, words=words))

    def action_open_place(self) -> None:
        """Read the article at the marked place."""
        from reader.tui.screens.reading import ReadingScreen

        if self.marked is not None:
            place = self.places[self.marked]
            reading = ReadingScreen(self.desk, place.article_id, span=place.span)
            self.app.push_screen(reading)

    @work(group="dialog")
    async def action_tag_places(self) -> None:
        """Choose a tag, and put it on every ticked place."""
        picked = [self.places[number] for number in sorted(self.ticked)]
        if not picked:
            self.say("Nothing is ticked;  space ticks a place,  X all.")
            return
        many = f"{len(picked):,} place{'' if len(picked) == 1 else 's'}"
        sought, size = self.sought, self.around
        path = await choose_tag(self, f"{many} of “{sought.words}”")
        if path is None:
            return
        count = await self.ask(
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

    async def came_back(self, step: Step) -> None:
        """What stands in the texts is the same."""


def _occurrences(
    store: Store, *, sought: Sought, ids: Sequence[int]
) -> list[Occurrence]:
    return store.occurrences.of(sought, ids)
