"""The list of articles: any order, any filter, a million long.

What is listed comes as ids, piece by piece in the order of an index, so that the
first piece is there at once and nobody waits for the last; the rows of a page are
then looked up by their ids, wherever in the list it lies.
"""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reader.store.filtering import Filter
from reader.store.id_set import IdSet
from reader.store.in_parts import in_parts, marks
from reader.store.sorting import COLUMNS, Sort
from reader.store.walk import PIECE, walk

if TYPE_CHECKING:
    from reader.store.matching import Criterion

_FIRST = 1_000
"""Ids in the first piece: some windows full, in a millisecond."""
_FEW = 2_000
"""So many are faster sorted than found by walking past all the others."""
_TITLES = 200
_AT_ONCE = 500
"""Ids in one query."""


class Listing:
    """Which articles there are, in an order.

    Those whose ids are known are looked up `NOT INDEXED`, which means by their ids:
    SQLite would rather read through an index that has all columns in it.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def count(self) -> int:
        """How many there are in all."""
        row = self._conn.execute(
            "SELECT count(*) FROM article INDEXED BY article_by_added WHERE removed = 0"
        )
        return int(row.fetchone()[0])

    def uncompared(self) -> int:
        """How many are to be compared with the others, or compared anew."""
        row = self._conn.execute("SELECT count(*) FROM uncompared").fetchone()
        return int(row[0])

    def waiting(self) -> int:
        """How many were not cleaned yet, or are not in the index as they are."""
        return int(self._conn.execute("SELECT count(*) FROM unindexed").fetchone()[0])

    def ids(
        self, asked: Filter | None = None, sort: Sort | None = None
    ) -> Iterator["array[int]"]:
        """The ids of what the filter lets through, in pieces, the first one small.

        A piece may be empty. Between two pieces anything may happen to the library.
        """
        every = self._walk(sort or Sort())
        wanted: Sequence[Criterion] = ()
        if asked:
            from reader.store.matching import criteria, gathering, narrowed

            wanted = criteria(asked)
        if not wanted:  # Signs alone are no words either.
            yield from every
            return
        few, broad = narrowed(self._conn, wanted)
        tried: set[int] = set()
        if few is None and all(one.holds for one in wanted):
            for some in self._first(every):
                tried.update(some)
                yield self._those(some, wanted)
        found = IdSet()
        for now in gathering(self._conn, broad, few):
            if now is None:
                yield array("q")
            else:
                found = now
        if len(found) <= _FEW:
            yield self._sorted(set(found).difference(tried), sort or Sort())
        else:
            yield from map(found.among, every)

    def unknown(self, asked: Filter) -> list[str]:
        """A sentence for each tag and coder of a filter that there is not."""
        from reader.store.unknown import unknown_in

        return unknown_in(self._conn, asked)

    def _first(self, every: Iterator["array[int]"]) -> Iterator["array[int]"]:
        """The first two pieces of a walk, in parts that are looked through at once."""
        for piece in islice(every, 2):
            for start in range(0, len(piece), _FIRST):
                yield piece[start : start + _FIRST]

    def _those(self, ids: Sequence[int], wanted: "Sequence[Criterion]") -> "array[int]":
        """Those of the articles that are what is asked, in their order."""
        from reader.store.matching import holding

        held = set(holding(self._conn, ids, wanted))
        return array("q", filter(held.__contains__, ids))

    def _walk(self, sort: Sort) -> Iterator["array[int]"]:
        """Every article in the order of its indexes, piece by piece."""
        size = _FIRST
        for leg in COLUMNS[sort.order].legs(falls=sort.falls):
            for piece in walk(self._conn, leg, falls=sort.falls, first=size):
                size = PIECE
                yield piece

    def _sorted(self, ids: set[int], sort: Sort) -> "array[int]":
        column = COLUMNS[sort.order]
        rows: list[tuple[Any, ...]] = []
        for some in in_parts(sorted(ids), _AT_ONCE):
            rows += self._conn.execute(
                f"SELECT {', '.join(column.key)} FROM article NOT INDEXED"
                f" WHERE id IN ({marks(some)}) AND removed = 0",
                some,
            )
        rows.sort(reverse=sort.falls)
        if column.unknown is not None and not sort.falls:
            rows.sort(key=lambda row: row[0] == column.unknown)
        return array("q", map(itemgetter(-1), rows))

    def starting(self, typed: str) -> list[int]:
        """The articles whose titles begin so, by their titles; the first of them."""
        key = typed.casefold()
        rows = self._conn.execute(
            "SELECT id FROM article INDEXED BY article_by_title"
            " WHERE removed = 0 AND title_key >= ? AND title_key < ?"
            " ORDER BY title_key, id LIMIT ?",
            (key, f"{key}\U0010ffff", _TITLES),
        )
        return [row[0] for row in rows]

    def values(self, column: str, begin: str = "", limit: int = 200) -> list[str]:
        """The sites or languages that there are and begin so, from the first on."""
        found: list[str] = []
        last = begin
        beyond = ">=" if begin else ">"
        while len(found) < limit:
            row = self._conn.execute(
                f"SELECT min({column}) FROM article INDEXED BY article_by_{column}"
                f" WHERE removed = 0 AND {column} {beyond} ?",
                (last,),
            ).fetchone()
            if row[0] is None or not row[0].startswith(begin):
                break
            last, beyond = row[0], ">"
            found.append(last)
        return found
