"""How far something long has come, told on stderr while a person looks on."""

import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from reader.handover.run import Run

_TOLD_EVERY: Final = 0.1
"""Seconds; what takes less than that says nothing on its way."""
_WIPED: Final = "\r\x1b[K"
"""Back to the beginning of the line, and nothing left of it."""


@contextmanager
def told(doing: str, total: int | None = None) -> Generator[Run]:
    """Give a run that tells how far it is, and that Ctrl-C stops.

    Args:
        doing: What goes on, as `writing`.
        total: How many annotations there are, when that is known.
    """
    with stoppable() as should_stop:
        run = _Told(doing, total, should_stop)
        try:
            yield run
        finally:
            run.wipe()


class _Told(Run):
    """A run with a line on stderr, when that is a terminal."""

    def __init__(
        self, doing: str, total: int | None, should_stop: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._doing = doing
        self._of = "" if total is None else f" of {total:,}"
        self._should_stop = should_stop
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + _TOLD_EVERY
        self._is_there = False

    def reached(self, count: int) -> None:
        if self._should_stop():
            self.stop()
        super().reached(count)
        if self._is_seen and monotonic() >= self._next:
            self._next = monotonic() + _TOLD_EVERY
            self._is_there = True
            sys.stderr.write(f"{_WIPED}{self._doing}: {count:,}{self._of}")
            sys.stderr.flush()

    def wipe(self) -> None:
        """Take the line away again."""
        if self._is_there:
            sys.stderr.write(_WIPED)
            sys.stderr.flush()


@contextmanager
def stoppable() -> Generator[Callable[[], bool]]:
    """Let Ctrl-C ask for a stop; a second one stops at once."""
    asked = False

    def ask(*_: object) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
