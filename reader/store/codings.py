"""What coders have finished, as agreement takes it."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from reader.model import Span
from reader.review.agreement.codings import Coding, Mark
from reader.store.articles import Articles
from reader.store.in_parts import marks
from reader.store.verdicts import Verdicts
from reader.text.passages import Passages, Size


class Codings:
    """The articles that several coders have finished, with their annotations."""

    def __init__(
        self, conn: sqlite3.Connection, articles: Articles, verdicts: Verdicts
    ) -> None:
        self._conn = conn
        self._articles = articles
        self._verdicts = verdicts

    def finished_by(self) -> dict[str, int]:
        """For each coder who has finished something, how many articles."""
        rows = self._conn.execute(
            """SELECT coder.name, count(*) FROM finished
            JOIN coder ON coder.id = coder_id JOIN article ON article.id = article_id
            WHERE article.removed = 0 GROUP BY coder.id ORDER BY coder.name"""
        )
        return dict(rows.fetchall())

    def of(self, coders: Sequence[str]) -> list[Coding]:
        """The articles that all of these coders have finished, by their ids.

        Orphans and bare memos are no marks; a suggestion that nobody has accepted
        is none either, for it is no annotation.
        """
        rows = self._conn.execute(
            f"""SELECT article.id, article.version_id FROM finished
            JOIN coder ON coder.id = coder_id JOIN article ON article.id = article_id
            WHERE article.removed = 0 AND coder.name IN ({marks(coders)})
            GROUP BY article.id HAVING count(*) = ? ORDER BY article.id""",
            (*coders, len(set(coders))),
        )
        return [self._coding(*row, coders=coders) for row in rows.fetchall()]

    def _coding(
        self, article_id: int, version_id: int, *, coders: Sequence[str]
    ) -> Coding:
        version = self._articles.version(version_id)
        hidden = self._verdicts.hidden(version)
        whole = Span(0, len(version.text))
        sentences = Passages(version.text, hidden).within(whole, Size.SENTENCE)
        marks: dict[str, list[Mark]] = defaultdict(list)
        for coder, start, end, tag in self._conn.execute(
            """SELECT coder.name, start, "end", tag.path FROM annotation
            JOIN coder ON coder.id = coder_id JOIN tag ON tag.id = tag_id
            WHERE version_id = ? AND anchor <> 'orphan' ORDER BY start, "end" """,
            (version_id,),
        ):
            marks[coder].append(Mark(Span(start, end), tag))
        return Coding(
            article_id,
            len(version.text),
            list(sentences),
            {coder: marks[coder] for coder in coders},
        )
