"""Suggestions as items of a review: kept as they were made, however long it takes.

A suggestion is made anew whenever an article is looked at; a review needs the same ones
tomorrow. So an item's target holds all of it, as JSON, where that of a passage or of an
article holds an id.
"""

import json
import sqlite3
from dataclasses import replace

from reader.model import Anchor, Annotation, Span
from reader.review import Query, Session, Unit
from reader.store.annotation_rows import annotation_from, standing
from reader.store.articles import Articles
from reader.store.identity import now
from reader.store.queues import candidates
from reader.store.suggestions import Suggestions
from reader.store.tags import Tags, path_key
from reader.store.verdicts import Verdicts
from reader.text.suggestions import Suggestion

IS_THERE = """EXISTS (SELECT 1 FROM article, tag WHERE removed = 0
    AND article.version_id = json_extract({target}, '$.version')
    AND tag.id = json_extract({target}, '$.tag'))"""
"""Whether what a target suggests can still be put: its text is the one that is read,
and its tag is in the codebook."""


class Proposals:
    """The suggestions in many articles, one by one."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        articles: Articles,
        verdicts: Verdicts,
        suggestions: Suggestions,
        tags: Tags,
    ) -> None:
        self._conn = conn
        self._articles = articles
        self._verdicts = verdicts
        self._suggestions = suggestions
        self._tags = tags

    def may_be(self) -> bool:
        """Whether there is anything that suggests; to count takes a look at all."""
        return self._suggestions.may_be()

    def targets(self, query: Query) -> list[str]:
        """The targets of all that this coder might tag, in the order of the texts.

        Raises:
            StoreError: When the pattern of a keyword takes too long.
        """
        narrowed = replace(query, unit=Unit.ARTICLES, tag="")
        articles = candidates(self._conn, narrowed, now())
        return [
            _target(version_id, each)
            for version_id, found in self._suggestions.each(
                articles, self._verdicts.hiding()
            )
            for each in found
            if _is_under(each.tag.path, query.tag)
        ]

    def one(self, session: Session, target: str) -> tuple[Annotation, str] | None:
        """What accepting would make of a target, and why it is suggested.

        None when its tag is not there any more.
        """
        said = json.loads(target)
        tag = next((tag for tag in self._tags.all() if tag.id == said.get("tag")), None)
        if tag is None:
            return None
        version = self._articles.version(said["version"])
        span = Span(said["start"], said["end"])
        at = session.started_at.isoformat()
        row = {
            **standing(version, span),
            "id": "",
            "paragraph": 0,
            "sentence": 0,
            "memo": "",
            "anchor": Anchor.ANCHORED,
            "created_at": at,
            "updated_at": at,
        }
        return annotation_from(row, tag, ""), said["reason"]


def _target(version_id: int, suggestion: Suggestion) -> str:
    said = {
        "version": version_id,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "tag": suggestion.tag.id,
        "reason": suggestion.reason,
    }
    return json.dumps(said, ensure_ascii=False)


def _is_under(path: str, above: str) -> bool:
    key, wanted = path_key(path), path_key(above)
    return not wanted or key == wanted or key.startswith(f"{wanted}/")
