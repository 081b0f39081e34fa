"""The articles of a library and their versions."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any

from reader.model import Article, Status, Version
from reader.store.coders import Coders
from reader.store.connection import impatient
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.in_parts import in_parts, marks
from reader.store.listing import Listing
from reader.store.texts import unpacked

_VERSION = (
    "id", "article_id", "text", "sha256", "encoding", "newline", "added_at",
)  # fmt: skip
_ARTICLE = (
    "id", "version_id", "title", "source", "site", "author", "published", "status",
    "language", "words", "lines", "hidden_lines", "annotations", "added_at",
)  # fmt: skip
_COLUMNS = ", ".join(_ARTICLE).replace(
    "hidden_lines", "CASE WHEN is_cleaned THEN hidden_lines END"
)

_SELECT = f"SELECT {_COLUMNS} FROM article"
_TAGS = """
    SELECT article_id, path FROM annotation JOIN tag ON tag.id = tag_id
    WHERE article_id IN ({}) GROUP BY article_id, tag_id ORDER BY count(*) DESC, path
"""
_COPIES = """
    SELECT article_id, articles FROM compared JOIN family ON family.id = family
    WHERE article_id IN ({}) AND articles > 1
"""
_AT_ONCE = 500
"""Articles in one query."""
_DIGITS = 19
"""No id has so many: SQLite's largest number is 9,223,372,036,854,775,807."""


