"""The store, for callers that must not wait: one thread does all of its work."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reader.store import Store

Answer = TypeVar("Answer")


class Desk:
    """Questions go in by `ask`, and answers are awaited.

    The one thread opens the store, uses it and closes it, so questions are
    answered in the order in which they were asked, and SQLite never sees a
    second thread.
    """

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._store = self._thread.submit(open_store)

    async def ask(self, question: Callable[[Store], Answer]) -> Answer:
        """Put a question to the store, on the store's thread.

        A caller that is cancelled stops waiting; what it asked for is done all
        the same, so a write is never lost to a closing screen.

        Raises:
            StoreError: What went wrong, in words for the user.
        """
        future = self._thread.submit(lambda: self._store.result().answer(question))
        return await asyncio.shield(asyncio.wrap_future(future))

    def post(self, question: Callable[[Store], object]) -> None:
        """Have something done that nobody waits for, such as a place to remember."""
        self._thread.submit(lambda: self._store.result().answer(question))

    def close(self) -> None:
        """Finish what was asked, close the store, end the thread."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._store.exception() is None:
            self._store.result().close()
