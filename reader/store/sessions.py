"""Review sessions: what is gone through, and how far it has come."""

import json
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from reader.review import Answer, Query, Session, Unit
from reader.review.layers import is_own
from reader.review.pace import Pace, pace, spent
from reader.review.sample import Sample
from reader.review.summary import Flagged, Summary
from reader.store.coders import Coders
from reader.store.connection import impatient, writing
from reader.store.disputes import Disputes
from reader.store.errors import AskedWronglyError
from reader.store.history import History
from reader.store.identity import now, uuid7
from reader.store.proposals import IS_THERE, Proposals
from reader.store.queues import candidates, counts

_LAST = 40
"""Answers from which the pace is taken."""

_SELECT = """
    SELECT session.id, uuid, query, sample, coder.name, blind, started_at, place,
        total, decided
    FROM session JOIN coder ON coder.id = session.coder_id
"""

_IS_THERE = f"""(EXISTS (SELECT 1 FROM annotation WHERE id = item.target)
    OR EXISTS (SELECT 1 FROM article WHERE removed = 0
        AND id = CAST(item.target AS INTEGER) AND length(item.target) < 20)
    OR CASE WHEN substr(item.target, 1, 1) = '{{'
        THEN {IS_THERE.format(target="item.target")} ELSE 0 END)"""
"""Whether an item is still in the library; a UUID is longer than any number, and what
is suggested is kept as JSON."""

_NEW, _SKIPPED = 0, 1
"""States of an item, in the order in which they come up."""


