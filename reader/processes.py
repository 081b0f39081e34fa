"""Processes beside this one, for what can be done on the other cores."""

import signal
from collections.abc import Generator
from concurrent.futures import Executor
from contextlib import contextmanager


@contextmanager
def processes(jobs: int) -> Generator[Executor | None]:
    """So many processes that leave Ctrl-C to this one; none when one job is enough.

    They end with the block, and do no more of what they were asked than they have
    begun. One that is ended from outside, for want of memory perhaps, breaks all:
    whoever asked is told by `BrokenExecutor`, and goes on in this process.

    To be asked for in the main thread, which alone may change what Ctrl-C does.
    """
    if jobs < 2:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork would take the open library along.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"))
    with _deaf():
        for _ in range(jobs):
            pool.submit(int)  # Starts a process.
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Generator[None]:
    """Have the processes that start now leave Ctrl-C to this one."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
