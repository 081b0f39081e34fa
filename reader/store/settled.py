"""Which places are settled: decided by the gold coder, and still as they were then."""

import json
import sqlite3
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from reader.model import Span
from reader.review.cases import Place
from reader.review.layers import GOLD
from reader.store.queues import LAYERS

_DECIDED = """
    SELECT decision.id, item.target, decision.at FROM decision
    JOIN session ON session.id = decision.session_id
    JOIN coder ON coder.id = session.coder_id AND coder.name = ?
    JOIN session_item AS item ON item.session_id = decision.session_id
        AND item.place = decision.place
    WHERE decision.answer <> 'skip' AND json_extract(session.query, '$.cases')
"""

_SINCE = """
    SELECT step.id, table_name, row_id, before,
        CASE WHEN before IS NOT NULL THEN after END
    FROM step CROSS JOIN history ON history.step_id = step.id
    WHERE step.id >= (SELECT min(id) FROM step WHERE at >= ?) AND step.undone = 0
        AND table_name IN ('annotation', 'decision')
    ORDER BY history.id
"""
"""The changes since a moment; what is new needs no more to be read."""

_CLOCKS = timedelta(days=1)
"""So far the clocks of those whose libraries were merged may be apart."""

_WORDS = ("quote", "tag_id")
_ENDS = ("start", "end")


class Settled:
    """What the gold coder has decided, and what has changed since.

    That an annotation was brought to a new text, or has another memo, changes nothing.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        """Read it, as it is now."""
        decided = conn.execute(_DECIDED, (GOLD,)).fetchall()
        self._steps: dict[str, int] = {}
        """For the annotations that places were known by, the step that settled them."""
        self._changed: dict[str, int] = {}
        """For annotations the step that changed them last."""
        self._gone: dict[int, list[tuple[int, Span]]] = defaultdict(list)
        """For articles the steps that took annotations out of them, and where."""
        self._layers = {row[0] for row in conn.execute(LAYERS)}
        if decided:
            self._read(conn, decided)

    def has(self, article_id: int, place: Place) -> bool:
        """Whether a place is settled."""
        if not self._steps:
            return False
        ids = [said.id for side in place.sides.values() for said in side]
        step = max((self._steps.get(name, -1) for name in ids), default=-1)
        return (
            step >= 0
            and all(self._changed.get(name, -1) <= step for name in ids)
            and not any(
                since > step and span.overlaps(place.span)
                for since, span in self._gone.get(article_id, ())
            )
        )

    def _read(
        self, conn: sqlite3.Connection, decided: list[tuple[str, str, str]]
    ) -> None:
        earliest = min(datetime.fromisoformat(at) for _, _, at in decided) - _CLOCKS
        steps: dict[str, int] = {}
        for step_id, table, key, before, after in conn.execute(
            _SINCE, (earliest.isoformat(),)
        ):
            if table == "decision":
                steps[key] = step_id
            elif before is None:
                self._changed[key] = step_id
            elif after is None:
                self._take_out(step_id, json.loads(before))
            elif _says_otherwise(json.loads(before), json.loads(after)):
                self._changed[key] = step_id
        for key, target, _ in decided:
            self._steps[target] = max(self._steps.get(target, 0), steps.get(key, 0))

    def _take_out(self, step_id: int, row: dict[str, Any]) -> None:
        if row["tag_id"] is not None and row["coder_id"] not in self._layers:
            span = Span(row["start"], row["end"])
            self._gone[row["article_id"]].append((step_id, span))


def _says_otherwise(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether other words are tagged, or the same with another tag."""
    is_moved = before.get("version_id") != after.get("version_id")
    names = _WORDS if is_moved else (*_WORDS, *_ENDS)
    return any(before.get(name) != after.get(name) for name in names)
