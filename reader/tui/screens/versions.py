"""What changed in an article from one version of its text to the next."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual.binding import BindingType

from reader.desk import Desk
from reader.store import Store
from reader.store.versions import Numbered
from reader.text.passages import Passages
from reader.tui.bindings import bindings
from reader.tui.keys import VERSIONS
from reader.tui.screens.compared import ComparedPlace, Side


class VersionsScreen(ComparedPlace):
    """Goes through the versions of an article, each compared with the one before."""

    NAME = "Versions"
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERSIONS)
    GONE = "The article is not in the library any more, or too long."
    NO_MORE = "There is no other version that way."

    def __init__(
        self, desk: Desk, article_id: int, versions: Sequence[Numbered]
    ) -> None:
        """Compare the current version with the one before.

        Args:
            desk: Where the library is asked.
            article_id: Whose they are.
            versions: Two or more, the oldest first.
        """
        self._article_id = article_id
        self._pairs = [(old.id, new.id) for old, new in pairwise(versions)]
        current = next(each.number for each in versions if each.is_current)
        # Before the oldest, which may have been put back, there was none.
        super().__init__(desk, *self._pairs[max(0, current - 2)])

    @staticmethod
    def sides(store: Store, pair: tuple[int, int]) -> list[Side]:
        """The two versions without the lines that are hidden in them."""
        versions = [store.articles.version(each) for each in pair]
        article_id = versions[0].article_id
        if store.articles.one(article_id) is None:
            return []
        every = store.versions.of(article_id)
        named = {each.id: _named(each, len(every)) for each in every}
        return [
            Side(named[each.id], Passages(each.text, store.verdicts.hidden(each)))
            for each in versions
        ]

    def pair_at(self, by: int) -> tuple[int, int] | None:
        """A version and the one before it."""
        place = self._pairs.index(self.pair) + by
        return self._pairs[place] if 0 <= place < len(self._pairs) else None

    @property
    def article_here(self) -> int | None:
        """The article that they are versions of."""
        return self._article_id


def _named(version: Numbered, count: int) -> str:
    """Which it is of how many, when it came, and whether it is what is read."""
    at = f"{version.added_at.astimezone():%Y-%m-%d %H:%M}"
    facts = [f"version {version.number} of {count}", at]
    return " · ".join([*facts, "read now"] if version.is_current else facts)
