"""The text of articles as it is shown: paragraphs and spans without hidden lines."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.store.hidden import HIDDEN_LINES, numbers
from reader.text.lines import lines_numbered
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


@dataclass(frozen=True, slots=True)
class ShownState:
    """What is shown of an article follows from this."""

    version_id: int
    hidden: frozenset[int]
    """The numbers of the lines that are not shown."""


def shown_state(
    conn: sqlite3.Connection, article_id: int
) -> tuple[ShownState, str, str] | None:
    """What is shown of an article that is in the library, its title and its text.

    It is not cleaned anew for it.
    """
    row = conn.execute(
        f"SELECT version.id, {HIDDEN_LINES}, title, text FROM article"
        " JOIN version ON version.id = article.version_id"
        " WHERE article.id = ? AND removed = 0",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    version_id, hidden, title, text = row
    return ShownState(version_id, numbers(hidden)), title, text


def shown_words(state: ShownState, text: str) -> str:
    """All of a text but its hidden lines."""
    if not state.hidden:
        return text
    return "\n".join(
        line for n, line in enumerate(text.split("\n")) if n not in state.hidden
    )


def shown_texts(
    conn: sqlite3.Connection, article_ids: Sequence[int]
) -> Iterator[ShownText]:
    """The texts of articles that are in the library; none is cleaned anew for it."""
    for article_id in article_ids:
        found = shown_state(conn, article_id)
        if found is not None:
            state, title, text = found
            passages = Passages(text, lines_numbered(text, state.hidden))
            yield ShownText(article_id, state.version_id, title, passages)
