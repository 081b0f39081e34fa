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
    from reader.store.criteria import Criterion, Stretch

_FIRST = 1_000
"""Ids in the first piece: some windows full, in a millisecond."""
_TRIED = 21
"""Pieces of so many that are looked through before all that fits is read; of names
the first alone, unless so many would fill a window."""
_WINDOW = 100
"""With so many nobody waits for more."""
_FEW = 50_000
"""So many are faster sorted than found by walking past all the others."""
_SORTED = 10
"""Queries for what they are sorted by, between which others may ask: some 10 ms."""
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
        sort = sort or Sort()
        wanted: Sequence[Criterion] = ()
        if asked:
            from reader.store.criteria import criteria
            from reader.store.matching import gathering, narrowed

            wanted = criteria(asked)
        column = COLUMNS[sort.order].name
        stretches = (one.stretch for one in wanted if one.stretch)
        within = next((each for each in stretches if each.column == column), None)
        every = self._walk(sort, within)
        # Signs alone are no words, and ask for nothing.
        if not wanted or (within and within.is_exact and len(wanted) == 1):
            yield from every
            return
        few, broad = narrowed(self._conn, wanted)
        tried: set[int] = set()
        if few is None:
            listed, has_names = 0, not all(one.holds for one in wanted)
            for some in islice(every, _TRIED):
                tried.update(some)
                those = self._those(some, wanted)
                listed += len(those)
                yield those
                is_rare = listed * _TRIED < _WINDOW
                if listed >= _WINDOW or (has_names and is_rare):
                    break
        found = IdSet()
        for now in gathering(self._conn, broad, few):
            if now is None:
                yield array("q")
            else:
                found = now
        if len(found) <= _FEW:
            yield from self._sorted(set(found).difference(tried), sort)
        else:
            yield from map(found.among, every)

    def unknown(self, asked: Filter) -> list[str]:
        """A sentence for each tag and coder of a filter that there is not."""
        from reader.store.unknown import unknown_in

        return unknown_in(self._conn, asked)

    def _those(self, ids: Sequence[int], wanted: "Sequence[Criterion]") -> "array[int]":
        """Those of the articles that are what is asked, in their order."""
        from reader.store.matching import holding

        held = set(holding(self._conn, ids, wanted))
        return array("q", filter(held.__contains__, ids))

    def _walk(self, sort: Sort, within: "Stretch | None") -> Iterator["array[int]"]:
        """Every article in a stretch of its order, or in all of it, piece by piece."""
        size = _FIRST
        legs = COLUMNS[sort.order].legs(falls=sort.falls)
        if within is not None:
            legs = tuple(within.falling if sort.falls else within.rising)
        for leg in legs:
            for number, piece in enumerate(
                walk(self._conn, leg, falls=sort.falls, first=size)
            ):
                size = PIECE
                if number == 1:  # It may be looked through, which takes a while.
                    yield from _in_parts(piece)
                else:
                    yield piece

    def _sorted(self, ids: set[int], sort: Sort) -> Iterator["array[int]"]:
        """These articles in their order, in one piece at last."""
        column = COLUMNS[sort.order]
        rows: list[tuple[Any, ...]] = []
        for number, some in enumerate(in_parts(sorted(ids), _AT_ONCE), start=1):
            if number % _SORTED == 0:
                yield array("q")
            rows += self._conn.execute(
                f"SELECT {', '.join(column.key)} FROM article NOT INDEXED"
                f" WHERE id IN ({marks(some)}) AND removed = 0",
                some,
            )
        rows.sort(reverse=sort.falls)
        if column.unknown is not None and not sort.falls:
            rows.sort(key=lambda row: row[0] == column.unknown)
        yield array("q", map(itemgetter(-1), rows))

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


def _in_parts(piece: "array[int]") -> Iterator["array[int]"]:
    for start in range(0, len(piece), _FIRST):
        yield piece[start : start + _FIRST]
