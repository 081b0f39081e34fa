"""Documents of one transaction, and what the library has of them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256 as digest_of
from typing import Final, Self

from reader.model import Document
from reader.store.in_parts import marks
from reader.text.tokens import told
from reader.text.word_count import word_count


@dataclass(frozen=True, slots=True)
class Arriving:
    """A document on its way in."""

    document: Document
    sha256: str
    """Of its text."""
    words: int
    """Of its text, with what will be hidden."""
    tokens: tuple[str, str]
    """What the index of words takes of its title, and of its text."""
    is_exact: bool
    """Whether the text in UTF-8 is the very bytes that it was read from."""

    @classmethod
    def of(cls, document: Document) -> Self:
        """Take down what the tables want to know of a document."""
        data = document.utf8 or document.text.encode()
        sha256 = digest_of(data).hexdigest()
        return cls(
            document,
            sha256,
            word_count(data),
            (told([document.title]), told([document.text])),
            data == document.original,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The article that a document belongs to."""

    article_id: int
    is_removed: bool
    is_same: bool
    """Whether the document brings nothing new."""


@dataclass(slots=True)
class _State:
    """An article as it is at this moment of the transaction."""

    is_removed: bool
    sha256: str
    """Of the text that it has now."""


class Here:
    """Which articles the documents of a batch belong to, asked once for all of them."""

    def __init__(self, conn: sqlite3.Connection, arriving: Sequence[Arriving]) -> None:
        self._articles: dict[int, _State] = {}
        self._placed: dict[str, int] = {}
        self._told: dict[str, int] = {}
        places = [each.document.location for each in arriving]
        told = [each.sha256 for each in arriving]
        for found, query, values in (
            (self._placed, _BY_LOCATION, [each for each in places if each]),
            (self._told, _BY_TEXT, told),
        ):
            for key, article_id, removed, sha256 in conn.execute(
                query.format(marks(values)), values
            ):
                found[key] = article_id
                self._articles[article_id] = _State(bool(removed), sha256)

    def of(self, arriving: Arriving) -> Found | None:
        """The article that was read from the same file, whatever its text is now.

        Else the one that has, or once had, this very text.
        """
        owner = self._placed.get(arriving.document.location)
        article_id = owner or self._told.get(arriving.sha256)
        if article_id is None:
            return None
        state = self._articles[article_id]
        is_same = owner is None or state.sha256 == arriving.sha256
        return Found(article_id, state.is_removed, is_same)

    def is_news(self, arriving: Arriving) -> bool:
        """Whether bringing it in would change an article, or make one."""
        found = self.of(arriving)
        return found is None or found.is_removed or not found.is_same

    def is_placed(self, location: str) -> bool:
        """Whether an article was read from there."""
        return location in self._placed

    def note(self, arriving: Arriving, article_id: int) -> None:
        """Know of a document that has come in, for those after it in the batch."""
        location, sha256 = arriving.document.location, arriving.sha256
        state = self._articles.setdefault(article_id, _State(False, sha256))
        state.is_removed = False
        if location in self._placed:
            state.sha256 = sha256
        elif location:
            self._placed[location] = article_id
        before = self._told.get(sha256)
        if before is None or self._articles[before].sha256 != sha256:
            self._told[sha256] = article_id


_BY_LOCATION: Final = """
    SELECT location, article.id, removed, sha256 FROM article_source AS s
    JOIN article ON article.id = s.article_id
    JOIN version ON version.id = version_id WHERE location IN ({})
"""
# The last row counts: the article that has the text now, the first of several.
_BY_TEXT: Final = """
    SELECT told.sha256, article.id, removed, version.sha256 FROM version AS told
    JOIN article ON article.id = told.article_id
    JOIN version ON version.id = article.version_id
    WHERE told.sha256 IN ({}) ORDER BY told.id = article.version_id, article.id DESC
"""
