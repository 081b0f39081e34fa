"""An index of words of a few articles alone, made for one question and forgotten."""

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager

Row = tuple[int, str, str, str]


class Piece:
    """The table `piece` of a database in memory, and its words in `piece_term`.

    Where a library is open to be read only, it takes no table.
    """

    def __init__(self, columns: str, tokenize: str) -> None:
        """Of an index in the library, the three columns and the tokenizer."""
        self._columns = columns
        self._tokenize = tokenize
        self._made: sqlite3.Connection | None = None

    @contextmanager
    def filled(self, rows: Iterable[Row]) -> Generator[sqlite3.Connection]:
        """With these rows, each with the id of its article, while the block lasts."""
        conn = self._open()
        try:
            conn.execute("BEGIN")
            conn.executemany(
                f"INSERT INTO piece (rowid, {self._columns}) VALUES (?, ?, ?, ?)", rows
            )
            yield conn
        finally:
            conn.execute("ROLLBACK")

    def answering(self, rows: Iterable[Row], words: str) -> set[int]:
        """The articles that answer an FTS5 expression."""
        with self.filled(rows) as conn:
            found = conn.execute(
                "SELECT rowid FROM piece WHERE piece MATCH ?", (words,)
            )
            return {row[0] for row in found}

    def _open(self) -> sqlite3.Connection:
        if self._made is None:
            self._made = sqlite3.connect(":memory:", isolation_level=None)
            self._made.executescript(
                f"""
                CREATE VIRTUAL TABLE piece USING fts5 (
                    {self._columns}, content = '', tokenize = '{self._tokenize}'
                );
                CREATE VIRTUAL TABLE piece_term USING fts5vocab (piece, row)
                """
            )
        return self._made
