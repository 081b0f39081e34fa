"""What an article shares with others, to ask: its family, and its sentences."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.model import Article, Span, Version
from reader.store.articles import Articles
from reader.store.comparing import Comparing
from reader.store.in_parts import marks
from reader.store.occurrences import CONTEXT, Occurrence
from reader.store.shown import ShownText, shown_state, shown_texts, shown_words
from reader.text.near_copies import likeness, runs
from reader.text.passages import Passages
from reader.text.sentence_keys import keyed_sentences

CAP: Final = 1_000
"""Articles with a sentence that are counted and listed; with more it is a phrase."""
MOST: Final = 500
"""Members of a family that are listed, the oldest."""

_OLDEST_FIRST: Final = "ORDER BY published = '', published, article.id"


@dataclass(frozen=True, slots=True)
class Copy:
    """A member of a family."""

    article: Article
    likeness: float
    """The Jaccard index of its runs of five words and those of the article asked of."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that stands word for word in other articles too."""

    span: Span
    key: int
    articles: int
    """How many others, up to `CAP`."""


class Copies:
    """Asks the tables of what articles share; removed ones are left out."""

    def __init__(self, conn: sqlite3.Connection, articles: Articles) -> None:
        self._conn = conn
        self._articles = articles
        self.index = Comparing(conn)
        self._keyed = lru_cache(maxsize=1)(
            lambda _, text, hidden: list(keyed_sentences(Passages(text, hidden)))
        )
        """The sentences of a text, by its version; of the one that is read."""

    def family(self, article_id: int) -> list[Copy]:
        """The article and its near copies, the oldest first; empty if it has none.

        Those without a date come last.
        """
        ids = self._ids(
            "SELECT article.id FROM compared AS mine"
            " JOIN compared AS other ON other.family = mine.family"
            " JOIN article ON article.id = other.article_id"
            f" WHERE mine.article_id = ? AND removed = 0 {_OLDEST_FIRST} LIMIT {MOST}",
            article_id,
        )
        if len(ids) < 2:
            return []
        mine = self._runs(article_id)
        return [
            Copy(each, likeness(mine, self._runs(each.id)))
            for each in self._articles.some(ids)
        ]

    def families(self) -> Iterator[list[Article]]:
        """All families, each with the oldest first, the largest family first."""
        rows = self._conn.execute(
            "SELECT family FROM compared JOIN article ON article.id = article_id"
            " WHERE family IS NOT NULL AND removed = 0"
            " GROUP BY family HAVING count(*) > 1 ORDER BY count(*) DESC, family"
        ).fetchall()
        for (family,) in rows:
            ids = self._ids(
                "SELECT article.id FROM compared JOIN article ON article.id ="
                f" article_id WHERE family = ? AND removed = 0 {_OLDEST_FIRST}",
                family,
            )
            yield self._articles.some(ids)

    def sides(self, article_ids: Sequence[int]) -> list[ShownText]:
        """What is shown of articles, to be set against one another."""
        return list(shown_texts(self._conn, article_ids))

    def shared(self, version: Version, hidden: Sequence[Span]) -> list[Shared]:
        """The sentences of a text that stand in other articles, in order.

        Args:
            version: The text that is read.
            hidden: The spans of its lines that are not shown.
        """
        found = []
        for key, span in self._keyed(version.id, version.text, tuple(hidden)):
            row = self._conn.execute(
                "SELECT count(*) FROM (SELECT 1 FROM sentence"
                " JOIN article ON article.id = article_id"
                f" WHERE key = ? AND article_id <> ? AND removed = 0 LIMIT {CAP})",
                (key, version.article_id),
            ).fetchone()
            if row[0]:
                found.append(Shared(span, key, row[0]))
        return found

    def places(self, keys: Sequence[int]) -> list[Occurrence]:
        """Where sentences stand, in the oldest article first."""
        wanted = frozenset(keys)
        ids = self._ids(
            "SELECT DISTINCT article.id FROM sentence"
            " JOIN article ON article.id = article_id"
            f" WHERE key IN ({marks(wanted)}) AND removed = 0"
            f" {_OLDEST_FIRST} LIMIT {CAP}",
            *wanted,
        )
        return [
            _place(text, span)
            for text in shown_texts(self._conn, ids)
            for key, span in keyed_sentences(text.passages)
            if key in wanted
        ]

    def _ids(self, query: str, *values: int) -> list[int]:
        return [row[0] for row in self._conn.execute(query, values)]

    def _runs(self, article_id: int) -> frozenset[str]:
        found = shown_state(self._conn, article_id)
        return frozenset(runs(shown_words(found[0], found[2])) if found else ())


def _place(text: ShownText, span: Span) -> Occurrence:
    whole = text.passages.text
    return Occurrence(
        text.article_id,
        text.version_id,
        text.title,
        span,
        whole[max(0, span.start - CONTEXT) : span.start],
        text.passages.shown(span),
        whole[span.end : span.end + CONTEXT],
        is_hidden=False,
    )
