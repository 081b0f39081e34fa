"""What is decided in a review, and what each answer does to the annotation.

Accepting leaves an annotation as it is. Rejecting one's own takes it out, in the same
step as the decision, which keeps the whole row: undo, or another answer to the same
item, puts it back. What another coder tagged is never touched, for it is that coder's
testimony and counts in agreement: a rejection is then only written down, and a fix
makes an annotation of one's own beside it. Accepting a suggestion puts the annotation,
rejecting it has it suggested no more.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from reader.model import Anchor, Annotation, Span, Status, Step
from reader.review import Answer, Decision, Fix, Item, Session, Unit
from reader.store.annotation_rows import COLUMNS, annotation_from
from reader.store.annotations import Annotations
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.errors import StoreError
from reader.store.history import Change, History
from reader.store.identity import now, uuid7
from reader.store.proposals import Proposals
from reader.store.suggestions import Suggestions
from reader.store.tags import Tags
from reader.text.excerpt import excerpt, quoted


class Decisions:
    """The decision table, in records."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        tags: Tags,
        articles: Articles,
        annotations: Annotations,
        suggestions: Suggestions,
        proposals: Proposals,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags
        self._articles = articles
        self._annotations = annotations
        self._suggestions = suggestions
        self._proposals = proposals

    def item(self, session: Session, place: int) -> Item | None:
        """The item at a place; None when it is gone from the library."""
        row = self._conn.execute(
            """SELECT target, decision.id, answer, tag, flagged, at, was
            FROM session_item AS item
            LEFT JOIN decision ON decision.session_id = item.session_id
                AND decision.place = item.place
            WHERE item.session_id = ? AND item.place = ?""",
            (session.id, place),
        ).fetchone()
        if row is None:
            return None
        target, key, answer, tag, flagged, at, was = row
        decision = None
        if key is not None:
            moment = datetime.fromisoformat(at)
            decision = Decision(key, place, Answer(answer), tag, bool(flagged), moment)
        if session.query.unit is Unit.ARTICLES:
            if self._articles.one(int(target)) is None:
                return None
            return Item(place, target, int(target), None, False, decision)
        if session.query.unit is Unit.SUGGESTIONS:
            would_be = self._proposals.one(session, target)
            if would_be is None:
                return None
            one, reason = would_be
            return Item(place, target, one.article_id, one, False, decision, reason)
        found = self._former(was) if was else self._annotations.one(target)
        if found is None:
            return None
        return Item(place, target, found.article_id, found, bool(was), decision)

    def decide(
        self,
        session: Session,
        item: Item,
        answer: Answer,
        fix: Fix | None = None,
        copies: Sequence[Annotation] = (),
    ) -> None:
        """Answer an item, with all that follows from it, as one step.

        Of `copies`, what other coders tagged, this coder gets annotations of the same.

        Raises:
            StoreError: When the annotation is gone, or cannot be fixed so.
        """
        tag, words = self._about(item)
        with self._history.step(
            self._coders.current,
            f"{answer} {tag or item.target} {quoted(words)}".strip(),
            article_id=item.article_id,
            offset=item.annotation.span.start if item.annotation else None,
        ) as change:
            was, made = self._follow(change, item, answer, fix)
            made = ",".join(filter(None, (made, *self._copied(change, copies))))
            row = {"answer": answer.value, "was": was, "made": made}
            self._write(change, session, item, row)

    def _follow(
        self, change: Change, item: Item, answer: Answer, fix: Fix | None
    ) -> tuple[str, str]:
        """Do what follows from an answer; gives what its row has to remember."""
        if item.annotation is None:
            if answer is Answer.ACCEPT:
                self._articles.put_status(change, item.article_id, Status.DONE)
            return "", ""
        self._take_back(change, item)
        if answer is Answer.SKIP:
            return "", ""
        if item.suggested:
            return "", self._settle(change, item.annotation, answer, fix)
        if answer is Answer.REJECT:
            return self._reject(change, item.annotation), ""
        return "", self._keep(change, item.annotation, fix)

    def _settle(
        self, change: Change, would_be: Annotation, answer: Answer, fix: Fix | None
    ) -> str:
        """Put what is suggested, or have it suggested no more; gives the new id."""
        assert would_be.tag
        version = self._articles.version(would_be.version_id)
        tag, span = would_be.tag, would_be.span
        if answer is Answer.REJECT:
            return str(self._suggestions.refuse(change, version, tag.id, span))
        fix = fix or Fix(span, tag.path, "")
        if fix.tag and fix.span in self._annotations.spans(version, fix.tag):
            return ""
        return self._keep(change, would_be, fix)

    def flag(self, session: Session, item: Item) -> bool:
        """Mark an item for the codebook, or no longer, as a step; whether it is now."""
        flagged = not (item.decision and item.decision.flagged)
        tag, words = self._about(item)
        with self._history.step(
            self._coders.current,
            f"{'flag' if flagged else 'unflag'} {tag} {quoted(words)}",
            article_id=item.article_id,
        ) as change:
            row: dict[str, Any] = {"flagged": int(flagged)}
            if item.decision is None:
                row["answer"] = Answer.SKIP.value
            self._write(change, session, item, row)
        return flagged

    def of_step(self, step: Step, session: Session) -> int | None:
        """The place of the item that a step decided, if it was one of the session."""
        row = self._conn.execute(
            """SELECT coalesce(json_extract(after, '$.place'), decision.place),
                coalesce(json_extract(after, '$.session_id'), decision.session_id)
            FROM history LEFT JOIN decision ON decision.id = row_id
            WHERE step_id = ? AND table_name = 'decision'""",
            (step.id,),
        ).fetchone()
        return row[0] if row and row[1] == session.id else None

    def _write(
        self, change: Change, session: Session, item: Item, changes: dict[str, Any]
    ) -> None:
        """Keep the answer to an item in the place of the one before."""
        at = now()
        if item.decision is not None:
            changes = {**changes, "at": at.isoformat()}
            change.update("decision", item.decision.id, changes)
            return
        tag, words = self._about(item)
        row = {
            "id": uuid7(at),
            "session_id": session.id,
            "place": item.place,
            "tag": tag,
            "words": words,
            "at": at.isoformat(),
            **changes,
        }
        change.insert("decision", row)

    def _about(self, item: Item) -> tuple[str, str]:
        """The tag and the words of an item, as they are kept with its decision."""
        if item.annotation is None:
            article = self._articles.one(item.article_id)
            return "", excerpt(article.title, 200) if article else ""
        tag = item.annotation.tag
        return tag.path if tag else "", excerpt(item.annotation.quote, 200)

    def _take_back(self, change: Change, item: Item) -> None:
        """Undo what an earlier answer to this item did, before it is answered anew."""
        if item.decision is None:
            return
        row = self._conn.execute(
            "SELECT was, made FROM decision WHERE id = ?", (item.decision.id,)
        ).fetchone()
        if row is None:
            raise StoreError("that answer was taken back in the meantime")
        was, made = row
        if was:
            try:
                change.insert("annotation", json.loads(was))
            except sqlite3.IntegrityError as error:
                raise StoreError("its tag was removed from the codebook") from error
        for name in filter(None, made.split(",")):
            if name.isdecimal():
                self._suggestions.allow(change, int(name))
            else:
                change.delete("annotation", name, COLUMNS)

    def _reject(self, change: Change, annotation: Annotation) -> str:
        """Take one's own annotation out, and give its row."""
        if annotation.coder != self._coders.name:
            return ""
        names = ("id", *COLUMNS)
        columns = ", ".join(f'"{name}"' for name in names)
        row = self._conn.execute(
            f"SELECT {columns} FROM annotation WHERE id = ?", (annotation.id,)
        ).fetchone()
        if row is None:
            raise StoreError("that annotation is not there any more")
        change.delete("annotation", annotation.id, COLUMNS)
        return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)

    def _keep(self, change: Change, annotation: Annotation, fix: Fix | None) -> str:
        """Make the annotation what it is to be; gives the id of one put beside it."""
        if fix is None:
            if annotation.anchor is Anchor.REVIEW:
                sure = {"anchor": Anchor.ANCHORED.value}
                change.update("annotation", annotation.id, sure)
            return ""
        at = now()
        tag_id = self._tags.ensure(change, fix.tag).id if fix.tag else None
        row: dict[str, Any] = {
            "tag_id": tag_id,
            "memo": fix.memo,
            "updated_at": at.isoformat(),
        }
        version_id = fix.version_id or annotation.version_id
        here = fix.span, version_id
        is_sure = annotation.anchor is Anchor.ANCHORED
        if not is_sure or here != (annotation.span, annotation.version_id):
            row |= self._placed(version_id, fix.span)
        if annotation.coder == self._coders.name:
            change.update("annotation", annotation.id, row)
            return ""
        row = {
            **self._placed(version_id, fix.span),
            **row,
            "id": uuid7(at),
            "coder_id": self._coders.current,
            "created_at": at.isoformat(),
        }
        return str(change.insert("annotation", row))

    def _copied(
        self, change: Change, annotations: Sequence[Annotation]
    ) -> Iterator[str]:
        """Make them this coder's too, each passage and tag once; gives the new ids."""
        unique = {(a.span, a.tag and a.tag.id): a for a in annotations}
        for annotation in unique.values():
            at = now()
            row = {
                **self._placed(annotation.version_id, annotation.span),
                "id": uuid7(at),
                "tag_id": annotation.tag.id if annotation.tag else None,
                "coder_id": self._coders.current,
                "memo": annotation.memo,
                "created_at": at.isoformat(),
                "updated_at": at.isoformat(),
            }
            yield str(change.insert("annotation", row))

    def _placed(self, version_id: int, span: Span) -> dict[str, Any]:
        version = self._articles.version(version_id)
        if self._articles.one(version.article_id) is None:
            raise StoreError("its article is not in the library any more")
        return self._annotations.placed(version, span)

    def _former(self, was: str) -> Annotation:
        """An annotation as it was, from its row."""
        row = json.loads(was)
        coder = self._conn.execute(
            "SELECT name FROM coder WHERE id = ?", (row["coder_id"],)
        ).fetchone()
        tag = next((tag for tag in self._tags.all() if tag.id == row["tag_id"]), None)
        return annotation_from(row, tag, coder[0] if coder else "")
