"""The passages of tags, across articles: in context, to read, retag and remove."""

import asyncio
from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static

from reader.desk import Desk
from reader.model import Annotation, Article, Step
from reader.queries.tagged import LANGUAGE, TagQuery, parse
from reader.resources import STYLES
from reader.store import Store
from reader.store.retrieval import CAP, PAGE
from reader.text.counted import counted
from reader.text.safe import safe, safe_line
from reader.tui.bindings import bindings
from reader.tui.colours import ground_of, tag_colour
from reader.tui.keys import PASSAGES
from reader.tui.screens.concordance import ConcordancePlace, Listed, forms
from reader.tui.widgets.concordance import Concordance, Heading, Line, Row

_DEBOUNCE_S = 0.06
_NOTES = 2
"""Sentences on what was typed that the heading has room for."""
_LONGEST = 1000
_LEFT = 0.16
"""Of a row, the cells before the passage: what counts here is the passage."""
_NO_TAGS = """No passage has a tag yet.

While reading, put the cursor on a passage and press  t."""

Found = tuple[tuple[Annotation, Article], ...]
Page = tuple[Found, int | None]
"""Passages, and where those after them begin."""


class PassagesScreen(ConcordancePlace):
    """Owns the query and the passages that answer it."""

    NAME = "Passages"
    CSS_PATH: ClassVar = [STYLES / "concordance.tcss", STYLES / "search.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(PASSAGES)

    found: var[Found] = var(())
    counted: var[int | None] = var(None)
    unknown: var[Sequence[str]] = var(())

    def __init__(self, desk: Desk, query: str = "") -> None:
        """List the passages that answer a query; those of all tags without one."""
        super().__init__(desk)
        self._typed = query
        self._next: int | None = None

    def compose(self) -> ComposeResult:
        """How many there are, the query, the passages, the marked one whole."""
        yield Static("", id="title", markup=False)
        yield Input(
            safe_line(self._typed),
            placeholder="all tags; or  sanctions AND china NOT trade in:sentence",
            max_length=_LONGEST,
            select_on_focus=False,
        )
        yield Concordance(left=_LEFT)
        yield Static("", id="empty", markup=False)
        yield Static("", id="says", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """List them."""
        self.list.focus()
        self.retrieve()

    @property
    def query_asked(self) -> TagQuery:
        """What is asked for now."""
        return parse(self._typed)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.value != self._typed:
            self._typed = event.value
            self.retrieve(after_s=_DEBOUNCE_S)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.list.focus()

    @work(group="retrieve", exclusive=True)
    async def retrieve(self, *, after_s: float = 0.0, keep: bool = False) -> None:
        """Ask for the first page anew, or for as much as is listed."""
        await asyncio.sleep(after_s)
        query = self.query_asked
        page = await self._retrieved(query, keep=keep)
        if page is None:
            return
        self.found, self._next = page
        self.show_rows(keep=keep)
        known = await self.look_up(
            lambda s: (s.retrieval.count(query), s.retrieval.unknown(query))
        )
        if known is not None:
            self.counted, self.unknown = known
            self._show_says()

    async def _retrieved(self, query: TagQuery, *, keep: bool) -> Page | None:
        """The first page, or all that is listed, with what is listed meanwhile."""
        while True:
            before = self.found
            limit = max(PAGE, len(before) if keep else 0)
            page = await self.look_up(partial(_page, query, None, limit))
            if page is None or not keep or self.found is before:
                return page

    async def renew(self) -> None:
        """Ask again for what is listed."""
        await self.over(self.retrieve(keep=True))

    @on(Concordance.NearEnd)
    @work(group="more", exclusive=True)
    async def _more(self) -> None:
        query, before, after = self.query_asked, self.found, self._next
        if after is None:
            return
        page = await self.look_up(partial(_page, query, after, PAGE))
        if page is not None and self.found is before:
            self.found, self._next = (*before, *page[0]), page[1]
            self.show_rows(keep=True)

    def rows(self) -> Sequence[Row]:
        """The articles with the passages."""
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        ground = ground_of(self.app)
        above = None
        for annotation, article in self.found:
            if article.id != above:
                above = article.id
                facts = [f for f in (article.site, article.published[:10]) if f]
                yield Heading(article.id, article.title, " · ".join(facts))
            tag = annotation.tag
            assert tag
            yield Line(
                annotation.id,
                " ".join(annotation.prefix.split()) + " ",
                " ".join(annotation.quote.split()),
                " " + " ".join(annotation.suffix.split()),
                tag_colour(tag.colour, ground),
                label=f"{tag.path}{' ✎' if annotation.memo else ''}",
            )

    def listed(self, key: Hashable) -> Listed | None:
        """The passage of a row."""
        for annotation, _ in self.found:
            if annotation.id == key:
                place = (annotation.span, annotation.quote)
                return Listed(annotation.article_id, (place,))
        return None

    def article_ids(self) -> Sequence[int]:
        """Those with passages."""
        return list(dict.fromkeys(article.id for _, article in self.found))

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the passages, or what to do about there being none."""
        super().show_rows(keep=keep)
        is_empty = self.is_bare = not self.found
        self.list.display = not is_empty
        empty = self.query_one("#empty", Static)
        empty.display = is_empty
        if is_empty:
            nothing = not self._typed.strip()
            empty.update(
                Content(_NO_TAGS)
                if nothing
                else forms(LANGUAGE, "No passage answers that.")
            )
        self._show_says()

    def ticks_changed(self) -> None:
        """Say how many are ticked."""
        self._show_says()

    @on(Concordance.Moved)
    def _show_says(self) -> None:
        """The heading, and the marked passage whole."""
        query, parts = self.query_asked, []
        if (count := self.counted) is not None:
            is_more = count > CAP
            parts.append(f"{CAP:,}+ passages" if is_more else counted(count, "passage"))
        if not query.is_plain:
            parts.append(f"in the same {query.unit}")
        parts += [*self.unknown, *query.notes][:_NOTES]
        if self.list.ticked:
            parts.append(f"{len(self.list.ticked):,} ticked")
        self.query_one("#title", Static).update(
            Content.assemble(
                ("Passages", "bold"), "   ", safe_line("  ·  ".join(parts))
            )
        )
        marked = self.list.marked
        here = next((a for a, _ in self.found if marked and a.id == marked.key), None)
        self.query_one("#says", Static).update(_whole(here) if here else "")

    @work(group="open", exclusive=True)
    async def action_open_hit(self) -> None:
        """Read the article at the passage."""
        self.read_marked()

    def action_search_words(self) -> None:
        """Type another query."""
        self.query_one(Input).focus()

    @work(group="dialog")
    async def action_retag(self) -> None:
        """Give the ticked passages, or the marked one, another tag."""
        from reader.tui.screens.choosing import choose_tag

        ids, chosen = self._ids(), self.chosen()
        if not ids:
            return
        ((_, quote), *_) = chosen[0].places
        said = quote if len(ids) == 1 else counted(len(ids), "passage")
        path = await choose_tag(self, f"Another tag for: {said}")
        if path is not None and await self.done(
            lambda store: store.retrieval.retag(ids, path)
        ):
            await self._changed_passages(f"Retagged {path}")

    @work(group="write")
    async def action_remove_passages(self) -> None:
        """Take the tag off the ticked passages, or off the marked one."""
        ids = self._ids()
        if ids and await self.done(lambda store: store.retrieval.remove(ids)):
            await self._changed_passages(f"Untagged {counted(len(ids), 'passage')}")

    def _ids(self) -> Sequence[str]:
        ticked = [str(r.key) for r in self.list.rows if r.key in self.list.ticked]
        marked = self.list.marked
        return ticked or ([str(marked.key)] if marked else [])

    async def _changed_passages(self, said: str) -> None:
        self.list.ticked = frozenset()
        await self.renew()
        self.say(f"{said}.  u takes it back.")

    def action_leave(self) -> None:
        """From the line to the list, from the list out."""
        if self.query_one(Input).has_focus and self.found:
            self.list.focus()
        else:
            self.dismiss(None)

    async def came_back(self, step: Step) -> None:
        """Show the passages as they are now."""
        await self.renew()


def _page(query: TagQuery, after: int | None, limit: int, store: Store) -> Page:
    page = store.retrieval.page(query, after=after, limit=limit)
    ids = list(dict.fromkeys(passage.article_id for passage in page.passages))
    articles = {article.id: article for article in store.articles.some(ids)}
    found = ((p, articles[p.article_id]) for p in page.passages)
    return tuple(found), page.next


def _whole(annotation: Annotation) -> Content:
    """The marked passage with its tag, its coder and its memo."""
    assert annotation.tag
    facts = f"{annotation.tag.path}  ·  {annotation.coder}"
    memo = f"\n✎ {annotation.memo}" if annotation.memo else ""
    quote = " ".join(annotation.quote.split())
    return Content.assemble((safe_line(facts), "bold"), "\n", safe(quote + memo))
