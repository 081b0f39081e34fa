"""Documents into the library, cleaned and in batches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

from reader.cleaning import Cleaned
from reader.model import Document, Kept
from reader.sources.refusal import Refusal
from reader.store import Store

Read = Document | Refusal
"""A file as it was read, or why it was not."""
Prepared = tuple[Document, Cleaned | None] | Refusal
"""A document that is ready for the store, or the refusal of one.

One whose text is there already is not cleaned.
"""

_BATCH_FILES = 100
_BATCH_CHARACTERS = 4_000_000
"""A batch ends at either, so that memory stays small and a stop comes soon."""


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
            self.stopped or other.stopped,
        )


def batches(documents: Iterable[Read]) -> Iterator[tuple[Read, ...]]:
    """Gather what is stored in one transaction."""
    batch: list[Read] = []
    characters = 0
    for one in documents:
        batch.append(one)
        if not isinstance(one, Refusal):
            characters += len(one.text)
        if len(batch) >= _BATCH_FILES or characters >= _BATCH_CHARACTERS:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def known(store: Store, batch: Sequence[Read]) -> frozenset[int]:
    """The places in the batch of those whose text is in the library as it is."""
    return frozenset(
        place
        for place, one in enumerate(batch)
        if not isinstance(one, Refusal) and store.imports.is_known(one)
    )


def prepared(
    batch: Sequence[Read], is_known: frozenset[int] = frozenset()
) -> tuple[Prepared, ...]:
    """Clean each document that is not known, and guess its language.

    It needs no store, so any thread may do it.
    """
    return tuple(
        one if isinstance(one, Refusal) else _prepared(one, place in is_known)
        for place, one in enumerate(batch)
    )


def _prepared(document: Document, is_known: bool) -> tuple[Document, Cleaned | None]:
    from reader.cleaning import clean
    from reader.cleaning.language import language_code

    if is_known:
        return document, None
    language = document.language or language_code(document.text)
    return changed(document, language=language), clean(document.text)


def keep(store: Store, step_id: int, batch: Sequence[Prepared]) -> Report:
    """Bring one batch into the library, all of it or nothing.

    Args:
        store: The library.
        step_id: What `store.imports.open` gave.
        batch: One of `batches`, prepared.

    Raises:
        StoreError: When nothing of the batch could be kept.
    """
    refusals = tuple(one for one in batch if isinstance(one, Refusal))
    ready = [one for one in batch if not isinstance(one, Refusal)]
    outcomes = [kept for _, kept in store.imports.keep(step_id, ready)]
    store.search.index.update()
    return Report(
        new=outcomes.count(Kept.NEW),
        same=outcomes.count(Kept.SAME),
        back=outcomes.count(Kept.BACK),
        changed=outcomes.count(Kept.CHANGED),
        unsettled=store.settling.count() if Kept.CHANGED in outcomes else 0,
        refusals=refusals,
    )


def take(
    store: Store,
    documents: Iterable[Document | Refusal],
    on_progress: Callable[[Report], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
    label: str = "import articles",
) -> Report:
    """Bring documents into the library as one step.

    After a stop, what was taken until then is kept and nothing is half in; the same
    documents again go on from there.

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

    def until_stopped() -> Iterator[Document | Refusal]:
        nonlocal stopped
        for document in documents:
            if should_stop():
                stopped = True
                return
            yield document

    report = Report()
    step_id = store.imports.open(label)
    try:
        for batch in batches(until_stopped()):
            ready = prepared(batch, known(store, batch))
            report += keep(store, step_id, ready)
            on_progress(report)
    finally:
        store.imports.close(step_id)
    return changed(report, stopped=stopped)
