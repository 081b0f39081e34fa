"""A row of the history in words: what it was, what it became."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from reader.model import Changed
from reader.store.alike import MANY
from reader.store.history import IMPORTED

Row = Mapping[str, Any]

_KINDS = {
    "line_override": "line",
    "cleaning_rule": "cleaning rule",
    "finished": "“done” of the coder",
    "saved_filter": "saved filter",
    IMPORTED: "import",
    MANY: "article",
}
"""What a table's rows are called, where it is not the table's own name."""

_NAMES = {
    "annotation": "quote",
    "article": "title",
    "attribute": "name",
    "cleaning_rule": "text",
    "decision": "words",
    "keyword": "words",
    "line_override": "line",
    "rejection": "quote",
    "saved_filter": "name",
    "setting": "name",
    "tag": "path",
}
"""The column that tells a row of the table from others."""

_UNSAID = frozenset(
    (
        "id", "article_id", "version_id", "path_key", "name_key", "title_key",
        "is_titled",
        "prefix", "suffix", "paragraph", "sentence", "coder_id", "created_at",
        "updated_at", "import_step", "at", "was", "made",
    )
)  # fmt: skip
"""Columns that follow from others, or say nothing to a person."""

_FLAGS = frozenset(("flagged", "hidden", "hide", "removed", "retired"))


def changed(
    conn: sqlite3.Connection,
    table: str,
    key: str,
    before: str | None,
    after: str | None,
) -> Changed:
    """What one row of the history did.

    Args:
        conn: Where names are looked up, of tags above all.
        table: The table of the row that changed.
        key: The row's id.
        before: The changed columns as they were, as JSON; None for a new row.
        after: The same as they became; None for a row that was taken away.
    """
    old = None if before is None or table == IMPORTED else json.loads(before)
    new = None if after is None else json.loads(after)
    # A row that comes or goes is told by its name, which need not be said again.
    is_whole = old is None or new is None
    said = [
        column
        for column in dict.fromkeys((*(old or {}), *(new or {})))
        if column not in _UNSAID and not (is_whole and column == _NAMES.get(table))
    ]
    fields = [
        (_spoken(name), _value(conn, name, old), _value(conn, name, new))
        for name in said
    ]
    return Changed(
        _KINDS.get(table, table),
        _name(conn, table, key, new or old or {}),
        # A row may be written as it was, in part: what stayed is no change.
        tuple(field for field in fields if field[1] != field[2]),
        is_new=old is None,
        is_removed=new is None,
    )


def _name(conn: sqlite3.Connection, table: str, key: str, row: Row) -> str:
    """What tells the row from others: of the change, else of the row today."""
    if table == IMPORTED:
        query = "SELECT count(*) FROM article WHERE import_step = ?"
        return f"of {conn.execute(query, (key,)).fetchone()[0]:,} articles"
    if table == MANY:
        return f"of {len(json.loads(key)):,} articles"
    column = _NAMES.get(table)
    if column is None:
        return ""
    if column in row:
        value = row[column]
    else:
        found = conn.execute(
            f"SELECT {column} FROM {table} WHERE id = ?", (key,)
        ).fetchone()
        value = found[0] if found else ""
    # Lines are counted from 1 wherever a person sees their numbers.
    return str(value + 1) if column == "line" and value != "" else str(value)


def _value(conn: sqlite3.Connection, name: str, row: Row | None) -> str:
    """A column's value as a person would write it; empty when there is none."""
    value = None if row is None else row.get(name)
    if value is None:
        return ""
    if name == "tag_id":
        return _tag(conn, value)
    if name in _FLAGS:
        return "yes" if value else "no"
    return str(value)


def _tag(conn: sqlite3.Connection, tag_id: int) -> str:
    """A tag's path today, or the one it was made with when it is gone."""
    row = conn.execute(
        "SELECT path FROM tag WHERE id = ?1 UNION ALL"
        " SELECT json_extract(after, '$.path') FROM history"
        " WHERE table_name = 'tag' AND row_id = CAST(?1 AS TEXT)"
        " AND before IS NULL LIMIT 1",
        (tag_id,),
    ).fetchone()
    return str(row[0]) if row else f"tag {tag_id}"


def _spoken(column: str) -> str:
    """A column's name as a person would say it."""
    return column.removesuffix("_id").replace("_", " ")
