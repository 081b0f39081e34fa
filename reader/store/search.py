"""Searching all articles at once: the index, kept right, and what it finds."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Article, Span, Version
from reader.queries.concordance import Hit, Part, in_context, places
from reader.queries.nodes import Query
from reader.store.articles import Articles
from reader.store.errors import NewerTextError, StoreError
from reader.store.index import Index
from reader.store.query_sql import Matching, matching
from reader.store.verdicts import Verdicts
from reader.text.passages import Passages, Size

PAGE = 50
"""Articles that are asked for at once."""
AT_ONCE = 50
"""Articles that a page learns itself before it is given."""
CAP = 1_000
"""More are not counted: nobody reads on, and counting takes longer."""
RANKED = 5_000
"""So many articles can be put in order of relevance while a person waits."""
DATED = 5_000
"""So many articles are put in order of their dates while a person waits."""
_HITS = 5
"""Passages of an article that are given at first."""
_ALL_HITS = 500
_SHOWN, _HIDDEN = "{title shown}", "{hidden}"
_BOTH = "{title shown hidden}"
_DATE = "coalesce(nullif(article.published, ''), article.added_at)"


class Sort(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    """By the article's date, or the day it was added; of more than `DATED` articles
    what was brought in last."""
    RELEVANCE = "relevance"
    """Where the words are rare in the library and frequent in the article: BM25."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article that answers, with its first passages."""

    article: Article
    hits: tuple[Hit, ...]
    total: int
    """All its passages. There are none when the words stand in its title alone, or
    when no words were asked for."""


@dataclass(frozen=True, slots=True)
class Results:
    """A page of what was found."""

    found: tuple[Found, ...]
    next: int | None
    """What `after` asks for the next page; None when this was the last."""
    is_dated: bool = True
    """Whether the newest first goes by dates, and not by what was brought in last."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles answer; never more than one over `CAP`."""

    articles: int
    in_hidden: int
    """Those whose hidden lines answer by themselves."""


