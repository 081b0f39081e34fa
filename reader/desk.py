"""The store, for callers that must not wait: one thread does all of its work."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from reader.store import Store
from reader.store.errors import InterruptedStoreError, StoreError

Answer = TypeVar("Answer")
NotKept = Callable[[str, BaseException], object]
"""Is told, on the store's thread, what could not be kept, and why."""


class Desk:
    """Questions go in by `ask`, and answers are awaited.

    The one thread opens the store, uses it and closes it, so questions are
    answered in the order in which they were asked, and SQLite never sees a
    second thread.
    """

    def __init__(
        self,
        open_store: Callable[[], Store],
        not_kept: NotKept = lambda what, error: None,
    ) -> None:
        self._open = open_store
        self._not_kept = not_kept
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._store = self._thread.submit(open_store)
        self._beside: Desk | None = None
        self._is_closed = False

    @property
    def is_blind(self) -> bool:
        """Whether what other coders did is kept from whoever asks."""
        return False

    async def ask(self, question: Callable[[Store], Answer]) -> Answer:
        """Put a question to the store, on the store's thread.

        A caller that is cancelled stops waiting; what it asked for is done all
        the same, so a write is never lost to a closing screen. Who asks when the desk
        is closed is cancelled: nobody is there any more to be answered.

        Raises:
            StoreError: What went wrong, in words for the user.
        """
        if self._is_closed:
            raise asyncio.CancelledError
        future = self._thread.submit(lambda: self._store.result().answer(question))
        return await asyncio.shield(asyncio.wrap_future(future))

    async def look_up(self, question: Callable[[Store], Answer]) -> Answer:
        """Put a question that may take long, beside all others and waiting for none.

        It has a connection and a thread of its own, which begin with the first such
        question; a library in memory has one alone. A caller that is cancelled ends
        the question with it.

        Raises:
            StoreError: What went wrong, in words for the user.
        """
        if self._beside is None:
            in_memory = await self.ask(lambda store: store.path is None)
            self._beside = self._beside or (self if in_memory else Desk(self._open))
        desk = self._beside
        try:
            store = await asyncio.shield(asyncio.wrap_future(desk._store))
        except StoreError:
            # The disk may come back: the next question opens it anew.
            if self._beside is desk is not self:
                self._beside = None
                desk.close()
            raise
        while True:
            if desk._is_closed:
                raise asyncio.CancelledError
            future = desk._thread.submit(store.answer, question)
            try:
                return await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                if desk is not self:
                    store.interrupt()
                raise
            except InterruptedStoreError:
                # It was meant for the question before, which had just been answered.
                continue

    def post(self, what: str, question: Callable[[Store], object]) -> None:
        """Have something kept that nobody waits for, such as a place to remember.

        Where the library is open to be read only it is not, and that was said when it
        was opened. What fails is told to whom the desk was given to tell.

        Args:
            what: It, in words for the user.
            question: Keeps it.
        """

        def keep(store: Store) -> None:
            if not store.is_read_only:
                question(store)

        future = self._thread.submit(lambda: self._store.result().answer(keep))
        future.add_done_callback(partial(self._tell, what))

    def _tell(self, what: str, done: Future[None]) -> None:
        if (error := done.exception()) is not None:
            self._not_kept(what, error)

    def close(self) -> None:
        """Finish what was asked, close the store, end the thread."""
        self._is_closed = True
        if self._beside is not None and self._beside is not self:
            self._beside._interrupt()
            self._beside.close()
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._store.exception() is None:
            self._store.result().close()

    def _interrupt(self) -> None:
        if self._store.done() and self._store.exception() is None:
            self._store.result().interrupt()


class Seat(Desk):
    """The desk as one coder sits at it: in another name, or blind to the others.

    It hands each question on to the desk that it stands for; it opens nothing itself,
    and so has nothing to close.
    """

    def __init__(self, desk: Desk, coder: str, *, blind: bool) -> None:
        self._desk = desk
        self._coder, self._blind = coder, blind

    @property
    def is_blind(self) -> bool:
        """Whether this coder is."""
        return self._blind

    async def ask(self, question: Callable[[Store], Answer]) -> Answer:
        """Put a question to the store, as this coder."""
        return await self._desk.ask(lambda store: self._seated(store, question))

    async def look_up(self, question: Callable[[Store], Answer]) -> Answer:
        """Put a question that may take long, as this coder."""
        return await self._desk.look_up(lambda store: self._seated(store, question))

    def post(self, what: str, question: Callable[[Store], object]) -> None:
        """Have something kept as this coder."""
        self._desk.post(what, lambda store: self._seated(store, question))

    def close(self) -> None:
        """Leave the store to the desk."""

    def _seated(self, store: Store, question: Callable[[Store], Answer]) -> Answer:
        with store.coders.seated(self._coder, blind=self._blind):
            return question(store)
