"""What an article's passages might be tagged with, and what was not wanted."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.cleaning import Line
from reader.model import Span, Version
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.identity import now
from reader.store.keywords import Keywords
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
    offered,
)

_LOOKED_BACK = 5000
"""So many annotations of this coder, the last ones, are looked for elsewhere."""
_LONGEST = 400
"""Code points of a passage that is; longer ones are not met again."""


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

    def of(self, version: Version, lines: Sequence[Line]) -> Offered:
        """What might be tagged in a version, by this coder's own work and keywords.

        Args:
            version: The text.
            lines: Its verdicts; nothing is suggested in hidden lines.
        """
        keywords = [each for each in self._keywords.all() if not each.tag.is_retired]
        found, trouble = _by_keywords(version.text, keywords)
        found += by_earlier(version.text, self._earlier())
        hidden = [line.span for line in lines if line.hidden]
        left = offered(found, hidden, self._annotated(version), self._rejected(version))
        return Offered(left, trouble)

    def reject(self, version: Version, suggestion: Suggestion) -> None:
        """Suggest this tag here no more, as a step."""
        quote = suggestion.span.of(version.text)
        with self._history.step(
            self._coders.current,
            f"reject {suggestion.tag.path} on {quoted(quote)}",
            article_id=version.article_id,
            offset=suggestion.span.start,
        ) as change:
            row = {
                "tag_id": suggestion.tag.id,
                "version_id": version.id,
                "start": suggestion.span.start,
                "end": suggestion.span.end,
                "quote": quote,
                "coder_id": self._coders.current,
                "created_at": now().isoformat(),
            }
            change.insert("rejection", row)

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

    def _annotated(self, version: Version) -> list[Placed]:
        rows = self._conn.execute(
            'SELECT tag_id, start, "end" FROM annotation WHERE article_id = ?'
            " AND version_id = ? AND coder_id = ? AND tag_id IS NOT NULL",
            (version.article_id, version.id, self._coders.current),
        )
        return [(tag_id, Span(start, end)) for tag_id, start, end in rows]

    def _rejected(self, version: Version) -> list[Placed]:
        rows = self._conn.execute(
            'SELECT tag_id, start, "end" FROM rejection'
            " WHERE version_id = ? AND coder_id = ?",
            (version.id, self._coders.current),
        )
        return [(tag_id, Span(start, end)) for tag_id, start, end in rows]


def _by_keywords(
    text: str, keywords: Sequence[Keyword]
) -> tuple[list[Suggestion], str]:
    """What the keywords suggest; without the patterns, when those take too long."""
    try:
        return by_keywords(text, keywords), ""
    except SoughtError as error:
        plain = [each for each in keywords if not each.sought.is_regex]
        return by_keywords(text, plain), str(error)
