"""The words of the index: what a beginning may become."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from reader.queries.nodes import All, Any, Near, Node, Not, Words
from reader.store.to_read import is_so

_MOST: Final = 200
"""Words that a beginning is taken apart into. With a hundred the first page comes after
25 ms, with a thousand after 160."""
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
        self._many: set[str] = set()
        """Beginnings that were found to have too many. They may be fewer by now; what
        is found is the same."""

    def spelt_out(self, node: Node) -> Node | None:
        """The same with the words that beginnings may become; None if they are many.

        A beginning in a phrase, or near other words, stays what it is: FTS5 puts its
        articles together, which are not many.
        """
        match node:
            case Words(tokens=(*_, beginning), is_prefix=True):
                found = self._beginning_with(beginning)
                if not found or len(node.tokens) > 1:
                    return None if found is None else node
                return Any(tuple(Words((term,)) for term in found))
            case Near(parts):
                return None if None in map(self.spelt_out, parts) else node
            case All(parts):
                each = self._each(parts)
                return None if each is None else All(each)
            case Any(parts):
                each = self._each(parts)
                return None if each is None else Any(each)
            case Not(part):
                spelt = self.spelt_out(part)
                return None if spelt is None else Not(spelt)
            case _:
                return node

    def _each(self, parts: Sequence[Node]) -> tuple[Node, ...] | None:
        found = [spelt for spelt in map(self.spelt_out, parts) if spelt is not None]
        return tuple(found) if len(found) == len(parts) else None

    def _beginning_with(self, beginning: str) -> list[str] | None:
        """The words that begin so; None when there are too many.

        Or when nobody knows: in a library that is open to be read only SQLite refuses
        even a table that lives with the connection.
        """
        if beginning in self._many or is_so(self._conn):
            return None
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
        self._many.add(beginning)
        return None