class Articles:
    """The article and version tables, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders

    def one(self, article_id: int) -> Article | None:
        """The article with this id, unless it was removed."""
        found = self.some([article_id])
        return found[0] if found else None

    def some(self, ids: Sequence[int]) -> list[Article]:
        """The articles with these ids, in this order; those that are gone left out."""
        found: dict[int, Article] = {}
        for part in in_parts(ids, _AT_ONCE):
            found.update(self._few(part))
        return [found[article_id] for article_id in ids if article_id in found]

    def _few(self, ids: tuple[int, ...]) -> dict[int, Article]:
        rows = self._conn.execute(
            f"{_SELECT} WHERE removed = 0 AND id IN ({marks(ids)})", ids
        )
        found = {row[0]: _article(row) for row in rows}
        tags: dict[int, list[str]] = {}
        for article_id, path in self._conn.execute(_TAGS.format(marks(ids)), ids):
            tags.setdefault(article_id, []).append(path)
        for article_id in tags.keys() & found.keys():
            paths = tuple(tags[article_id])
            found[article_id] = replace(found[article_id], tags=paths)
        for article_id, copies in self._conn.execute(_COPIES.format(marks(ids)), ids):
            if article_id in found:
                found[article_id] = replace(found[article_id], copies=copies)
        return found

    def each(self, pieces: Iterable[Sequence[int]]) -> Iterator[Article]:
        """The articles with these ids, however many, read as they are taken."""
        for piece in pieces:
            for part in in_parts(piece, _AT_ONCE):
                yield from self.some(part)

    def ids(self) -> Sequence[int]:
        """The ids of all articles, in the order of import."""
        return array("q", chain.from_iterable(Listing(self._conn).ids()))

    def all(self) -> list[Article]:
        """Every article, in the order of import."""
        return list(self.each([self.ids()]))

    def find(self, words: str, most: int = -1) -> list[Article]:
        """The articles whose id it is, or whose title or source contains it.

        Args:
            words: An id, or any words.
            most: How many are wanted; all when it is negative.
        """
        is_id = words.isdecimal() and len(words) < _DIGITS
        if is_id and (article := self.one(int(words))):
            return [article]
        rows = self._conn.execute(
            "SELECT id FROM article WHERE removed = 0"
            " AND instr(title_key || char(31) || lower(source), ?) > 0 ORDER BY id"
            " LIMIT ?",
            (words.casefold(), most),
        )
        return self.some([row[0] for row in rows])

    def lately(self, most: int) -> list[Article]:
        """Those read last, the last first; then what was brought in last."""
        read = self._conn.execute(
            "SELECT id FROM place JOIN article ON id = article_id WHERE removed = 0"
            " ORDER BY at DESC LIMIT ?",
            (most,),
        )
        new = self._conn.execute(
            "SELECT id FROM article INDEXED BY article_by_added WHERE removed = 0"
            " ORDER BY id DESC LIMIT ?",
            (most,),
        )
        ids = dict.fromkeys(row[0] for row in chain(read, new))
        return self.some(list(ids)[:most])

    def numbered(self, begin: str, most: int) -> list[Article]:
        """Those whose ids begin with these digits, the lowest first."""
        rows = self._conn.execute(
            "SELECT id FROM article INDEXED BY article_by_added WHERE removed = 0"
            " AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2",
            (begin, most),
        )
        return self.some([row[0] for row in rows])

    def also_from(self, article_id: int) -> list[str]:
        """The other sources that were brought in as this article, the first first.

        Their text was the same, to the letter.
        """
        rows = self._conn.execute(
            "SELECT s.source FROM article_source AS s JOIN article ON article.id ="
            " article_id WHERE article_id = ? AND s.source <> article.source"
            " ORDER BY s.id",
            (article_id,),
        )
        return [row[0] for row in rows]

    def version(self, version_id: int) -> Version:
        """A version with its text."""
        row = self._conn.execute(
            f"SELECT {', '.join(_VERSION)} FROM version WHERE id = ?", (version_id,)
        ).fetchone()
        values = dict(zip(_VERSION, row, strict=True))
        values["added_at"] = datetime.fromisoformat(values["added_at"])
        return Version(**values)

    def original(self, version_id: int) -> bytes:
        """What a version was read from, byte by byte."""
        return unpacked(
            *self._conn.execute(
                "SELECT original, text FROM version WHERE id = ?", (version_id,)
            ).fetchone()
        )

    def set_status(self, article_id: int, status: Status) -> None:
        """Say how far the reading has come, as a step."""
        article = self.one(article_id)
        if article is None:
            return
        with self._history.step(
            self._coders.current,
            f"mark “{article.title}” {status}",
            article_id=article_id,
        ) as change:
            self.put_status(change, article_id, status)

    def set_statuses(self, article_ids: Sequence[int], status: Status) -> bool:
        """Say of many articles how far the reading has come, as one step.

        Returns:
            Whether that changed anything; else there is no step.
        """
        label = f"mark {_counted(article_ids)} {status}"
        with self._history.step(self._coders.current, label) as change:
            change.update_articles(article_ids, {"status": status.value})
            for article_id in article_ids:
                self._put_finished(change, article_id, status)
        return not change.is_empty

    def put_status(self, change: Change, article_id: int, status: Status) -> None:
        """Say it within a step.

        Who is done with an article is kept for each coder apart, because agreement
        is measured only over what both have finished.
        """
        change.update("article", article_id, {"status": status.value})
        self._put_finished(change, article_id, status)

    def _put_finished(self, change: Change, article_id: int, status: Status) -> None:
        coder = self._coders.current
        mark = self._conn.execute(
            "SELECT id FROM finished WHERE article_id = ? AND coder_id = ?",
            (article_id, coder),
        ).fetchone()
        row = {"article_id": article_id, "coder_id": coder, "at": now().isoformat()}
        if status is Status.DONE and mark is None:
            change.insert("finished", row)
        elif mark is not None and status is not Status.DONE:
            change.delete("finished", mark[0], tuple(row))

    def begin(self, article_id: int) -> None:
        """An unread article that is opened is being read; that is no step to undo.

        Nor is it worth waiting for: while another program writes, it is left.
        """
        with impatient(self._conn):
            self._conn.execute(
                "UPDATE article SET status = 'reading'"
                " WHERE id = ? AND status = 'unread'",
                (article_id,),
            )

    def remove(self, article_ids: Sequence[int]) -> None:
        """Take articles out of the library, as one step; undo brings them back."""
        label = f"remove {_counted(article_ids)}"
        with self._history.step(self._coders.current, label) as change:
            change.update_articles(article_ids, {"removed": 1})

    def place(self, article_id: int) -> int:
        """The code point where reading stopped; 0 at first."""
        row = self._conn.execute(
            'SELECT "offset" FROM place WHERE article_id = ?', (article_id,)
        ).fetchone()
        return row[0] if row else 0

    def set_place(self, article_id: int, offset: int) -> None:
        """Remember where reading stopped; no step, for it destroys nothing."""
        with impatient(self._conn):
            self._conn.execute(
                'INSERT INTO place (article_id, "offset", at) VALUES (?, ?, ?)'
                ' ON CONFLICT DO UPDATE SET "offset" = excluded."offset",'
                " at = excluded.at",
                (article_id, offset, now().isoformat()),
            )


def _counted(article_ids: Sequence[int]) -> str:
    count = len(article_ids)
    return "an article" if count == 1 else f"{count:,} articles"


def _article(row: tuple[Any, ...]) -> Article:
    values = dict(zip(_ARTICLE, row, strict=True))
    values["status"] = Status(values["status"])
    values["added_at"] = datetime.fromisoformat(values["added_at"])
    return Article(**values)
