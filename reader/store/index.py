"""The index of words, and what it has still to learn: cleaned first, then indexed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from reader.store.backlog import Backlog
from reader.store.connection import writing_again
from reader.store.hidden import HIDDEN_LINES, KEPT_LINES, numbers
from reader.store.lessons import Learned, Lesson, Row, learn, row_of
from reader.store.site_lines import SiteLines
from reader.store.verdicts import Verdicts
from reader.text.tokens import TOKENS

_CHARACTERS: Final = 2_000_000

Many = Callable[[Callable[[Lesson], Learned], Sequence[Lesson]], Iterable[Learned]]
"""Learns many lessons: `map`, or that of several processes."""

_LESSONS: Final = f"""
    SELECT article.id, version.id, title, text, {HIDDEN_LINES}, {KEPT_LINES},
        site, strength, cleaner IS NULL, language = ''
    FROM unindexed CROSS JOIN article ON article.id = unindexed.article_id
    JOIN version ON version.id = article.version_id
    LEFT JOIN cleaning ON cleaning.version_id = version.id
    WHERE {{}} ORDER BY unindexed.article_id LIMIT ?
"""
"""Read along the list, which is mostly empty, and not along all articles."""
_AS_THEY_ARE: Final = f"""
    SELECT article.id, version.id, title, {HIDDEN_LINES}
    FROM unindexed JOIN article ON article.id = unindexed.article_id
    JOIN version ON version.id = article.version_id WHERE unindexed.article_id IN ({{}})
"""
_KNOWN: Final = """
    SELECT indexed.article_id, title, text, hidden_lines FROM indexed
    JOIN version ON version.id = indexed.version_id WHERE indexed.article_id IN ({})
