"""Another analyst's library brought into this one, all of it or nothing.

Articles are matched by the SHA-256 of their texts, tags and saved filters by their
names, annotations, review sessions and decisions by their ids. What both have and tell
differently is left as it stands here and listed, so that nothing is lost unseen: the
other library stays as it is.
"""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader.store.backups import copy_all
from reader.store.bringing import Bringing
from reader.store.errors import AskedWronglyError, plainly
from reader.store.merged import Merged
from reader.text.counted import counted

if TYPE_CHECKING:
    from reader.store.store import Store


class _RehearsedError(Exception):
    """The rehearsal is over; nothing of it is kept."""


def merge(ours: "Store", path: Path, *, rehearse: bool = False) -> Merged:
    """Bring in what another library has, as one step.

    Args:
        ours: The library that gets it.
        path: The other library's file; it is only read.
        rehearse: Whether only to say what would come.

    Raises:
        StoreError: When the file is no library that this program can read.
    """
    merged = Merged()
    with _opened(ours, path) as theirs:
        if not rehearse:
            ours.back_up("merge")
        try:
            with ours.bulk.step(f"merge {path.name}") as change:
                Bringing(ours, theirs, change, merged).run()
                if rehearse:
                    raise _RehearsedError
        except _RehearsedError:
            pass
    return merged


@contextmanager
def _opened(ours: "Store", path: Path) -> Generator["Store"]:
    """A copy of the other library, brought up to today's schema."""
    if not path.is_file():
        raise AskedWronglyError(f"there is no library file {path}")
    if ours.path is not None and path.samefile(ours.path):
        raise AskedWronglyError(f"{path} is this library itself")
    with TemporaryDirectory(prefix="reader-merge-") as folder:
        copy = Path(folder) / "other.db"
        with plainly(path):
            source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            try:
                with sqlite3.connect(copy) as target:
                    copy_all(source, target)
                target.close()
            finally:
                source.close()
        with plainly(path), type(ours)(copy, ours.coders.name) as theirs:
            yield theirs


def came_in(merged: Merged) -> Iterator[str]:
    """What came, in words: `3 annotations`."""
    for name, count in merged.new.items():
        yield counted(count, name.removesuffix("s"), name)
