"""Passages with their tags and memos."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from reader.model import Anchor, Annotation, Span, Version
from reader.store.annotation_rows import (
    COLUMNS,
    SELECT,
    annotation_of,
    annotations_of,
    check_passage,
    standing,
)
from reader.store.coders import Coders
from reader.store.errors import StoreError
from reader.store.history import Change, History
from reader.store.identity import now, uuid7
from reader.store.newest import check_newest
from reader.store.tags import Tags, path_key
from reader.text.excerpt import quoted

if TYPE_CHECKING:
    from reader.text.passages import Passages


class Annotations:
    """The annotation table, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, tags: Tags
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags
        self._counted: tuple[int, Passages] | None = None

    def of(self, article_id: int) -> list[Annotation]:
        """The annotations of an article, in the order of its text.

        To a coder who works blind, only the own ones.
        """
        rows = self._conn.execute(
            f"""{SELECT} WHERE a.article_id = :article
            AND (:coder IS NULL OR a.coder_id = :coder)
            ORDER BY a.start, a."end" DESC, a.id""",
            {"article": article_id, "coder": self._coders.only},
        )
        return list(annotations_of(rows))

    def near(self, article_id: int, span: Span, most: int) -> list[Annotation]:
        """So many at most, those that begin nearest to a passage on either side."""
        sides = (("<", "DESC"), (">=", "ASC"))
        before, after = (
            self._conn.execute(
                f"""{SELECT} WHERE a.article_id = ? AND a.start {side} ?
                AND (?3 IS NULL OR a.coder_id = ?3)
                ORDER BY a.start {order}, a."end" DESC, a.id LIMIT ?""",
                (article_id, span.start, self._coders.only, most // 2),
            ).fetchall()
            for side, order in sides
        )
        found = annotations_of((*before, *after))
        return sorted(found, key=lambda a: (a.span.start, -a.span.end, a.id))

    def one(self, annotation_id: str) -> Annotation | None:
        """The annotation with this id."""
        row = self._conn.execute(
            f"{SELECT} WHERE a.id = ?", (annotation_id,)
        ).fetchone()
        return annotation_of(row) if row else None

    def starting(self, prefix: str) -> list[Annotation]:
        """The annotations whose id begins so."""
        rows = self._conn.execute(
            f"{SELECT} WHERE substr(a.id, 1, length(?1)) = ?1", (prefix,)
        )
        return list(annotations_of(rows))

    def each(
        self, tag: str | None, articles: Sequence[int] | None, coder: str | None
    ) -> Iterator[Annotation]:
        """All annotations, article by article; a tag brings its descendants along."""
        only = None if articles is None else json.dumps([*articles])
        rows = self._conn.execute(
            f"""{SELECT} JOIN article ON article.id = a.article_id
            WHERE article.removed = 0 AND (:tag IS NULL OR tag.path_key = :tag
                   OR substr(tag.path_key, 1, length(:tag) + 1) = :tag || '/')
              AND (:articles IS NULL
                   OR a.article_id IN (SELECT value FROM json_each(:articles)))
              AND (:coder IS NULL OR coder.name = :coder)
            ORDER BY a.article_id, a.version_id, a.start, a."end" DESC, a.id""",
            {"tag": tag and path_key(tag), "articles": only, "coder": coder},
        )
        return annotations_of(rows)

    def count(self) -> int:
        """How many there are, on all articles that are in the library."""
        row = self._conn.execute(
            "SELECT coalesce(sum(annotations), 0) FROM article WHERE removed = 0"
        )
        return int(row.fetchone()[0])

    def tag(
        self, version: Version, span: Span, path: str, memo: str = ""
    ) -> Annotation:
        """Put a tag on a passage, as one step; the tag is made when it is new.

        The same tag on the same passage by the same coder is left as it is.

        Raises:
            StoreError: When the span is not in the text or the name no tag's.
        """
        return self.tag_with(version, span, (path,), memo)[0]

    def tag_with(
        self, version: Version, span: Span, paths: Sequence[str], memo: str = ""
    ) -> list[Annotation]:
        """Put several tags on a passage, as one step; otherwise like `tag`."""
        check_passage(span, version)
        with self._history.step(
            self._coders.current,
            f"tag {', '.join(paths)} on {quoted(span.of(version.text))}",
            article_id=version.article_id,
            offset=span.start,
        ) as change:
            return [self._tag(change, version, span, path, memo) for path in paths]

    def _tag(
        self, change: Change, version: Version, span: Span, path: str, memo: str
    ) -> Annotation:
        tag = self._tags.ensure(change, path)
        found = self._same(version, span, tag.id)
        if found is None:
            return self._insert(change, version, span, tag.id, memo)
        if memo and memo != found.memo:
            self._remember(change, found.id, memo)
        return self._present(found.id)

    def tag_all(
        self, passages: Sequence[tuple[Version, Span]], path: str, label: str = ""
    ) -> int:
        """Put a tag on many passages, as one step; give how many had not got it.

        Raises:
            StoreError: When a span is not in its text or the name no tag's.
        """
        for version, span in passages:
            check_passage(span, version)
        label = label or f"tag {path} on {len(passages):,} passages"
        with self._history.step(self._coders.current, label) as change:
            tag = self._tags.ensure(change, path)
            new = [
                self._insert(change, version, span, tag.id, "")
                for version, span in dict.fromkeys(passages)
                if self._same(version, span, tag.id) is None
            ]
        return len(new)

    def spans(self, version: Version, path: str) -> list[Span]:
        """Where this coder has put a tag in a version, in order."""
        rows = self._conn.execute(
            'SELECT start, "end" FROM annotation JOIN tag ON tag.id = tag_id'
            " WHERE article_id = ? AND version_id = ? AND path_key = ?"
            " AND coder_id = ? ORDER BY start",
            (version.article_id, version.id, path_key(path), self._coders.current),
        )
        return [Span(*row) for row in rows]

    def note(self, version: Version, span: Span, memo: str) -> Annotation:
        """Put a memo without a tag on a passage, as one step."""
        check_passage(span, version)
        with self._history.step(
            self._coders.current,
            f"memo on {quoted(span.of(version.text))}",
            article_id=version.article_id,
            offset=span.start,
        ) as change:
            return self._insert(change, version, span, None, memo)

    def set_memo(self, annotation_id: str, memo: str) -> Annotation | None:
        """Change an annotation's memo, as one step; a bare memo emptied is removed.

        Gives the annotation as it is now, if it is.
        """
        annotation = self._present(annotation_id)
        if not memo and annotation.tag is None:
            self.remove(annotation_id)
            return None
        with self._step("memo on", annotation) as change:
            if memo != annotation.memo:
                self._remember(change, annotation_id, memo)
            return self._present(annotation_id)

    def rebound(self, annotation_id: str, version: Version, span: Span) -> Annotation:
        """Give an annotation other ends, as one step, and give it as it is now.

        Raises:
            StoreError: When the span is not in the text, or the same tag of the same
                coder stands there already.
        """
        check_passage(span, version)
        annotation = self._present(annotation_id)
        tag = annotation.tag
        if annotation.span == span and annotation.version_id == version.id:
            return annotation
        if tag is not None and self._same(version, span, tag.id) is not None:
            raise StoreError(f"{tag.path} stands on that passage already")
        with self._step("other ends for the passage", annotation) as change:
            row = {**self.placed(version, span), "updated_at": now().isoformat()}
            change.update("annotation", annotation_id, row)
            return self._present(annotation_id)

    def remove(self, annotation_id: str) -> Annotation:
        """Take an annotation off, as one step, and give what it was."""
        annotation = self._present(annotation_id)
        name = annotation.tag.path if annotation.tag else "memo"
        with self._step(f"untag {name} from", annotation) as change:
            change.delete("annotation", annotation_id, COLUMNS)
        return annotation

    def _step(
        self, what: str, annotation: Annotation
    ) -> AbstractContextManager[Change]:
        return self._history.step(
            self._coders.current,
            f"{what} {quoted(annotation.quote)}",
            article_id=annotation.article_id,
            offset=annotation.span.start,
        )

    def _remember(self, change: Change, annotation_id: str, memo: str) -> None:
        row = {"memo": memo, "updated_at": now().isoformat()}
        change.update("annotation", annotation_id, row)

    def _insert(
        self,
        change: Change,
        version: Version,
        span: Span,
        tag_id: int | None,
        memo: str,
    ) -> Annotation:
        at = now()
        row = {
            "id": uuid7(at),
            **self.placed(version, span),
            "tag_id": tag_id,
            "coder_id": self._coders.current,
            "memo": memo,
            "created_at": at.isoformat(),
            "updated_at": at.isoformat(),
        }
        return self._present(str(change.insert("annotation", row)))

    def placed(self, version: Version, span: Span) -> dict[str, Any]:
        """All columns that follow from where an annotation stands.

        Raises:
            StoreError: When the span is not in the text, or the article has a newer
                text by now.
        """
        check_newest(self._conn, version)
        check_passage(span, version)
        paragraph, sentence = self.number(version, span.start)
        return {
            **standing(version, span),
            "paragraph": paragraph,
            "sentence": sentence,
            "anchor": Anchor.ANCHORED.value,
        }

    def number(self, version: Version, offset: int) -> tuple[int, int]:
        """The paragraph and the sentence there, counted once for each version."""
        # The sentence rules are loaded with the first tag, not with the first screen.
        from reader.text.passages import Passages

        if self._counted is None or self._counted[0] != version.id:
            self._counted = version.id, Passages(version.text)
        return self._counted[1].number(offset)

    def _same(self, version: Version, span: Span, tag_id: int) -> Annotation | None:
        where = version.article_id, version.id, span.start, span.end
        row = self._conn.execute(
            f"""{SELECT} WHERE a.article_id = ? AND a.version_id = ? AND a.start = ?
            AND a."end" = ? AND a.tag_id = ? AND a.coder_id = ?""",
            (*where, tag_id, self._coders.current),
        ).fetchone()
        return annotation_of(row) if row else None

    def _present(self, annotation_id: str) -> Annotation:
        annotation = self.one(annotation_id)
        if annotation is None:
            raise StoreError("that annotation is not there any more")
        return annotation
