"""Half a copy of a library: held while it is made, taken away when nobody holds it."""

import fcntl
import os
import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"\.(\d{8}T\d{12})(?:-[a-z-]+)?\.part$")
WHEN: Final = "%Y%m%dT%H%M%S%f"
"""How the time stands in the name of a copy."""
_OLD: Final = timedelta(minutes=1)
"""A younger one may be made by a program that has not got to hold it."""
_BESIDE: Final = ("-journal", "-wal", "-shm", "")
"""What SQLite keeps beside a file; the file itself goes last."""


@contextmanager
def held(part: Path) -> Generator[None]:
    """Make a private file, and hold it for the block; then it is gone, if still there.

    Raises:
        OSError: When it cannot be made.
    """
    file = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with suppress(OSError):  # Some disks cannot lock; there it is only not held.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        with suppress(OSError):  # Where nothing is written, nothing is there.
            part.unlink()
        os.close(file)


def take_away(library: Path) -> None:
    """Remove what programs that were killed have left of copies of a library."""
    now = datetime.now(UTC)
    with suppress(OSError):
        for part in library.parent.iterdir():
            said = _NAME.fullmatch(part.name.removeprefix(library.name))
            if said and part.name.startswith(library.name):
                at = datetime.strptime(said[1], WHEN).replace(tzinfo=UTC)
                if now - at > _OLD:
                    _take_away(part)


def _take_away(part: Path) -> None:
    with suppress(OSError):
        file = os.open(part, os.O_RDWR | os.O_NOFOLLOW)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for ending in _BESIDE:
                part.with_name(f"{part.name}{ending}").unlink(missing_ok=True)
        finally:
            os.close(file)
