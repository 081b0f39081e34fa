"""What the index of words holds of articles, and what it was made from."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from reader.store.hidden import numbers
from reader.store.in_parts import marks
from reader.store.lessons import Learned, Row, row_of

_HELD: Final = "SELECT article_id FROM indexed WHERE article_id IN ({})"
_KNOWN: Final = """
    SELECT indexed.article_id, version_id, title, hidden_lines, text FROM indexed
    JOIN version ON version.id = indexed.version_id WHERE indexed.article_id IN ({})
"""
_PUT: Final = (
    "INSERT INTO article_fts (rowid, title, shown, hidden) VALUES (?, ?, ?, ?)"
)
_MAKE_ROOM: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS coming (id INTEGER PRIMARY KEY, title, text)"
)
_PUT_BY: Final = "INSERT INTO coming VALUES (?, ?, ?)"
_PUT_ALL: Final = """
    INSERT INTO article_fts (rowid, title, shown, hidden)
    SELECT id, title, text, '' FROM coming
"""
_CLEAR: Final = "DELETE FROM coming"
_NOTE: Final = (
    "INSERT INTO indexed (article_id, version_id, title, hidden_lines)"
    " VALUES (?, ?, ?, ?)"
)
_MERGE: Final = "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ?)"
_PAGES: Final = 200
"""Merged at once, of some 4 KB each."""
_FEW: Final = 4
"""Parts of one size that are left as they are, as FTS5 does."""


class NewText(NamedTuple):
    """The text of an article that has just come in; nobody has judged its lines."""

    article_id: int
    version_id: int
    title: str
    tokens: tuple[str, str]
    """Of the title, and of the text."""


class IndexRows:
    """The rows of article_fts, and those of `indexed`, which tell how to undo them."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._parts = 0
        """Transactions that wrote into the index since it was merged."""

    @property
    def is_in_parts(self) -> bool:
        """Whether so much was written by this connection that merging is worth it."""
        return self._parts >= _FEW

    def merge_some(self) -> bool:
        """Merge some parts of about one size; whether there may be more to merge."""
        before = self._conn.total_changes
        self._conn.execute(_MERGE, (_PAGES,))
        # FTS5 makes one change where it has nothing to do.
        is_done = self._conn.total_changes - before < 2
        if is_done:
            self._parts = 0
        return not is_done

    def held(self, article_ids: Iterable[int]) -> list[int]:
        """Those of the articles that have a row, whatever is in it."""
        asked = tuple(article_ids)
        return [row[0] for row in self._conn.execute(_HELD.format(marks(asked)), asked)]

    def forget_others(self, learned: Sequence[Learned]) -> list[Learned]:
        """Take out what it holds of them, unless that is right; give what is to go in.

        What it holds is made again from what the articles were then: FTS5 wants it
        said to take it out.
        """
        by_id = {each.lesson.article_id: each for each in learned}
        stale: list[Row] = []
        for article_id, version_id, title, hidden, text in self._conn.execute(
            _KNOWN.format(marks(by_id)), tuple(by_id)
        ).fetchall():
            known = by_id[article_id]
            if not known.lesson.is_gone and rests_on(known, version_id, title, hidden):
                del by_id[article_id]
            else:
                stale.append(row_of(article_id, title, text, numbers(hidden)))
        self._conn.executemany(
            "INSERT INTO article_fts (article_fts, rowid, title, shown, hidden)"
            " VALUES ('delete', ?, ?, ?, ?)",
            stale,
        )
        self._conn.executemany(
            "DELETE FROM indexed WHERE article_id = ?", ((row[0],) for row in stale)
        )
        return [each for each in by_id.values() if not each.lesson.is_gone]

    def put(self, learned: Sequence[Learned]) -> None:
        """Put in what has no row."""
        self._parts += bool(learned)
        self._conn.executemany(_PUT, (each.row for each in learned))
        self._conn.executemany(
            _NOTE,
            (
                (
                    *(each.lesson.article_id, each.lesson.version_id),
                    *(each.lesson.title, ",".join(map(str, sorted(each.hidden)))),
                )
                for each in learned
            ),
        )

    def put_new(
        self, texts: Sequence[NewText], meanwhile: Callable[[], object]
    ) -> None:
        """Put in what has just come in, all of its lines as shown.

        Most of an import's time is FTS5's. Between two rows of `executemany` Python
        would want its lock back from whoever works meanwhile, so all of them go in by
        one statement.
        """
        self._parts += bool(texts)
        self._conn.executemany(
            _NOTE,
            ((each.article_id, each.version_id, each.title, "") for each in texts),
        )
        self._conn.execute(_MAKE_ROOM)
        self._conn.executemany(
            _PUT_BY, ((each.article_id, *each.tokens) for each in texts)
        )
        meanwhile()
        self._conn.execute(_PUT_ALL)
        self._conn.execute(_CLEAR)


def rests_on(learned: Learned, version_id: int, title: str, hidden: str) -> bool:
    """Whether this is what it was learned from."""
    lesson = learned.lesson
    then = lesson.version_id, lesson.title, learned.hidden
    return then == (version_id, title, numbers(hidden))
