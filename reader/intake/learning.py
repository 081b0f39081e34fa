"""What came in, cleaned and indexed and compared: in this process or in several."""

from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import partial

from reader.processes import processes
from reader.store import Store
from reader.store.index import Many

_CHUNK = 25
"""Articles that go to a process at once."""


def learn(
    store: Store,
    jobs: int = 1,
    on_progress: Callable[[int], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> int:
    """Clean and index what waits for it, and give how many articles still do.

    Args:
        store: The library.
        jobs: How many processes do it.
        on_progress: Told after each batch how many are left.
        should_stop: Asked after each batch; the rest waits for the next time.

    Raises:
        StoreError: When a batch cannot be kept; those before it are.
    """
    index = store.search.index
    try:
        with _many(jobs) as many:
            for _ in index.each(many):
                on_progress(index.waiting())
                if should_stop():
                    break
        while not should_stop() and index.tidy():
            pass
    except BrokenExecutor:
        # A process was ended, by want of memory perhaps; this one goes on alone.
        return learn(store, 1, on_progress, should_stop)
    return index.waiting()


def compare(
    store: Store,
    on_progress: Callable[[int], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> int:
    """Find what articles share with others, and give how many are still to be compared.

    Those that are not cleaned wait until they are.

    Args:
        store: The library.
        on_progress: Told after each batch how many are left.
        should_stop: Asked before each batch; the rest waits for the next time.

    Raises:
        StoreError: When a batch cannot be kept; those before it are.
    """
    left = store.copies.index.waiting()
    while not should_stop() and (compared := store.copies.index.update()):
        left -= compared
        on_progress(max(0, left))
    return store.copies.index.waiting()


@contextmanager
def _many(jobs: int) -> Generator[Many]:
    """What learns many lessons, in this process or in several."""
    with processes(jobs) as pool:
        yield partial(pool.map, chunksize=_CHUNK) if pool else map
