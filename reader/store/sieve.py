"""Articles whose ids are known, sifted by their words a few at a time."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reader.store.hidden import numbers
from reader.store.in_parts import in_parts, marks
from reader.store.lessons import row_of
from reader.store.piece import Piece, Row

AT_ONCE: Final = 64
"""Articles that are sifted together: of 3 KB each they take about 10 ms."""
_FREQUENT: Final = 64
"""Words of one beginning; few texts of some length have none of them."""
COMMON: Final = 8
"""One of so many articles answers where sifting them is quicker than the index."""
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
        self._piece = Piece("title, shown, hidden", "ascii")

    def holding(self, ids: Iterable[int], words: str) -> Iterator[Sequence[int]]:
        """Those of the articles that answer, in their order, piece by piece.

        Args:
            ids: The articles; no more of them are taken than is asked for.
            words: An FTS5 expression; it finds here what `article_fts` finds.

        Yields:
            What is left of each `AT_ONCE` of them.
        """
        for some in in_parts(ids, AT_ONCE):
            held = self._piece.answering(self._rows(some), words)
            yield [each for each in some if each in held]

    def frequent(self, ids: Sequence[int], beginning: str) -> list[str]:
        """The words that begin so and stand in the most of the articles; not all."""
        with self._piece.filled(self._rows(ids)) as piece:
            found = piece.execute(
                "SELECT term FROM piece_term WHERE term BETWEEN ? AND ?"
                " ORDER BY doc DESC, term LIMIT ?",
                (beginning, f"{beginning}\U0010ffff", _FREQUENT),
            )
            return [row[0] for row in found]

    def _rows(self, ids: Sequence[int]) -> Iterator[Row]:
        rows = self._conn.execute(_INDEXED.format(marks(ids)), ids)
        for article_id, title, text, hidden in rows:
            yield row_of(article_id, title, text, numbers(hidden))
