"""The files of a pile as documents, the slow ones read ahead by other processes."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import accumulate, islice
from pathlib import Path
from typing import BinaryIO, Final

from reader.model import Document
from reader.sources.documents import document, documents, holds_one
from reader.sources.fields import Fields
from reader.sources.formats import format_of
from reader.sources.refusal import Refusal

_AHEAD: Final = 16
_BYTES: Final = 1024 * 1024
"""Files that are asked for ahead, and the size up to which they are: no more waits to
be taken, however long the pile."""


def is_worth_others(files: Iterable[str | Refusal], size: int) -> bool:
    """Whether so many bytes of the files are slow to read."""
    sizes = (_size(str(file)) for file in files if _is_slow(file))
    return any(so_far >= size for so_far in accumulate(sizes))


def ahead(
    pool: Executor,
    files: Iterable[str | Refusal],
    stdin: BinaryIO | None = None,
    fields: Fields = Fields(),  # noqa: B008 -- It is frozen.
) -> Iterator[Document | Refusal]:
    """Give the same as `documents`, while other processes read what comes next.

    They read what takes long, such as web pages; of a plain text, half of what that
    saves goes into handing it over. This process reads the others, those that come
    before the pool has started, and the rest when a process is ended.

    Args:
        pool: The other processes.
        files: The files of a `Pile`.
        stdin: Where `-` is read from; without one it is refused.
        fields: How the columns are called in files of many articles.
    """
    files = iter(files)
    yield from documents(_until_started(pool, files), stdin, fields)
    asked: deque[tuple[str | Refusal, Future[Document | Refusal] | None]] = deque()
    while True:
        for file in islice(files, _AHEAD - len(asked)):
            asked.append((file, _ask(pool, file)))
        if not asked:
            return
        file, coming = asked.popleft()
        if found := _result(coming):
            yield found
        else:
            yield from documents([file], stdin, fields)


def _until_started(
    pool: Executor, files: Iterator[str | Refusal]
) -> Iterator[str | Refusal]:
    """The files up to the moment when a process of the pool could read one."""
    try:
        # It has to find this module before it can say that there is nothing.
        started = pool.submit(_size, "")
    except BrokenExecutor:
        return
    while not started.done() and (file := next(files, None)) is not None:
        yield file


def _ask(pool: Executor, file: str | Refusal) -> Future[Document | Refusal] | None:
    """Have it read, unless that is for this process to do."""
    if isinstance(file, Refusal) or not _is_slow(file) or _size(file) > _BYTES:
        return None
    try:
        return pool.submit(document, file)
    except BrokenExecutor:
        return None


def _result(coming: Future[Document | Refusal] | None) -> Document | Refusal | None:
    """What was read, or nothing when nobody did."""
    try:
        return coming.result() if coming else None
    except BrokenExecutor:
        return None


def _is_slow(file: str | Refusal) -> bool:
    return not isinstance(file, Refusal) and holds_one(file) and format_of(file).is_slow


def _size(file: str) -> int:
    """Of a file, in bytes; whatever is wrong with it is said when it is read."""
    try:
        return Path(file).stat().st_size
    except (OSError, ValueError):
        return 0
