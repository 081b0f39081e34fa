"""The family of an article: its near copies, the oldest first."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.desk import Desk
from reader.store.copies import MOST, Copy
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import COPIES
from reader.tui.screens.comparing import compare_some
from reader.tui.screens.listing import ListingPlace
from reader.tui.screens.place import ReadAt
from reader.tui.tick import TICK

_EMPTY = """No other article tells this in nearly the same words.

Two are near copies when of their runs of five words
at least half stand in both; hidden lines do not count."""
_SITE, _TITLE = 22, 44


class CopiesScreen(ListingPlace):
    """Owns the family, and which of it the others are compared with."""

    NAME = "Copies"
    HEAD = "Copies"
    EMPTY = _EMPTY
    BINDINGS: ClassVar[list[BindingType]] = bindings(COPIES)

    def __init__(self, desk: Desk, article_id: int, read_at: ReadAt) -> None:
        """List the family of an article."""
        super().__init__(desk)
        self._read_at = read_at
        self._ticked = article_id
        self.family: Sequence[Copy] = ()

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.entitle(self.HEAD, "looking…")
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self, mark: int | None = None) -> None:
        """Read the family anew; the mark stays, or goes to an article."""
        article_id = self._ticked
        await self.look_up(compare_some)
        found = await self.look_up(lambda store: store.copies.family(article_id))
        if found is None:
            return
        self.family = found
        ids = [copy.article.id for copy in found]
        rows = [(copy.article.id, self._row(copy)) for copy in found]
        self.list_rows(rows, mark, self._first_other(ids))
        if found:
            more = f"the oldest {MOST}" if len(found) == MOST else f"{len(found)}"
            self.entitle(f"{more} copies of one story", "the oldest first")

    def _first_other(self, ids: Sequence[int]) -> int:
        return next((n for n, each in enumerate(ids) if each != self._ticked), 0)

    def _row(self, copy: Copy) -> Content:
        article = copy.article
        is_ticked = article.id == self._ticked
        same = "" if is_ticked else f"{copy.likeness:.0%}"
        return Content.assemble(
            (f"{TICK} " if is_ticked else "  ", "bold"),
            (f"{article.published[:10] or 'no date':<10}  ", ""),
            (f"{same:>4}  ", "bold"),
            (f"{safe_line(excerpt(article.origin, _SITE)):<{_SITE}}  ", "dim"),
            safe_line(excerpt(article.title, 200)),
        )

    @property
    def marked(self) -> Copy | None:
        """The member under the cursor."""
        return self.marked_of(self.family)

    @property
    def article_here(self) -> int | None:
        """The marked article."""
        return self.marked.article.id if self.marked else None

    def on_option_list_option_highlighted(self) -> None:
        """Say how much of it is the same, and where it came from."""
        marked = self.marked
        if marked is None:
            return
        article = marked.article
        same = (
            f"{TICK} the others are compared with this one"
            if article.id == self._ticked
            else f"{marked.likeness:.0%} the same as {TICK}: of the runs of five words"
            " in either, so many stand in both"
        )
        facts = [article.author, article.source, counted(article.words, "word")]
        self.tell(
            Content.assemble(
                (safe_line(article.title), "bold"),
                "\n",
                (safe_line("  ·  ".join(fact for fact in facts if fact)), "dim"),
                "\n",
                same,
            )
        )

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_open_copy()

    def action_open_copy(self) -> None:
        """Read the marked article."""
        if (marked := self.marked) is not None:
            ids = [copy.article.id for copy in self.family]
            reading = self._read_at(marked.article.id, ids=ids)
            self.app.push_screen(reading, self.came_home)

    def action_tick_copy(self) -> None:
        """Compare the others with the marked one."""
        if (marked := self.marked) is not None:
            self._ticked = marked.article.id
            self.renew(marked.article.id)

    def action_compare_copy(self) -> None:
        """Read the marked one against the ticked one."""
        from reader.tui.screens.difference import DifferenceScreen

        marked = self.marked
        if marked is None or marked.article.id == self._ticked:
            self.say(
                f"Mark another one to compare it with {TICK};"
                f"  space sets {TICK} elsewhere."
            )
            return
        ids = [copy.article.id for copy in self.family]
        both = self._ticked, marked.article.id
        screen = DifferenceScreen(self.desk, *both, ids, self._read_at)
        self.app.push_screen(screen, self.came_home)

    def came_home(self, article_id: int | None) -> None:
        """The mark goes to the article that was read last."""
        self.renew(article_id)