"""


class Index(Backlog):
    """The article_fts table, and the list of articles that it has to learn anew.

    An article that has just come in was not even cleaned: that is done on the way.
    """

    _LIST = "unindexed"
    _DERIVED = (
        "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
        "DELETE FROM indexed",
    )
    _MADE_BY = "search-tokens"
    _MADE = TOKENS
    _BATCH = 200

    def __init__(self, conn: sqlite3.Connection, verdicts: Verdicts) -> None:
        super().__init__(conn)
        self._verdicts = verdicts
        self._sites = SiteLines(conn)

    def _take(self, most: int) -> int:
        # The lines of a site are counted before its articles are judged by them.
        counted = self._sites.catch_up(most)
        if counted == most:
            return counted
        lessons = self.lessons(most=most)
        self.keep([learn(lesson) for lesson in lessons])
        return len(lessons) or counted

    def each(self, many: Many) -> Iterator[int]:
        """Learn all of them, the next ones while the ones before are written down.

        Args:
            many: What learns them.

        Yields:
            After each transaction how many it looked at.
        """
        self._begin()
        while counted := self._sites.catch_up(self._BATCH):
            yield counted
        last, coming = 0, []
        while lessons := self.lessons(last, self._BATCH):
            last = lessons[-1].article_id
            coming.append(many(learn, lessons))
            if len(coming) > 1:
                yield self._kept(coming.pop(0))
        for rest in coming:
            yield self._kept(rest)

    def _kept(self, coming: Iterable[Learned]) -> int:
        learned = list(coming)
        self.keep(learned)
        return len(learned)

    def lessons(self, after: int = 0, most: int = _BATCH) -> list[Lesson]:
        """What is to be learned next, of articles with greater ids than `after`."""
        return self._lessons("unindexed.article_id > ?", (after, most))

    def learn(self, article_ids: Sequence[int]) -> None:
        """Learn those of the articles that wait, before their turn."""
        those = article_ids
        while those:
            where = f"unindexed.article_id IN ({_marks(those)})"
            lessons = self._lessons(where, (*those, self._BATCH))
            self.keep(list(map(learn, lessons)))
            last = lessons[-1].article_id if lessons else max(those)
            those = [each for each in those if each > last]

    def _lessons(self, where: str, values: Sequence[int]) -> list[Lesson]:
        task = self._verdicts.tasks()
        found: list[Lesson] = []
        size = 0
        for (
            *said, hidden, kept, site, strength, is_new, is_unknown,
        ) in self._conn.execute(_LESSONS.format(where), values):  # fmt: skip
            article_id, version_id, title, text = said
            if found and size + len(text) > _CHARACTERS:
                break
            size += len(text)
            asked = task(text, site, strength) if is_new else None
            wanted = bool(is_new and is_unknown)
            found.append(
                Lesson(
                    *(article_id, version_id, title, text),
                    *(hidden or "", kept or "", asked, wanted),
                )
            )
        return found

    def keep(self, learned: Sequence[Learned]) -> None:
        """Write down what was learned, in one transaction.

        What was changed meanwhile goes on waiting; what another program learned
        first is left.
        """
        if not learned:
            return
        by_id = {each.lesson.article_id: each for each in learned}
        with writing_again(self._conn):
            for article_id in self._waiting(by_id):
                self._put_judgement(by_id[article_id])
            right = [
                by_id[article_id]
                for article_id, *now in self._conn.execute(
                    _AS_THEY_ARE.format(_marks(by_id)), tuple(by_id)
                ).fetchall()
                if _is_still(by_id[article_id], *now)
            ]
            self._forget(each.lesson.article_id for each in right)
            self._put(right)

    def _waiting(self, ids: Iterable[int]) -> list[int]:
        asked = tuple(ids)
        rows = self._conn.execute(
            f"SELECT article_id FROM unindexed WHERE article_id IN ({_marks(asked)})",
            asked,
        )
        return [row[0] for row in rows.fetchall()]

    def _put_judgement(self, learned: Learned) -> None:
        if learned.judgement:
            self._verdicts.put(learned.lesson.version_id, learned.judgement)
        if learned.language:
            self._conn.execute(
                "UPDATE article SET language = ? WHERE id = ? AND language = ''",
                (learned.language, learned.lesson.article_id),
            )

    def _forget(self, ids: Iterable[int]) -> None:
        """Take out what it holds, made again from what the articles were then."""
        asked = tuple(ids)
        known = self._conn.execute(_KNOWN.format(_marks(asked)), asked).fetchall()
        rows: list[Row] = [
            row_of(article_id, title, text, numbers(hidden))
            for article_id, title, text, hidden in known
        ]
        self._conn.executemany(
            "INSERT INTO article_fts (article_fts, rowid, title, shown, hidden)"
            " VALUES ('delete', ?, ?, ?, ?)",
            rows,
        )
        self._conn.executemany(
            "DELETE FROM indexed WHERE article_id = ?", ((row[0],) for row in rows)
        )

    def _put(self, learned: Sequence[Learned]) -> None:
        self._conn.executemany(
            "INSERT INTO article_fts (rowid, title, shown, hidden) VALUES (?, ?, ?, ?)",
            (each.row for each in learned),
        )
        self._conn.executemany(
            "INSERT INTO indexed (article_id, version_id, title, hidden_lines)"
            " VALUES (?, ?, ?, ?)",
            (
                (
                    *(each.lesson.article_id, each.lesson.version_id),
                    *(each.lesson.title, ",".join(map(str, sorted(each.hidden)))),
                )
                for each in learned
            ),
        )
        self._conn.executemany(
            "DELETE FROM unindexed WHERE article_id = ?",
            ((each.lesson.article_id,) for each in learned),
        )


def _is_still(learned: Learned, version_id: int, title: str, hidden: str) -> bool:
    lesson = learned.lesson
    then = lesson.version_id, lesson.title, learned.hidden
    return then == (version_id, title, numbers(hidden))


def _marks(values: Sequence[int] | dict[int, Learned]) -> str:
    return ", ".join("?" * len(values))
