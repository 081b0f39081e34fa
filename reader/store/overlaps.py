"""Passages with the same tag that overlap, and making them one."""

from reader.model import Annotation, Span, Version
from reader.store.annotation_rows import COLUMNS
from reader.store.annotations import Annotations
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.identity import now
from reader.store.retagging import joined
from reader.store.tags import path_key
from reader.text.excerpt import quoted


class Overlaps:
    """What this coder has on a passage twice."""

    def __init__(
        self, history: History, coders: Coders, annotations: Annotations
    ) -> None:
        self._history = history
        self._coders = coders
        self._annotations = annotations

    def of(self, version: Version, span: Span, path: str) -> list[Annotation]:
        """This coder's annotations with a tag that overlap a span, but are not it."""
        found = self._like(version, span, path)
        return [each for each in found if each.span != span]

    def _like(self, version: Version, span: Span, path: str) -> list[Annotation]:
        return [
            each
            for each in self._annotations.of(version.article_id)
            if each.tag is not None
            and path_key(each.tag.path) == path_key(path)
            and each.coder == self._coders.name
            and each.version_id == version.id
            and each.span.overlaps(span)
            and not each.covers_article
        ]

    def join(self, version: Version, span: Span, path: str) -> Annotation | None:
        """Let the oldest of them cover them all and the span, as one step.

        Returns:
            What they have become, with all their memos; None when there are none.
        """
        found = sorted(self._like(version, span, path), key=lambda each: each.id)
        if not found:
            return None
        kept, *others = found
        whole = Span(
            min(span.start, *(each.span.start for each in found)),
            max(span.end, *(each.span.end for each in found)),
        )
        with self._history.step(
            self._coders.current,
            f"widen {path} to {quoted(whole.of(version.text))}",
            article_id=version.article_id,
            offset=whole.start,
        ) as change:
            for each in others:
                change.delete("annotation", each.id, COLUMNS)
            row = self._annotations.placed(version, whole)
            row["memo"] = joined(each.memo for each in found)
            if whole != kept.span or row["memo"] != kept.memo:
                row["updated_at"] = now().isoformat()
                change.update("annotation", kept.id, row)
        return self._annotations.one(kept.id)
