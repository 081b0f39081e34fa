"""What can go wrong with the library file, in words a user can act on."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """The library cannot do what was asked; the message says what to do."""


class AskedWronglyError(StoreError):
    """Nothing has the name that was given, or no such value can be."""


class InterruptedStoreError(StoreError):
    """Somebody who had asked no longer wanted to know."""


class BusyError(StoreError):
    """Another program went on writing for longer than this one waits."""


class DamagedError(StoreError):
    """A file is no database, or not a whole one."""


class NewerTextError(StoreError):
    """What is to stand on a text was meant for an older one of its article."""

    def __init__(self) -> None:
        super().__init__("the article has a newer text; pick the passage in that")


DISK_FAILS = (
    "could not be written or read: its disk is full, failing or out of reach;"
    " nothing was saved"
)
"""Said of a library."""

_ADVICE = (
    ("not a database", "is not a reader library; name a file that is one"),
    (
        "malformed",
        "is damaged, or its disk cannot be read; if the disk is well, `reader backup"
        " --restore latest` goes back to its newest copy",
    ),
    ("disk is full", "has no room left on its disk; nothing of this step was saved"),
    ("disk i/o", DISK_FAILS),
    # So FTS5 says that its tables cannot be read, whatever the reason is.
    ("vtable constructor failed", "could not be read: its disk may be out of reach"),
    (
        "locking protocol",
        "cannot be locked where it lies; copy it to a disk of this machine",
    ),
    (
        "readonly",
        "cannot be written; check its permissions, its folder's and its disk's room",
    ),
    ("locked", "is busy with another program's work; try again in a moment"),
    ("unable to open", "cannot be opened; check the path and its permissions"),
)

_KINDS = {
    "not a database": DamagedError,
    "malformed": DamagedError,
    "locked": BusyError,
}
"""Those that somebody asks for."""


def is_interruption(error: sqlite3.Error) -> bool:
    """Whether somebody ended the statement, whatever SQLite says of it.

    Of one that it was about to make anew it says that the schema has changed, or that
    there was no error.
    """
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_INTERRUPT


@contextmanager
def plainly(path: Path | None) -> Generator[None]:
    """Turn the errors that a user can mend into a `StoreError`; bugs stay bugs."""
    try:
        yield
    except OverflowError as error:
        # As much as SQLite says of a number over 2^63; any other is a fault.
        if "SQLite" not in str(error):
            raise
        raise StoreError("a number that was asked for is too large") from error
    except sqlite3.DatabaseError as error:
        if is_interruption(error):
            raise InterruptedStoreError("it was stopped") from error
        said = str(error).lower()
        for words, advice in _ADVICE:
            if words in said:
                kind = _KINDS.get(words, StoreError)
                raise kind(f"{path or 'the library'} {advice}") from error
        raise
