"""A limit on the time that a computation takes on the program's own thread."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def limited(seconds: float) -> Generator[None]:
    """Raise `TimeoutError` in the block when it takes longer.

    Python's `re` looks for signals while it matches, so even a pattern that would
    match for years is stopped. On another thread than the main one, or where there is
    no alarm, there is no limit.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError
