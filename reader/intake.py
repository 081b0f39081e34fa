"""Documents into the library, in batches; and what is learned of them afterwards."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace as changed
from functools import partial
from typing import BinaryIO

from reader.model import Document, Kept
from reader.processes import processes
from reader.sources.ahead import ahead, is_worth_others
from reader.sources.documents import documents
from reader.sources.fields import Fields
from reader.sources.refusal import Refusal
from reader.store import Store
from reader.store.index import Many

Read = Document | Refusal
"""A file as it was read, or why it was not."""

_BATCH_FILES = 1000
_BATCH_CHARACTERS = 4_000_000
"""A batch ends at either, so that memory stays small and a stop comes soon."""
_WORTH_JOBS = 4_000_000
"""Bytes of files that are slow to read, from which on other processes are worth their
start: a second or two, in which a page of 100 KB is read twenty times."""
_CHUNK = 25
"""Articles that go to a process at once."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files of an import, or of a part of it."""

    new: int = 0
    same: int = 0
    """Those whose text was in the library already."""
    back: int = 0
    """Those that had been removed from it."""
    changed: int = 0
    """Those whose file held another text before."""
    unsettled: int = 0
    """Passages of the library in doubt or lost, counted when something changed."""
    refusals: tuple[Refusal, ...] = ()
    whole_pages: tuple[str, ...] = ()
    """The web pages that came in with all their lines: no article was found in them."""
    replaced: tuple[tuple[str, int], ...] = ()
    """What came in with U+FFFD for characters that no text can hold, and how many."""
    stopped: bool = False
    """Whether somebody stopped it; running it again goes on."""

    @property
    def files(self) -> int:
        """How many files it tells of."""
        return self.new + self.same + self.back + self.changed + len(self.refusals)

    def __str__(self) -> str:
        """In words: `3 new, 2 already here`."""
        counts = (
            (self.new, "new"),
            (self.same, "already here"),
            (self.back, "back again"),
            (self.changed, "changed"),
            (len(self.refusals), "not read"),
        )
        return ", ".join(f"{n:,} {what}" for n, what in counts if n) or "nothing new"

    def __add__(self, other: "Report") -> "Report":
        return Report(
            self.new + other.new,
            self.same + other.same,
            self.back + other.back,
            self.changed + other.changed,
            other.unsettled or self.unsettled,
            self.refusals + other.refusals,
            self.whole_pages + other.whole_pages,
            self.replaced + other.replaced,
            self.stopped or other.stopped,
        )


def batches(
    documents: Iterable[Read], files: int = _BATCH_FILES
) -> Iterator[tuple[Read, ...]]:
    """Gather what is stored in one transaction, so many files at most."""
    batch: list[Read] = []
    characters = 0
    for one in documents:
        batch.append(one)
        if not isinstance(one, Refusal):
            characters += len(one.text)
        if len(batch) >= files or characters >= _BATCH_CHARACTERS:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def keep(store: Store, step_id: int, batch: Sequence[Read]) -> Report:
    """Bring one batch into the library, all of it or nothing.

    Args:
        store: The library.
        step_id: What `store.imports.open` gave.
        batch: One of `batches`.

    Raises:
        StoreError: When nothing of the batch could be kept.
    """
    refusals = tuple(one for one in batch if isinstance(one, Refusal))
    documents = [one for one in batch if not isinstance(one, Refusal)]
    outcomes = [kept for _, kept in store.imports.keep(step_id, documents)]
    came_in = [
        document
        for document, kept in zip(documents, outcomes, strict=True)
        if kept in (Kept.NEW, Kept.CHANGED)
    ]
    return Report(
        new=outcomes.count(Kept.NEW),
        same=outcomes.count(Kept.SAME),
        back=outcomes.count(Kept.BACK),
        changed=outcomes.count(Kept.CHANGED),
        unsettled=store.settling.count() if Kept.CHANGED in outcomes else 0,
        refusals=refusals,
        whole_pages=tuple(each.source for each in came_in if each.is_whole_page),
        replaced=tuple(
            (each.source, each.replaced) for each in came_in if each.replaced
        ),
    )


def take(
    store: Store,
    documents: Iterable[Read],
    on_progress: Callable[[Report], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
    label: str = "import articles",
) -> Report:
    """Bring documents into the library as one step.

    After a stop, what was taken until then is kept and nothing is half in; the same
    documents again go on from there. What came in is there to be read; `learn` does
    the rest.

    Args:
        store: The library.
        documents: What `sources` reads.
        on_progress: Told after each batch what became of all files so far.
        should_stop: Asked before each document.
        label: What the step is called in the history.

    Raises:
        StoreError: When a batch cannot be kept; those before it are.
    """
    stopped = False

    def until_stopped() -> Iterator[Read]:
        nonlocal stopped
        for document in documents:
            if should_stop():
                stopped = True
                return
            yield document

    report = Report()
    step_id = store.imports.open(label)
    try:
        for batch in batches(until_stopped(), _BATCH_FILES):
            report += keep(store, step_id, batch)
            on_progress(report)
    finally:
        store.imports.close(step_id)
    return changed(report, stopped=stopped)


@contextmanager
def reading(
    files: Sequence[str | Refusal],
    stdin: BinaryIO | None = None,
    fields: Fields = Fields(),  # noqa: B008 -- It is frozen.
    jobs: int = 1,
) -> Generator[Iterator[Read]]:
    """What is in the files of a `Pile`, for `take`.

    Args:
        files: The files.
        stdin: Where `-` is read from; without one it is refused.
        fields: How the columns are called in files of many articles.
        jobs: How many processes read, where there are many files that take long.
    """
    is_worth = is_worth_others(files, _WORTH_JOBS)
    with processes(jobs if is_worth else 1) as pool:
        if pool:
            yield ahead(pool, files, stdin, fields)
        else:
            yield documents(files, stdin, fields)


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
