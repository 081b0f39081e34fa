"""Paragraphs of the library that are like a passage and not tagged yet."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.model import Span, Version
from reader.store.coders import Coders
from reader.store.index import Index
from reader.store.shown import ShownText, shown_texts
from reader.text.likeness import ranked
from reader.text.tokens import tokens

_WORDS: Final = 24
"""Words of the passage that articles are looked up by, those in fewest articles."""
_ARTICLES: Final = 150
"""Articles whose paragraphs are compared, those that share most with the passage."""
_BATCHES: Final = 5
"""Batches of articles that the index learns before it is asked."""
_SHORTEST: Final = 6
"""Tokens; a shorter paragraph is a headline or a name."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A paragraph that is like the passage."""

    article_id: int
    version_id: int
    title: str
    span: Span
    words: str
    """The paragraph as it is shown."""
    score: float
    shared: tuple[str, ...]
    """The words that make it so, the weightiest first."""


class Likenesses:
    """Asks the index for articles, and compares their paragraphs."""

    def __init__(self, conn: sqlite3.Connection, coders: Coders, index: Index) -> None:
        self._conn = conn
        self._coders = coders
        self._index = index

    def of(self, version: Version, span: Span, limit: int = 50) -> list[Alike]:
        """The paragraphs most like a passage that this coder has tagged nowhere.

        Args:
            version: The text with the passage.
            span: The passage; its own paragraph is left out.
            limit: How many at most.
        """
        for _ in range(_BATCHES):
            if not self._index.update():
                break
        asked = dict.fromkeys(tokens(span.of(version.text)))
        places: list[tuple[ShownText, Span]] = []
        for text in shown_texts(self._conn, self._articles(list(asked), version)):
            places += ((text, paragraph) for paragraph in text.paragraphs)
        told = [tokens(text.passages.shown(place)) for text, place in places]
        kept = [n for n, words in enumerate(told) if len(words) >= _SHORTEST]
        taken: dict[int, list[Span]] = {}
        alike: list[Alike] = []
        for each in ranked(asked, [told[n] for n in kept]):
            text, place = places[kept[each.place]]
            if text.version_id not in taken:
                taken[text.version_id] = self._annotated(text)
            own = text.version_id == version.id and place.overlaps(span)
            if own or any(place.overlaps(other) for other in taken[text.version_id]):
                continue
            alike.append(_alike(text, place, each.score, each.shared))
            if len(alike) == limit:
                break
        return alike

    def _articles(self, asked: Sequence[str], version: Version) -> list[int]:
        """The articles to compare: this one, and those that share its rarer words."""
        many = {word: self._in_how_many(word) for word in asked}
        rare = sorted((word for word in asked if many[word]), key=many.__getitem__)
        found = [version.article_id]
        if rare:
            words = " OR ".join(f'"{word}"' for word in rare[:_WORDS])
            rows = self._conn.execute(
                "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
                " ORDER BY rank LIMIT ?",
                (f"shown : ({words})", _ARTICLES),
            )
            found += [row[0] for row in rows]
        return list(dict.fromkeys(found))

    def _in_how_many(self, word: str) -> int:
        row = self._conn.execute(
            "SELECT count(*) FROM article_fts WHERE article_fts MATCH ?",
            (f'shown : "{word}"',),
        )
        return int(row.fetchone()[0])

    def _annotated(self, text: ShownText) -> list[Span]:
        rows = self._conn.execute(
            'SELECT start, "end" FROM annotation WHERE article_id = ?'
            " AND version_id = ? AND coder_id = ? AND tag_id IS NOT NULL",
            (text.article_id, text.version_id, self._coders.current),
        )
        return [Span(*row) for row in rows]


def _alike(
    text: ShownText, place: Span, score: float, shared: tuple[str, ...]
) -> Alike:
    words = text.passages.shown(place)
    return Alike(
        text.article_id, text.version_id, text.title, place, words, score, shared
    )
