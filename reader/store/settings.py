"""What the program remembers between two starts: the theme, the order of the list."""

import sqlite3


class Settings:
    """Names and values; they describe the window, not the work, so none is a step."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def all(self) -> dict[str, str]:
        """Every setting."""
        return dict(self._conn.execute("SELECT name, value FROM setting"))

    def put(self, name: str, value: str) -> None:
        """Remember a value."""
        self._conn.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value",
            (name, value),
        )
