"""Newer texts of an article, and its passages carried from one to the next."""

import sqlite3
from typing import TYPE_CHECKING

from reader.model import Anchor, Document
from reader.store.annotations import Annotations
from reader.store.history import Change
from reader.store.identity import now
from reader.store.reanchoring import Reanchoring, carrier
from reader.store.texts import counts, digest, insert_text
from reader.text.lines import lines
from reader.text.passages import Passages

if TYPE_CHECKING:
    from reader.cleaning import Cleaned


class Versions:
    """Newer texts for articles that are there."""

    def __init__(self, conn: sqlite3.Connection, annotations: Annotations) -> None:
        self._conn = conn
        self._annotations = annotations
        self._moves = Reanchoring(conn)

    def renew(
        self, change: Change, article_id: int, document: Document, cleaned: "Cleaned"
    ) -> None:
        """Make a document the text of an article that had another.

        The other text stays. Overrides of lines that are still there go along, and
        each annotation that is found again; what is not sure is marked for review,
        what is lost stays on its own text as an orphan.
        """
        old_id = self._now(article_id)
        new_id = self._same_text(article_id, document) or insert_text(
            self._conn, article_id, document, cleaned
        )
        row = {"version_id": new_id, **counts(document.text, cleaned)}
        change.update("article", article_id, row)
        self._carry_overrides(change, old_id, new_id)
        carried = self._annotations.of(article_id)
        passages = Passages(document.text) if carried else None
        for annotation in carried:
            assert passages
            self._moves.carry(change, annotation, new_id, passages)

    def _now(self, article_id: int) -> int:
        row = self._conn.execute(
            "SELECT version_id FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return int(row[0])

    def _same_text(self, article_id: int, document: Document) -> int | None:
        """The version of an article that a document is; the file may be put back."""
        row = self._conn.execute(
            "SELECT id FROM version WHERE article_id = ? AND sha256 = ?",
            (article_id, digest(document.text)),
        ).fetchone()
        return row[0] if row else None

    def _carry_overrides(self, change: Change, old_id: int, new_id: int) -> None:
        old, new = self._moves.text(old_id), self._moves.text(new_id)
        spans, places = lines(old), {s: n for n, s in enumerate(lines(new))}
        found_in = carrier(old, new)
        rows = self._conn.execute(
            "SELECT line, hidden, coder_id FROM line_override AS o"
            " WHERE version_id = ? ORDER BY line",
            (old_id,),
        ).fetchall()
        for number, hidden, coder_id in rows:
            found = found_in.carry(spans[number])
            line = places.get(found.span) if found.span else None
            is_decided = self._conn.execute(
                "SELECT 1 FROM line_override WHERE version_id = ? AND line = ?",
                (new_id, line),
            ).fetchone()
            if line is None or found.anchor is not Anchor.ANCHORED or is_decided:
                continue
            row = {
                "version_id": new_id,
                "line": line,
                "hidden": hidden,
                "coder_id": coder_id,
                "updated_at": now().isoformat(),
            }
            change.insert("line_override", row)
