"""The library: every article, and a glance at the marked one."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Article, Step
from reader.resources import SEEDS, STYLES
from reader.store import Order, Store
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import LIBRARY
from reader.tui.screens.glance import glance
from reader.tui.screens.place import Place
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt

_EMPTY = """Nothing to read here yet.

Press  i  to bring in a file or a folder of articles,
or  s  for the five sample articles.

From the shell:  reader import FOLDER"""

_FIRST = 60
"""Rows that come with the list itself; a window seldom shows more."""

_PREVIEW_AFTER_S = 0.06

_WIDE = 100
"""Cells from which the preview stands beside the list."""


class LibraryScreen(Place):
    """Owns the order, the filter and the mark; the list and the preview show them."""

    NAME = "Library"
    CSS_PATH = STYLES / "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIBRARY)

    ids: var[Sequence[int]] = var((), always_update=True)
    order: var[Order | None] = var(None)
    """None until the store has said in which order the list was left."""
    containing: var[str] = var("")
    preview_wanted: var[bool] = var(True)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._library = name

    def compose(self) -> ComposeResult:
        """A title line, the list with the preview, the keys."""
        yield Static("", id="title", markup=False)
        with Horizontal(id="main"):
            yield ArticleList().data_bind(LibraryScreen.ids)
            yield Preview()
            yield Static(_EMPTY, id="empty", markup=False)
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        """Ask for the articles; the frame shows meanwhile."""
        self.query_one(ArticleList).focus()
        self.refresh_list()

    def on_resize(self, event: events.Resize) -> None:
        """The preview needs room."""
        if self.ids:
            self._lay_out(event.size.width)
            self._preview()

    def _lay_out(self, width: int) -> None:
        preview = self.query_one(Preview)
        preview.display = self.preview_wanted and width >= _WIDE and bool(self.ids)

    @work(group="list", exclusive=True)
    async def refresh_list(self, mark: int | None = None) -> None:
        """Read the list anew; the mark stays on its article, or goes to `mark`."""
        asked, containing = self.order, self.containing

        def page(store: Store) -> tuple[Order, Sequence[int], Sequence[Article]]:
            order = asked or Order(store.settings.all().get("order", Order.ADDED))
            ids = store.articles.ids(order, containing)
            return order, ids, store.articles.some(ids[:_FIRST])

        found = await self.ask(page)
        if found is not None:
            self.order, ids, rows = found
            # Painted once, however much of the screen it changes.
            with self.app.batch_update():
                self._show(ids, rows, mark)
            self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        """Bring in what can wait until the list is painted."""
        from reader.tui.widgets.prompt import Prompt

        if not self.query(Prompt):
            prompt = Prompt("Title or source has")
            self.mount(prompt, before=self.query_one(KeyBar))
        self._preview()

    def _show(
        self, ids: Sequence[int], rows: Sequence[Article], mark: int | None
    ) -> None:
        """Show the list, or what to do about an empty one."""
        listed = self.query_one(ArticleList)
        wanted = mark or listed.marked
        listed.forget()
        listed.supply(rows)
        self.ids = ids
        listed.cursor = ids.index(wanted) if wanted in ids else listed.cursor
        is_empty = not ids and not self.containing
        self.query_one("#empty").display = is_empty
        listed.display = not is_empty
        self._lay_out(self.size.width)
        self._show_title()

    def _show_title(self) -> None:
        count = len(self.ids)
        parts = [
            f"{count:,} article{'' if count == 1 else 's'}",
            "in the order of import"
            if self.order is Order.ADDED
            else f"sorted by {self.order}",
        ]
        if self.containing:
            parts.append(f"with “{safe_line(self.containing)}”  (escape shows all)")
        self.query_one("#title", Static).update(
            Content.assemble(
                (safe_line(self._library), "bold"), "   ", "  ·  ".join(parts)
            )
        )

    @on(ArticleList.Wanted)
    @work(group="rows")
    async def _fetch_rows(self, event: ArticleList.Wanted) -> None:
        rows = await self.ask(lambda store: store.articles.some(event.ids))
        self.query_one(ArticleList).supply(rows or ())

    @on(ArticleList.Marked)
    def _mark_moved(self) -> None:
        self._preview()

    @work(group="preview", exclusive=True)
    async def _preview(self) -> None:
        # The list comes first: while it is walked through, no preview is made.
        await asyncio.sleep(_PREVIEW_AFTER_S)
        preview, article_id = self.query_one(Preview), self._marked()
        if preview.display and article_id is not None:
            reading = await self.ask(lambda store: store.reading(article_id))
            if reading is not None:
                preview.glance = glance(reading)

    @on(ArticleList.Chosen)
    def _open_clicked(self) -> None:
        self.action_open_article()

    def _marked(self) -> int | None:
        return self.query_one(ArticleList).marked

    def action_open_article(self) -> None:
        """Read the marked article."""
        if (article_id := self._marked()) is not None:
            self._read(article_id)

    def _read(self, article_id: int, offset: int | None = None) -> None:
        from reader.tui.screens.reading import ReadingScreen

        reading = ReadingScreen(self.desk, article_id, self.ids, offset)
        self.app.push_screen(reading, self._came_home)

    def _came_home(self, article_id: int | None) -> None:
        self.refresh_list(article_id)

    def _move(self, by: int) -> None:
        self.query_one(ArticleList).cursor += by

    def action_mark_next(self) -> None:
        """Mark the next article."""
        self._move(1)

    def action_mark_previous(self) -> None:
        """Mark the article before."""
        self._move(-1)

    def action_list_down(self) -> None:
        """One page on."""
        self._move(self.query_one(ArticleList).page)

    def action_list_up(self) -> None:
        """One page back."""
        self._move(-self.query_one(ArticleList).page)

    def action_mark_first(self) -> None:
        """Mark the first article."""
        self.query_one(ArticleList).cursor = 0

    def action_mark_last(self) -> None:
        """Mark the last article."""
        self.query_one(ArticleList).cursor = len(self.ids) - 1

    def action_filter(self) -> None:
        """Type words that titles or sources must have."""
        for prompt in self.query("Prompt").results():
            cast("Prompt", prompt).open(self.containing)

    def on_prompt_changed(self, event: "Prompt.Changed") -> None:
        """List what has the words so far."""
        self.containing = event.text
        self.refresh_list()

    def on_prompt_closed(self, event: "Prompt.Closed") -> None:
        """Keep the filter, or give it up."""
        self.query_one(ArticleList).focus()
        if not event.accepted:
            self.containing = ""
            self.refresh_list()

    def action_order(self) -> None:
        """Sort by the next column, and remember it."""
        orders = list(Order)
        before = orders.index(self.order or Order.ADDED)
        self.order = orders[(before + 1) % len(orders)]
        self._remember("order", self.order)
        self.refresh_list()

    @work(group="write")
    async def _remember(self, name: str, value: str) -> None:
        await self.ask(lambda store: store.settings.put(name, value))

    def action_import(self) -> None:
        """Ask for a path and bring it in."""
        self._bring_in()

    def key_s(self) -> None:
        """In an empty library: bring in the samples."""
        if not self.ids and not self.containing:
            self._bring_in(str(SEEDS))

    @work(group="dialog")
    async def _bring_in(self, path: str = "") -> None:
        from reader.tui.dialogs.bring_in import BringInDialog

        said = await self.app.push_screen_wait(BringInDialog(self.desk, path))
        if said:
            self.say(said)
            self.refresh_list()

    @work(group="write")
    async def action_remove_article(self) -> None:
        """Take the marked article out; undo brings it back."""
        article_id = self._marked()
        if article_id is None:
            return
        article = await self.ask(lambda store: store.articles.one(article_id))
        if article is None:
            return
        await self.ask(lambda store: store.articles.remove([article_id]))
        self.say(f"Removed “{article.title}”.  u brings it back.")
        self.refresh_list()

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self.preview_wanted = not self.preview_wanted
        self._lay_out(self.size.width)
        self._preview()

    def key_escape(self, event: events.Key) -> None:
        """Show all articles again; one escape too many does not end the program."""
        event.stop()
        if self.containing:
            self.containing = ""
            self.refresh_list()
        else:
            self.say("q leaves the program.")

    def action_leave(self) -> None:
        """Quit; all is saved."""
        self.app.exit()

    async def came_back(self, step: Step) -> None:
        """The list shows what is there now; a change in a text is shown in the text."""
        self.refresh_list(step.article_id)
        if step.article_id is not None and step.offset is not None:
            self._read(step.article_id, step.offset)
