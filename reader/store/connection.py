"""Opening a library: a private file, the right pragmas, and a known schema."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.store import disks, to_read
from reader.store.errors import (
    DISK_FAILS,
    AskedWronglyError,
    StoreError,
    is_interruption,
)
from reader.store.header import APPLICATION_ID

_VERSION = 12
"""How many migrations there are; the file's `user_version` once all have run."""

_EFFECTIVE = os.access in os.supports_effective_ids
"""Whether the system can be asked what the user may do whom it takes this for."""

_PATIENCE_MS, _IMPATIENCE_MS = 5000, 10

_PRAGMAS = (
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
_WAL, _ALONE = "WAL", "DELETE"
"""Journal modes: one reads while another writes; whoever writes, the others wait."""


def connect(path: Path | None) -> sqlite3.Connection:
    """Open the library at `path`, making it when there is none; None is in memory.

    One that cannot be written, or whose folder cannot, or whose disk is full, is
    opened to be read.

    Raises:
        StoreError: When the file is no library, or of a newer program.
    """
    try:
        return _connect(path)
    except sqlite3.OperationalError as error:
        if path is None:
            raise
        if "locked" in str(error) and not disks.has_locks(path.parent):
            raise StoreError(
                f"{path} lies on a disk that cannot lock files, so that two programs"
                " would spoil it; copy it to a disk of this machine"
            ) from error
        if path.exists() and disks.is_full(path.parent):
            return _connect(path, to_be_read=True)
        if to_read.is_needed(path) or not disks.lacks_shared_memory(error):
            raise
    disks.leave_wal(path)
    return _connect(path)


def _connect(path: Path | None, *, to_be_read: bool = False) -> sqlite3.Connection:
    if path is not None and (to_be_read or to_read.is_needed(path)):
        conn = to_read.connect(path)
    else:
        if path is not None:
            _make_private(path)
        conn = sqlite3.connect(
            path or ":memory:", _PATIENCE_MS / 1000, isolation_level=None
        )
        conn.execute("PRAGMA page_size = 8192")
    try:
        _check_and_migrate(conn, path)
    except BaseException:
        conn.close()
        raise
    return conn


def remark(conn: sqlite3.Connection, path: Path | None) -> str:
    """What whoever works with the library should know of the way it is open, if any."""
    if path is None:
        return ""
    if to_read.is_so(conn):
        why = (
            "or its folder cannot be written"
            if to_read.is_needed(path)
            else "has no room left on its disk"
        )
        return f"{path} {why}: it is open to be read only"
    if (mode := conn.execute("PRAGMA journal_mode").fetchone()[0]) != "wal":
        where = (
            "lies on a disk that other machines reach"
            if disks.is_remote(path)
            else ("lies on a disk without shared memory")
        )
        return (
            f"{path} {where}: whoever writes, the others wait"
            f" (journal mode {mode}); a disk of this machine is safer and faster"
        )
    return ""


def _make_private(path: Path) -> None:
    """Make the file and its folder for this user alone, whatever the umask says.

    SQLite gives its -wal and -shm files the mode of the file they belong to. One that
    is there is not opened: to close it again would drop the locks that this process
    has on it by another connection, and another program would take the -wal file away.
    """
    try:
        if path.is_dir():
            raise AskedWronglyError(f"{path} is a folder; a library is a file")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            # Where a link leads, or what SQLite makes there has the mode of the umask.
            made = os.open(path.resolve(), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            os.close(made)
        if not os.access(path, os.R_OK | os.W_OK, effective_ids=_EFFECTIVE):
            raise disks.hindrance(path)
    except OSError as error:
        why = (
            DISK_FAILS if disks.fails(error) else f"cannot be opened: {error.strerror}"
        )
        raise StoreError(f"{path} {why}") from error


def _check_and_migrate(conn: sqlite3.Connection, path: Path | None) -> None:
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise StoreError(f"{path} is a database, but not a reader library")
    if version > _VERSION:
        raise StoreError(
            f"{path} was written by a newer reader (schema {version}, this program"
            f" knows {_VERSION}); update the program"
        )
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    if to_read.is_so(conn):
        if version < _VERSION:
            raise StoreError(
                f"{path} was written by an older reader, and cannot be brought up to"
                " date where it cannot be written; copy it into a folder of yours"
            )
        return
    conn.execute(f"PRAGMA journal_mode = {_journal(conn, path)}")
    conn.execute("PRAGMA synchronous = FULL")
    if version < _VERSION:
        if path is not None and version:
            from reader.store.backups import back_up

            back_up(conn, path, "migration")
        _migrate(conn)


def _journal(conn: sqlite3.Connection, path: Path | None) -> str:
    """The best journal mode where the library lies.

    The -shm file of WAL is memory that two machines would have to share. Whether it
    can be had is not found out by trying: that changes the mode of the file, and of
    whoever else has it open.
    """
    if path is None:
        return _WAL
    if disks.is_remote(path):
        return _ALONE
    is_wal = conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    return _WAL if is_wal or disks.shares_memory(path.parent) else _ALONE


def _migrate(conn: sqlite3.Connection) -> None:
    """Bring the schema up to date, all of it or nothing of it.

    sqlite-utils is imported only here: at every other start it would cost more
    than all the rest of opening.
    """
    from sqlite_utils import Database

    from reader.store.schema import migrations

    with writing(conn):
        migrations.apply(Database(conn, execute_plugins=False))
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {_VERSION}")


@contextmanager
def writing(conn: sqlite3.Connection) -> Generator[None]:
    """Commit everything in the block, or nothing of it.

    Inside another such block it is part of that one. `IMMEDIATE`, because a
    transaction that reads before it writes would otherwise fail at once when
    another process has written in between, whatever the busy timeout. A commit that
    fails may leave the transaction open, and all that follows would be part of it.
    """
    if conn.in_transaction:
        yield
        return
    try:
        conn.execute("BEGIN IMMEDIATE")
        yield
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            _surely(conn, "ROLLBACK")
        raise


def _surely(conn: sqlite3.Connection, statement: str) -> None:
    """Put back what was begun; whoever interrupts means what was asked before it.

    A statement may have done its work and be interrupted at its end, `BEGIN` too. A
    transaction left open would hold the library against every other connection.
    """
    while True:
        try:
            conn.execute(statement)
        except sqlite3.OperationalError as error:
            if not is_interruption(error):
                raise
        else:
            return


@contextmanager
def writing_again(conn: sqlite3.Connection) -> Generator[None]:
    """The same for what could be done again, such as an import: no wait for the disk.

    A power cut may take back the last of such blocks, whole; it damages nothing.
    """
    if conn.in_transaction:
        yield
        return
    try:
        conn.execute("PRAGMA synchronous = NORMAL")
        with writing(conn):
            yield
    finally:
        _surely(conn, "PRAGMA synchronous = FULL")


@contextmanager
def impatient(conn: sqlite3.Connection) -> Generator[None]:
    """Do the block if it can be done now; else, as when others write, leave it."""
    try:
        conn.execute(f"PRAGMA busy_timeout = {_IMPATIENCE_MS}")
        with to_read.forgiving():
            yield
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
    finally:
        _surely(conn, f"PRAGMA busy_timeout = {_PATIENCE_MS}")
