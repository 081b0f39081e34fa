"""Two copies of a story read against each other."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from reader.desk import Desk
from reader.model import Article
from reader.store import Store
from reader.tui.bindings import bindings
from reader.tui.keys import DIFFERENCE
from reader.tui.screens.compared import ComparedPlace, Side
from reader.tui.screens.place import ReadAt


class DifferenceScreen(ComparedPlace):
    """Goes through a family, each compared with the same one."""

    NAME = "Difference"
    BINDINGS: ClassVar[list[BindingType]] = bindings(DIFFERENCE)
    GONE = "One of the two is not in the library any more, or too long."
    NO_MORE = "There is no other copy that way."

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
        super().__init__(desk, left, right)
        self._read_at = read_at
        self._ids = [each for each in ids if each != left]

    @staticmethod
    def sides(store: Store, pair: tuple[int, int]) -> list[Side]:
        """What is shown of the two articles."""
        named = {each.id: _named(each) for each in store.articles.some(pair)}
        return [
            Side(named[each.article_id], each.passages)
            for each in store.copies.sides(pair)
            if each.article_id in named  # It may have come back in between.
        ]

    def pair_at(self, by: int) -> tuple[int, int] | None:
        """The same one with another."""
        left, right = self.pair
        place = self._ids.index(right) + by
        return (left, self._ids[place]) if 0 <= place < len(self._ids) else None

    @property
    def article_here(self) -> int | None:
        """The article at the right."""
        return self.pair[1]

    def action_read_compared(self) -> None:
        """Read the article at the right."""
        self.app.push_screen(self._read_at(self.pair[1]), self._came_home)

    def _came_home(self, _: int | None) -> None:
        self.compare()

    def action_leave(self) -> None:
        """Back to the family, with the mark on the one that was compared."""
        self.dismiss(self.pair[1])


def _named(article: Article) -> str:
    """When, where and under what title it was published."""
    facts = (article.published[:10], article.origin, article.title)
    return " · ".join(fact for fact in facts if fact)