class Search:
    """What can be asked of the words of all articles."""

    def __init__(
        self, conn: sqlite3.Connection, articles: Articles, verdicts: Verdicts
    ) -> None:
        self._conn = conn
        self._articles = articles
        self._verdicts = verdicts
        self.index = Index(conn, verdicts)

    def page(
        self,
        query: Query,
        *,
        hidden: bool = False,
        sort: Sort = Sort.NEWEST,
        after: int | None = None,
        limit: int = PAGE,
        all_hits: bool = False,
    ) -> Results:
        """The next articles that answer, each with its first passages.

        What the index has still to learn is not found, but for a few articles that
        it learns at once; `index.update` teaches it all.

        Args:
            query: What is asked.
            hidden: Whether hidden lines are asked too.
            sort: What comes first.
            after: `next` of the page before.
            limit: How many articles.
            all_hits: Whether all passages are given, as many as anybody would read.
        """
        most = _ALL_HITS if all_hits else _HITS
        results = self._page(query, hidden, sort, after, limit, most)
        # Passages are taken from lines that are judged anew if need be, and then the
        # index was wrong about them.
        if self.index.update_if_free(AT_ONCE):
            results = self._page(query, hidden, sort, after, limit, most)
        return results

    def _page(
        self,
        query: Query,
        hidden: bool,
        sort: Sort,
        after: int | None,
        limit: int,
        most: int,
    ) -> Results:
        asked = matching(query.root, _BOTH if hidden else _SHOWN)
        is_dated = False
        if sort is Sort.RELEVANCE and asked.words:
            ids = self._ranked(asked, after or 0, limit + 1)
            rest = (after or 0) + limit
        elif (dated := self._dated(asked, after, limit + 1)) is not None:
            ids, rest, is_dated = dated, (after or 0) - limit, True
        else:
            ids = self._newest(asked, after, limit + 1)
            rest = ids[limit - 1] if len(ids) >= limit else 0
        more = len(ids) > limit
        rows = self._articles.some(ids[:limit])
        found = tuple(self._found(row, query, hidden, most) for row in rows)
        return Results(found, rest if more else None, is_dated)

    def inside(
        self, article_id: int, query: Query, *, hidden: bool = False
    ) -> Found | None:
        """One article with all its passages, as many as anybody would read."""
        article = self._articles.one(article_id)
        return self._found(article, query, hidden, _ALL_HITS) if article else None

    def ids(self, query: Query, limit: int = PAGE) -> list[int]:
        """The newest articles that answer, by the index alone."""
        return self._newest(matching(query.root, _SHOWN), None, limit)

    def count(self, query: Query) -> Count:
        """How many articles answer, and how many do by their hidden lines."""
        return Count(self._count(query, _SHOWN), self._count(query, _HIDDEN))

    def can_rank(self, query: Query, *, hidden: bool = False) -> bool:
        """Whether there are words, and few enough articles with them."""
        asked = matching(query.root, _BOTH if hidden else _SHOWN)
        return bool(asked.words) and self._counted(asked, RANKED) <= RANKED

    def whole(
        self,
        article_id: int,
        span: Span,
        size: Size,
        words: str,
        *,
        is_hidden: bool = False,
    ) -> tuple[Version, Span]:
        """The passage of a size around a hit, and the version that it stands in.

        Args:
            article_id: Where the hit is.
            span: Its place.
            size: What is to be around it.
            words: What was found there, blanks aside.
            is_hidden: Whether it stands in hidden lines.

        Raises:
            StoreError: When the article is not in the library any more, or has a newer
                text than the one in which the words were found.
        """
        article = self._articles.one(article_id)
        if article is None:
            raise StoreError("that article is not in the library any more")
        version = self._articles.version(article.version_id)
        if span.of(version.text).split() != words.split():
            raise NewerTextError
        hidden = [line.span for line in self._verdicts.of(version).hidden]
        passages = Passages(version.text, () if is_hidden else hidden)
        first = passages.at(span.start, size) or span
        last = passages.at(span.end - 1, size) or span
        return version, Span(min(span.start, first.start), max(span.end, last.end))

    def _count(self, query: Query, columns: str) -> int:
        asked = matching(query.root, columns)
        if columns is _HIDDEN and not query.leaves:
            return 0
        return self._counted(asked, CAP)

    def _counted(self, asked: Matching, cap: int) -> int:
        row = self._conn.execute(
            f"SELECT count(*) FROM (SELECT 1 {_from(asked)} LIMIT ?)",
            (*_values(asked), cap + 1),
        )
        return int(row.fetchone()[0])

    def _newest(self, asked: Matching, after: int | None, limit: int) -> list[int]:
        # The index walks its own rows backwards and stops when there are enough.
        key = "article_fts.rowid" if asked.words else "article.id"
        rows = self._conn.execute(
            f"SELECT article.id {_from(asked)} AND {key} < ?"
            f" ORDER BY {key} DESC LIMIT ?",
            (*_values(asked), (1 << 62) if after is None else after, limit),
        )
        return [row[0] for row in rows]

    def _dated(
        self, asked: Matching, after: int | None, limit: int
    ) -> list[int] | None:
        """By their dates, if they are few; None when they are not.

        How many came before is said in `after` as a negative number; one above 0 is
        the id that `_newest` has come to.
        """
        if after is not None and after > 0:
            return None
        key = "article_fts.rowid" if asked.words else "article.id"
        rows = self._conn.execute(
            f"SELECT {_DATE}, article.id {_from(asked)} ORDER BY {key} DESC LIMIT ?",
            (*_values(asked), DATED + 1),
        ).fetchall()
        if len(rows) > DATED:
            return None
        skip = -(after or 0)
        rows.sort(reverse=True)
        return [article_id for _, article_id in rows[skip : skip + limit]]

    def _ranked(self, asked: Matching, skip: int, limit: int) -> list[int]:
        rows = self._conn.execute(
            f"SELECT article.id {_from(asked)}"
            " ORDER BY bm25(article_fts, 4.0), article.id DESC LIMIT ? OFFSET ?",
            (*_values(asked), limit, skip),
        )
        return [row[0] for row in rows]

    def _found(self, article: Article, query: Query, hidden: bool, most: int) -> Found:
        """An article with its passages, as its lines are now."""
        if not query.leaves:
            return Found(article, (), 0)
        version = self._articles.version(article.version_id)
        lines: list[Part] = [
            (line.span, line.hidden) for line in self._verdicts.of(version)
        ]
        spans = places(version.text, lines, query.leaves, hidden=hidden)
        hits = tuple(
            in_context(version.text, lines, span, is_hidden=is_hidden)
            for span, is_hidden in spans[:most]
        )
        return Found(article, hits, len(spans))


def articles_said(count: int) -> str:
    """A number of articles that was counted no further than `CAP`, in words."""
    if count > CAP:
        return f"{CAP:,}+ articles"
    return f"{count:,} article{'' if count == 1 else 's'}"


def _from(asked: Matching) -> str:
    if not asked.words:
        return f"FROM article WHERE {asked.where}"
    return (
        "FROM article_fts CROSS JOIN article ON article.id = article_fts.rowid"
        f" WHERE article_fts MATCH ? AND {asked.where}"
    )


def _values(asked: Matching) -> tuple[str | int, ...]:
    return (asked.words, *asked.values) if asked.words else asked.values
