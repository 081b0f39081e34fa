"""Articles whose ids are known, sifted by their words a few at a time."""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from reader.store.hidden import numbers
from reader.store.in_parts import in_parts, marks
from reader.store.lessons import row_of

AT_ONCE: Final = 64
"""Articles that are sifted together: of 3 KB each they take about 10 ms."""
_FREQUENT: Final = 64
"""Words of one beginning; few texts of some length have none of them."""
COMMON: Final = 8
"""One of so many articles answers where sifting them is quicker than the index."""
_PIECE: Final = """
    CREATE VIRTUAL TABLE piece USING fts5 (
        title, shown, hidden, content = '', tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE piece_term USING fts5vocab (piece, row)
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

    def frequent(self, ids: Sequence[int], beginning: str) -> list[str]:
        """The words that begin so and stand in the most of the articles; not all."""
        with self._filled(ids) as piece:
            found = piece.execute(
                "SELECT term FROM piece_term WHERE term BETWEEN ? AND ?"
                " ORDER BY doc DESC, term LIMIT ?",
                (beginning, f"{beginning}\U0010ffff", _FREQUENT),
            )
            return [row[0] for row in found]

    def _held(self, ids: Sequence[int], words: str) -> set[int]:
        with self._filled(ids) as piece:
            found = piece.execute(
                "SELECT rowid FROM piece WHERE piece MATCH ?", (words,)
            )
            return {row[0] for row in found}

    @contextmanager
    def _filled(self, ids: Sequence[int]) -> Generator[sqlite3.Connection]:
        """The index of these articles alone, for as long as the block lasts."""
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
            yield piece
        finally:
            piece.execute("ROLLBACK")

    def _made(self) -> sqlite3.Connection:
        """A database in memory: where a library is only read, it takes no table."""
        if self._piece is None:
            self._piece = sqlite3.connect(":memory:", isolation_level=None)
            self._piece.executescript(_PIECE)
        return self._piece
