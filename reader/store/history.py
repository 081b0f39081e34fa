"""Every change as a step that can be taken back, and given again."""

import json
import sqlite3
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from reader.model import Step
from reader.store import alike
from reader.store.connection import writing
from reader.store.errors import StoreError
from reader.store.identity import now
from reader.store.in_parts import marks

Row = Mapping[str, Any]

_KEYS = {
    **dict.fromkeys(
        (
            "keyword", "rejection",
            "article", "article_source", "attribute", "tag", "annotation",
            "line_override", "cleaning_rule", "reanchoring", "session", "decision",
            "finished",
        ),
        "id",
    ),
    **dict.fromkeys(("setting", "saved_filter"), "name"),
}  # fmt: skip
"""The tables whose changes are kept, with their primary keys."""

_OF_THE_WINDOW = frozenset(("saved_filter",))
"""Tables that are changed without a step too; what was, stays as it is."""

IMPORTED = "article.import_step"
"""Stands where a table would: one history row for all articles of an import."""

_SINCE = "what this step changed has been changed again since"


class Change:
    """One open step; what goes through it is done, and written down, row by row."""

    def __init__(self, conn: sqlite3.Connection, step_id: int) -> None:
        self._conn = conn
        self.step_id = step_id
        self.is_empty = True
        self._is_import = False

    def resume(self) -> None:
        """Go on with a step that transactions before this one have added to."""
        found = self._conn.execute(
            "SELECT max(table_name = ?) FROM history WHERE step_id = ?",
            (IMPORTED, self.step_id),
        ).fetchone()
        self.is_empty = found[0] is None
        self._is_import = bool(found[0])

    def insert(self, table: str, row: Row) -> int | str:
        """Put a row in, and give its id."""
        cursor = self._conn.execute(*_insert(table, row))
        key: int | str = row.get(_KEYS[table], cursor.lastrowid)
        self._note(table, key, None, {_KEYS[table]: key, **row})
        return key

    def update(self, table: str, key: int | str, changes: Row) -> None:
        """Change columns of a row; what is as wished already is not a change."""
        before = _columns(self._conn, table, key, changes)
        if before is None or before == dict(changes):
            return
        _update(self._conn, table, key, changes)
        self._note(table, key, before, changes)

    def update_articles(self, ids: Sequence[int], changes: Row) -> None:
        """Change columns of many articles alike; a million are not a million rows."""
        for those, before in alike.change(self._conn, ids, changes):
            self._note(alike.MANY, json.dumps(those), before, changes)

    def delete(self, table: str, key: int | str, columns: tuple[str, ...]) -> None:
        """Take a row out; `columns` are those that would make it again."""
        before = _columns(self._conn, table, key, dict.fromkeys(columns))
        if before is None:
            return
        _delete(self._conn, table, key)
        self._note(table, key, {_KEYS[table]: key, **before}, None)

    def imported(self) -> None:
        """Note that articles came in under this step, however many."""
        if not self._is_import:
            self._is_import = True
            self._note(IMPORTED, self.step_id, {"removed": 1}, {"removed": 0})

    def _note(
        self, table: str, key: int | str, before: Row | None, after: Row | None
    ) -> None:
        if self.is_empty:
            self._end_redo()
        self.is_empty = False
        self._conn.execute(
            "INSERT INTO history (step_id, table_name, row_id, before, after)"
            " VALUES (?, ?, ?, ?, ?)",
            (self.step_id, table, str(key), _dump(before), _dump(after)),
        )

    def _end_redo(self) -> None:
        """What this coder took back and has now gone on from stays undone."""
        self._conn.execute(
            "UPDATE step SET undone = 2 WHERE undone = 1"
            " AND coder_id = (SELECT coder_id FROM step WHERE id = ?)",
            (self.step_id,),
        )


