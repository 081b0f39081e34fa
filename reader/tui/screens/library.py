"""The library: every article, and a glance at the marked one."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static

from reader.model import Step
from reader.resources import SEEDS, STYLES
from reader.store import Filter
from reader.tui.bindings import bindings
from reader.tui.keys import LIBRARY
from reader.tui.screens.glance import glance
from reader.tui.screens.ticking import TickingPlace
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.kept import KeptRow, KeptStatic
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.preview import Preview

_EMPTY = """Nothing to read here yet.

Press  i  to bring in a file or a folder of articles,
or  s  for the five sample articles.

From the shell:  reader import FOLDER"""

_NONE = """No article is like that.

Press  f  to change the filter,
or escape to list all articles."""

_PREVIEW_AFTER_S = 0.06

_WIDE = 100
"""Cells from which the preview stands beside the list."""


class LibraryScreen(TickingPlace):
    """The list with its keys, and the preview beside it."""

    NAME = "Library"
    CSS_PATH = STYLES / "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIBRARY)

    preview_wanted: var[bool] = var(True)
    _preview_due: Timer

    def compose(self) -> ComposeResult:
        """A title line, the list with the preview, the keys."""
        yield KeptStatic("", id="title", markup=False)
        yield KeptStatic("", id="chips", markup=False)
        with KeptRow(id="main"):
            yield ArticleList().data_bind(LibraryScreen.ids, LibraryScreen.ticked)
            yield Preview()
            yield KeptStatic(_EMPTY, id="empty", markup=False)
        yield self.key_bar()

    def is_command(self, event: events.Key) -> bool:
        """The list takes no key for itself; this place takes escape."""
        return isinstance(self.focused, ArticleList) and event.key != "escape"

    def on_mount(self) -> None:
        """Ask for the articles; the frame shows meanwhile."""
        self.listed.focus()
        self._preview_due = self.set_interval(
            _PREVIEW_AFTER_S, self._show_preview, pause=True
        )
        self.watch(self.listed, "cursor", self._preview, init=False)
        self.refresh_list()

    def on_resize(self) -> None:
        """The preview needs room, and so do the chips."""
        self.show_chips()
        if self.ids:
            self.lay_out()
            self._preview()

    def lay_out(self) -> None:
        """Show the list, or what to do about an empty one; the preview needs room."""
        is_empty = self.is_bare = not self.ids
        empty = self.query_one("#empty", Static)
        empty.display = is_empty
        if is_empty:
            empty.update(_NONE if self.asked else _EMPTY)
        self.listed.display = not is_empty
        if self.focused is None:
            self.listed.focus()  # It lost it when it went away.
        preview = self.query_one(Preview)
        preview.display = (
            self.preview_wanted and self.size.width >= _WIDE and not is_empty
        )

    def list_read(self) -> None:
        """Bring in what can wait until the list is painted."""
        self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        from reader.tui.widgets.prompt import Prompt

        if not self.query(Prompt):
            self.mount(Prompt("Title begins"), before=self.query_one(KeyBar))
        self._preview()

    def _preview(self) -> None:
        """Have the preview follow, unless there is none."""
        if self.query_one(Preview).display:
            # The list comes first: while it is walked through, no preview is made.
            self._preview_due.reset()

    @work(group="preview", exclusive=True)
    async def _show_preview(self) -> None:
        self._preview_due.pause()
        preview, article_id = self.query_one(Preview), self.listed.marked
        if preview.display and article_id is not None:
            found = await self.ask(
                lambda store: (
                    store.reading(article_id),
                    store.articles.also_from(article_id),
                )
            )
            if found is not None and (reading := found[0]) is not None:
                preview.glance = glance(reading, found[1])

    @property
    def article_here(self) -> int | None:
        """The marked article."""
        return self.listed.marked

    @on(ArticleList.Chosen)
    def _open_clicked(self) -> None:
        self.action_open_article()

    def action_open_article(self) -> None:
        """Read the marked article."""
        if (article_id := self.listed.marked) is not None:
            self._read(article_id)

    def _read(self, article_id: int, offset: int | None = None) -> None:
        from reader.tui.screens.reading import ReadingScreen

        reading = ReadingScreen(self.desk, article_id, self.ids, offset)
        self.app.push_screen(reading, self._came_home)

    def _came_home(self, article_id: int | None) -> None:
        self.refresh_list(article_id)

    def action_copies(self) -> None:
        """List the near copies of the marked article."""
        from reader.tui.screens.copies import CopiesScreen
        from reader.tui.screens.reading import read_at

        if (article_id := self.listed.marked) is not None:
            screen = CopiesScreen(self.desk, article_id, read_at(self.desk))
            self.app.push_screen(screen, self._came_home)

    @work(group="dialog")
    async def action_browse(self) -> None:
        """Open the address of the marked article in the browser, after a yes."""
        from reader.tui.screens.browsing import browse

        await browse(self)

    def action_mark_next(self) -> None:
        """Mark the next article."""
        self.listed.cursor += 1

    def action_mark_previous(self) -> None:
        """Mark the article before."""
        self.listed.cursor -= 1

    def action_list_down(self) -> None:
        """One page on."""
        self.listed.cursor += self.listed.page

    def action_list_up(self) -> None:
        """One page back."""
        self.listed.cursor -= self.listed.page

    def action_mark_first(self) -> None:
        """Mark the first article."""
        self.listed.cursor = 0

    @work(group="jump", exclusive=True)
    async def action_mark_last(self) -> None:
        """Mark the last article."""
        await self.whole_list()
        self.listed.cursor = len(self.ids) - 1

    def action_import(self) -> None:
        """Ask for a path and bring it in."""
        self._bring_in()

    def action_status(self) -> None:
        """Keep how far articles were read; in an empty library, bring in samples."""
        if self.ids or self.asked:
            self.ask_status()
        else:
            self._bring_in(str(SEEDS))

    @work(group="dialog")
    async def _bring_in(self, path: str = "") -> None:
        from reader.tui.dialogs.bring_in import BringInDialog

        said = await self.app.push_screen_wait(BringInDialog(self.desk, path))
        if said:
            self.say(said)
            self.refresh_list()

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self.preview_wanted = not self.preview_wanted
        self.lay_out()
        self._preview()

    def key_escape(self, event: events.Key) -> None:
        """Show all articles again; one escape too many does not end the program."""
        if self.focused not in (None, self.listed):
            return  # It is meant for the line that is typed into.
        event.stop()
        if self.ticked:
            self.untick()
        elif self.asked:
            self.filter_by(Filter())
        else:
            self.say("q leaves the program.")

    @work(group="dialog")
    async def action_import_annotations(self) -> None:
        """Ask for a file of annotations, and bring them in."""
        from reader.tui.dialogs.bring_annotations import BringAnnotationsDialog

        said = await self.app.push_screen_wait(BringAnnotationsDialog(self.desk))
        if said:
            self.say(said)
            self.refresh_list()

    def action_leave(self) -> None:
        """Quit; all is saved."""
        self.app.exit()

    async def look_again(self) -> None:
        """Another place may have changed what is listed."""
        self.refresh_list()

    async def came_back(self, step: Step) -> None:
        """The list shows what is there now; a change in a text is shown in the text."""
        self.refresh_list(step.article_id)
        if step.article_id is not None and step.offset is not None:
            self._read(step.article_id, step.offset)
