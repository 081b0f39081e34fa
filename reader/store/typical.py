"""The words that are typical of a tag: its passages against the rest of the text."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from reader.model import Span
from reader.store.index import Index
from reader.store.shown import ShownText, shown_texts
from reader.store.tags import Tags
from reader.text.keyness import TypicalWord, typical_words
from reader.text.tokens import tokens

_ARTICLES: Final = 500
"""Articles that are compared: those with the tag first, then the newest."""


@dataclass(frozen=True, slots=True)
class TypicalWords:
    """The words, and what they were counted in."""

    path: str
    words: list[TypicalWord]
    passages: int
    inside: int
    """Words in the passages."""
    outside: int
    """Words in the rest of the text."""
    articles: int


class Typical:
    """Counts words inside and outside of passages; hidden lines count nowhere."""

    def __init__(self, conn: sqlite3.Connection, tags: Tags, index: Index) -> None:
        self._conn = conn
        self._tags = tags
        self._index = index

    def of(self, path: str) -> TypicalWords:
        """The words typical of a tag with all that is under it.

        Where several coders or tags took the same words, these count once.

        Raises:
            AskedWronglyError: When there is no such tag.
        """
        branch = self._tags.below(path)
        if not branch:
            raise self._tags.none_called(path)
        spans = self._spans([tag.id for tag in branch])
        inside: Counter[str] = Counter()
        outside: Counter[str] = Counter()
        articles = passages = 0
        self._index.learn(list(spans))
        for text in shown_texts(self._conn, self._articles(list(spans))):
            articles += 1
            passages += len(spans.get(text.article_id, ()))
            place = 0
            for span in _merged(spans.get(text.article_id, []), text.version_id):
                outside.update(_words(text, Span(place, span.start)))
                inside.update(_words(text, span))
                place = span.end
            outside.update(_words(text, Span(place, len(text.passages.text))))
        return TypicalWords(
            path,
            typical_words(inside, outside),
            passages,
            inside.total(),
            outside.total(),
            articles,
        )

    def _spans(self, tag_ids: list[int]) -> dict[int, list[tuple[int, Span]]]:
        """For each article the versions and spans that have one of the tags."""
        found: dict[int, list[tuple[int, Span]]] = {}
        for tag_id in tag_ids:
            rows = self._conn.execute(
                'SELECT DISTINCT article_id, version_id, start, "end" FROM annotation'
                " WHERE tag_id = ?",
                (tag_id,),
            )
            for article_id, version_id, start, end in rows:
                place = version_id, Span(start, end)
                found.setdefault(article_id, []).append(place)
        return found

    def _articles(self, tagged: list[int]) -> list[int]:
        rows = self._conn.execute(
            "SELECT id FROM article WHERE removed = 0 ORDER BY id DESC LIMIT ?",
            (_ARTICLES,),
        )
        some = dict.fromkeys((*tagged, *(row[0] for row in rows)))
        return list(some)[:_ARTICLES]


def _merged(places: list[tuple[int, Span]], version_id: int) -> list[Span]:
    """The spans of a version in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(span for version, span in places if version == version_id):
        if merged and span.start <= merged[-1].end:
            last = merged.pop()
            merged.append(Span(last.start, max(last.end, span.end)))
        else:
            merged.append(span)
    return merged


def _words(text: ShownText, span: Span) -> list[str]:
    """The words of a span as it is shown; numbers and lone letters tell nothing."""
    return [
        token
        for token in tokens(text.passages.shown(span))
        if not token.isdecimal() and (len(token) > 1 or not token.isascii())
    ]
