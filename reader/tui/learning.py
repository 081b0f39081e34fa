"""Cleaning, indexing and comparing what has come in, while nobody is typing."""

from time import monotonic
from typing import Generic, TypeVar

from textual import events, work

from reader.desk import Desk
from reader.store import StoreError
from reader.tui.screens.place import Place
from reader.tui.type_ahead import TypeAheadApp

Result = TypeVar("Result")

_AT_ONCE = 20
"""Articles in one go, some 20 ms: a search that is typed meanwhile waits no longer."""
_COMPARED = 10
"""The same, where they are compared with the others."""
_QUIET_S = 0.3
"""Since the last key, before it goes on."""


class LearningApp(TypeAheadApp[Result], Generic[Result]):
    """Has the store learn, on its connection for what may take long.

    It stops for every key, and with the program; what is left waits in the library.
    """

    _desk: Desk
    _last_key = 0.0
    _is_learning = False
    _waiting = 1
    """Articles that it knows of; at first it looks, whether there are any or not."""
    _uncompared = 0
    """Those that are still to be compared, once all are cleaned."""

    async def on_event(self, event: events.Event) -> None:
        """Note when somebody types."""
        if isinstance(event, events.Key | events.MouseDown | events.MouseScrollDown):
            self._last_key = monotonic()
        await super().on_event(event)

    def learn_if_any(self, waiting: int, uncompared: int) -> None:
        """Go on if so many articles wait, or did when they were last counted."""
        self._uncompared = uncompared
        if (waiting or self._waiting or uncompared) and not self._is_learning:
            self.learn()

    @work(group="learning")
    async def learn(self) -> None:
        """Go on with what waits, until a key is pressed or nothing is left."""
        if self._is_learning:
            return
        self._is_learning = True
        try:
            await self._learn()
        except StoreError:
            # Whoever asks for something next is told what is the matter.
            pass
        finally:
            self._is_learning = False

    async def _learn(self) -> None:
        await self._learn_words()
        if not self._waiting:
            await self._compare()

    @property
    def _is_quiet(self) -> bool:
        return monotonic() - self._last_key > _QUIET_S

    async def _compare(self) -> None:
        """Find what articles share with others."""
        self._uncompared = await self._desk.look_up(lambda s: s.listing.uncompared())
        while self._uncompared and self._is_quiet:
            if not await self._desk.look_up(
                lambda store: store.copies.index.update_if_free(_COMPARED)
            ):
                break
            self._uncompared = await self._desk.look_up(
                lambda store: store.listing.uncompared()
            )

    async def _learn_words(self) -> None:
        waiting = await self._desk.look_up(lambda s: s.search.index.waiting())
        self._show(waiting)
        while waiting and self._is_quiet:
            if not await self._desk.look_up(
                lambda store: store.search.index.update_if_free(_AT_ONCE)
            ):
                break  # Another program is writing, or has done it.
            waiting = await self._desk.look_up(lambda s: s.search.index.waiting())
            self._show(waiting)
        while not waiting and self._is_quiet:
            if not await self._desk.look_up(lambda s: s.search.index.tidy_if_free()):
                break

    def _show(self, waiting: int) -> None:
        self._waiting = waiting
        for place in self.screen_stack:
            if isinstance(place, Place):
                place.show_waiting(waiting)
