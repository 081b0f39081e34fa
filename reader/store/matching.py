"""Which articles a filter lets through: what is true of few is asked first."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from reader.store.criteria import Criterion
from reader.store.id_set import IdSet
from reader.store.in_parts import in_parts, marks
from reader.store.piece import Piece
from reader.store.walk import walk

_FEW = 5_000
"""So many articles are looked up one by one sooner than all others are read."""
_SOME = 50_000
"""So many are looked up sooner than what is true of very many is read."""
_FEW_NAMED = 10_000
"""So many names are."""
_DEAR = 2_000
"""Ids in a piece of what is dear to ask of each."""
_PAUSE = 5
"""Queries between which others may ask: some 15 ms."""
_AT_ONCE = 500
"""Ids in one query."""


def matching(conn: sqlite3.Connection, wanted: Sequence[Criterion]) -> IdSet:
    """The articles of which all is true; some of them may have been removed."""
    few, broad = narrowed(conn, wanted)
    *_, found = gathering(conn, broad, few)
    return found or IdSet()


def narrowed(
    conn: sqlite3.Connection, wanted: Iterable[Criterion]
) -> tuple[IdSet | None, list[Criterion]]:
    """The articles of which all is true that is true of few; and all the rest.

    Without anything that is true of few, None.
    """
    few: IdSet | None = None
    broad: list[Criterion] = []
    for one in wanted:
        if one.holds:
            rows = conn.execute(f"{one.ids} LIMIT ?", (*one.values, _FEW + 1))
            ids = array("q", map(itemgetter(0), rows))
            if len(ids) <= _FEW:
                few = _both(few, IdSet(ids))
                continue
        broad.append(one)

    # What stands in another table than the articles is mostly true of fewer; of names
    # nobody knows, and they are read sooner than looked up.
    def is_true_of_more(one: Criterion) -> tuple[bool, bool]:
        return one.is_dear, one.leg is not None and bool(one.holds)

    return few, sorted(broad, key=is_true_of_more)


def gathering(
    conn: sqlite3.Connection, wanted: Sequence[Criterion], few: IdSet | None
) -> Iterator[IdSet | None]:
    """The same, with pauses for other questions.

    Args:
        conn: The library.
        wanted: What is true of many.
        few: The articles that come into question, if they are known.

    Yields:
        None while there is something left to read; then the set.
    """
    found = few
    for one in wanted:
        yield None
        if found is not None and len(found) <= (_SOME if one.holds else _FEW_NAMED):
            held = IdSet()
            for some in in_parts(found, _PAUSE * _AT_ONCE):
                held.turn(holding(conn, some, [one]), on=True)
                yield None
            found = held
            continue
        those = IdSet()
        for piece in _read(conn, one):
            those.turn(piece, on=True)
            yield None
        found = _both(found, those)
    yield found


def _read(conn: sqlite3.Connection, one: Criterion) -> Iterator["array[int]"]:
    """All ids of which it is true."""
    if one.leg is not None:
        yield from walk(conn, one.leg, each=_DEAR if one.is_dear else None)
    else:
        yield array("q", map(itemgetter(0), conn.execute(one.ids, one.values)))


def _both(one: IdSet | None, other: IdSet) -> IdSet:
    return other if one is None else one & other


def holding(
    conn: sqlite3.Connection, ids: Iterable[int], wanted: Sequence[Criterion]
) -> Iterator[int]:
    """Those of the articles of which all is true, in no order; they are looked up."""
    named = [one for one in wanted if not one.holds]
    if named:
        ids = holding(conn, ids, [one for one in wanted if one.holds])
        yield from _named(conn, ids, " AND ".join(one.values[0] for one in named))
        return
    conditions = "".join(f" AND {one.holds}" for one in wanted)
    values = [value for one in wanted for value in one.values]
    for some in in_parts(ids, _AT_ONCE):
        rows = conn.execute(
            f"SELECT id FROM article NOT INDEXED WHERE id IN ({marks(some)})"
            f"{conditions}",
            (*some, *values),
        )
        yield from map(itemgetter(0), rows)


def _named(conn: sqlite3.Connection, ids: Iterable[int], words: str) -> Iterator[int]:
    """Those with the words in their names, by an index of them alone.

    That of all puts every article with a word that begins so into one list first.
    """
    piece = Piece("title, site, source", "unicode61 remove_diacritics 2")
    for some in in_parts(ids, _AT_ONCE):
        rows = conn.execute(
            "SELECT id, title, site, source FROM article NOT INDEXED"
            f" WHERE id IN ({marks(some)})",
            some,
        )
        yield from piece.answering(rows, words)
