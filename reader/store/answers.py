"""Which articles answer a search, newest first, asked from the side that has few."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final, NamedTuple

from reader.store import sieve
from reader.store.in_parts import in_parts, marks
from reader.store.query_sql import Matching, Narrow
from reader.store.reach import reaches_far

DATED: Final = 5_000
"""So many articles are put in order of their dates while a person waits."""
_TOGETHER: Final = 30_000
"""So many ids are read in 10 ms, to see whether few articles are two things at once."""
_AT_ONCE: Final = 500
_ASKED: Final = 100
"""Articles that are looked up in the index one by one, in one query."""
_COMMON: Final = 8
"""One of so many articles answers where sifting them is quicker than the index."""
_NEWEST: Final = 1 << 62
"""Greater than any id."""
_DATE: Final = "coalesce(nullif(article.published, ''), article.added_at)"


class Answer(NamedTuple):
    """Some of the articles that answer, in order."""

    ids: Sequence[int]
    next: int | None
    """What asks for those that follow; None when these were the last."""
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

    def newest(self, asked: Matching, after: int | None, limit: int) -> Answer:
        """The newest by date, where few have the words or few are what is asked.

        Else what was brought in last.

        Args:
            asked: What is asked.
            after: `next` of the answer before. How many came before, by date, is said
                as a negative number; one above 0 is the id that was come to.
            limit: How many articles.
        """
        if after is not None and after > 0:
            return self._last(self._walk(asked, after, limit + 1), limit)
        dated, begun = self._dated(asked)
        if dated is not None:
            skip = -(after or 0)
            ids = list(islice(dated, skip, skip + limit + 1))
            more = len(ids) > limit
            return Answer(ids[:limit], -skip - limit if more else None, is_dated=True)
        # What has the words was read so far; most often that is far enough.
        beyond = begun[-1] if begun else _NEWEST
        found = chain(
            self._holding(begun or (), asked), self._walk(asked, beyond, limit + 1)
        )
        return self._last(found, limit)

    def ranked(self, asked: Matching, skip: int, limit: int) -> Answer:
        """Where the words are rare in the library and frequent in the article first."""
        rows = self._conn.execute(
            f"SELECT article.id {_from(asked)}"
            " ORDER BY bm25(article_fts, 4.0), article.id DESC LIMIT ? OFFSET ?",
            (*_values(asked, asked.words), limit + 1, skip),
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
            return len(list(islice(self._walk(asked, _NEWEST, cap + 1), cap + 1)))
        row = self._conn.execute(
            f"SELECT count(*) FROM (SELECT 1 {_from(asked)} LIMIT ?)",
            (*_values(asked, asked.walked), cap + 1),
        )
        return int(row.fetchone()[0])

    def have_words(self, asked: Matching, most: int) -> bool:
        """Whether there are words, and so many articles with them or fewer."""
        found = self._with_words(asked, most + 1)
        return found is not None and len(found) <= most

    def _last(self, found: Iterator[int], limit: int) -> Answer:
        ids = list(islice(found, limit + 1))
        return Answer(ids[:limit], ids[limit - 1] if len(ids) > limit else None)

    def _with_words(self, asked: Matching, most: int) -> list[int] | None:
        """The last of what has the words, whatever it is; None without any words."""
        if not asked.words:
            return None
        rows = self._conn.execute(
            "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
            " ORDER BY rowid DESC LIMIT ?",
            (asked.walked, most),
        )
        return [row[0] for row in rows]

    def _dated(self, asked: Matching) -> tuple[Iterator[int] | None, list[int] | None]:
        """All that answer, by their dates, if few come into question; else None.

        With it comes the last of what has the words, where that was asked for. A
        beginning of a word is dear to the index, so what else is known comes first.
        """
        if asked.has_beginning and (dated := self._narrowed(asked)) is not None:
            return dated, None
        if asked.is_dear:
            around = self._with_words(_around(asked), DATED + 1)
            if around is not None and len(around) <= DATED:
                return self._sifted(self._by_date(around, asked), asked), None
            if self._is_common(asked):
                return None, None
        begun = None
        if not reaches_far(self._conn, asked.needed):
            begun = self._with_words(asked, DATED + 1)
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
        for narrow in asked.narrows if len(ids) > _AT_ONCE else ():
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
            for some in in_parts(ids, _AT_ONCE)
            for row in self._conn.execute(
                f"SELECT {_DATE}, article.id FROM article NOT INDEXED"
                f" WHERE article.id IN ({marks(some)}) AND {asked.where}",
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
            if found * _COMMON < looked_at:
                break
        yield from self._worded(ids[looked_at:], asked)

    def _is_common(self, asked: Matching) -> bool:
        """Whether the newest articles that may answer soon fill a page."""
        newest = self._walk(_around(asked), _NEWEST, sieve.AT_ONCE)
        held = next(self._sieve.holding(newest, asked.words), ())
        return len(held) * _COMMON >= sieve.AT_ONCE

    def _sift(self, asked: Matching, before: int, most: int) -> Iterator[int]:
        """What answers, from an id back, as long as many of those looked at do."""
        around, found = _around(asked), 0
        while found < most:
            ids = list(self._walk(around, before, sieve.AT_ONCE))
            held = next(self._sieve.holding(ids, asked.words), ())
            yield from held
            found += len(held)
            if len(ids) < sieve.AT_ONCE:
                return
            before = ids[-1]
            if len(held) * _COMMON < sieve.AT_ONCE:
                yield from self._walk_index(asked, before, most - found)
                return

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
        for some in chain(in_parts(first, _ASKED), in_parts(rest, _AT_ONCE)):
            rows = self._conn.execute(
                "SELECT article.id FROM article NOT INDEXED"
                f" WHERE article.id IN ({marks(some)}) AND {asked.where}",
                (*some, *asked.values),
            )
            held = {row[0] for row in rows}
            yield from (each for each in some if each in held)

    def _walk(self, asked: Matching, before: int, most: int) -> Iterator[int]:
        """What answers, from an id back."""
        walk = self._sift if asked.is_dear else self._walk_index
        return walk(asked, before, most)

    def _walk_index(self, asked: Matching, before: int, most: int) -> Iterator[int]:
        """The same: an index walks its own rows backwards."""
        key = "article_fts.rowid" if asked.words else "article.id"
        rows = self._conn.execute(
            f"SELECT article.id {_from(asked)} AND {key} < ?"
            f" ORDER BY {key} DESC LIMIT ?",
            (*_values(asked, asked.walked), before, most),
        )
        for row in rows.fetchall():
            yield row[0]


def _around(asked: Matching) -> Matching:
    """The same without beginnings of words: what answers `asked` answers it, too."""
    return replace(asked, words=asked.around, has_beginning=False, spelt=None)


def _from(asked: Matching) -> str:
    if not asked.words:
        return f"FROM article WHERE {asked.where}"
    return (
        "FROM article_fts CROSS JOIN article ON article.id = article_fts.rowid"
        f" WHERE article_fts MATCH ? AND {asked.where}"
    )


def _values(asked: Matching, words: str) -> tuple[str | int, ...]:
    return (words, *asked.values) if asked.words else asked.values
