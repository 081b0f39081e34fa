"""Many articles changed alike: for the history a few rows, and not one each."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.store.in_parts import marks

Row = Mapping[str, Any]

MANY = "article.many"
"""Stands in the history where a table would; the key of such a row lists the ids."""
_TOGETHER = 5_000
"""Articles in one row; a query takes some 32,000 values."""


def change(
    conn: sqlite3.Connection, ids: Sequence[int], changes: Row
) -> Iterator[tuple[list[int], Row]]:
    """Give columns of many articles the same values.

    Yields:
        The ids of those that were changed and had been alike, and how they were;
        what is as wished already is not a change.
    """
    for first in range(0, len(ids), _TOGETHER):
        alike: dict[tuple[Any, ...], list[int]] = {}
        for each, *values in _values(conn, ids[first : first + _TOGETHER], changes):
            alike.setdefault(tuple(values), []).append(each)
        alike.pop(tuple(changes.values()), None)
        for before, those in alike.items():
            put(conn, those, changes)
            yield those, dict(zip(changes, before, strict=True))


def are(conn: sqlite3.Connection, ids: Sequence[int], row: Row) -> bool:
    """Whether all of the articles have these values."""
    wanted = list(row.values())
    return all(values == wanted for _, *values in _values(conn, ids, row))


def put(conn: sqlite3.Connection, ids: Sequence[int], row: Row) -> None:
    """Set columns of the articles, no more than were changed in one row."""
    pairs = ", ".join(f'"{name}" = ?' for name in row)
    query = f"UPDATE article SET {pairs} WHERE id IN ({marks(ids)})"
    conn.execute(query, (*row.values(), *ids))


def _values(
    conn: sqlite3.Connection, ids: Sequence[int], like: Row
) -> list[tuple[Any, ...]]:
    """The ids with the values of the columns that `like` names."""
    names = ", ".join(f'"{name}"' for name in like)
    query = f"SELECT id, {names} FROM article WHERE id IN ({marks(ids)})"
    return conn.execute(query, tuple(ids)).fetchall()
