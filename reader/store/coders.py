"""Who tags."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from reader.store.connection import writing
from reader.store.to_read import forgiving


class Coders:
    """The coder table, and the one who works now."""

    def __init__(self, conn: sqlite3.Connection, name: str) -> None:
        self._conn = conn
        self.name = name
        self.is_blind = False
        """Whether the annotations of other coders are kept from this one."""
        self._id: int | None = None

    @property
    def current(self) -> int:
        """The id of the coder who works now; the row is made when first needed."""
        if self._id is None:
            self._id = self.named(self.name)
        return self._id

    @property
    def only(self) -> int | None:
        """The one coder whose annotations may be seen; None where all may."""
        return self.current if self.is_blind else None

    def named(self, name: str) -> int:
        """The id of the coder of this name; the row is made when there is none.

        Where nothing can be written, the coder who is not there has the id 0.
        """
        if not (known := self._known(name)):
            with forgiving(), writing(self._conn):
                self._conn.execute(
                    "INSERT INTO coder (name) VALUES (?) ON CONFLICT DO NOTHING",
                    (name,),
                )
            known = self._known(name)
        return known

    def _known(self, name: str) -> int:
        row = self._conn.execute("SELECT id FROM coder WHERE name = ?", (name,))
        return next((int(found[0]) for found in row), 0)

    @contextmanager
    def seated(self, name: str, *, blind: bool) -> Generator[None]:
        """Let somebody else work for the block, and see only what a blind one may."""
        before = self.name, self.is_blind, self._id
        self.name, self.is_blind = name, blind
        self._id = self._id if name == before[0] else None
        try:
            yield
        finally:
            self.name, self.is_blind, self._id = before

    def names(self) -> list[str]:
        """All who ever tagged here."""
        rows = self._conn.execute("SELECT name FROM coder ORDER BY name")
        return [row[0] for row in rows]
