"""What answers a search, from the newest article back, as far as a person waits."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.store import sieve
from reader.store.query_sql import FIRST, Matching

_STRETCHES: Final = (2_000, 20_000)
"""Ids that are walked at once. Where many articles answer, the first of them do; where
hardly any does, both take some 10 to 30 ms."""


class Backwards:
    """Walks the ids of the articles in stretches, whatever is asked.

    Where nothing answers, a million articles take SQLite up to a second; so what has
    been found is given with the id that was come to, and the rest can be asked for.
    """

    def __init__(self, conn: sqlite3.Connection, sifting: sieve.Sieve) -> None:
        self._conn = conn
        self._sieve = sifting
        self._seen: _Seen | None = None

    @property
    def end(self) -> int:
        """An id behind the last."""
        row = self._conn.execute("SELECT max(id) FROM article").fetchone()
        return int(row[0] or 0) + 1

    def some(self, asked: Matching, before: int, most: int) -> tuple[list[int], int]:
        """What answers, from an id back; and the id down to which that is all.

        Args:
            asked: What is asked.
            before: The id; itself it is not among them.
            most: After so many it ends, and is all down to the last of them alone.
        """
        found: list[int] = []
        for size in _STRETCHES:
            if len(found) >= most or before <= FIRST:
                break
            down_to = max(FIRST, before - size)
            walk = self._sifted if asked.is_dear else self._walked
            more, before = walk(asked, before, down_to, most - len(found))
            found += more
        return found, before

    def are_common(self, asked: Matching) -> bool:
        """Whether the newest articles that may answer soon fill a page.

        So do very few of them: they are soon sifted, whether they answer or not.
        """
        before = self.end
        for size in _STRETCHES:
            down_to = max(FIRST, before - size)
            around = self._around(asked, before, down_to)
            newest, _ = self._walked(around, before, down_to, sieve.AT_ONCE)
            if len(newest) == sieve.AT_ONCE or down_to == FIRST:
                held = self._held(asked, newest)
                return len(held) * sieve.COMMON >= sieve.AT_ONCE
        return True

    def _walked(
        self, asked: Matching, before: int, down_to: int, most: int
    ) -> tuple[list[int], int]:
        """What an index gives."""
        walked = asked.walked
        if not walked.words:
            return self._ids(walked, before, down_to, most), down_to
        if walked.stretched is None:
            return self._ids(walked, before, FIRST, most), FIRST
        return self._ids(walked.stretched, before, down_to, most), down_to

    def _sifted(
        self, asked: Matching, before: int, down_to: int, most: int
    ) -> tuple[list[int], int]:
        """The same without the index, as long as many of those looked at answer."""
        around = self._around(asked, before, down_to)
        found: list[int] = []
        while len(found) < most and before > down_to:
            ids, came_to = self._walked(around, before, down_to, sieve.AT_ONCE)
            held = self._held(asked, ids)
            found += held
            before = ids[-1] if len(ids) == sieve.AT_ONCE else came_to
            if len(ids) == sieve.AT_ONCE > len(held) * sieve.COMMON:
                # It puts all articles with such words together each time that it is
                # asked: so once, for all that is left.
                found += self._ids(asked, before, FIRST, most - len(found))
                return found, FIRST
        return found, before

    def _around(self, asked: Matching, before: int, down_to: int) -> Matching:
        """What may answer; what has a frequent word of an exception does not.

        Which words those are is seen in some articles: of a beginning that has very
        many, few texts have none.
        """

        def known(beginning: str) -> list[str]:
            if beginning not in frequent:
                some, _ = self._walked(around_it(asked), before, down_to, sieve.AT_ONCE)
                frequent[beginning] = self._sieve.frequent(some, beginning)
            return frequent[beginning]

        frequent = self._of(asked).frequent
        return asked.around(known) if asked.around else asked

    def _held(self, asked: Matching, ids: Sequence[int]) -> Sequence[int]:
        """Those of some articles that answer."""
        seen = self._of(asked)
        if ids != seen.ids:
            seen.ids, seen.held = ids, next(self._sieve.holding(ids, asked.words), ())
        return seen.held

    def _of(self, asked: Matching) -> "_Seen":
        if self._seen is None or self._seen.asked is not asked:
            self._seen = _Seen(asked)
        return self._seen

    def _ids(self, asked: Matching, before: int, down_to: int, most: int) -> list[int]:
        key = "article_fts.rowid" if asked.words else "article.id"
        rows = self._conn.execute(
            f"SELECT article.id {asked.source(down_to, before)}"
            f" AND {key} >= ? AND {key} < ? ORDER BY {key} DESC LIMIT ?",
            (*asked.marked, down_to, before, most),
        )
        return [row[0] for row in rows]


@dataclass(slots=True)
class _Seen:
    """What was seen of articles for one question: the newest are looked at twice."""

    asked: Matching
    ids: Sequence[int] = ()
    """Those that were sifted last."""
    held: Sequence[int] = ()
    """Those of them that answer."""
    frequent: dict[str, list[str]] = field(default_factory=dict)
    """For each beginning of an exception, words that many of them have."""


def around_it(asked: Matching) -> Matching:
    """The same without beginnings: all that answers it answers this."""
    return asked.around(lambda _: ()) if asked.around else asked
