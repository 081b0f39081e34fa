"""Articles whose ids are known, sifted by their words a few at a time."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reader.store.hidden import numbers
from reader.store.in_parts import in_parts, marks
from reader.store.lessons import row_of

AT_ONCE: Final = 64
"""Articles that are sifted together: of 3 KB each they take about 10 ms."""
_PIECE: Final = """
    CREATE VIRTUAL TABLE piece USING fts5 (
        title, shown, hidden, content = '', tokenize = 'ascii'
    )
"""
_INDEXED: Final = """
    SELECT indexed.article_id, title, text, hidden_lines FROM indexed
    JOIN version ON version.id = version_id WHERE indexed.article_id IN ({})
"""


class Sieve:
    """An index of words of some articles alone, made for one question and forgotten.

    The index of all puts every article with a word that begins so into one list before
    it gives the first: of a million articles that takes seconds. Where the word is a
    common one, the newest articles soon fill a page.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._piece: sqlite3.Connection | None = None

    def holding(self, ids: Iterable[int], words: str) -> Iterator[Sequence[int]]:
        """Those of the articles that answer, in their order, piece by piece.

        Args:
            ids: The articles; no more of them are taken than is asked for.
            words: An FTS5 expression; it finds here what `article_fts` finds.

        Yields:
            What is left of each `AT_ONCE` of them.
        """
        for some in in_parts(ids, AT_ONCE):
            held = self._held(some, words)
            yield [each for each in some if each in held]

    def _held(self, ids: Sequence[int], words: str) -> set[int]:
        rows = self._conn.execute(_INDEXED.format(marks(ids)), ids)
        piece = self._made()
        try:
            piece.execute("BEGIN")
            piece.executemany(
                "INSERT INTO piece (rowid, title, shown, hidden) VALUES (?, ?, ?, ?)",
                (
                    row_of(article_id, title, text, numbers(hidden))
                    for article_id, title, text, hidden in rows
                ),
            )
            found = piece.execute(
                "SELECT rowid FROM piece WHERE piece MATCH ?", (words,)
            )
            return {row[0] for row in found}
        finally:
            piece.execute("ROLLBACK")

    def _made(self) -> sqlite3.Connection:
        """A database in memory: where a library is only read, it takes no table."""
        if self._piece is None:
            self._piece = sqlite3.connect(":memory:", isolation_level=None)
            self._piece.execute(_PIECE)
        return self._piece
