"""The list of the library: what is in it, in which order, and where the mark is."""

from array import array
from collections.abc import Sequence
from functools import partial
from itertools import islice

from textual import on, work
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Article
from reader.store import Filter, Order, Sort, Store
from reader.store.id_set import IdSet
from reader.text.safe import safe_line
from reader.tui.screens.beginning import begin, further, how_many
from reader.tui.screens.place import Place
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.chips import in_rows

_HEADS = {
    Order.TITLE: "title",
    Order.PUBLISHED: "published",
    Order.SITE: "source",
    Order.LANGUAGE: "language",
    Order.STATUS: "status",
    Order.WORDS: "words",
    Order.HIDDEN: "hidden",
    Order.TAGS: "tags",
}
"""The column of the list that shows what it is sorted by."""
_CLEANED = frozenset((Order.HIDDEN, Order.LANGUAGE, Order.WORDS))
"""What is right only when all articles are cleaned."""
_FEW = 20
"""So few are cleaned before anybody has read how many there are."""


class ArticlesPlace(Place):
    """Owns the order, the filter and the ids; the list of articles shows them."""

    ids: var[Sequence[int]] = var((), always_update=True)
    sort: var[Sort | None] = var(None)
    """None until the store has said in which order the list was left."""
    asked: var[Filter] = var(Filter())
    total: var[int] = var(0)
    waiting: var[int] = var(0)
    """Articles that are still to be cleaned, or to be indexed as they are now."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._library = name
        self._listed: tuple[Sort, Filter] | None = None
        """What the list on the screen was asked for with."""
        self._awaited: tuple[int | None, int] | None = None
        """The article to be marked once it has come; where the mark is meanwhile."""
        self._goes_on = False
        """Whether more of the list is still to come."""

    @property
    def listed(self) -> ArticleList:
        """The list on the screen."""
        return self.query_one(ArticleList)

    @property
    def has_begun(self) -> bool:
        """Whether the first articles are there, or cannot be had."""
        return super().has_begun and (
            self._listed is not None
            or all(each.is_finished for each in self.workers if each.node is self)
        )

    @work(group="list", exclusive=True)
    async def refresh_list(self, mark: int | None = None) -> None:
        """Read the list anew; the mark stays on its article, or goes to `mark`."""
        sort, asked = self.sort, self.asked
        begun = await self.ask(lambda store: begin(store, sort, asked))
        if begun is None:
            return
        while more := await self.ask(partial(further, begun=begun)):
            begun = more
            self._entitle(f"looking through {how_many(None, begun.total)} …")
        self.sort, self.total, self.waiting = begun.sort, begun.total, begun.waiting
        wanted, self._awaited = mark or self._mark, None
        if begun.is_whole or self._listed != (begun.sort, asked):
            self._goes_on = not begun.is_whole
            self.show_list(begun.ids, begun.rows, wanted)
            self._listed = begun.sort, asked
        else:
            # The same long list again stays until it is there in full.
            self.listed.forget()
            if wanted is not None:
                self.go_to(wanted)
        if not begun.is_whole:
            self._awaited = wanted, self.listed.cursor
            ids, rest = begun.ids[:], begun.rest
            while (piece := await self.ask(lambda _: next(rest, None))) is not None:
                ids.extend(piece)
            wanted, self._awaited = self._mark, None
            self._goes_on = False
            self.show_list(ids, (), wanted)
        self.list_read()
        self.call_after_refresh(lambda: self.recount([one.id for one in begun.rows]))

    @property
    def _mark(self) -> int | None:
        """The marked article; while it has not come, and no key moved, the awaited."""
        wanted, stands = self._awaited or (None, 0)
        is_awaited = wanted is not None and stands == self.listed.cursor
        return wanted if is_awaited else self.listed.marked

    def list_read(self) -> None:
        """The whole list has come."""

    def show_list(
        self, ids: Sequence[int], rows: Sequence[Article], wanted: int | None
    ) -> None:
        """Show a list, with the mark on an article where it is in it."""
        # Painted once, however much of the screen it changes.
        with self.app.batch_update():
            self.listed.forget()
            self.listed.supply(rows)
            self.ids = ids
            if wanted is not None:
                self.go_to(wanted)
            self.lay_out()
            self._show_title()

    def go_to(self, article_id: int) -> bool:
        """Mark an article; whether it is in the list."""
        try:
            self.listed.cursor = self.ids.index(article_id)
        except ValueError:
            return False
        return True

    def lay_out(self) -> None:
        """Give each part of the screen its room, after the list has changed."""

    def _show_title(self) -> None:
        sort = self.sort or Sort()
        self.listed.sorted_by = _HEADS.get(sort.order, ""), sort.falls
        listed = len(self.ids) if self.asked else None
        many = how_many(listed, self.total, goes_on=self._goes_on)
        words = f"{many}  ·  {sort.words}"
        if self.waiting > _FEW:
            words += f"  ·  {self.waiting:,} still to be cleaned"
        self._entitle(words)
        self.show_chips()

    def _entitle(self, words: str) -> None:
        name = (safe_line(self._library), "bold")
        self.query_one("#title", Static).update(Content.assemble(name, "   ", words))

    def show_waiting(self, waiting: int) -> None:
        """Say how many are still to be cleaned; show what became of the last."""
        before, self.waiting = self.waiting, waiting
        if not self.is_there:
            return  # It begins, or goes away, while others learn.
        if waiting != before and max(waiting, before) > _FEW:
            self._show_title()
        if before and not waiting and self._rests_on_cleaning:
            self.refresh_list()

    @property
    def _rests_on_cleaning(self) -> bool:
        """Whether the list is sorted or filtered by what the cleaner says."""
        order = (self.sort or Sort()).order
        return bool(self.asked.hidden or self.asked.language) or order in _CLEANED

    @property
    def ways_on(self) -> str:
        """What to press, after the chips."""
        return "escape shows all"

    def chips(self) -> list[Content]:
        """What the list is filtered by, each in a few words."""
        chips = [self.chip(each) for each in self.asked.chips]
        if self.waiting and self._rests_on_cleaning:
            words = f"{self.waiting:,} still to be cleaned: the list will change"
            chips.append(Content.styled(words, "$warning"))
        return chips

    def chip(self, words: str) -> Content:
        """A few words that stand out."""
        return Content.styled(f" {safe_line(words)} ", "$text on $primary 40%")

    def show_chips(self) -> None:
        """Show what is special about the list, and the way back to all of it."""
        chips = self.chips()
        shown = self.query_one("#chips", Static)
        shown.display = bool(chips)
        ways_on = Content.styled(f" {safe_line(self.ways_on)}", "dim")
        # They stand a cell from the edge on each side.
        shown.update(in_rows([*chips, ways_on], self.size.width - 2))

    def drop(self, gone: IdSet) -> None:
        """Take articles off the list at once, before it is read anew.

        The mark stays on its article; if that is gone too, it goes to the next.
        """
        before = islice(self.ids, self.listed.cursor)
        cursor = sum(each not in gone for each in before)
        self.ids = array("q", (each for each in self.ids if each not in gone))
        self.listed.cursor = cursor

    @on(ArticleList.Wanted)
    @work(group="rows")
    async def _fetch_rows(self, event: ArticleList.Wanted) -> None:
        rows = await self.ask(lambda store: store.articles.some(event.ids))
        self.listed.supply(rows or ())
        self.recount(event.ids)

    @work(group="recount")
    async def recount(self, ids: Sequence[int]) -> None:
        """Count the hidden lines of these anew, where rules have changed since.

        One at a time, so that whatever else is asked of the store comes in between.
        """
        outdated = await self.ask(lambda store: store.verdicts.outdated(ids))
        for article_id in outdated or ():
            await self._recount_one(article_id)

    async def _recount_one(self, article_id: int) -> None:
        article = await self.ask(lambda store: store.recount(article_id))
        self.listed.supply([article] if article else [])

    @property
    def filter_here(self) -> Filter:
        """What the list is filtered by."""
        return self.asked

    def filter_by(self, asked: Filter) -> None:
        """List what a filter lets through."""
        self.asked = asked
        self.refresh_list()

    @work(group="dialog")
    async def action_filter(self) -> None:
        """Ask which articles are to be listed."""
        from reader.tui.dialogs.filter import FilterDialog

        asked = await self.app.push_screen_wait(FilterDialog(self.desk, self.asked))
        if asked is not None:
            self.filter_by(asked)

    @work(group="read", exclusive=True)
    async def action_saved_filter(self, key: str) -> None:
        """Filter as it was saved."""
        saved = await self.ask(lambda store: list(store.filters.all().items()))
        place = int(key) - 1
        if saved is None:
            return
        if place >= len(saved):
            self.say(f"No filter {key} is saved yet; f makes one.")
            return
        name, asked = saved[place]
        self.filter_by(asked)
        self.say(f"Filter “{name}”.")

    def action_order(self) -> None:
        """Sort by the next column, and remember it."""
        self.sort_by((self.sort or Sort()).after)

    def action_turn_order(self) -> None:
        """Sort the other way round, and remember it."""
        self.sort_by((self.sort or Sort()).other_way)

    @work(group="write")
    async def action_library_strength(self) -> None:
        """Clean every article that has no strength of its own at the next one."""

        def turn(store: Store) -> str:
            wanted = store.verdicts.library_strength.after
            store.verdicts.set_library_strength(wanted)
            return wanted

        wanted = await self.change(turn)
        if wanted is not None:
            self.refresh_list()
            self.say(f"The library is cleaned {wanted} from now on.  u takes it back.")

    def sort_by(self, sort: Sort) -> None:
        """Sort the list, now and at the next start."""
        self.sort = sort
        self.desk.post("the order", lambda s: s.settings.put("order", str(sort)))
        self.refresh_list()

    @on(ArticleList.HeadChosen)
    def _head_chosen(self, event: ArticleList.HeadChosen) -> None:
        for order, column in _HEADS.items():
            if column == event.column:
                now = self.sort or Sort()
                self.sort_by(now.other_way if now.order is order else Sort(order))

    async def whole_list(self) -> None:
        """Wait until the list has come to its end."""
        coming = [w for w in self.workers if w.group == "list" and w.node is self]
        await self.over(*coming)
