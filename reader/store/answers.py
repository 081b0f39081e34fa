"""Which articles answer a search, newest first, asked from the side that has few."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final, NamedTuple

from reader.store import sieve
from reader.store.backwards import Backwards, around_it
from reader.store.in_parts import in_parts, marks
from reader.store.query_sql import FIRST, Matching, Narrow
from reader.store.reach import reaches_far

DATED: Final = 5_000
"""So many articles are put in order of their dates while a person waits."""
_TOGETHER: Final = 30_000
"""So many ids are read in 10 ms, to see whether few articles are two things at once."""
_MANY: Final = 1_000
"""Articles of which it takes longer to ask something than to ask its index."""
_AT_ONCE: Final = 500
_ASKED: Final = 100
"""Articles that are looked up in the index one by one, in one query."""
_DATE: Final = "coalesce(nullif(article.published, ''), article.added_at)"


class Answer(NamedTuple):
    """Some of the articles that answer, in order."""

    ids: Sequence[int]
    next: int | None
    """What asks for those that follow; None when these were the last. Of what comes as
    it was brought in there may be less than was asked for, and more further back."""
    is_dated: bool = False
    """Whether they go by their dates, and not by what was brought in last."""


class Answers:
    """Asks the index of words, or the indexes of articles, whichever has fewer.

    Articles whose ids are known are looked up `NOT INDEXED`, which means by their ids:
    SQLite would rather read through an index that has all columns in it.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._sieve = sieve.Sieve(conn)
        self._backwards = Backwards(conn, self._sieve)

    def newest(self, asked: Matching, after: int | None, limit: int) -> Answer:
        """The newest by date, where few have the words or few are what is asked.

        Else what was brought in last, as far back as a person waits.

        Args:
            asked: What is asked.
            after: `next` of the answer before. How many came before, by date, is said
                as a negative number; one above 0 is the id that was come to.
            limit: How many articles.
        """
        if after is not None and after > 0:
            return self._last(asked, after, limit)
        dated, begun = self._dated(asked)
        if dated is not None:
            skip = -(after or 0)
            ids = list(islice(dated, skip, skip + limit + 1))
            more = len(ids) > limit
            return Answer(ids[:limit], -skip - limit if more else None, is_dated=True)
        if not begun:
            return self._last(asked, self._backwards.end, limit)
        # What has the words was read so far; most often that is far enough.
        ids = list(islice(self._holding(begun, asked), limit + 1))
        if len(ids) > limit:
            return Answer(ids[:limit], ids[limit - 1])
        further = self._last(asked, begun[-1], limit - len(ids))
        return Answer([*ids, *further.ids], further.next)

    def ranked(self, asked: Matching, skip: int, limit: int) -> Answer:
        """Where the words are rare in the library and frequent in the article first."""
        rows = self._conn.execute(
            f"SELECT article.id {asked.source()}"
            " ORDER BY bm25(article_fts, 4.0), article.id DESC LIMIT ? OFFSET ?",
            (*asked.marked, limit + 1, skip),
        )
        ids = [row[0] for row in rows]
        return Answer(ids[:limit], skip + limit if len(ids) > limit else None)

    def count(self, asked: Matching, cap: int) -> int:
        """How many answer; never more than one over the cap."""
        if asked.values or asked.is_dear:  # Else whatever has the words answers.
            dated, _ = self._dated(asked)
            if dated is not None:
                return len(list(islice(dated, cap + 1)))
        if asked.is_dear:
            answer = self._last(asked, self._backwards.end, cap + 1)
            total = len(answer.ids)
            while answer.next is not None and total <= cap:
                answer = self._last(asked, answer.next, cap + 1 - total)
                total += len(answer.ids)
            return total
        walked = asked.walked
        row = self._conn.execute(
            f"SELECT count(*) FROM (SELECT 1 {walked.source()} LIMIT ?)",
            (*walked.marked, cap + 1),
        )
        return int(row.fetchone()[0])

    def have_words(self, asked: Matching, most: int) -> bool:
        """Whether there are words, and so many articles with them or fewer."""
        found = self._with_words(asked, most + 1)
        return found is not None and len(found) <= most

    def _last(self, asked: Matching, before: int, limit: int) -> Answer:
        """What was brought in last before an id, as far back as a person waits."""
        ids, came_to = self._backwards.some(asked, before, limit + 1)
        if len(ids) > limit:
            return Answer(ids[:limit], ids[limit - 1])
        return Answer(ids, came_to if came_to > FIRST else None)

    def _with_words(self, asked: Matching, most: int) -> list[int] | None:
        """The last of what has the words, whatever it is; None without any words."""
        if not asked.words:
            return None
        rows = self._conn.execute(
            "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
            " ORDER BY rowid DESC LIMIT ?",
            (asked.walked.words, most),
        )
        return [row[0] for row in rows]

    def _last_if_near(self, asked: Matching) -> list[int] | None:
        """The same, one more than are put by date; None where they may be far apart."""
        if reaches_far(self._conn, asked.needed):
            return None
        return self._with_words(asked, DATED + 1)

    def _dated(self, asked: Matching) -> tuple[Iterator[int] | None, list[int] | None]:
        """All that answer, by their dates, if few come into question; else None.

        With it comes the last of what has the words, where that was asked for. A
        beginning of a word is dear to the index, so what else is known comes first.
        """
        if asked.has_beginning and (dated := self._narrowed(asked)) is not None:
            return dated, None
        if asked.is_dear:
            around = self._last_if_near(around_it(asked))
            if around is not None and len(around) <= DATED:
                return self._sifted(self._by_date(around, asked), asked), None
            if self._backwards.are_common(asked):
                return None, None
        begun = self._last_if_near(asked)
        if begun is not None and len(begun) <= DATED:
            return iter(self._by_date(*self._cut(begun, asked))), begun
        return None if asked.has_beginning else self._narrowed(asked), begun

    def _narrowed(self, asked: Matching) -> Iterator[int] | None:
        """The same, where few articles are what is asked, words aside."""
        for narrow in asked.narrows:
            ids = self._up_to(DATED, narrow)
            if ids is not None:
                besides = replace(asked, where=narrow.rest, values=narrow.rest_values)
                return self._with_all(ids, besides)
        if len(asked.narrows) == 1:
            return None
        each = [self._up_to(_TOGETHER, narrow) for narrow in asked.narrows]
        known = [set(ids) for ids in each if ids is not None]
        both = set.intersection(*known) if known else None
        return (
            None if both is None or len(both) > DATED else self._with_all(both, asked)
        )

    def _cut(self, ids: list[int], asked: Matching) -> tuple[list[int], Matching]:
        """Those of many articles of which something is true that an index knows.

        With it comes what is asked besides: whether each has a tag is dear where
        articles have dozens.
        """
        for narrow in asked.narrows if len(ids) > _MANY else ():
            if (known := self._up_to(_TOGETHER, narrow)) is not None:
                besides = replace(asked, where=narrow.rest, values=narrow.rest_values)
                return [*set(known).intersection(ids)], besides
        return ids, asked

    def _up_to(self, most: int, narrow: Narrow) -> list[int] | None:
        """The ids of all articles of which it is true; None where they are more."""
        rows = self._conn.execute(f"{narrow.ids} LIMIT ?", (*narrow.values, most + 1))
        ids = [row[0] for row in rows]
        return ids if len(ids) <= most else None

    def _with_all(self, ids: Collection[int], asked: Matching) -> Iterator[int]:
        """Those of the articles that answer, by their dates."""
        if asked.is_dear:
            return self._sifted(self._by_date(ids, asked), asked)
        if asked.has_beginning:
            # All of them go into one query, and few have such a word.
            return iter(self._by_date([*self._worded([*ids], asked)], asked))
        dated = self._by_date(ids, asked)
        return self._worded(dated, asked) if asked.words else iter(dated)

    def _by_date(self, ids: Collection[int], asked: Matching) -> list[int]:
        """Those of the articles that are what is asked, words aside."""
        rows = [
            row
            for some in in_parts(sorted(ids), _AT_ONCE)
            for row in self._conn.execute(
                f"SELECT {_DATE}, article.id FROM article NOT INDEXED WHERE"
                f" article.id IN ({marks(some)}) AND {asked.within(some[0], some[-1])}",
                (*some, *asked.values),
            )
        ]
        rows.sort(reverse=True)
        return [article_id for _, article_id in rows]

    def _sifted(self, ids: Sequence[int], asked: Matching) -> Iterator[int]:
        """Those of the articles that have the words, in their order.

        Of so many that have none the index knows it sooner than the sieve.
        """
        looked_at = found = 0
        for held in self._sieve.holding(ids, asked.words):
            looked_at += sieve.AT_ONCE
            found += len(held)
            yield from held
            if found * sieve.COMMON < looked_at:
                break
        yield from self._worded(ids[looked_at:], asked)

    def _worded(self, ids: Sequence[int], asked: Matching) -> Iterator[int]:
        """Those of the articles that have the words, in their order."""
        # The words that a beginning may become are put together anew by each query.
        size = len(ids) if asked.has_beginning else _ASKED
        row_id = "+rowid" if asked.has_beginning else "rowid"
        for some in in_parts(ids, max(1, size)):
            rows = self._conn.execute(
                "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
                f" AND {row_id} IN ({marks(some)})",
                (asked.words, *some),
            )
            held = {row[0] for row in rows}
            yield from (each for each in some if each in held)

    def _holding(self, ids: Sequence[int], asked: Matching) -> Iterator[int]:
        """Those of the articles that are what is asked, words aside, in their order."""
        # The first few may fill the page; each query looks the tags up anew.
        first, rest = ids[:_ASKED], ids[_ASKED:]
        for some in chain(in_parts(first, _ASKED), in_parts(rest, _MANY)):
            rows = self._conn.execute(
                "SELECT article.id FROM article NOT INDEXED"
                f" WHERE article.id IN ({marks(some)})"
                f" AND {asked.within(min(some), max(some))}",
                (*some, *asked.values),
            )
            held = {row[0] for row in rows}
            yield from (each for each in some if each in held)
