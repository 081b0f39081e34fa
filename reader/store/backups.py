"""Whole copies of a library, made before what changes much of it at once."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.store.errors import AskedWronglyError, DamagedError, StoreError, plainly
from reader.store.header import APPLICATION_ID
from reader.store.leftovers import WHEN, held, take_away

KEPT = 10
"""How many copies stay; the oldest make room."""
_ALWAYS = 2
_ROOM = 2 * 1024**3
"""Bytes that the copies may have together, but for the newest two of them."""

_NAME = re.compile(r"\.(\d{8}T\d{12})-([a-z-]+)\.backup$")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy, in the folder of its library."""

    path: Path
    at: datetime
    reason: str
    """What came after it: `import`, `merge`, `migration`, `restore`; or `asked`."""
    size: int
    """Bytes."""


def backups(library: Path) -> list[Backup]:
    """The copies of a library, the newest first."""
    found = []
    for path in library.parent.glob(f"{_plain(library.name)}.*.backup"):
        if said := _NAME.search(path.name):
            at = datetime.strptime(said[1], WHEN).replace(tzinfo=UTC)
            found.append(Backup(path, at, said[2], path.stat().st_size))
    return sorted(found, key=lambda each: each.at, reverse=True)


def back_up(conn: sqlite3.Connection, library: Path, reason: str) -> Backup:
    """Copy the library as it is now, and drop the oldest copies.

    The copy is made by SQLite itself, so it is whole even while others write, and is
    looked through before it counts as one. It is readable by its owner alone.

    What a program that was killed has left of a copy is taken away first.

    Raises:
        StoreError: When there is no room for it, or it is not whole.
    """
    take_away(library)
    at = datetime.now(UTC)
    path = library.with_name(f"{library.name}.{at:{WHEN}}-{reason}.backup")
    part = path.with_suffix(".part")
    with plainly(path):
        try:
            with held(part):
                with closing(sqlite3.connect(part)) as copy:
                    copy_all(conn, copy)
                    # What needs no -wal beside it can be carried away as one file.
                    copy.execute("PRAGMA journal_mode = DELETE")
                    _check(copy, path)
                part.replace(path)
        except OSError as error:
            raise StoreError(f"{path} cannot be made: {error.strerror}") from error
    for old in _too_many(backups(library)):
        old.path.unlink(missing_ok=True)
    return Backup(path, at, reason, path.stat().st_size)


def restore(conn: sqlite3.Connection, library: Path, copy: Path) -> Backup:
    """Make the library what a copy is, in one transaction.

    What it was until then is copied first, so that this can be taken back too.

    Returns:
        The copy of what it was.

    Raises:
        StoreError: When the copy is no library, or is damaged.
    """
    if not copy.is_file():
        raise AskedWronglyError(f"{copy} is not there")
    with plainly(copy), closing(_open_copy(copy)) as source:
        wanted = conn.execute("PRAGMA application_id").fetchone()
        if source.execute("PRAGMA application_id").fetchone() != wanted:
            raise StoreError(f"{copy} is not a reader library")
        _check(source, copy)
        before = back_up(conn, library, "restore")
        with plainly(library):
            copy_all(source, conn)
        return before


def put_back(library: Path, copy: Path) -> Path | None:
    """Put a copy where the library is damaged, or gone.

    What is there, with what SQLite keeps beside it, gets another name.

    Returns:
        That name; None when nothing was there.

    Raises:
        StoreError: When the copy is no library, or is damaged, or cannot be put there.
    """
    if not copy.is_file():
        raise AskedWronglyError(f"{copy} is not there")
    at = datetime.now(UTC)
    part = library.with_name(f"{library.name}.{at:{WHEN}}.part")
    aside = library.with_name(f"{library.name}.{at:{WHEN}}-damaged")
    try:
        with held(part):
            _copy_to(copy, part)
            was_there = library.exists()
            for ending in ("-wal", "-shm", ""):
                old = library.with_name(f"{library.name}{ending}")
                if old.exists():
                    old.replace(f"{aside}{ending}")
            part.replace(library)
    except OSError as error:
        raise StoreError(f"{library} cannot be replaced: {error.strerror}") from error
    return aside if was_there else None


def _copy_to(copy: Path, part: Path) -> None:
    with (
        plainly(copy),
        closing(_open_copy(copy)) as source,
        closing(sqlite3.connect(part)) as target,
    ):
        if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreError(f"{copy} is not a reader library")
        _check(source, copy)
        copy_all(source, target)


def copy_all(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make a database what another is, in one transaction.

    Python would ask again without end where another program does not let go; by then
    the connection's own patience is spent.

    Raises:
        sqlite3.OperationalError: When either is locked.
    """

    def look(status: int, *_: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=look)


def _open_copy(copy: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)


def _check(conn: sqlite3.Connection, path: Path) -> None:
    said = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise DamagedError(f"{path} is damaged: {said}")


def _too_many(found: Sequence[Backup]) -> Sequence[Backup]:
    room, kept = _ROOM, 0
    for each in found[:KEPT]:
        room -= each.size
        if room < 0 and kept >= _ALWAYS:
            break
        kept += 1
    return found[kept:]


def _plain(name: str) -> str:
    """A name in which no sign has a meaning for `glob`."""
    return re.sub(r"([*?[])", r"[\1]", name)
