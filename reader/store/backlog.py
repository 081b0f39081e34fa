"""A list of articles that something derived has still to take in, some at a time."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from reader.store.connection import impatient, writing
from reader.store.to_read import is_so


class Backlog(ABC):
    """The list is filled by triggers, whatever changes an article; this empties it.

    What was derived by a program that did it otherwise is made anew, all of it. To
    ask how much is left writes nothing and waits for nobody.
    """

    _LIST: ClassVar[str]
    """The table of the ids."""
    _DERIVED: ClassVar[Sequence[str]]
    """Statements that forget whatever was derived."""
    _MADE_BY: ClassVar[str]
    """The setting that says how it was derived."""
    _MADE: ClassVar[str]
    """What that setting says of this program."""
    _BATCH: ClassVar[int]
    """Articles of one transaction; another writer waits no longer."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    @property
    def can_learn(self) -> bool:
        """Whether the library can be written."""
        return not is_so(self._conn)

    def waiting(self) -> int:
        """How many articles have not been taken in as they are now."""
        where = self._LIST if self._is_ours else "article WHERE removed = 0"
        row = self._conn.execute(f"SELECT count(*) FROM {where}").fetchone()
        return int(row[0])

    def update(self, most: int = 0) -> int:
        """Take in some of them, and give how many; 0 when nothing can be done.

        Args:
            most: How many at once; 0 for the usual number.
        """
        if not self.can_learn:
            return 0
        self._begin()
        return self._take(most or self._BATCH)

    def all(self) -> None:
        """Take in all of them."""
        while self.update():
            pass

    def update_if_free(self, most: int = 0) -> int:
        """The same as `update`, but not while somebody else is writing."""
        with impatient(self._conn):
            return self.update(most)
        return 0

    @abstractmethod
    def _take(self, most: int) -> int:
        """Take in so many, and give how many it looked at."""

    @property
    def _is_ours(self) -> bool:
        """Whether what is there was derived as this program does it."""
        found = self._conn.execute(
            "SELECT value FROM setting WHERE name = ?", (self._MADE_BY,)
        ).fetchone()
        return bool(found == (self._MADE,))

    def _begin(self) -> None:
        """Forget what was derived otherwise."""
        if self._is_ours:
            return
        with writing(self._conn):
            for statement in (
                *self._DERIVED,
                f"DELETE FROM {self._LIST}",
                f"INSERT INTO {self._LIST} SELECT id FROM article WHERE removed = 0",
            ):
                self._conn.execute(statement)
            self._conn.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (self._MADE_BY, self._MADE),
            )
