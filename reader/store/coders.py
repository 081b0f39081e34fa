"""Who tags."""

import sqlite3

from reader.store.connection import writing


class Coders:
    """The coder table, and the one who works now."""

    def __init__(self, conn: sqlite3.Connection, name: str) -> None:
        self._conn = conn
        self.name = name
        self._id: int | None = None

    @property
    def current(self) -> int:
        """The id of the coder who works now; the row is made when first needed."""
        if self._id is None:
            with writing(self._conn):
                self._conn.execute(
                    "INSERT INTO coder (name) VALUES (?) ON CONFLICT DO NOTHING",
                    (self.name,),
                )
                row = self._conn.execute(
                    "SELECT id FROM coder WHERE name = ?", (self.name,)
                ).fetchone()
            self._id = row[0]
        assert self._id is not None
        return self._id

    def names(self) -> list[str]:
        """All who ever tagged here."""
        rows = self._conn.execute("SELECT name FROM coder ORDER BY name")
        return [row[0] for row in rows]
