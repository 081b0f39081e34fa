"""A search while articles come in: what it does not find yet, and learning that."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import var

from reader.store.search import AT_ONCE
from reader.text.counted import counted
from reader.tui.screens.tagging import TaggingPlace

if TYPE_CHECKING:
    from textual.worker import Worker

_PATIENCE_S = 0.2
"""How long another writer is left alone before the next try to index."""


class IndexingPlace(TaggingPlace):
    """Brings the index up to date beside what is searched for; its heir lists that."""

    waiting: var[int] = var(0)
    """Articles that are not cleaned yet, or not in the index as they are."""
    not_found: var[int] = var(0)
    """Those of them that are not in it at all."""
    can_learn: var[bool] = var(True)
    """Whether it ever will: not in a library that is open to be read only."""

    _learning: "Worker[None] | None" = None

    def show_says(self) -> None:
        """The heading and the foot of the list."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Learn what has come in, unless that is being done."""
        if self._learning is None or self._learning.is_finished:
            self._learning = self._catch_up()

    async def look_again(self) -> None:
        """Another program may have brought in what is to be learned, too."""
        self.catch_up()
        await super().look_again()

    @work(group="index")
    async def _catch_up(self) -> None:
        """Learn what has just come in, and what a program that was ended has left."""
        self.can_learn = bool(await self.look_up(lambda s: s.search.index.can_learn))
        await self._count_waiting()
        if not self.can_learn:
            return
        behind = self.waiting > AT_ONCE
        while self.waiting > 0:
            learned = await self.look_up(
                lambda s: s.search.index.update_if_free(AT_ONCE)
            )
            if not learned and self.waiting <= AT_ONCE:
                break  # Each page learns so many itself.
            await asyncio.sleep(0 if learned else _PATIENCE_S)
            before = self.not_found
            await self._count_waiting()
            if before and not self.not_found and self.waiting:
                await self.renew()
        self.waiting = self.not_found = 0
        if behind:
            await self.renew()

    async def _count_waiting(self) -> None:
        index = await self.look_up(
            lambda store: (store.search.index.not_found(), store.search.index.waiting())
        )
        self.not_found, self.waiting = index or (0, 0)

    def watch_waiting(self) -> None:
        """Say how far the index is."""
        if self.is_mounted:
            self.show_says()

    def waiting_says(self) -> Iterator[str]:
        """What is not found, and what may be found in vain."""
        missing = counted(self.not_found, "article")
        if self.not_found and not self.can_learn:
            yield f"not found: {missing} not indexed"
        elif self.not_found:
            yield f"not found yet: {missing} still to be indexed"
        elif self.waiting > AT_ONCE:
            unclean = counted(self.waiting, "article")
            yield f"{unclean} still to be cleaned: what will be hidden is counted too"
