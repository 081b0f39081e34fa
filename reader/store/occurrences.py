"""Words in all articles: where they stand, and one tag for all of the places."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Span, Version
from reader.store.annotations import Annotations
from reader.store.articles import Articles
from reader.store.errors import AskedWronglyError
from reader.store.verdicts import Verdicts
from reader.text.counted import counted
from reader.text.passages import Passages, Size
from reader.text.sought import Sought, SoughtError, places

CONTEXT = 80
"""Code points on each side of a place."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of what was looked for, with the words around it."""

    article_id: int
    version_id: int
    title: str
    span: Span
    before: str
    words: str
    after: str
    is_hidden: bool
    """Whether it lies in a hidden line, wholly or in part."""


class Occurrences:
    """Looks through the texts of the library, and tags what it found."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        articles: Articles,
        verdicts: Verdicts,
        annotations: Annotations,
    ) -> None:
        self._conn = conn
        self._articles = articles
        self._verdicts = verdicts
        self._annotations = annotations

    def of(self, sought: Sought, article_ids: Sequence[int]) -> list[Occurrence]:
        """Where it stands in these articles, in their order.

        Raises:
            AskedWronglyError: When it cannot be looked for, or takes too long.
        """
        rows = [row for row in map(self._text, article_ids) if row is not None]
        try:
            found = places(sought, [text for _, _, _, text in rows])
        except SoughtError as error:
            raise AskedWronglyError(str(error)) from error
        return [
            occurrence
            for row, spans in zip(rows, found, strict=True)
            if spans
            for occurrence in self._around(*row, spans)
        ]

    def tag(
        self,
        picked: Sequence[Occurrence],
        path: str,
        sought: Sought,
        size: Size | None = None,
    ) -> int:
        """Put a tag on all of these places, as one step; give how many got it.

        A place is left out where this coder has the tag already, on the same words
        or on some of them.

        Args:
            picked: The places; several may lie in the passage that is tagged.
            path: The tag, made when it is new.
            sought: What was looked for; the step is named by it.
            size: Tag not just the words, but the passage of this size around them.

        Raises:
            AskedWronglyError: When the name is no tag's.
        """
        free: list[tuple[Version, Span]] = []
        for version, spans in self._by_version(picked):
            taken = self._annotations.spans(version, path)
            free += [
                (version, span)
                for span in self._grown(version, spans, size)
                if not any(other.overlaps(span) for other in taken)
            ]
        if not free:
            return 0
        many = counted(len(free), "place")
        label = f"tag {path} on {many} of “{sought.words}”"
        return self._annotations.tag_all(free, path, label)

    def _text(self, article_id: int) -> tuple[int, int, str, str] | None:
        rows: list[tuple[int, int, str, str]] = self._conn.execute(
            "SELECT article.id, version.id, title, text FROM article"
            " JOIN version ON version.id = article.version_id"
            " WHERE article.id = ? AND removed = 0",
            (article_id,),
        ).fetchall()
        return rows[0] if rows else None

    def _around(
        self,
        article_id: int,
        version_id: int,
        title: str,
        text: str,
        spans: Sequence[Span],
    ) -> Iterator[Occurrence]:
        hidden = self._verdicts.hidden(self._articles.version(version_id))
        for span in spans:
            yield Occurrence(
                article_id,
                version_id,
                title,
                span,
                text[max(0, span.start - CONTEXT) : span.start],
                span.of(text),
                text[span.end : span.end + CONTEXT],
                is_hidden=any(line.overlaps(span) for line in hidden),
            )

    def _grown(
        self, version: Version, spans: list[Span], size: Size | None
    ) -> list[Span]:
        """The passages around the places, each once."""
        if size is None:
            return spans
        passages = Passages(version.text, self._verdicts.hidden(version))
        around = (passages.at(span.start, size) for span in spans)
        return list(
            dict.fromkeys(
                passage if passage and passage.covers(span) else span
                for passage, span in zip(around, spans, strict=True)
            )
        )

    def _by_version(
        self, picked: Sequence[Occurrence]
    ) -> Iterator[tuple[Version, list[Span]]]:
        spans: dict[int, list[Span]] = {}
        for each in picked:
            spans.setdefault(each.version_id, []).append(each.span)
        for version_id, found in spans.items():
            yield self._articles.version(version_id), found
