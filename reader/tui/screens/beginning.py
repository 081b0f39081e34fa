"""The beginning of a list of articles, which is shown before the rest has come."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reader.model import Article
from reader.store import Filter, Sort, Store
from reader.text.counted import counted

_FIRST = 60
"""Rows that come with the list itself; a window seldom shows more."""
_SMALL = 5_000
"""A list of so many comes whole at once; of a longer one its beginning does."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows of a list, and the rest of it, which is still to come."""

    sort: Sort
    total: int
    """Articles in the library, listed or not."""
    is_whole: bool
    """Whether there are so few that no more comes."""
    waiting: int
    """Those that are still to be cleaned and indexed."""
    ids: "array[int]"
    rows: Sequence[Article]
    rest: Iterator[Sequence[int]]
    """To be asked of the store, piece by piece."""


def begin(store: Store, sort: Sort | None, asked: Filter) -> Beginning:
    """Begin a list; a short one to its end."""
    sort = sort or Sort.read(store.settings.all().get("order", ""))
    total = store.listing.count()
    is_whole = total <= _SMALL
    rest = store.listing.ids(asked, sort)
    ids = array("q", chain.from_iterable(rest) if is_whole else next(rest, ()))
    rows = store.articles.some(ids[:_FIRST])
    waiting = store.listing.waiting()
    return Beginning(sort, total, is_whole, waiting, ids, rows, rest)


def further(store: Store, begun: Beginning) -> Beginning | None:
    """The same with more, as long as there is not a window full; else None.

    Each question is short, so that whatever else is asked comes in between.
    """
    if begun.is_whole or len(begun.ids) >= _FIRST:
        return None
    more = next(begun.rest, None)
    ids = begun.ids + array("q", more or ())
    rows = store.articles.some(ids[:_FIRST])
    return replace(begun, ids=ids, rows=rows, is_whole=more is None)


def how_many(listed: int | None, total: int, *, goes_on: bool = False) -> str:
    """How long a list is, in words.

    Args:
        listed: Articles that a filter lets through; None without one.
        total: Articles in the library.
        goes_on: Whether more of the list is still to come.
    """
    of_all = counted(total, "article")
    if listed is None:
        return of_all
    return f"{listed:,} so far of {of_all}" if goes_on else f"{listed:,} of {of_all}"
