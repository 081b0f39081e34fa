"""The index of words, and what it has still to learn: words first, then cleaning."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from reader.store.backlog import Backlog
from reader.store.connection import impatient, writing_again
from reader.store.hidden import HIDDEN_LINES, KEPT_LINES
from reader.store.in_parts import marks
from reader.store.index_rows import IndexRows, NewText, rests_on
from reader.store.lessons import Learned, Lesson, learn
from reader.store.site_lines import SiteLines
from reader.store.verdicts import Verdicts
from reader.text.tokens import TOKENS

_CHARACTERS: Final = 2_000_000
_FEW: Final = 200
"""So many articles are cleaned in a moment; of more, the words are indexed first."""
_QUICKER: Final = 10
"""Articles whose words are indexed in the time that one takes to be cleaned."""

Many = Callable[[Callable[[Lesson], Learned], Sequence[Lesson]], Iterable[Learned]]
"""Learns many lessons: `map`, or that of several processes."""

_LESSONS: Final = f"""
    SELECT article.id, version.id, title, text, {HIDDEN_LINES}, {KEPT_LINES},
        site, strength, cleaner IS NULL, language = '', removed
    FROM unindexed CROSS JOIN article ON article.id = unindexed.article_id
    JOIN version ON version.id = article.version_id
    LEFT JOIN cleaning ON cleaning.version_id = version.id
    WHERE {{}} ORDER BY unindexed.article_id LIMIT ?
"""
"""Read along the list, which is mostly empty, and not along all articles."""
_NOT_IN_IT: Final = """unindexed.article_id > ? AND removed = 0 AND NOT EXISTS (
    SELECT 1 FROM indexed WHERE indexed.article_id = unindexed.article_id)"""
_AS_THEY_ARE: Final = f"""
    SELECT article.id, removed, version.id, title, {HIDDEN_LINES}
    FROM unindexed JOIN article ON article.id = unindexed.article_id
    JOIN version ON version.id = article.version_id WHERE unindexed.article_id IN ({{}})
