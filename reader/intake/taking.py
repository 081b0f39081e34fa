"""Documents into the library, batch by batch, as one step."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace as changed
from typing import BinaryIO

from reader.intake.batches import Ahead, Batch, Read
from reader.intake.report import Report
from reader.model import Kept
from reader.processes import processes
from reader.sources.ahead import ahead, is_worth_others
from reader.sources.documents import documents
from reader.sources.fields import Fields
from reader.sources.pile import STDIN
from reader.sources.refusal import Refusal
from reader.store import Store

_WORTH_JOBS = 4_000_000
"""Bytes of files that are slow to read, from which on other processes are worth their
start: a second or two, in which a page of 100 KB is read twenty times."""


def keep(
    store: Store,
    step_id: int,
    batch: Batch,
    meanwhile: Callable[[], object] = lambda: None,
) -> Report:
    """Bring one batch into the library, all of it or nothing.

    Args:
        store: The library.
        step_id: What `store.imports.open` gave.
        batch: One of `batches`.
        meanwhile: Called once at most, when new articles are in and only SQLite has
            still to work, for about half of the time: what it starts in a thread is
            not held up.

    Raises:
        StoreError: When nothing of the batch could be kept.
    """
    refusals = tuple(one for one in batch if isinstance(one, Refusal))
    arriving = [one for one in batch if not isinstance(one, Refusal)]
    kept_each = store.imports.keep_ready(step_id, arriving, meanwhile)
    outcomes = [kept for _, kept in kept_each]
    came_in = [
        each.document
        for each, kept in zip(arriving, outcomes, strict=True)
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
        no_dates=tuple((each.source, each.no_date) for each in came_in if each.no_date),
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
    report = Report()
    with Ahead(documents, should_stop) as coming:
        step_id = store.imports.open(label)
        try:
            for batch in coming:
                report += keep(store, step_id, batch, coming.read_on)
                on_progress(report)
        finally:
            store.imports.close(step_id)
    return changed(report, stopped=coming.is_stopped)


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
    # First, as it may wait for somebody who types: what begins an import is read in the
    # thread that Ctrl-C interrupts.
    files = sorted(files, key=lambda file: file != STDIN)
    is_worth = is_worth_others(files, _WORTH_JOBS)
    with processes(jobs if is_worth else 1) as pool:
        if pool:
            yield ahead(pool, files, stdin, fields)
        else:
            yield documents(files, stdin, fields)
