"""The index of words: what it has to learn anew, a batch at a time."""

import sqlite3
from collections.abc import Iterable

from reader.store.connection import impatient, writing
from reader.store.hidden import HIDDEN_LINES, numbers
from reader.text.tokens import TOKENS, tokens

BATCH = 200
"""Articles that are indexed in one transaction; another writer waits no longer."""
_CHARACTERS = 2_000_000
_BUILT_FROM = "search-tokens"
"""The setting that says what tokens the index is made of."""

Row = tuple[int, str, str, str]
"""An article's id, and the tokens of its title, its shown and its hidden lines."""


class Index:
    """The article_fts table, and the list of articles that it has to learn anew."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def waiting(self) -> int:
        """How many articles are not in it as they are now."""
        self._forget_other_tokens()
        row = self._conn.execute("SELECT count(*) FROM unindexed").fetchone()
        return int(row[0])

    def update(self, most: int = BATCH) -> int:
        """Learn some of them, in one transaction; give how many it learned."""
        self._forget_other_tokens()
        if not self._some(1):
            return 0
        with writing(self._conn):
            known, ids, size = [], [], 0
            for article_id in self._some(most):
                ids.append(article_id)
                known += self._known(article_id)
                size += self._length(article_id)
                if size > _CHARACTERS:
                    break
            self._forget(known)
            self._learn(ids)
            self._conn.executemany(
                "DELETE FROM unindexed WHERE article_id = ?", ((i,) for i in ids)
            )
        return len(ids)

    def all(self) -> None:
        """Learn all of them."""
        while self.update():
            pass

    def update_if_free(self) -> int:
        """The same as `update`, but not while somebody else is writing."""
        with impatient(self._conn):
            return self.update()
        return 0

    def _some(self, most: int) -> list[int]:
        rows = self._conn.execute("SELECT article_id FROM unindexed LIMIT ?", (most,))
        return [row[0] for row in rows]

    def _length(self, article_id: int) -> int:
        row = self._conn.execute(
            "SELECT length(text) FROM article JOIN version"
            " ON version.id = article.version_id WHERE article.id = ?",
            (article_id,),
        ).fetchone()
        return int(row[0]) if row else 0

    def _known(self, article_id: int) -> list[Row]:
        """What the index holds of an article, made again from what it was then."""
        rows = self._conn.execute(
            "SELECT indexed.article_id, title, text, hidden_lines FROM indexed"
            " JOIN version ON version.id = indexed.version_id"
            " WHERE indexed.article_id = ?",
            (article_id,),
        )
        return [_row(*row) for row in rows]

    def _forget(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._conn.execute(
                "INSERT INTO article_fts (article_fts, rowid, title, shown, hidden)"
                " VALUES ('delete', ?, ?, ?, ?)",
                row,
            )
            self._conn.execute("DELETE FROM indexed WHERE article_id = ?", (row[0],))

    def _learn(self, ids: Iterable[int]) -> None:
        for article_id in ids:
            found = self._conn.execute(
                f"SELECT version.id, title, text, {HIDDEN_LINES} FROM article"
                " JOIN version ON version.id = article.version_id WHERE article.id = ?",
                (article_id,),
            ).fetchone()
            if found is None:
                continue
            version_id, title, text, hidden = found
            self._conn.execute(
                "INSERT INTO article_fts (rowid, title, shown, hidden)"
                " VALUES (?, ?, ?, ?)",
                _row(article_id, title, text, hidden),
            )
            self._conn.execute(
                "INSERT INTO indexed (article_id, version_id, title, hidden_lines)"
                " VALUES (?, ?, ?, ?)",
                (article_id, version_id, title, hidden or ""),
            )

    def _forget_other_tokens(self) -> None:
        """Begin anew when the index was made by a program that cut words otherwise."""
        found = self._conn.execute(
            "SELECT value FROM setting WHERE name = ?", (_BUILT_FROM,)
        ).fetchone()
        if found == (TOKENS,):
            return
        with writing(self._conn):
            for statement in (
                "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
                "DELETE FROM indexed",
                "DELETE FROM unindexed",
                "INSERT INTO unindexed (article_id) SELECT id FROM article",
            ):
                self._conn.execute(statement)
            self._conn.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (_BUILT_FROM, TOKENS),
            )


def _row(article_id: int, title: str, text: str, hidden_lines: str | None) -> Row:
    hidden = numbers(hidden_lines)
    parts: tuple[list[str], list[str]] = [], []
    for number, line in enumerate(text.split("\n")):
        parts[number in hidden].append(line)
    shown, unseen = ("\n".join(lines) for lines in parts)
    return article_id, _joined(title), _joined(shown), _joined(unseen)


def _joined(text: str) -> str:
    return " ".join(tokens(text))
