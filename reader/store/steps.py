"""What was done, step by step, what each step changed, and the way to each."""

import sqlite3

from reader.model import Changed, Step, Walked
from reader.store.changes import changed
from reader.store.coders import Coders
from reader.store.connection import writing
from reader.store.errors import AskedWronglyError, StoreError
from reader.store.history import SELECT_STEP, History, step_of


class Steps:
    """The step and history tables, to be looked at and gone through."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders

    def all(
        self,
        limit: int = 100,
        *,
        before: int | None = None,
        words: str = "",
        coder: str | None = None,
        article_id: int | None = None,
    ) -> list[Step]:
        """The steps of all coders, the newest first.

        Args:
            limit: How many at most.
            before: Only those older than the step of this id: the next page.
            words: Only those whose label or coder has these words, in any case.
            coder: Only this coder's.
            article_id: Only those that were done in this article.
        """
        rows = self._conn.execute(
            f"""{SELECT_STEP} WHERE (:before IS NULL OR step.id < :before)
            AND (:words = ''
                 OR instr(lower(label || ' ' || coder.name), lower(:words)))
            AND (:coder IS NULL OR coder.name = :coder)
            AND (:article IS NULL OR article_id = :article)
            ORDER BY step.id DESC LIMIT :limit""",
            {
                "before": before,
                "words": words,
                "coder": coder,
                "article": article_id,
                "limit": limit,
            },
        )
        return [step_of(row) for row in rows]

    def one(self, step_id: int) -> Step | None:
        """The step of this id."""
        found = self._conn.execute(f"{SELECT_STEP} WHERE step.id = ?", (step_id,))
        row = found.fetchone()
        return step_of(row) if row else None

    def count(self) -> int:
        """How many steps there are, of all coders."""
        return int(self._conn.execute("SELECT count(*) FROM step").fetchone()[0])

    def changes(self, step_id: int, limit: int = 20) -> tuple[list[Changed], int]:
        """The first rows that a step changed, and how many it changed in all."""
        total = self._conn.execute(
            "SELECT count(*) FROM history WHERE step_id = ?", (step_id,)
        ).fetchone()[0]
        rows = self._conn.execute(
            "SELECT table_name, row_id, before, after FROM history WHERE step_id = ?"
            " ORDER BY id LIMIT ?",
            (step_id, limit),
        ).fetchall()
        return [changed(self._conn, *row) for row in rows], int(total)

    def go_to(self, step_id: int) -> Walked:
        """Undo, or redo, this coder's steps until this one is the last that is done.

        At another coder's step it is this coder's work of that moment that comes
        back. All of it is done, or none.

        Raises:
            StoreError: When there is no such step, it cannot be done again, or
                another coder's later work stands in the way.
        """
        target = self.one(step_id)
        if target is None:
            raise AskedWronglyError(f"there is no step {step_id}")
        me = self._coders.current
        if target.is_gone and target.coder == self._coders.name:
            raise StoreError(
                "that step was taken back, and other work has been done since"
            )
        with writing(self._conn):
            undone = redone = 0
            while (last := self._end(me, "max", 0)) is not None and last > step_id:
                self._walk(last, undo=True)
                undone += 1
            while (next_ := self._end(me, "min", 1)) is not None and next_ <= step_id:
                self._walk(next_, undo=False)
                redone += 1
        return Walked(undone, redone, target)

    def _end(self, coder_id: int, which: str, undone: int) -> int | None:
        """The id of this coder's last step that is done, or first that is not."""
        row = self._conn.execute(
            f"SELECT {which}(id) FROM step WHERE coder_id = ? AND undone = ?",
            (coder_id, undone),
        ).fetchone()
        return None if row is None else row[0]

    def _walk(self, step_id: int, *, undo: bool) -> None:
        me = self._coders.current
        try:
            self._history.undo(me) if undo else self._history.redo(me)
        except StoreError as error:
            step = self.one(step_id)
            label = step.label if step else "a step"
            raise StoreError(f"“{label}” stands in the way: {error}") from error