"""


class Index(Backlog):
    """The article_fts table, and the list of articles that it has to learn anew.

    What comes in is in it at once, all of its lines as shown. It waits to be cleaned;
    then its hidden lines are known, and the index learns it anew.
    """

    _LIST = "unindexed"
    _DERIVED = (
        "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
        # Each transaction leaves a part of its own. Whoever writes merges only sixteen
        # of one size, which takes 6 % off an import; `tidy` does the rest.
        "INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 16)",
        "DELETE FROM indexed",
    )
    _MADE_BY = "search-tokens"
    _MADE = TOKENS
    _BATCH = 200

    def __init__(self, conn: sqlite3.Connection, verdicts: Verdicts) -> None:
        super().__init__(conn)
        self._verdicts = verdicts
        self._sites = SiteLines(conn)
        self._rows = IndexRows(conn)
        self._worded = 0
        """Of the articles that wait, those with ids up to it are in the index."""

    def _begin(self) -> None:
        if not self._is_ours:
            self._worded = 0
        super()._begin()

    def _take(self, most: int) -> int:
        if self.is_behind and (worded := self._take_words(most * _QUICKER)):
            return worded
        # The lines of a site are counted before its articles are judged by them.
        counted = self._sites.catch_up(most)
        if counted == most:
            return counted
        lessons = self.lessons(most=most)
        self.keep([learn(lesson) for lesson in lessons])
        return len(lessons) or counted

    @property
    def is_behind(self) -> bool:
        """Whether so many articles wait that nobody should wait for them."""
        found = self._conn.execute(f"SELECT 1 FROM unindexed LIMIT 1 OFFSET {_FEW}")
        return found.fetchone() is not None

    def not_found(self) -> int:
        """How many articles are not in the index at all, or a few more."""
        if not self._is_ours:
            return self.waiting()
        if not self._go_to_unknown():
            return 0
        found = self._conn.execute(
            "SELECT count(*) FROM unindexed WHERE article_id > ?", (self._worded,)
        )
        return int(found.fetchone()[0])

    def _go_to_unknown(self) -> bool:
        """Look where those begin that are not in the index; whether there are any."""
        first, last = self._conn.execute(
            f"""SELECT (SELECT unindexed.article_id FROM unindexed
                CROSS JOIN article ON article.id = unindexed.article_id
                WHERE {_NOT_IN_IT} ORDER BY unindexed.article_id LIMIT 1),
                (SELECT max(article_id) FROM unindexed)""",
            (self._worded,),
        ).fetchone()
        self._worded = first - 1 if first else last or 0
        return bool(first)

    def _take_words(self, most: int) -> int:
        """Index some that are not in it as they are, and give how many."""
        if not self._go_to_unknown():
            return 0
        lessons = self._lessons(_NOT_IN_IT, (self._worded, most), is_cleaning=False)
        by_id = {lesson.article_id: learn(lesson) for lesson in lessons}
        with writing_again(self._conn):
            wanted = set(self._waiting(by_id)) - set(self._rows.held(by_id))
            self._rows.put([by_id[article_id] for article_id in sorted(wanted)])
        return len(lessons)

    def put_new(
        self, texts: Sequence[NewText], meanwhile: Callable[[], object]
    ) -> None:
        """Index the words of articles that have just come in; their cleaning waits.

        In the transaction that brings them in, as its last statements: FTS5 writes to
        the disk what it has gathered before any statement with triggers.
        """
        self._begin()
        self._rows.put_new(texts, meanwhile)

    def tidy(self) -> bool:
        """Merge some of what was written into it, in some 20 ms; whether more is left.

        Of 100,000 articles in 31 parts, beginnings of words are found after 36 ms and
        not after 12, as in five; whole words a millisecond later.
        """
        if not self.can_learn or not self._rows.is_in_parts:
            return False
        with writing_again(self._conn):
            return self._rows.merge_some()

    def tidy_if_free(self) -> bool:
        """The same, but not while somebody else is writing."""
        with impatient(self._conn):
            return self.tidy()
        return False

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
            where = f"unindexed.article_id IN ({marks(those)})"
            lessons = self._lessons(where, (*those, self._BATCH))
            self.keep(list(map(learn, lessons)))
            last = lessons[-1].article_id if lessons else max(those)
            those = [each for each in those if each > last]

    def learn_if_free(self, article_ids: Sequence[int]) -> int:
        """The same, but not while somebody else is writing; how many of them waited."""
        with impatient(self._conn):
            those = self._waiting(article_ids) if self.can_learn else []
            if those:
                self.learn(those)
            return len(those)
        return 0

    def _lessons(
        self, where: str, values: Sequence[int], *, is_cleaning: bool = True
    ) -> list[Lesson]:
        task = self._verdicts.tasks()
        found: list[Lesson] = []
        size = 0
        for (
            *said, hidden, kept, site, strength, is_new, is_unknown, is_removed,
        ) in self._conn.execute(_LESSONS.format(where), values):  # fmt: skip
            article_id, version_id, title, text = said
            if found and size + len(text) > _CHARACTERS:
                break
            size += len(text)
            is_wanted = is_cleaning and is_new and not is_removed
            asked = task(text, site, strength) if is_wanted else None
            found.append(
                Lesson(
                    *(article_id, version_id, title, text),
                    *(hidden or "", kept or "", asked),
                    *(bool(is_wanted and is_unknown), bool(is_new and is_removed)),
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
                for article_id, removed, *now in self._conn.execute(
                    _AS_THEY_ARE.format(marks(by_id)), tuple(by_id)
                ).fetchall()
                if rests_on(by_id[article_id], *now)
                and (removed or not by_id[article_id].lesson.is_gone)
            ]
            self._rows.put(self._rows.forget_others(right))
            self._conn.executemany(
                "DELETE FROM unindexed WHERE article_id = ?",
                ((each.lesson.article_id,) for each in right),
            )

    def _waiting(self, ids: Iterable[int]) -> list[int]:
        asked = tuple(ids)
        rows = self._conn.execute(
            f"SELECT article_id FROM unindexed WHERE article_id IN ({marks(asked)})",
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
