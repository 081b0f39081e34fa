"""Rows in the order of an index, piece by piece, each piece found by a seek."""

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final, NamedTuple

PIECE: Final = 20_000
"""Ids in a piece; so long other questions wait, about 10 ms."""


class Leg(NamedTuple):
    """What one index walks."""

    source: str
    """Tables and conditions, from FROM on."""
    key: tuple[str, ...]
    """What it is sorted by; no two rows have the same. The last is the id wanted."""
    begin: tuple[int | str, ...] = ()
    """The key that it begins beyond; empty for its very beginning."""
    values: tuple[Any, ...] = ()
    """For the marks in the conditions."""
    end: int | str | None = None
    """The first of the key goes no further; None for the very end. As a condition it
    would keep SQLite from seeking what the key equals."""


def walk(
    conn: sqlite3.Connection,
    leg: Leg,
    *,
    falls: bool = False,
    first: int | None = None,
    each: int | None = None,
) -> Iterator["array[int]"]:
    """The ids in the order of the key. Between two pieces anything may happen.

    Args:
        conn: The library.
        leg: What is walked.
        falls: Whether the greatest comes first.
        first: Ids in the first piece.
        each: Ids in each other one; without it, `PIECE`.
    """
    at: tuple[Any, ...] = leg.begin
    each = each or PIECE
    size = first or each
    while True:
        piece = array("q")
        # What goes on in the last of the key, then in the one before, and so on: as
        # one comparison of the whole key SQLite would seek by the first of it alone,
        # and read past all that has the same, such as a million unread articles.
        for depth in reversed(range(max(1, len(at)))):
            most = size - len(piece)
            rows = _beyond(conn, leg, at, depth, most, falls=falls)
            for row in _up_to(leg.end, rows, falls=falls):
                at = row
                piece.append(row[-1])
            if len(piece) == size:
                break
        if piece:
            yield piece
        if len(piece) < size:
            return
        size = each


def _up_to(
    end: int | str | None, rows: Iterator[tuple[Any, ...]], *, falls: bool
) -> Iterator[tuple[Any, ...]]:
    if end is None:
        return rows
    return takewhile(lambda row: row[0] >= end if falls else row[0] <= end, rows)


def _beyond(
    conn: sqlite3.Connection,
    leg: Leg,
    at: tuple[Any, ...],
    depth: int,
    most: int,
    *,
    falls: bool,
) -> Iterator[tuple[Any, ...]]:
    """The next rows with the key up to a depth, and something beyond it there."""
    way, beyond = ("DESC", "<") if falls else ("ASC", ">")
    where = "".join(f" AND {column} = ?" for column in leg.key[:depth])
    if at:
        where += f" AND {leg.key[depth]} {beyond} ?"
    key = ", ".join(leg.key)
    order = ", ".join(f"{column} {way}" for column in leg.key[depth:])
    return conn.execute(
        f"SELECT {key} FROM {leg.source}{where} ORDER BY {order} LIMIT ?",
        (*leg.values, *at[: depth + 1], most),
    )
