"""Families of near copies: candidates by their sketches, pairs by all their words."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from reader.store.in_parts import marks
from reader.store.shown import shown_state, shown_words
from reader.text.near_copies import BANDS, SAME, bands, likeness, may_be_copies, runs

_A_BAND: Final = 12
"""Articles that are looked at in one band; more have a page in common, not a story."""
_CANDIDATES: Final = 16
"""Articles that one is compared with word by word, those it meets in most bands."""

_MEETING: Final = " UNION ALL ".join(
    [f"SELECT * FROM (SELECT article_id FROM copy_band WHERE band = ? LIMIT {_A_BAND})"]
    * BANDS
)

Ids = Collection[int]


class Families:
    """The copy_band and copy_pair tables, and the families that follow from them."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._runs: dict[int, frozenset[str]] = {}

    def forget_texts(self) -> None:
        """Read all texts again that are asked for from now on."""
        self._runs.clear()

    def put(
        self, article_id: int, was: bytes | None, sketch: bytes, said: Sequence[str]
    ) -> Ids:
        """Say what an article is now; give those that are no copies of it any more.

        Args:
            article_id: The article; the compared table has a row for it.
            was: Its sketch until now; None for an article that is new there.
            sketch: Of its runs; empty for one that is no copy of anything.
            said: Its runs.
        """
        in_bands = bands(sketch)
        now = self._copies(article_id, sketch, in_bands, said)
        if was != sketch:
            self._put_bands(article_id, bands(was or b""), in_bands)
        before = set() if was is None else self._partners(article_id)
        if now != before:
            self._pair(article_id, before - now, now - before)
        if before - now:
            self._part(article_id)
        if now:
            self._join((article_id, *now))
        return before - now

    def _put_bands(
        self, article_id: int, was: Sequence[int], now: Sequence[int]
    ) -> None:
        if was:
            self._conn.executemany(
                "DELETE FROM copy_band WHERE band = ? AND article_id = ?",
                ((band, article_id) for band in was),
            )
        self._conn.executemany(
            "INSERT INTO copy_band VALUES (?, ?)", [(band, article_id) for band in now]
        )

    def _partners(self, article_id: int) -> set[int]:
        rows = self._conn.execute(
            "SELECT other_id FROM copy_pair WHERE article_id = ?", (article_id,)
        )
        return {row[0] for row in rows}

    def _copies(
        self,
        article_id: int,
        sketch: bytes,
        in_bands: Sequence[int],
        said: Sequence[str],
    ) -> set[int]:
        """Those that it is alike with by all of its words."""
        found = self._candidates(article_id, sketch, in_bands)
        if not found:
            return set()
        mine = self._runs[article_id] = frozenset(said)
        return {each for each in found if likeness(mine, self._runs_of(each)) >= SAME}

    def _candidates(
        self, article_id: int, sketch: bytes, in_bands: Sequence[int]
    ) -> list[int]:
        """Those that are worth comparing word by word, the likeliest first."""
        if not in_bands:
            return []
        met: Counter[tuple[int]] = Counter(self._conn.execute(_MEETING, in_bands))
        del met[article_id,]
        return [
            each
            for (each,), _ in met.most_common(_CANDIDATES)
            if may_be_copies(sketch, self._sketch(each))
        ]

    def _sketch(self, article_id: int) -> bytes:
        row = self._conn.execute(
            "SELECT sketch FROM compared WHERE article_id = ?", (article_id,)
        ).fetchone()
        found: bytes = row[0]
        return found

    def _runs_of(self, article_id: int) -> frozenset[str]:
        """The runs of another article as it is at this moment."""
        if article_id not in self._runs:
            found = shown_state(self._conn, article_id)
            said = runs(shown_words(found[0], found[2])) if found else ()
            self._runs[article_id] = frozenset(said)
        return self._runs[article_id]

    def _pair(self, article_id: int, lost: Ids, won: Ids) -> None:
        self._conn.executemany(
            "DELETE FROM copy_pair WHERE article_id = ? AND other_id = ?",
            _both_ways(article_id, lost),
        )
        self._conn.executemany(
            "INSERT INTO copy_pair VALUES (?, ?)", _both_ways(article_id, won)
        )

    def _join(self, ids: Sequence[int]) -> None:
        """Make one family of some articles and of the families that they have.

        A family is called by the id of one of its members.
        """
        rows = self._conn.execute(
            "SELECT DISTINCT family FROM compared"
            f" WHERE article_id IN ({marks(ids)}) AND family IS NOT NULL",
            ids,
        )
        families = [row[0] for row in rows]
        name = min(families, default=min(ids))
        self._conn.execute(
            f"UPDATE compared SET family = ? WHERE article_id IN ({marks(ids)})"
            " AND family IS NOT ?",
            (name, *ids, name),
        )
        self._conn.executemany(
            "UPDATE compared SET family = ? WHERE family = ?",
            ((name, each) for each in families if each != name),
        )

    def _part(self, article_id: int) -> None:
        """Find the families anew among those that were one with an article."""
        rows = self._conn.execute(
            "SELECT article_id FROM compared WHERE family ="
            " (SELECT family FROM compared WHERE article_id = ?)",
            (article_id,),
        )
        left = {row[0] for row in rows}
        while left:
            together = self._reach(left.pop())
            left -= together
            name = min(together) if len(together) > 1 else None
            self._conn.executemany(
                "UPDATE compared SET family = ? WHERE article_id = ?",
                ((name, each) for each in together),
            )

    def _reach(self, article_id: int) -> set[int]:
        """An article with all that hang together with it by pairs."""
        reached, ahead = {article_id}, [article_id]
        while ahead:
            new = self._partners(ahead.pop()) - reached
            reached |= new
            ahead += new
        return reached


def _both_ways(article_id: int, others: Ids) -> list[tuple[int, int]]:
    there = [(article_id, other) for other in others]
    return there + [(other, article_id) for other in others]
