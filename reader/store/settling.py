"""Passages that were not found again with certainty, and a person's word on them."""

import sqlite3
from dataclasses import dataclass

from reader.model import Anchor, Annotation, Span, Version
from reader.store.annotations import Annotations
from reader.store.coders import Coders
from reader.store.errors import AskedWronglyError, StoreError
from reader.store.history import History
from reader.store.newest import check_newest
from reader.store.reanchoring import Reanchoring, carrier
from reader.text.anchoring import Carried
from reader.text.excerpt import quoted
from reader.text.passages import Passages, Size


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An annotation whose passage was not found again with certainty."""

    annotation: Annotation
    title: str
    """Of its article."""
    was: Span
    """The passage in `before`."""
    before: str
    """The whole text that it was made in, or was last sure in."""
    places: tuple[Span, ...]
    """Where it may stand in `after`, the present guess first."""
    after: str
    """The whole text that is read now."""
    gap: int
    """The offset in `after` where it would stand, by what stood before it."""


class Settling:
    """What is in doubt or lost, to be looked at and settled."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        annotations: Annotations,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._annotations = annotations
        self._moves = Reanchoring(conn)

    def all(self) -> list[Annotation]:
        """What is to be settled: the doubtful first, then the lost."""
        rows = self._conn.execute(
            "SELECT annotation.id FROM annotation"
            " JOIN article ON article.id = article_id AND removed = 0"
            " WHERE anchor <> 'anchored' ORDER BY anchor DESC, article_id, start"
        ).fetchall()
        found = (self._annotations.one(row[0]) for row in rows)
        return [annotation for annotation in found if annotation]

    def count(self) -> int:
        """How many there are."""
        row = self._conn.execute(
            "SELECT count(*) FROM annotation"
            " JOIN article ON article.id = article_id AND removed = 0"
            " WHERE anchor <> 'anchored'"
        )
        return int(row.fetchone()[0])

    def one(self, annotation_id: str) -> Unsettled | None:
        """Both sides of an annotation that is to be settled; None when it is gone."""
        annotation = self._annotations.one(annotation_id)
        if annotation is None:
            return None
        title, new_id = self._conn.execute(
            "SELECT title, version_id FROM article WHERE id = ?",
            (annotation.article_id,),
        ).fetchone()
        from_id, was = self._moves.last_sure(annotation)
        before, after = self._moves.text(from_id), self._moves.text(new_id)
        compared = carrier(before, after)
        places = [place.span for place in compared.places(was)]
        if annotation.version_id == new_id:
            places.insert(0, annotation.span)
        found = tuple(dict.fromkeys(place for place in places if place))
        gap = _between_words(after, compared.gap(was))
        return Unsettled(annotation, title, was, before, found, after, gap)

    def settle(
        self, annotation_id: str, span: Span | None, version: Version | None = None
    ) -> None:
        """Say where a passage stands in the text that is read now, as a step.

        Args:
            annotation_id: The annotation.
            span: Its place; None when it is not there any more, which makes the
                annotation an orphan on the text that it was made in.
            version: The text in which a person has picked the place.

        Raises:
            StoreError: When there is no such annotation, or no such passage, or the
                article has a newer text than the one in which it was picked.
        """
        annotation = self._annotations.one(annotation_id)
        if annotation is None:
            raise StoreError("that annotation is not there any more")
        from_id, was = self._moves.last_sure(annotation)
        new_id = self._now(annotation.article_id)
        version_id, place = (new_id, span) if span else (from_id, was)
        passages = Passages(_with_passage(self._moves.text(version_id), place))
        anchor = Anchor.ANCHORED if span else Anchor.ORPHAN
        what = _done_to(annotation, new_id, span)
        with self._history.step(
            self._coders.current,
            f"{what} {quoted(annotation.quote)}",
            article_id=annotation.article_id,
            offset=place.start if span else None,
        ) as change:
            if version is not None:
                check_newest(self._conn, version)
            changes = self._moves.placed(version_id, place, passages)
            change.update(
                "annotation", annotation_id, {**changes, "anchor": anchor.value}
            )
            if not change.is_empty:
                said = Carried(span, anchor, "confirmed", 1.0)
                was_at, me = (from_id, was), self._coders.current
                self._moves.note(change, annotation_id, was_at, new_id, said, me)

    def _now(self, article_id: int) -> int:
        row = self._conn.execute(
            "SELECT version_id FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return int(row[0])


def _done_to(annotation: Annotation, version_id: int, span: Span | None) -> str:
    """What a step does to a passage: only of one that stands there is it confirmed."""
    if span is None:
        return "give up the place of"
    stands = (annotation.version_id, annotation.span) == (version_id, span)
    return "confirm the place of" if stands else "place"


def _with_passage(text: str, place: Span) -> str:
    """The text, when there is something to read at a place in it."""
    if not place.of(text).strip() or place.end > len(text):
        raise AskedWronglyError(
            f"{place.start} to {place.end} is no passage of the text"
        )
    return text


def _between_words(text: str, at: int) -> int:
    """Where the word ends that an offset lies in; texts may share its last letters."""
    word = Passages(text).at(at, Size.WORD)
    return word.end if word and word.start < at < word.end else at