class Sessions:
    """The session tables, in records."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        disputes: Disputes,
        proposals: Proposals,
    ) -> None:
        self._conn = conn
        self._disputes = disputes
        self._proposals = proposals
        self._history = history
        self._coders = coders

    def candidates(self, query: Query) -> list[str]:
        """The targets of all that a query asks for, in the order of the texts.

        They are ids; for what is suggested see `Proposals`. Places to settle come in
        the order of disagreement, the greatest first.
        """
        if query.cases:
            return self._disputes.all()
        if query.unit is Unit.SUGGESTIONS:
            return self._proposals.targets(query)
        return candidates(self._conn, query, now())

    def counts(self, queries: Sequence[Query]) -> list[int | None]:
        """How many each finds; None when only a look at all articles could tell."""
        counted = iter(counts(self._conn, list(filter(_is_counted, queries)), now()))
        found: list[int | None] = []
        for query in queries:
            if _is_counted(query):
                found.append(next(counted))
            else:
                dear = self._disputes if query.cases else self._proposals
                found.append(None if dear.may_be() else 0)
        return found

    def count_cases(self) -> int:
        """How many places are to be settled, which takes a look at all of them."""
        return self._disputes.count()

    def start(self, query: Query, sample: Sample, *, blind: bool = False) -> Session:
        """Begin a session over what the query finds now, and deal it.

        It is no step: it changes nothing that stood there before.

        Raises:
            AskedWronglyError: When there is nothing to go through.
        """
        return self.put(query, str(sample), self.dealt(query, sample), blind=blind)

    def dealt(self, query: Query, sample: Sample) -> Sequence[str]:
        """The targets of a session over what the query finds now, in their order."""
        return sample.of(self.candidates(query))

    def put(
        self, query: Query, sample: str, targets: Sequence[str], *, blind: bool
    ) -> Session:
        """Begin a session over these targets, in this order.

        Raises:
            AskedWronglyError: When there are none.
        """
        if not targets:
            raise AskedWronglyError(f"there are no {query} to review")
        at = now()
        with writing(self._conn):
            session_id = self._conn.execute(
                "INSERT INTO session (uuid, query, sample, coder_id, blind, started_at,"
                " total) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    uuid7(at),
                    json.dumps(query.fields(), ensure_ascii=False),
                    sample,
                    self._coders.current,
                    blind,
                    at.isoformat(),
                    len(targets),
                ),
            ).lastrowid
            self._conn.executemany(
                "INSERT INTO session_item (session_id, place, target) VALUES (?, ?, ?)",
                ((session_id, place, target) for place, target in enumerate(targets)),
            )
        assert session_id
        return self.one(session_id)

    def all(self) -> list[Session]:
        """Every session, the newest first."""
        rows = self._conn.execute(
            f"{_SELECT} WHERE removed = 0 ORDER BY session.id DESC"
        )
        return [_session(row) for row in rows]

    def unfinished(self) -> list[Session]:
        """The sessions of this coder in which something is not decided."""
        mine = (s for s in self.all() if is_own(s.coder, self._coders.name) and s.left)
        return [session for session in mine if self.next_open(session.id) is not None]

    def one(self, session_id: int) -> Session:
        """The session with this id.

        Raises:
            AskedWronglyError: When there is none.
        """
        row = self._conn.execute(
            f"{_SELECT} WHERE session.id = ? AND removed = 0", (session_id,)
        ).fetchone()
        if row is None:
            raise AskedWronglyError(f"there is no review session {session_id}")
        return _session(row)

    def is_blind(self, article_id: int) -> bool:
        """Whether this coder has still to read an article in a blind session."""
        return bool(
            self._conn.execute(
                f"""SELECT EXISTS (SELECT 1 FROM session JOIN session_item AS item
                    ON item.session_id = session.id AND item.state < 2
                WHERE blind = 1 AND removed = 0 AND coder_id = ?
                AND json_extract(query, '$.unit') = '{Unit.ARTICLES}'
                AND item.target = ?)""",
                (self._coders.current, str(article_id)),
            ).fetchone()[0]
        )

    def remove(self, session_id: int) -> None:
        """Take a session off the list, as a step; its decisions stay decided."""
        session = self.one(session_id)
        label = f"forget the review of {session.name}"
        with self._history.step(self._coders.current, label) as change:
            change.update("session", session_id, {"removed": 1})

    def look_at(self, session_id: int, place: int) -> None:
        """Remember the item that is looked at, to go on there; no step."""
        with impatient(self._conn):
            self._conn.execute(
                "UPDATE session SET place = ? WHERE id = ?", (place, session_id)
            )

    def next_open(self, session_id: int, after: int = -1) -> int | None:
        """The place of the next item that is not decided, or None.

        Those that nobody has answered come first, from the place on and then from
        the beginning; after them those that were skipped, in the same way.
        """
        for state in (_NEW, _SKIPPED):
            for low, high in ((after, None), (-1, after)):
                place = self._first(session_id, state, low, high)
                if place is not None:
                    return place
        return None

    def _first(
        self, session_id: int, state: int, low: int, high: int | None
    ) -> int | None:
        row = self._conn.execute(
            f"""SELECT place FROM session_item AS item
            WHERE session_id = ? AND state = ? AND state < 2 AND place > ?
                AND place <= ? AND {_IS_THERE}
            ORDER BY place LIMIT 1""",
            (session_id, state, low, sys.maxsize if high is None else high),
        ).fetchone()
        return row[0] if row else None

    def before(self, session_id: int, place: int) -> int | None:
        """The place of the item before, decided or not, unless it is gone."""
        row = self._conn.execute(
            f"""SELECT item.place FROM session_item AS item
            LEFT JOIN decision ON decision.session_id = item.session_id
                AND decision.place = item.place
            WHERE item.session_id = ? AND item.place < ?
                AND (decision.was <> '' OR {_IS_THERE})
            ORDER BY item.place DESC LIMIT 1""",
            (session_id, place),
        ).fetchone()
        return row[0] if row else None

    def pace(self, session: Session) -> Pace:
        """How fast it goes now."""
        rows = self._conn.execute(
            "SELECT at FROM decision WHERE session_id = ? ORDER BY at DESC LIMIT ?",
            (session.id, _LAST),
        )
        times = [datetime.fromisoformat(row[0]) for row in rows]
        return pace(times[::-1], session.left, now())

    def summary(self, session_id: int) -> Summary:
        """What has come of it until now."""
        answers: Counter[Answer] = Counter()
        by_tag: dict[str, Counter[Answer]] = defaultdict(Counter)
        times: list[datetime] = []
        for answer, tag, at in self._conn.execute(
            "SELECT answer, tag, at FROM decision WHERE session_id = ? ORDER BY at",
            (session_id,),
        ):
            answers[Answer(answer)] += 1
            by_tag[tag][Answer(answer)] += 1
            times.append(datetime.fromisoformat(at))
        flagged = self._conn.execute(
            "SELECT tag, words FROM decision WHERE session_id = ? AND flagged = 1"
            " ORDER BY place",
            (session_id,),
        )
        return Summary(
            self.one(session_id),
            answers,
            {tag: by_tag[tag] for tag in sorted(by_tag) if tag},
            [Flagged(*row) for row in flagged],
            self._gone(session_id),
            spent(times) / timedelta(minutes=1),
        )

    def _gone(self, session_id: int) -> int:
        row = self._conn.execute(
            "SELECT count(*) FROM session_item AS item"
            f" WHERE session_id = ? AND state = {_NEW} AND NOT {_IS_THERE}",
            (session_id,),
        )
        return int(row.fetchone()[0])


def _is_counted(query: Query) -> bool:
    return not query.cases and query.unit is not Unit.SUGGESTIONS


def _session(row: tuple[Any, ...]) -> Session:
    session_id, uuid, query, sample, coder, blind, started, place, total, decided = row
    return Session(
        id=session_id,
        uuid=uuid,
        query=Query.of(json.loads(query)),
        sample=sample,
        coder=coder,
        blind=bool(blind),
        started_at=datetime.fromisoformat(started),
        place=place,
        total=total,
        decided=decided,
    )
