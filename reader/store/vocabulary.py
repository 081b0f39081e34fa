"""The words of the index: what a beginning may become."""

import sqlite3
from typing import Final

from reader.queries.nodes import All, Any, Node, Not, Words
from reader.store.to_read import is_so

_MOST: Final = 2_000
"""Words that a beginning is taken apart into; of more, FTS5 makes one list at once."""
_AFTER: Final = "\x01"
"""Behind a word, it comes before whatever the word may go on with."""
_TABLE: Final = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_term
    USING fts5vocab ('main', 'article_fts', 'instance')
"""
"""Each word at each place; the first place of each is all that is read here."""


class Vocabulary:
    """The terms of article_fts, asked for one by one in their order.

    FTS5 puts all articles with a word that begins so into one list before it gives
    the first. Of the words themselves it goes through the newest articles alone.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def spelt_out(self, node: Node) -> Node:
        """The same with the words that beginnings may become, where they are not many.

        A beginning in a phrase, or near other words, stays what it is.
        """
        match node:
            case Words(tokens=(beginning,), is_prefix=True):
                found = self._beginning_with(beginning)
                return Any(tuple(Words((term,)) for term in found)) if found else node
            case All(parts):
                return All(tuple(map(self.spelt_out, parts)))
            case Any(parts):
                return Any(tuple(map(self.spelt_out, parts)))
            case Not(part):
                return Not(self.spelt_out(part))
            case _:
                return node

    def _beginning_with(self, beginning: str) -> list[str]:
        """The words that begin so; none when there are too many.

        Nor are there any in a library that is open to be read only: SQLite refuses it
        even a table that lives with the connection.
        """
        if is_so(self._conn):
            return []
        self._conn.execute(_TABLE)
        found: list[str] = []
        term = beginning
        while len(found) <= _MOST:
            row = self._conn.execute(
                "SELECT term FROM article_term WHERE term >= ? LIMIT 1", (term,)
            ).fetchone()
            if row is None or not row[0].startswith(beginning):
                return found
            found.append(row[0])
            term = row[0] + _AFTER
        return []
