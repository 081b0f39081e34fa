"""The text of articles as it is shown: paragraphs and spans without hidden lines."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.store.hidden import HIDDEN_LINES, numbers
from reader.text.lines import lines
from reader.text.passages import Passages, Size


@dataclass(frozen=True, slots=True)
class ShownText:
    """An article's text, and what of it is shown."""

    article_id: int
    version_id: int
    title: str
    passages: Passages

    @property
    def paragraphs(self) -> Iterator[Span]:
        """Its paragraphs, those that are hidden left out."""
        return self.passages.forward(0, Size.PARAGRAPH)


def shown_texts(
    conn: sqlite3.Connection, article_ids: Sequence[int]
) -> Iterator[ShownText]:
    """The texts of articles that are in the library; none is cleaned anew for it."""
    for article_id in article_ids:
        row = conn.execute(
            f"SELECT version.id, title, text, {HIDDEN_LINES} FROM article"
            " JOIN version ON version.id = article.version_id"
            " WHERE article.id = ? AND removed = 0",
            (article_id,),
        ).fetchone()
        if row is not None:
            version_id, title, text, hidden = row
            unseen = numbers(hidden)
            spans = [s for n, s in enumerate(lines(text)) if n in unseen]
            yield ShownText(article_id, version_id, title, Passages(text, spans))
