"""A library that cannot be written, or whose folder cannot: open to be read."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.store.errors import StoreError

_BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a file, with something in it that the file lacks."""


def is_needed(path: Path) -> bool:
    """Whether a library that is there cannot be opened but so.

    SQLite writes beside the file even to read it, unless it finds there what another
    program, which may write, has put.
    """
    if not os.access(path, os.R_OK, effective_ids=True) or not path.is_file():
        return False
    if not os.access(path, os.W_OK, effective_ids=True):
        return True
    folder = path.resolve().parent
    is_shared = path.with_name(f"{path.name}-shm").exists()
    return not is_shared and not os.access(folder, os.W_OK, effective_ids=True)


def connect(path: Path) -> sqlite3.Connection:
    """Open a library to read it.

    Raises:
        StoreError: When not even that can be done.
    """
    where = path.resolve().as_uri()
    conn = _open(f"{where}?mode=ro")
    if not _answers(conn):
        conn.close()
        for ending in _BESIDE:
            other = Path(f"{path.resolve()}{ending}")
            if other.exists() and other.stat().st_size:
                raise StoreError(
                    f"{path} cannot be read without writing beside it: {other.name}"
                    " has changes that are not in it yet; copy both into a folder of"
                    " yours"
                )
        # Nobody can be writing: there is nothing beside the file.
        conn = _open(f"{where}?mode=ro&immutable=1")
    conn.execute("PRAGMA query_only = ON")
    return conn


def is_so(conn: sqlite3.Connection) -> bool:
    """Whether a library is open to be read only."""
    return bool(conn.execute("PRAGMA query_only").fetchone()[0])


@contextmanager
def forgiving() -> Generator[None]:
    """Do the block, which remembers what may be forgotten where nothing is written."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise


def _open(where: str) -> sqlite3.Connection:
    return sqlite3.connect(where, uri=True, isolation_level=None)


def _answers(conn: sqlite3.Connection) -> bool:
    try:
        with closing(conn.execute("SELECT count(*) FROM sqlite_master")) as found:
            return found.fetchone() is not None
    except sqlite3.OperationalError:
        return False