class History:
    """The steps of a library, and the way back and forth among them."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    @contextmanager
    def step(
        self,
        coder_id: int,
        label: str,
        *,
        article_id: int | None = None,
        offset: int | None = None,
    ) -> Generator[Change]:
        """Make all changes of the block one step, in one transaction.

        A block that changes nothing leaves no step behind.
        """
        with writing(self._conn):
            change = Change(self._conn, self.open(coder_id, label, article_id, offset))
            yield change
            if change.is_empty:
                self._conn.execute("DELETE FROM step WHERE id = ?", (change.step_id,))

    def open(
        self,
        coder_id: int,
        label: str,
        article_id: int | None = None,
        offset: int | None = None,
    ) -> int:
        """Begin a step that several transactions will add to, and give its id."""
        cursor = self._conn.execute(
            'INSERT INTO step (coder_id, label, article_id, "offset", at)'
            " VALUES (?, ?, ?, ?, ?)",
            (coder_id, label, article_id, offset, now().isoformat()),
        )
        assert cursor.lastrowid
        return cursor.lastrowid

    def change(self, step_id: int) -> Change:
        """Add to a step that was opened before."""
        change = Change(self._conn, step_id)
        change.resume()
        return change

    def undo(self, coder_id: int) -> Step | None:
        """Take back this coder's last step; None when there is none.

        Raises:
            StoreError: When another coder's later work stands in the way.
        """
        return self._walk(
            coder_id,
            "SELECT id FROM step WHERE coder_id = ? AND undone = 0"
            " ORDER BY id DESC LIMIT 1",
            undone=True,
        )

    def redo(self, coder_id: int) -> Step | None:
        """Do again what this coder took back last; None when there is nothing.

        A new step ends what could be redone until then.

        Raises:
            StoreError: When another coder's later work stands in the way.
        """
        return self._walk(
            coder_id,
            "SELECT min(id) FROM step WHERE coder_id = ? AND undone = 1",
            undone=False,
        )

    def steps(self, limit: int = 100) -> list[Step]:
        """The last steps of all coders, the newest first."""
        query = f"{SELECT_STEP} ORDER BY step.id DESC LIMIT ?"
        return [step_of(row) for row in self._conn.execute(query, (limit,))]

    def _walk(self, coder_id: int, query: str, *, undone: bool) -> Step | None:
        with writing(self._conn):
            found = self._conn.execute(query, (coder_id,)).fetchone()
            step_id = found[0] if found else None
            if step_id is None:
                return None
            order = "DESC" if undone else "ASC"
            for table, key, before, after in self._conn.execute(
                "SELECT table_name, row_id, before, after FROM history"
                f" WHERE step_id = ? ORDER BY id {order}",
                (step_id,),
            ).fetchall():
                old, new = (after, before) if undone else (before, after)
                self._turn(table, key, _load(old), _load(new))
            self._conn.execute(
                "UPDATE step SET undone = ? WHERE id = ?", (undone, step_id)
            )
            row = self._conn.execute(f"{SELECT_STEP} WHERE step.id = ?", (step_id,))
            return step_of(row.fetchone())

    def _turn(self, table: str, key: str, old: Row | None, new: Row | None) -> None:
        """Make one row `new`, if it still is `old`."""
        if table == IMPORTED:
            self._conn.execute(
                "UPDATE article SET removed = ? WHERE import_step = ?",
                (new["removed"] if new else 1, key),
            )
            return
        if table == alike.MANY:
            self._turn_many(json.loads(key), old or {}, new or {})
            return
        before = _columns(self._conn, table, key, old or new or {})
        if table in _OF_THE_WINDOW and before != old:
            return
        if old is not None and before != dict(old):
            raise StoreError(_SINCE)
        try:
            if new is None:
                _delete(self._conn, table, key)
            elif old is None:
                self._conn.execute(*_insert(table, new))
            else:
                _update(self._conn, table, key, new)
        except sqlite3.IntegrityError as error:
            raise StoreError("later work of another coder rests on it") from error

    def _turn_many(self, ids: list[int], old: Row, new: Row) -> None:
        if not alike.are(self._conn, ids, old):
            raise StoreError(_SINCE)
        alike.put(self._conn, ids, new)


SELECT_STEP = (
    'SELECT step.id, coder.name, label, article_id, "offset", at, undone'
    " FROM step JOIN coder ON coder.id = step.coder_id"
)


def step_of(row: tuple[Any, ...]) -> Step:
    """A row of `SELECT_STEP` as a record."""
    step_id, coder, label, article_id, offset, at, undone = row
    moment = datetime.fromisoformat(at)
    is_gone = undone == 2
    return Step(
        step_id, coder, label, article_id, offset, moment, bool(undone), is_gone
    )


def _insert(table: str, row: Row) -> tuple[str, tuple[Any, ...]]:
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({marks(row)})", tuple(row.values())


def _update(conn: sqlite3.Connection, table: str, key: int | str, row: Row) -> None:
    pairs = ", ".join(f'"{name}" = ?' for name in row)
    where = f"{_KEYS[table]} = ?"
    conn.execute(f"UPDATE {table} SET {pairs} WHERE {where}", (*row.values(), key))


def _delete(conn: sqlite3.Connection, table: str, key: int | str) -> None:
    conn.execute(f"DELETE FROM {table} WHERE {_KEYS[table]} = ?", (key,))


def _columns(
    conn: sqlite3.Connection, table: str, key: int | str, like: Row
) -> dict[str, Any] | None:
    """The row's values of the columns that `like` names, or None without a row."""
    names = ", ".join(f'"{name}"' for name in like)
    found = conn.execute(
        f"SELECT {names} FROM {table} WHERE {_KEYS[table]} = ?", (key,)
    ).fetchone()
    return None if found is None else dict(zip(like, found, strict=True))


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(dict(row), ensure_ascii=False)


def _load(row: str | None) -> Row | None:
    return None if row is None else json.loads(row)
