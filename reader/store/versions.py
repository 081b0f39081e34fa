"""The texts of an article, and its passages carried from one to the next."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from reader.model import Anchor
from reader.store.annotations import Annotations
from reader.store.arriving import Arriving
from reader.store.history import Change
from reader.store.identity import now
from reader.store.reanchoring import Reanchoring, carrier
from reader.store.texts import PUT_VERSION, PUT_WHOLE_PAGE, lines_in, version_row
from reader.text.lines import lines
from reader.text.passages import Passages


@dataclass(frozen=True, slots=True)
class Numbered:
    """One of the versions of an article, without its text."""

    number: int
    """1 is the oldest."""
    id: int
    added_at: datetime
    is_current: bool
    """Whether it is what is read: the newest, unless that was undone or put back."""


class Versions:
    """The texts that articles have and had, and newer ones for them."""

    def __init__(self, conn: sqlite3.Connection, annotations: Annotations) -> None:
        self._conn = conn
        self._annotations = annotations
        self._moves = Reanchoring(conn)

    def of(self, article_id: int) -> list[Numbered]:
        """The versions of an article, the oldest first."""
        rows = self._conn.execute(
            "SELECT version.id, version.added_at, version.id = version_id"
            " FROM version JOIN article ON article.id = article_id"
            " WHERE article_id = ? ORDER BY version.id",
            (article_id,),
        )
        return [
            Numbered(number, key, datetime.fromisoformat(at), bool(is_current))
            for number, (key, at, is_current) in enumerate(rows, 1)
        ]

    def renew(self, change: Change, article_id: int, arriving: Arriving) -> None:
        """Make a document the text of an article that had another.

        The other text stays. A title that nobody has corrected is that of the newer
        text. Overrides of lines that are still there go along, and
        each annotation that is found again; what is not sure is marked for review,
        what is lost stays on its own text as an orphan.
        """
        old_id, is_titled = self._now(article_id)
        new_id = self._version(article_id, arriving)
        row: dict[str, object] = {
            "version_id": new_id,
            "lines": lines_in(arriving.document.text),
        }
        if not is_titled:
            title = arriving.document.title
            row |= {"title": title, "title_key": title.casefold()}
        change.update("article", article_id, row)
        self._carry_overrides(change, old_id, new_id)
        carried = self._annotations.of(article_id)
        passages = Passages(arriving.document.text) if carried else None
        for annotation in carried:
            assert passages
            self._moves.carry(change, annotation, new_id, passages)

    def _now(self, article_id: int) -> tuple[int, bool]:
        """The version that the article has, and whether its title was corrected."""
        row = self._conn.execute(
            "SELECT version_id, is_titled FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return row[0], bool(row[1])

    def _version(self, article_id: int, arriving: Arriving) -> int:
        """The version of an article that a document is; the file may be put back."""
        row = self._conn.execute(
            "SELECT id FROM version WHERE article_id = ? AND sha256 = ?",
            (article_id, arriving.sha256),
        ).fetchone()
        if row is not None:
            return int(row[0])
        values = version_row(None, article_id, arriving, now().isoformat())
        version_id = self._conn.execute(PUT_VERSION, values).lastrowid
        assert version_id
        if arriving.document.is_whole_page:
            self._conn.execute(PUT_WHOLE_PAGE, (version_id,))
        return version_id

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
