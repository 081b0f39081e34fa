"""Two copies of a story read against each other."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Article, Step
from reader.resources import STYLES
from reader.store import Store
from reader.text.counted import counted
from reader.text.difference import Kind, Row, difference
from reader.text.safe import safe_line
from reader.text.sentence_keys import LONGEST
from reader.tui.bindings import bindings
from reader.tui.keys import DIFFERENCE
from reader.tui.screens.place import Place, ReadAt
from reader.tui.widgets.difference import LEGEND, DifferenceView

_WIDE: Final = 100
"""Cells from which the texts stand beside each other, unless it is asked otherwise."""


class DifferenceScreen(Place):
    """Owns which two are compared, and what came of it."""

    NAME = "Difference"
    CSS_PATH = STYLES / "difference.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(DIFFERENCE)

    def __init__(
        self, desk: Desk, left: int, right: int, ids: Sequence[int], read_at: ReadAt
    ) -> None:
        """Compare two articles.

        Args:
            desk: Where the library is asked.
            left: The id of the one that the other is compared with.
            right: The id of the other.
            ids: Those that `[` and `]` go through.
            read_at: What reads one of them.
        """
        super().__init__(desk)
        self._read_at = read_at
        self._left, self._right = left, right
        self._ids = [each for each in ids if each != left]
        self._is_asked = False
        """Whether the user said how the texts are to stand."""

    def compose(self) -> ComposeResult:
        """What is compared, both texts, what the signs mean, the keys."""
        yield Static("", id="title", markup=False)
        with Horizontal(id="names"):
            yield Static("", id="left", markup=False)
            yield Static("", id="right", markup=False)
        yield DifferenceView()
        yield Static(LEGEND, id="legend", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Compare them."""
        self.view.focus()
        self.compare()

    def on_resize(self, event: events.Resize) -> None:
        """Two texts beside each other need room."""
        if not self._is_asked:
            self.view.beside = event.size.width >= _WIDE

    @property
    def view(self) -> DifferenceView:
        """The texts."""
        return self.query_one(DifferenceView)

    @property
    def article_here(self) -> int | None:
        """The article at the right."""
        return self._right

    @work(group="compare", exclusive=True)
    async def compare(self) -> None:
        """Compare the two anew."""
        ids = self._left, self._right
        found = await self.look_up(lambda store: _compared(store, ids))
        if found is None or ids != (self._left, self._right):
            return
        articles, rows = found
        if rows is None:
            if self.is_current:  # Else whoever is in a dialog is told after it.
                self.say("One of the two is not in the library any more, or too long.")
                self.dismiss(None)
            return
        self.view.rows = rows
        self._say(articles, rows)

    def _say(self, articles: Sequence[Article], rows: Sequence[Row]) -> None:
        kinds = Counter(row.kind for row in rows)
        told = [
            f"{kinds[kind]:,} {kind}"
            for kind in (Kind.SAME, Kind.CHANGED, Kind.GONE, Kind.NEW)
            if kinds[kind]
        ]
        if moved := kinds[Kind.MOVED_TO]:
            told.append(f"{moved:,} moved")
        total = counted(len(rows) - kinds[Kind.MOVED_FROM], "sentence")
        self.query_one("#title", Static).update(
            Content.assemble(("Compared", "bold"), f"   {total}: {', '.join(told)}")
        )
        for side, sign, article in zip(
            ("#left", "#right"), "-+", articles, strict=True
        ):
            self.query_one(side, Static).update(f"{sign} {_named(article)}")

    def action_next_change(self) -> None:
        """Go to the next change."""
        if not self.view.to_change(1):
            self.say("No more changes that way.")

    def action_previous_change(self) -> None:
        """Go to the change before."""
        if not self.view.to_change(-1):
            self.say("No more changes that way.")

    def action_difference_down(self) -> None:
        """A row down."""
        self.view.scroll_rows(1)

    def action_difference_up(self) -> None:
        """A row up."""
        self.view.scroll_rows(-1)

    def action_difference_page_down(self) -> None:
        """One page on."""
        self.view.scroll_rows(self.view.size.height - 1)

    def action_difference_page_up(self) -> None:
        """One page back."""
        self.view.scroll_rows(1 - self.view.size.height)

    def action_difference_start(self) -> None:
        """Go to the beginning."""
        self.view.scroll_home(animate=False, force=True)

    def action_difference_end(self) -> None:
        """Go to the end."""
        self.view.scroll_end(animate=False, force=True)

    def action_beside(self) -> None:
        """Show the texts beside each other, or one in the other."""
        self._is_asked = True
        self.view.beside = not self.view.beside

    def action_next_compared(self) -> None:
        """Compare with the next of the family."""
        self._turn(1)

    def action_previous_compared(self) -> None:
        """Compare with the one before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        place = self._ids.index(self._right) + by
        if 0 <= place < len(self._ids):
            self._right = self._ids[place]
            self.action_difference_start()
            self.compare()
        else:
            self.say("There is no other copy that way.")

    def action_read_compared(self) -> None:
        """Read the article at the right."""
        self.app.push_screen(self._read_at(self._right), self._came_home)

    def _came_home(self, _: int | None) -> None:
        self.compare()

    def action_leave(self) -> None:
        """Back to the family, with the mark on the one that was compared."""
        self.dismiss(self._right)

    async def look_again(self) -> None:
        """A line may be hidden or shown that was not."""
        await self.over(self.compare())

    async def came_back(self, step: Step) -> None:
        """The same after a step."""
        await self.look_again()


def _compared(
    store: Store, ids: tuple[int, int]
) -> tuple[Sequence[Article], list[Row] | None]:
    """The two articles and their difference; none when there is none to be had."""
    articles, sides = store.articles.some(ids), store.copies.sides(ids)
    texts = [side.passages for side in sides]
    if len(texts) < 2 or any(len(each.text) > LONGEST for each in texts):
        return articles, None
    return articles, difference(*texts)


def _named(article: Article) -> str:
    """When, where and under what title it was published."""
    facts = (article.published[:10], article.origin, article.title)
    return safe_line(" · ".join(fact for fact in facts if fact))
