"""Searching all articles at once: the index, kept right, and what it finds."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from reader.model import Article, Span, Version
from reader.queries.concordance import Hit, Part, first_sentences, in_context
from reader.queries.nodes import Query
from reader.store.answers import Answer, Answers
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.errors import NewerTextError, StoreError
from reader.store.index import Index
from reader.store.query_sql import Matching, matching
from reader.store.unknown import unknown
from reader.store.verdicts import Verdicts
from reader.store.vocabulary import Vocabulary
from reader.text.counted import counted
from reader.text.lines import lines
from reader.text.passages import Passages, Size

PAGE = 50
"""Articles that are asked for at once."""
AT_ONCE = 50
"""Articles that a page learns itself before it is given."""
CAP = 1_000
"""More are not counted: nobody reads on, and counting takes longer."""
RANKED = 5_000
"""So many articles can be put in order of relevance while a person waits."""
_HITS = 5
"""Sentences of an article that are given at first."""
_ALL_HITS = 500
_SHOWN, _HIDDEN = "{title shown}", "{hidden}"
_BOTH = "{title shown hidden}"


class Sort(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    """By the article's date, or the day it was added; where more than `DATED` come
    into question, what was brought in last."""
    RELEVANCE = "relevance"
    """Where the words are rare in the library and frequent in the article: BM25."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article that answers, with its first passages."""

    article: Article
    hits: tuple[Hit, ...]
    """One a sentence."""
    total: int
    """All places of the words, also those that are not given. There are none when the
    words stand in its title alone, or when no words were asked for."""

    @property
    def left(self) -> int:
        """How many places are not given."""
        return self.total - sum(len(hit.places) for hit in self.hits)


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
    """Those whose hidden lines answer by themselves; none where those are looked
    through, too."""


class Search:
    """What can be asked of the words of all articles."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        coders: Coders,
        articles: Articles,
        verdicts: Verdicts,
    ) -> None:
        self._conn = conn
        self._coders = coders
        self._articles = articles
        self._verdicts = verdicts
        self._answers = Answers(conn)
        self._vocabulary = Vocabulary(conn)
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
        is_whole: bool = True,
    ) -> Results:
        """The next articles that answer, each with its first passages.

        What the index does not hold is not found, but for a few articles that it
        learns at once; `index.update` teaches it all. What is found before its turn
        to be cleaned has come is cleaned now, as it is shown so.

        Args:
            query: What is asked.
            hidden: Whether hidden lines are asked too.
            sort: What comes first.
            after: `next` of the page before.
            limit: How many articles.
            all_hits: Whether all passages are given, as many as anybody would read.
            is_whole: Whether it looks on until there are so many, or no more. Else it
                gives what it has found as soon as a person has waited: that may be few
                or none, with more to come.
        """

        def page() -> Results:
            asked = self._asked(query, _BOTH if hidden else _SHOWN)
            if sort is Sort.RELEVANCE and asked.words:
                answer = self._answers.ranked(asked, after or 0, limit)
            else:
                answer = self._newest(asked, after, limit, is_whole=is_whole)
            look = self._looking(query, hidden, _ALL_HITS if all_hits else _HITS)
            found = tuple(map(look, self._articles.some(answer.ids)))
            return Results(found, answer.next, answer.is_dated)

        results = page()
        # Passages are taken from lines that are judged anew if need be, and then the
        # index was wrong about them.
        learned = self.index.learn_if_free([one.article.id for one in results.found])
        if not self.index.is_behind:
            learned += self.index.update_if_free(AT_ONCE)
        return page() if learned else results

    def _newest(
        self, asked: Matching, after: int | None, limit: int, *, is_whole: bool
    ) -> Answer:
        answer = self._answers.newest(asked, after, limit)
        while is_whole and answer.next is not None and len(answer.ids) < limit:
            left = limit - len(answer.ids)
            more = self._answers.newest(asked, answer.next, left)
            answer = more._replace(ids=[*answer.ids, *more.ids])
        return answer

    def _asked(self, query: Query, columns: str) -> Matching:
        """To a coder who works blind, tags are only the own ones."""
        only = self._coders.only
        asked = matching(query.root, columns, only)
        if not asked.has_beginning:
            return asked

        @cache
        def spelt() -> Matching | None:
            root = self._vocabulary.spelt_out(query.root)
            return None if root is None else matching(root, columns, only)

        return replace(asked, spelt=spelt)

    def inside(
        self, article_id: int, query: Query, *, hidden: bool = False
    ) -> Found | None:
        """One article with all its passages, as many as anybody would read."""
        article = self._articles.one(article_id)
        return self._looking(query, hidden, _ALL_HITS)(article) if article else None

    def ids(self, query: Query, limit: int = PAGE) -> list[int]:
        """The newest articles that answer, by the index alone."""
        asked = self._asked(query, _SHOWN)
        return list(self._newest(asked, None, limit, is_whole=True).ids)

    def count(self, query: Query, *, hidden: bool = False) -> Count:
        """How many articles answer, and how many do by their hidden lines.

        Args:
            query: What is asked.
            hidden: Whether hidden lines are looked through, too.
        """
        if hidden:
            return Count(self._count(query, _BOTH), 0)
        return Count(self._count(query, _SHOWN), self._count(query, _HIDDEN))

    def unknown(self, query: Query) -> list[str]:
        """A sentence for each tag and site of a query that there is not."""
        return unknown(self._conn, query.root)

    def can_rank(self, query: Query, *, hidden: bool = False) -> bool:
        """Whether there are words, and few enough articles with them."""
        asked = self._asked(query, _BOTH if hidden else _SHOWN)
        return self._answers.have_words(asked, RANKED)

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
        hidden = self._verdicts.hidden(version)
        passages = Passages(version.text, () if is_hidden else hidden)
        first = passages.at(span.start, size) or span
        last = passages.at(span.end - 1, size) or span
        return version, Span(min(span.start, first.start), max(span.end, last.end))

    def _count(self, query: Query, columns: str) -> int:
        asked = self._asked(query, columns)
        if columns is _HIDDEN and not query.leaves:
            return 0
        return self._answers.count(asked, CAP)

    def _looking(
        self, query: Query, hidden: bool, most: int
    ) -> Callable[[Article], Found]:
        """What finds the passages of an article, for many articles in a row."""
        hiding, leaves = self._verdicts.hiding(), query.leaves

        def found(article: Article) -> Found:
            if not leaves:
                return Found(article, (), 0)
            text, hidden_lines = hiding(article.version_id)
            not_shown = frozenset(hidden_lines)
            parts: list[Part] = [(line, line in not_shown) for line in lines(text)]
            each, total = first_sentences(text, parts, leaves, most, hidden=hidden)
            hits = tuple(
                in_context(text, parts, spans, is_hidden=is_hidden)
                for spans, is_hidden in each
            )
            return Found(article, hits, total)

        return found


def articles_said(count: int) -> str:
    """A number of articles that was counted no further than `CAP`, in words."""
    if count > CAP:
        return f"{CAP:,}+ articles"
    return counted(count, "article")
