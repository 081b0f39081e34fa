"""The review sessions of another library brought into this one, within one step.

A session is known by its UUID. One that is new here comes with all of its items, out of
sight, and the step only shows it: so undo takes back a row and not a hundred thousand.
Decisions come one by one, those of a session that went on in both libraries too.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reader.review import Session, Unit
from reader.store.history import Change
from reader.store.merged import Matched
from reader.text.excerpt import quoted

if TYPE_CHECKING:
    from reader.store.store import Store

_GONE = {Unit.ARTICLES: "0", Unit.PASSAGES: "0", Unit.SUGGESTIONS: "{}"}
"""Targets of what is not here, such as a text that is another one here."""
_DECISION = ("id", "place", "answer", "tag", "words", "was", "made", "flagged", "at")


class BringingReviews:
    """The sessions of one merge."""

    def __init__(
        self, ours: "Store", theirs: "Store", change: Change, matched: Matched
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._change, self._matched = change, matched
        self._conn, self._other = ours._conn, theirs._conn
        self.sessions = self.decisions = 0
        """How many came."""
        self.conflicts: list[str] = []

    def run(self) -> None:
        """Bring every session in, the oldest first."""
        for session in reversed(self._theirs.sessions.all()):
            here = self._session(session)
            if here is not None:
                self._bring_decisions(session, here)

    def _session(self, session: Session) -> int | None:
        """Its id here; None when it was forgotten here on purpose."""
        row = self._conn.execute(
            "SELECT id, removed FROM session WHERE uuid = ?", (session.uuid,)
        ).fetchone()
        here, is_removed = row or (self._insert(session), True)
        if is_removed and self._is_forgotten(here):
            self._differ(session, "forgotten here")
            return None
        if is_removed:
            self._change.update("session", here, {"removed": 0})
            self.sessions += 1
        return int(here)

    def _is_forgotten(self, session_id: int) -> bool:
        row = self._conn.execute(
            """SELECT json_extract(after, '$.removed') FROM history
            JOIN step ON step.id = step_id
            WHERE table_name = 'session' AND row_id = ? AND undone = 0
            ORDER BY history.id DESC LIMIT 1""",
            (str(session_id),),
        ).fetchone()
        return bool(row and row[0])

    def _insert(self, session: Session) -> int:
        """Put a session in, out of sight, with its items."""
        cursor = self._conn.execute(
            "INSERT INTO session (uuid, query, sample, coder_id, blind, started_at,"
            " place, total, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (
                session.uuid,
                json.dumps(session.query.fields(), ensure_ascii=False),
                session.sample,
                self._ours.coders.named(session.coder),
                session.blind,
                session.started_at.isoformat(),
                session.place,
                session.total,
            ),
        )
        assert cursor.lastrowid
        items = self._other.execute(
            "SELECT place, target FROM session_item WHERE session_id = ?", (session.id,)
        )
        self._conn.executemany(
            "INSERT INTO session_item (session_id, place, target) VALUES (?, ?, ?)",
            (
                (cursor.lastrowid, place, self._target(session, target))
                for place, target in items
            ),
        )
        return cursor.lastrowid

    def _target(self, session: Session, target: str) -> str:
        """What an item is about, as it is known here."""
        unit = session.query.unit
        if unit is Unit.PASSAGES:
            return self._matched.annotations.get(target, target)
        if unit is Unit.ARTICLES:
            return str(self._matched.articles.get(int(target), _GONE[unit]))
        said = json.loads(target)
        version = self._matched.versions.get(said.get("version"))
        tag = self._tag(said.get("tag"))
        if version is None or tag is None:
            return _GONE[unit]
        said |= {"version": version, "tag": tag}
        return json.dumps(said, ensure_ascii=False)

    def _tag(self, theirs: int | None) -> int | None:
        path = self._matched.tags.get(theirs or 0)
        tag = self._ours.tags.named(path) if path else None
        return tag.id if tag else None

    def _bring_decisions(self, session: Session, here: int) -> None:
        columns = ", ".join(_DECISION)
        known = {
            place: (answer, flagged)
            for place, answer, flagged in self._conn.execute(
                "SELECT place, answer, flagged FROM decision WHERE session_id = ?",
                (here,),
            )
        }
        for values in self._other.execute(
            f"SELECT {columns} FROM decision WHERE session_id = ? ORDER BY place",
            (session.id,),
        ).fetchall():
            row = dict(zip(_DECISION, values, strict=True))
            there, standing = (row["answer"], row["flagged"]), known.get(row["place"])
            about = f"item {row['place'] + 1} {quoted(row['words'])}"
            if standing is None:
                self._bring_decision(session, here, row)
            elif standing[0] != there[0]:
                self._differ(session, f"{about}: {there[0]} there, {standing[0]} here")
            elif standing != there:
                self._differ(session, f"{about}: flagged here or there alone")

    def _bring_decision(
        self, session: Session, here: int, row: Mapping[str, Any]
    ) -> None:
        was = self._was(session, row["was"])
        made = ",".join(filter(None, map(self._made, row["made"].split(","))))
        changed = {"session_id": here, "was": was, "made": made}
        self._change.insert("decision", {**row, **changed})
        self.decisions += 1

    def _was(self, session: Session, theirs: str) -> str:
        """The row of the annotation that a rejection took out there."""
        if not theirs:
            return ""
        row = json.loads(theirs)
        version = self._matched.versions.get(row["version_id"])
        if version is None:
            return ""
        if self._ours.annotations.one(row["id"]) is not None:
            # A merge takes nothing away.
            said = f"{quoted(row['quote'])}: rejected and removed there"
            self._differ(session, f"{said}, it stands here")
            return ""
        row |= {
            "article_id": self._ours.articles.version(version).article_id,
            "version_id": version,
            "tag_id": self._tag(row["tag_id"]),
            "coder_id": self._ours.coders.named(self._matched.coders[row["coder_id"]]),
        }
        if row["tag_id"] is None and not row["memo"]:
            return ""
        return json.dumps(row, ensure_ascii=False)

    def _made(self, theirs: str) -> str:
        """The id here of an annotation, or of a rejection, that an answer made."""
        if not theirs.isdecimal():
            return self._matched.annotations.get(theirs, theirs)
        row = self._other.execute(
            'SELECT tag_id, version_id, start, "end", quote, coder_id, created_at'
            " FROM rejection WHERE id = ?",
            (theirs,),
        ).fetchone()
        version = self._matched.versions.get(row[1]) if row else None
        tag = self._tag(row[0]) if row else None
        if version is None or tag is None:
            return ""
        rejection = {
            "tag_id": tag,
            "version_id": version,
            **dict(zip(("start", "end", "quote"), row[2:5], strict=True)),
            "coder_id": self._ours.coders.named(self._matched.coders[row[5]]),
            "created_at": row[6],
        }
        return str(self._change.insert("rejection", rejection))

    def _differ(self, session: Session, words: str) -> None:
        self.conflicts.append(f"review of {session.name} by {session.coder}, {words}")
