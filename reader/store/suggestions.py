"""What an article's passages might be tagged with, and what was not wanted."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.cleaning import Judged
from reader.model import Span, Version
from reader.store.coders import Coders
from reader.store.errors import StoreError
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.keywords import Keywords
from reader.store.newest import check_newest
from reader.store.tags import Tags
from reader.text.excerpt import quoted
from reader.text.sought import SoughtError
from reader.text.suggestions import (
    Earlier,
    Keyword,
    Placed,
    Suggestion,
    by_earlier,
    by_keywords,
    known,
    offered,
)

_LOOKED_BACK = 5000
"""So many annotations of this coder, the last ones, are looked for elsewhere."""
_LONGEST = 400
"""Code points of a passage that is; longer ones are not met again."""
_TOGETHER = 20
"""So many texts go through the patterns at once, which have a few seconds for them."""
_REJECTION = (
    "tag_id", "version_id", "start", "end", "quote", "coder_id", "created_at",
)  # fmt: skip
"""The columns that would make a rejection again, besides its id."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is suggested in an article."""

    suggestions: tuple[Suggestion, ...]
    trouble: str = ""
    """Why there may be more: a pattern that takes too long."""


class Suggestions:
    """Made anew whenever an article is looked at; only rejections are kept."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        tags: Tags,
        keywords: Keywords,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags
        self._keywords = keywords

    def of(self, version: Version, lines: Judged) -> Offered:
        """What might be tagged in a version, by this coder's own work and keywords.

        Args:
            version: The text.
            lines: Its verdicts; nothing is suggested in hidden lines.
        """
        hidden = [line.span for line in lines.hidden]
        keywords, earlier = self._keywords_in_use(), known(self._earlier())
        (found,), trouble = _by_keywords([version.text], keywords)
        found += by_earlier(version.text, earlier)
        return Offered(
            self._left(version.article_id, version.id, found, hidden), trouble
        )

    def each(
        self,
        articles: Sequence[str],
        hiding: Callable[[int], tuple[str, Sequence[Span]]],
    ) -> Iterator[tuple[int, Sequence[Suggestion]]]:
        """What might be tagged in many articles; gives their versions.

        Args:
            articles: Their ids.
            hiding: Gives the text of a version, and its hidden lines.

        Raises:
            StoreError: When a pattern takes too long.
        """
        keywords, earlier = self._keywords_in_use(), known(self._earlier())
        for first in range(0, len(articles), _TOGETHER):
            some = [self._current(one) for one in articles[first : first + _TOGETHER]]
            read = [hiding(version_id) for _, version_id in some]
            try:
                by_words = by_keywords([text for text, _ in read], keywords)
            except SoughtError as error:
                raise StoreError(f"keywords under ctrl+k: {error}") from error
            for place, (text, hidden), found in zip(some, read, by_words, strict=True):
                found += by_earlier(text, earlier)
                yield place[1], self._left(*place, found, hidden)

    def _current(self, article: str) -> tuple[int, int]:
        """An article and its version that is read now."""
        row = self._conn.execute(
            "SELECT id, version_id FROM article WHERE id = ?", (article,)
        ).fetchone()
        return row[0], row[1]

    def _left(
        self,
        article_id: int,
        version_id: int,
        found: Sequence[Suggestion],
        hidden: Sequence[Span],
    ) -> tuple[Suggestion, ...]:
        annotated = self._annotated(article_id, version_id)
        return offered(found, hidden, annotated, self._rejected(version_id))

    def may_be(self) -> bool:
        """Whether there is anything that suggests, without a look at the articles."""
        return bool(self._keywords_in_use() or self._earlier())

    def _keywords_in_use(self) -> list[Keyword]:
        return [each for each in self._keywords.all() if not each.tag.is_retired]

    def reject(self, version: Version, suggestion: Suggestion) -> None:
        """Suggest this tag here no more, as a step."""
        quote = suggestion.span.of(version.text)
        with self._history.step(
            self._coders.current,
            f"reject {suggestion.tag.path} on {quoted(quote)}",
            article_id=version.article_id,
            offset=suggestion.span.start,
        ) as change:
            self.refuse(change, version, suggestion.tag.id, suggestion.span)

    def refuse(self, change: Change, version: Version, tag_id: int, span: Span) -> int:
        """Write a rejection down, within a step; gives its id."""
        check_newest(self._conn, version)
        row = {
            "tag_id": tag_id,
            "version_id": version.id,
            "start": span.start,
            "end": span.end,
            "quote": span.of(version.text),
            "coder_id": self._coders.current,
            "created_at": now().isoformat(),
        }
        return int(change.insert("rejection", row))

    @staticmethod
    def allow(change: Change, rejection_id: int) -> None:
        """Take a rejection back, within a step."""
        change.delete("rejection", rejection_id, _REJECTION)

    def _earlier(self) -> list[Earlier]:
        """What this coder tagged last, the words of each tag once."""
        rows = self._conn.execute(
            "SELECT tag_id, quote FROM annotation"
            " WHERE coder_id = ? ORDER BY rowid DESC LIMIT ?",
            (self._coders.current, _LOOKED_BACK),
        )
        tags = {tag.id: tag for tag in self._tags.all() if not tag.is_retired}
        counts = Counter(
            (tag_id, quote)
            for tag_id, quote in rows
            if tag_id in tags and len(quote) <= _LONGEST
        )
        return [
            Earlier(tags[tag_id], quote, times)
            for (tag_id, quote), times in counts.items()
        ]

    def _annotated(self, article_id: int, version_id: int) -> list[Placed]:
        rows = self._conn.execute(
            'SELECT tag_id, start, "end" FROM annotation WHERE article_id = ?'
            " AND version_id = ? AND coder_id = ? AND tag_id IS NOT NULL",
            (article_id, version_id, self._coders.current),
        )
        return [(tag_id, Span(start, end)) for tag_id, start, end in rows]

    def _rejected(self, version_id: int) -> list[Placed]:
        rows = self._conn.execute(
            'SELECT tag_id, start, "end" FROM rejection'
            " WHERE version_id = ? AND coder_id = ?",
            (version_id, self._coders.current),
        )
        return [(tag_id, Span(start, end)) for tag_id, start, end in rows]


def _by_keywords(
    texts: Sequence[str], keywords: Sequence[Keyword]
) -> tuple[list[list[Suggestion]], str]:
    """What the keywords suggest; without the patterns, when those take too long."""
    try:
        return by_keywords(texts, keywords), ""
    except SoughtError as error:
        plain = [each for each in keywords if not each.sought.is_regex]
        return by_keywords(texts, plain), str(error)
