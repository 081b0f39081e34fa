"""The places on which coders differ, in the whole library."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from reader.model import Anchor
from reader.review.cases import Case, Place, Said, cases, places
from reader.store.annotations import Annotations
from reader.store.queues import LAYERS, SHARED
from reader.store.settled import Settled

_SAID = f"""
    SELECT a.article_id, a.start, a."end", a.tag_id, a.coder_id, a.id
    FROM article CROSS JOIN annotation AS a
        ON a.article_id = article.id AND a.version_id = article.version_id
    WHERE article.removed = 0 AND article.id IN ({SHARED})
        AND a.tag_id IS NOT NULL AND a.anchor <> 'orphan'
        AND a.coder_id NOT IN ({LAYERS})
    ORDER BY article.id, a.start, a."end" DESC, a.id
"""
"""What persons tagged where several have coded, in the order of the texts."""

_CODERS = f"""
    SELECT article_id, coder_id FROM (
        SELECT article_id, coder_id FROM annotation
        UNION SELECT article_id, coder_id FROM finished)
    WHERE coder_id NOT IN ({LAYERS})
"""
"""Who has tagged something in an article, or finished it."""


class Disputes:
    """Cases for whoever settles them."""

    def __init__(self, conn: sqlite3.Connection, annotations: Annotations) -> None:
        self._conn = conn
        self._annotations = annotations

    def of(self, article_id: int) -> list[Case]:
        """The cases of an article, the greatest disagreement first.

        Those that are settled are among them.
        """
        (version_id,) = self._conn.execute(
            "SELECT version_id FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        standing = [
            each
            for each in self._annotations.of(article_id)
            if each.version_id == version_id and each.anchor is not Anchor.ORPHAN
        ]
        return cases(standing, self._coders(article_id))

    def all(self) -> list[str]:
        """The ids of the annotations that all cases to settle are known by.

        Those of the greatest disagreement come first.
        """
        found = [
            (-place.distance, article_id, place.span.start, place.first)
            for article_id, place in self._open()
        ]
        return [row[-1] for row in sorted(found)]

    def may_be(self) -> bool:
        """Whether several persons have coded an article, so that they may differ."""
        row = self._conn.execute(f"SELECT EXISTS ({SHARED})")
        return bool(row.fetchone()[0])

    def count(self) -> int:
        """How many cases are to be settled."""
        return sum(1 for _ in self._open())

    def _open(self) -> Iterator[tuple[int, Place]]:
        """The places that are not settled, with their articles."""
        coders: dict[int, list[int]] = defaultdict(list)
        for article_id, coder_id in self._conn.execute(_CODERS):
            coders[article_id].append(coder_id)
        settled = Settled(self._conn)
        rows = self._conn.execute(_SAID)
        for article_id, marked in groupby(rows, itemgetter(0)):
            said = [Said._make(row[1:]) for row in marked]
            for place in places(said, coders[article_id]):
                if not settled.has(article_id, place):
                    yield article_id, place

    def _coders(self, article_id: int) -> list[str]:
        """Who has tagged something in it, or finished it."""
        rows = self._conn.execute(
            """SELECT name FROM coder WHERE id IN (
                SELECT coder_id FROM annotation WHERE article_id = ?1
                UNION SELECT coder_id FROM finished WHERE article_id = ?1)
            ORDER BY name""",
            (article_id,),
        )
        return [row[0] for row in rows]
