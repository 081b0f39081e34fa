"""Annotations carried from one version of their article to another."""

import sqlite3
from functools import lru_cache
from typing import Any

from reader.model import Anchor, Annotation, Span
from reader.store.annotation_rows import CONTEXT
from reader.store.history import Change
from reader.store.identity import now
from reader.text.anchoring import Carried, Carrier
from reader.text.passages import Passages


class Reanchoring:
    """The reanchoring table: every move of an annotation, and why."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def text(self, version_id: int) -> str:
        """The text of a version."""
        row = self._conn.execute(
            "SELECT text FROM version WHERE id = ?", (version_id,)
        ).fetchone()
        return str(row[0])

    def carry(
        self, change: Change, annotation: Annotation, new_id: int, passages: Passages
    ) -> None:
        """Find an annotation in a newer text, and say how sure that is.

        Args:
            change: The step that it is part of.
            annotation: As it stands now.
            new_id: The newer version.
            passages: Of the newer version's text.
        """
        from_id, span = self.last_sure(annotation)
        found = carrier(self.text(from_id), passages.text).carry(span)
        if found.span is None:
            changes: dict[str, Any] = {"anchor": Anchor.ORPHAN.value}
            if annotation.version_id != from_id:
                changes |= self.placed(from_id, span, Passages(self.text(from_id)))
        else:
            changes = self.placed(new_id, found.span, passages)
            changes["anchor"] = found.anchor.value
        change.update("annotation", annotation.id, changes)
        self.note(change, annotation.id, (from_id, span), new_id, found)

    def last_sure(self, annotation: Annotation) -> tuple[int, Span]:
        """The version and place where a passage last stood without a doubt."""
        if annotation.anchor is not Anchor.REVIEW:
            return annotation.version_id, annotation.span
        row = self._conn.execute(
            "SELECT from_version, from_start, from_end FROM reanchoring"
            " WHERE annotation_id = ? ORDER BY id DESC LIMIT 1",
            (annotation.id,),
        ).fetchone()
        if row is None:
            return annotation.version_id, annotation.span
        return row[0], Span(row[1], row[2])

    def placed(self, version_id: int, span: Span, passages: Passages) -> dict[str, Any]:
        """The columns of an annotation that stands on this passage."""
        text = passages.text
        paragraph, sentence = passages.number(span.start)
        return {
            "version_id": version_id,
            "start": span.start,
            "end": span.end,
            "quote": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
            "paragraph": paragraph,
            "sentence": sentence,
        }

    def note(
        self,
        change: Change,
        annotation_id: str,
        was: tuple[int, Span],
        new_id: int,
        found: Carried,
        coder_id: int | None = None,
    ) -> None:
        """Write a move down; `coder_id` is who decided it, None for the program."""
        change.insert(
            "reanchoring",
            {
                "annotation_id": annotation_id,
                "from_version": was[0],
                "from_start": was[1].start,
                "from_end": was[1].end,
                "to_version": new_id,
                "start": found.span.start if found.span else None,
                "end": found.span.end if found.span else None,
                "anchor": found.anchor.value,
                "method": found.method,
                "likeness": round(found.likeness, 4),
                "coder_id": coder_id,
                "at": now().isoformat(),
            },
        )


@lru_cache(maxsize=2)
def carrier(old: str, new: str) -> Carrier:
    """The comparison of two texts, made once for all passages of an article."""
    return Carrier(old, new)
