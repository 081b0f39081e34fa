"""Annotations that change their tag; two that become alike are made one."""

import sqlite3
from collections.abc import Iterable

from reader.store.annotation_rows import COLUMNS
from reader.store.history import Change
from reader.store.identity import now
from reader.store.in_parts import marks

_CHUNK = 500


def of_tag(conn: sqlite3.Connection, tag_id: int) -> list[str]:
    """The ids of all annotations that have this tag."""
    rows = conn.execute("SELECT id FROM annotation WHERE tag_id = ?", (tag_id,))
    return [row[0] for row in rows]


def retag(
    conn: sqlite3.Connection, change: Change, annotation_ids: Iterable[str], into: int
) -> int:
    """Give annotations another tag within a step.

    Where the coder had both tags on the same passage, one annotation stays, with
    both memos.

    Returns:
        How many were made one with another.
    """
    standing = {
        tuple(place): (found_id, memo)
        for found_id, memo, *place in conn.execute(
            'SELECT id, memo, version_id, start, "end", coder_id FROM annotation'
            " WHERE tag_id = ?",
            (into,),
        )
    }
    folded, at = 0, now().isoformat()
    for annotation_id, memo, *at_place in _rows(conn, annotation_ids):
        place = tuple(at_place)
        if place not in standing:
            row = {"tag_id": into, "updated_at": at}
            change.update("annotation", annotation_id, row)
            standing[place] = annotation_id, memo
        elif standing[place][0] != annotation_id:
            kept, kept_memo = standing[place]
            both = joined((kept_memo, memo))
            if both != kept_memo:
                row = {"memo": both, "updated_at": at}
                change.update("annotation", kept, row)
            change.delete("annotation", annotation_id, COLUMNS)
            standing[place] = kept, both
            folded += 1
    return folded


def joined(texts: Iterable[str]) -> str:
    """Memos or descriptions one after another; what is said twice is kept once."""
    whole = ""
    for text in texts:
        if text and f"\n\n{text}\n\n" not in f"\n\n{whole}\n\n":
            whole = f"{whole}\n\n{text}" if whole else text
    return whole


def _rows(
    conn: sqlite3.Connection, ids: Iterable[str]
) -> list[tuple[str, str, int, int, int, int]]:
    """Of each annotation its id, memo and place, the oldest first."""
    wanted = sorted(set(ids))
    rows: list[tuple[str, str, int, int, int, int]] = []
    for first in range(0, len(wanted), _CHUNK):
        part = wanted[first : first + _CHUNK]
        rows += conn.execute(
            'SELECT id, memo, version_id, start, "end", coder_id FROM annotation'
            f" WHERE id IN ({marks(part)}) ORDER BY id",
            part,
        ).fetchall()
    return rows
