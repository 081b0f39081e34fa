"""Documents gathered into batches, the next one while one is written down."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Final, Self

from reader.model import Document
from reader.sources.refusal import Refusal
from reader.store.arriving import Arriving

Read = Document | Refusal
"""A file as it was read, or why it was not."""
Batch = tuple[Arriving | Refusal, ...]
"""What is kept in one transaction, taken apart as far as that needs no library."""

_FILES: Final = 1000
_CHARACTERS: Final = 4_000_000
_SECONDS: Final = 1.0
"""A batch ends at any of these, so that memory stays small, a stop comes soon, and one
sees how far it is where each file takes long to read."""


def batches(documents: Iterable[Read], files: int | None = None) -> Iterator[Batch]:
    """Gather what is stored in one transaction, so many files at most."""
    files = files or _FILES
    batch: list[Arriving | Refusal] = []
    characters, start = 0, monotonic()
    for one in documents:
        if isinstance(one, Refusal):
            batch.append(one)
        else:
            batch.append(Arriving.of(one))
            characters += len(one.text)
        is_late = monotonic() - start >= _SECONDS
        if len(batch) >= files or characters >= _CHARACTERS or is_late:
            yield tuple(batch)
            batch = []
            characters, start = 0, monotonic()
    if batch:
        yield tuple(batch)


class Ahead(Iterator[Batch]):
    """The batches of an import, up to a stop, and at most one read ahead.

    To be left as a context: then no thread of it is at work any more.
    """

    def __init__(
        self, documents: Iterable[Read], should_stop: Callable[[], bool]
    ) -> None:
        """Take what to read.

        Args:
            documents: What `sources` reads; from this thread, or from one other.
            should_stop: Asked before each document.
        """
        self.is_stopped = False
        """Whether there was more to read when somebody stopped it."""
        self._should_stop = should_stop
        self._is_left = False
        self._batches = batches(self._until_stopped(documents))
        self._coming: Future[Batch | None] | None = None
        self._thread = ThreadPoolExecutor(1)

    def _until_stopped(self, documents: Iterable[Read]) -> Iterator[Read]:
        for document in documents:
            if self._is_left:
                return
            if self._should_stop():
                self.is_stopped = True
                return
            yield document

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._is_left = True
        self._thread.shutdown()

    def __next__(self) -> Batch:
        coming, self._coming = self._coming, None
        batch = coming.result() if coming else self._read()
        if batch is None:
            raise StopIteration
        return batch

    def read_on(self) -> None:
        """Have a thread read the next batch.

        To be called when this one is about to wait for what needs no Python: with both
        at work in it, each is held up by the other.
        """
        if not self._coming:
            self._coming = self._thread.submit(self._read)

    def _read(self) -> Batch | None:
        return next(self._batches, None)
