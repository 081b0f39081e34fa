"""The passages of tags, across articles, the newest articles first."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from reader.model import Annotation, Span
from reader.queries.nodes import About, All, Any, Node
from reader.queries.tagged import TagQuery, Unit
from reader.queries.together import Mark, answering, is_under
from reader.store.annotation_rows import COLUMNS
from reader.store.annotations import Annotations
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.in_parts import marks
from reader.store.retagging import retag
from reader.store.tags import Tags
from reader.store.unknown import unknown
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, and what the codebook says of it at this moment."""

    query: TagQuery
    keys: Mapping[int, str]
    """The paths of the tags, as they are compared, by their ids."""
    needed: Sequence[set[int]]
    """Of each of these an article must have one tag; the rarest first."""


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
        for article_id, ids in self._answers(query, after):
            if len(found) >= limit:
                return Retrieved(tuple(found), last)
            last = article_id
            standing = self._annotations.of(article_id)
            found += [each for each in standing if each.id in ids]
        return Retrieved(tuple(found), None)

    def count(self, query: TagQuery) -> int:
        """How many passages answer; never more than one over `CAP`."""
        total = 0
        for _, ids in self._answers(query, None):
            total += len(ids)
            if total > CAP:
                return CAP + 1
        return total

    def unknown(self, query: TagQuery) -> list[str]:
        """A sentence for each tag of a query that there is not."""
        return unknown(self._conn, query.root)

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

    def every(
        self, unit: Unit, named: Callable[[str], str] = lambda key: key
    ) -> Iterator[Sequence[Mark]]:
        """The marks of each article in turn.

        Args:
            unit: That in which they are numbered.
            named: What a tag's path is taken for.
        """
        keys = {
            tag_id: named(path)
            for tag_id, path in self._conn.execute("SELECT id, path FROM tag")
        }
        for article_id in self._there(groupby(self._walk(None, 1 << 62))):
            yield self._marks(article_id, unit, keys)

    def _answers(
        self, query: TagQuery, after: int | None
    ) -> Iterator[tuple[int, set[str]]]:
        """Each article that answers, with the ids of its passages that do."""
        asked = self._asked(query)
        # Where one tag is asked for, nothing has to stand together with anything.
        unit = Unit.ARTICLE if query.is_plain else query.unit
        asked_plainly = TagQuery(query.root, unit)
        for article_id in self._candidates(asked, after):
            marks = self._marks(article_id, unit, asked.keys)
            found = {mark.id for mark in answering(asked_plainly, marks)}
            if found:
                yield article_id, found

    def _keys(self) -> dict[int, str]:
        return dict(self._conn.execute("SELECT id, path_key FROM tag"))

    def _asked(self, query: TagQuery) -> _Asked:
        keys = self._keys()
        uses = dict(self._conn.execute("SELECT id, uses FROM tag"))
        needed = sorted(
            _needed(query.root, keys), key=lambda ids: sum(uses[one] for one in ids)
        )
        return _Asked(query, keys, needed)

    def _marks(
        self, article_id: int, unit: Unit, keys: Mapping[int, str]
    ) -> list[Mark]:
        """What stands in which units; where a long one ends has to be found out."""
        rows = self._conn.execute(
            'SELECT id, tag_id, version_id, start, "end", paragraph, sentence,'
            " instr(quote, char(10)) FROM annotation"
            " WHERE article_id = :article AND tag_id IS NOT NULL"
            " AND (:coder IS NULL OR coder_id = :coder)",
            {
                "article": article_id,
                "coder": self._coders.only,
            },
        ).fetchall()
        cut: dict[int, Passages] = {}
        marks = []
        for (
            mark_id,
            tag_id,
            version_id,
            start,
            end,
            paragraph,
            sentence,
            breaks,
        ) in rows:
            first = sentence if unit is Unit.SENTENCE else paragraph
            last = first
            if unit is Unit.SENTENCE or (unit is Unit.PARAGRAPH and breaks):
                if version_id not in cut:
                    cut[version_id] = Passages(self._articles.version(version_id).text)
                numbers = cut[version_id].number(end - 1)
                last = max(first, numbers[unit is Unit.SENTENCE])
            marks.append(Mark(mark_id, keys[tag_id], Span(start, end), first, last))
        return marks

    def _candidates(self, asked: _Asked, after: int | None) -> Iterator[int]:
        """The articles that may answer, the newest first."""
        before = (1 << 62) if after is None else after
        rarest = asked.needed[0] if asked.needed else None
        if rarest is None or len(rarest) > _CURSORS:
            found = self._walk(rarest, before)
        else:
            each = (self._of_tag(tag_id, before) for tag_id in rarest)
            found = merge(*each, reverse=True)
        others = [ids for ids in asked.needed[1:] if len(ids) <= _CURSORS]
        for article_id in self._there(groupby(found)):
            if all(self._has(article_id, ids) for ids in others):
                yield article_id

    def _there(self, found: Iterator[tuple[int, object]]) -> Iterator[int]:
        """Those of the articles that are in the library."""
        for article_id, _ in found:
            there = self._conn.execute(
                "SELECT 1 FROM article WHERE id = ? AND removed = 0", (article_id,)
            )
            if there.fetchone():
                yield article_id

    def _has(self, article_id: int, tag_ids: set[int]) -> bool:
        row = self._conn.execute(
            "SELECT 1 FROM annotation INDEXED BY annotation_by_tag"
            f" WHERE tag_id IN ({marks(tag_ids)}) AND article_id = ? LIMIT 1",
            (*tag_ids, article_id),
        )
        return row.fetchone() is not None

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


def _needed(root: Node, keys: Mapping[int, str]) -> list[set[int]]:
    """The sets of tags of each of which an article must have one to answer."""
    match root:
        case About(value=path):
            return [{tag_id for tag_id, key in keys.items() if is_under(key, path)}]
        case All(parts):
            return [ids for part in parts for ids in _needed(part, keys)]
        case Any(parts):
            each = [_needed(part, keys) for part in parts]
            return [set().union(*(sets[0] for sets in each))] if all(each) else []
        case _:
            return []
