"""The places on which coders differ, in the whole library."""

import sqlite3

from reader.review.cases import Case, cases
from reader.store.annotations import Annotations


class Disputes:
    """Cases for whoever settles them."""

    def __init__(self, conn: sqlite3.Connection, annotations: Annotations) -> None:
        self._conn = conn
        self._annotations = annotations

    def of(self, article_id: int) -> list[Case]:
        """The cases of an article, the greatest disagreement first."""
        return cases(self._annotations.of(article_id), self._coders(article_id))

    def all(self) -> list[str]:
        """The ids of the annotations that all cases are known by.

        Those of the greatest disagreement come first.
        """
        rows = self._conn.execute(
            """SELECT article.id FROM article WHERE removed = 0 AND (
                SELECT count(DISTINCT coder_id) FROM (
                    SELECT coder_id FROM annotation WHERE article_id = article.id
                    UNION SELECT coder_id FROM finished
                    WHERE article_id = article.id)) > 1
            ORDER BY article.id"""
        )
        found = [
            (-case.distance, article_id, case.span.start, case.first.id)
            for (article_id,) in rows.fetchall()
            for case in self.of(article_id)
        ]
        return [row[-1] for row in sorted(found)]

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
