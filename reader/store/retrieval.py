"""The passages of tags, across articles, the newest articles first."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from reader.model import Annotation, Tag
from reader.queries.nodes import About, All, Any, Node
from reader.queries.tagged import TagQuery, Unit
from reader.queries.together import Mark, answering, is_under
from reader.store.annotation_rows import COLUMNS
from reader.store.annotations import Annotations
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.retagging import retag
from reader.store.tags import Tags, path_key
from reader.text.counted import counted
from reader.text.passages import Passages

PAGE = 50
"""Passages that are asked for at once."""
CAP = 1_000
"""More are not counted."""
_CURSORS = 200
"""Tags whose articles are walked each by itself; with more, all annotations are."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A page of passages; those of an article are never parted."""

    passages: tuple[Annotation, ...]
    next: int | None
    """What `after` asks for the next page; None when this was the last."""


class Retrieval:
    """What can be asked of all annotations at once."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        articles: Articles,
        annotations: Annotations,
        tags: Tags,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._articles = articles
        self._annotations = annotations
        self._tags = tags

    def page(
        self, query: TagQuery, *, after: int | None = None, limit: int = PAGE
    ) -> Retrieved:
        """The next passages that answer, article by article, the newest first.

        Args:
            query: What is asked.
            after: `next` of the page before.
            limit: How many passages at least, unless there are no more.
        """
        found: list[Annotation] = []
        last = None
        for article_id in self._candidates(query, after):
            if len(found) >= limit:
                return Retrieved(tuple(found), last)
            last = article_id
            found += self.inside(query, article_id)
        return Retrieved(tuple(found), None)

    def count(self, query: TagQuery) -> int:
        """How many passages answer; never more than one over `CAP`."""
        total = 0
        for article_id in self._candidates(query, None):
            total += len(self.inside(query, article_id))
            if total > CAP:
                return CAP + 1
        return total

    def unknown(self, query: TagQuery) -> list[str]:
        """The paths of a query that no tag has, nor any tag above which they stand."""
        keys = [path_key(tag.path) for tag in self._tags.all()]
        return [
            path
            for path in query.wanted
            if not any(is_under(key, path) for key in keys)
        ]

    def inside(self, query: TagQuery, article_id: int) -> list[Annotation]:
        """The passages of one article that answer, in the order of its text."""
        tagged = [a for a in self._annotations.of(article_id) if a.tag is not None]
        if query.is_plain:
            wanted = query.wanted
            return [a for a in tagged if not wanted or is_under(_path(a), wanted[0])]
        marks = self._marks(tagged, query.unit)
        ids = {mark.id for mark in answering(query, marks)}
        return [annotation for annotation in tagged if annotation.id in ids]

    def retag(self, annotation_ids: Sequence[str], path: str) -> int:
        """Give passages another tag in place of theirs, as one step; give how many.

        Raises:
            StoreError: When this cannot be a tag's name.
        """
        label = f"retag {counted(len(annotation_ids), 'passage')} {path}"
        with self._history.step(self._coders.current, label) as change:
            tag = self._tags.ensure(change, path)
            retag(self._conn, change, annotation_ids, tag.id)
        return len(annotation_ids)

    def remove(self, annotation_ids: Sequence[str]) -> None:
        """Take the tags off passages, as one step."""
        label = f"untag {counted(len(annotation_ids), 'passage')}"
        with self._history.step(self._coders.current, label) as change:
            for annotation_id in annotation_ids:
                change.delete("annotation", annotation_id, COLUMNS)

    def _marks(self, annotations: Sequence[Annotation], unit: Unit) -> list[Mark]:
        """What stands in which units; where a long one ends has to be found out."""
        cut: dict[int, Passages] = {}
        marks = []
        for each in annotations:
            first = last = 0
            if unit is Unit.PARAGRAPH:
                first = last = each.paragraph
            elif unit is Unit.SENTENCE:
                first = last = each.sentence
            is_long = unit is Unit.SENTENCE or "\n" in each.quote
            if first and is_long:
                if each.version_id not in cut:
                    version = self._articles.version(each.version_id)
                    cut[each.version_id] = Passages(version.text)
                numbers = cut[each.version_id].number(each.span.end - 1)
                last = max(first, numbers[unit is Unit.SENTENCE])
            marks.append(Mark(each.id, _path(each), each.span, first, last))
        return marks

    def _candidates(self, query: TagQuery, after: int | None) -> Iterator[int]:
        """The articles that may answer, the newest first."""
        before = (1 << 62) if after is None else after
        ids = _drivers(query.root, self._tags.all())
        if ids is None or len(ids) > _CURSORS:
            found = self._walk(ids, before)
        else:
            each = (self._of_tag(tag_id, before) for tag_id in ids)
            found = merge(*each, reverse=True)
        for article_id, _ in groupby(found):
            there = self._conn.execute(
                "SELECT 1 FROM article WHERE id = ? AND removed = 0", (article_id,)
            )
            if there.fetchone():
                yield article_id

    def _of_tag(self, tag_id: int, before: int) -> Iterator[int]:
        rows = self._conn.execute(
            "SELECT article_id FROM annotation WHERE tag_id = ? AND article_id < ?"
            " ORDER BY article_id DESC",
            (tag_id, before),
        )
        return (row[0] for row in rows)

    def _walk(self, ids: set[int] | None, before: int) -> Iterator[int]:
        rows = self._conn.execute(
            "SELECT article_id, tag_id FROM annotation WHERE article_id < ?"
            " ORDER BY article_id DESC",
            (before,),
        )
        for article_id, tag_id in rows:
            if tag_id is not None if ids is None else tag_id in ids:
                yield article_id


def _drivers(root: Node, tags: Sequence[Tag]) -> set[int] | None:
    """Tags of which an article must have one to answer, as few as can be; or None."""
    uses = {tag.id: tag.uses for tag in tags}

    def weigh(ids: set[int]) -> int:
        return sum(uses[one] for one in ids)

    def of(node: Node) -> set[int] | None:
        match node:
            case About(value=path):
                return {t.id for t in tags if is_under(path_key(t.path), path)}
            case All(parts):
                known = [ids for part in parts if (ids := of(part)) is not None]
                return min(known, key=weigh) if known else None
            case Any(parts):
                each = [of(part) for part in parts]
                known = [ids for ids in each if ids is not None]
                return set().union(*known) if len(known) == len(each) else None
            case _:
                return None

    return of(root)


def _path(annotation: Annotation) -> str:
    assert annotation.tag, "a bare memo has no passage of a tag"
    return path_key(annotation.tag.path)
