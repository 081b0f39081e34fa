"""Searching all articles: results as one types, read and tagged from the list."""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static

from reader.desk import Desk
from reader.model import Step
from reader.queries.nodes import Leaf
from reader.queries.search import parse
from reader.resources import STYLES
from reader.store import Store
from reader.store.search import PAGE, RANKED, Count, Sort, articles_said
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.colours import ground_of
from reader.tui.keys import SEARCH
from reader.tui.screens.concordance import Listed
from reader.tui.screens.indexing import IndexingPlace
from reader.tui.screens.searched import Listing, looked_up, nothing
from reader.tui.widgets.concordance import Concordance, More, Row

if TYPE_CHECKING:
    from textual.worker import Worker

_DEBOUNCE_S = 0.06
_LONGEST = 1000


class SearchScreen(IndexingPlace):
    """Owns the query and what was found; the list shows it."""

    NAME = "Search"
    CSS_PATH: ClassVar = [STYLES / "concordance.tcss", STYLES / "search.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    typed: var[str] = var("")
    listing: var[Listing] = var(Listing())
    counted: var[Count | None] = var(None)
    is_counted: var[bool] = var(False)
    """Whether it is of what is listed: that of the words before stays at the foot until
    then, or the foot would come and go with each letter."""
    unknown: var[Sequence[str]] = var(())
    """A sentence for each name in the query that nothing here has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._searching: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """What is found, the line to type into, the passages, a word on them."""
        yield Static("", id="title", markup=False)
        yield Input(
            placeholder="words, “a phrase”, -not, tag:…, site:…",
            max_length=_LONGEST,
            select_on_focus=False,
        )
        yield Concordance()
        yield Static("", id="empty", markup=False)
        yield Static("", id="says", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Take words, and bring the index up to date meanwhile."""
        self.query_one(Input).focus()
        self.show_rows()
        self.catch_up()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.typed = event.value
        self.listing = Listing(parse(event.value, typing=True), self.listing.hidden)
        self.search(after_s=_DEBOUNCE_S)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.typed.strip():
            self.list.focus()

    def search(self, *, after_s: float = 0.0) -> None:
        """Find the first page anew; what is searched for still is given up."""
        self.workers.cancel_group(self, "rest")
        self._searching = self._search(after_s)

    @work(group="search", exclusive=True)
    async def _search(self, after_s: float) -> None:
        await asyncio.sleep(after_s)
        wanted = self.listing
        if wanted.query.is_empty:
            self.counted, self.unknown, self.is_counted = None, (), False
            self.listing = wanted.cleared()
            self.show_rows()
            return
        found = await self.look_up(lambda store: looked_up(store, wanted, PAGE))
        if found is None:
            return
        self.is_counted = False
        self.listing = found
        self.show_rows()
        self._look_on()

    @work(group="rest", exclusive=True)
    async def _look_on(self) -> None:
        """Fill the first page, as it is found; then count all that there is."""
        await self._fill()
        await self._count()

    async def _count(self) -> None:
        """Say how many there are, if nothing else is looked for by then."""
        query, hidden = self.listing.query, self.listing.hidden
        known = await self.look_up(
            lambda store: (
                store.search.count(query, hidden=hidden),
                store.search.unknown(query),
            )
        )
        if (query, hidden) == (self.listing.query, self.listing.hidden):
            self.counted, self.unknown = known or (None, ())
            self.is_counted = True
            self.show_says()

    async def found(self) -> None:
        """Wait for the first that is found of what is being searched for."""
        while self._searching is not None and not self._searching.is_finished:
            await self.over(self._searching)

    async def renew(self) -> None:
        """Look again for as much as is listed."""
        if not self.listing.query.is_empty:
            await self._go_on(Listing.again)
            await self._count()

    @on(Concordance.NearEnd)
    @work(group="more", exclusive=True)
    async def _more(self) -> None:
        if not self.listing.goes_on:
            self.listing = self.listing.further
        await self._fill()

    async def _fill(self) -> None:
        """Show what is found until there is as much as is wanted."""
        has_more = self.listing.goes_on
        while self.listing.goes_on and await self._go_on(Listing.longer):
            pass
        if has_more:  # What was said of it is true no more.
            self.show_rows(keep=True)

    async def _go_on(
        self, question: Callable[[Listing, Store], Listing | None]
    ) -> bool:
        """Show what follows from what is listed, else from what came meanwhile.

        Returns:
            Whether there was anything to ask, and an answer.
        """
        while True:
            listed = self.listing
            found = await self.look_up(partial(question, listed))
            if found is None:
                return False
            if self.listing is listed:
                self.listing = found
                if found.found != listed.found:
                    self.show_rows(keep=True)
                return True

    @property
    def sought(self) -> Sequence[Leaf]:
        """The words of the query."""
        return self.listing.query.leaves

    def rows(self) -> Sequence[Row]:
        """The articles with their passages."""
        return list(self.listing.rows(ground_of(self.app)))

    def listed(self, key: Hashable) -> Listed | None:
        """The article and the passage of a row."""
        return self.listing.listed(key)

    def article_ids(self) -> Sequence[int]:
        """Those that were found."""
        return [one.article.id for one in self.listing.found]

    def ticks_changed(self) -> None:
        """Say how many are ticked, and how much is tagged."""
        self.show_says()

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the passages, or what to do about there being none."""
        super().show_rows(keep=keep)
        is_empty = self.is_bare = not self.listing.found
        self.list.display = not is_empty
        empty = self.query_one("#empty", Static)
        empty.display = is_empty
        if is_empty:
            empty.update(nothing(self.listing))
        self.show_says()

    def show_says(self) -> None:
        """The heading and the foot of the list."""
        listing = self.listing
        count = self.counted if self.is_counted else None
        parts = [*listing.said(count), f"t tags {self.size_said}"]
        if self.list.ticked:
            parts.append(f"{len(self.list.ticked):,} ticked")
        self.query_one("#title", Static).update(
            Content.assemble(("Search", "bold"), "   ", "  ·  ".join(parts))
        )
        says = [*listing.query.notes, *self.unknown]
        says += self.waiting_says()
        if listing.hidden:
            says.append("hidden lines are searched too; z leaves them out")
        elif self.counted is not None and self.counted.in_hidden:
            says.append(f"{articles_said(self.counted.in_hidden)} in hidden lines: z")
        self.query_one("#says", Static).update(safe_line("  ·  ".join(says)))

    @work(group="open", exclusive=True)
    async def action_open_hit(self) -> None:
        """Read the article at the passage."""
        await self.found()
        if isinstance(self.list.marked, More):
            key = self.list.marked.key
            await self._go_on(lambda listing, store: listing.expanded(store, key))
        else:
            self.read_marked()

    def action_search_words(self) -> None:
        """Type other words."""
        self.query_one(Input).focus()

    def action_search_hidden(self) -> None:
        """Search the hidden lines too, or no more."""
        self.listing = self.listing.with_hidden(not self.listing.hidden)
        self.search()

    @work(group="sort", exclusive=True)
    async def action_sort_hits(self) -> None:
        """The newest first, or the most relevant where there are not too many."""
        wanted = self.listing
        if wanted.sort is Sort.RELEVANCE:
            self.listing = wanted.sorted_by(Sort.NEWEST)
        elif await self.look_up(
            lambda s: s.search.can_rank(wanted.query, hidden=wanted.hidden)
        ):
            self.listing = wanted.sorted_by(Sort.RELEVANCE)
        else:
            self.say(f"Only up to {RANKED:,} articles with words can be ranked.")
            return
        self.search()

    def action_leave(self) -> None:
        """From the line to the list, from the list out."""
        if self.query_one(Input).has_focus and self.listing.found:
            self.list.focus()
        else:
            self.dismiss(None)

    async def came_back(self, step: Step) -> None:
        """Show the tags that stand there now."""
        await self.renew()
