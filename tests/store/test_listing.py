"""The list: every order and filter, by indexes alone, whatever is in the library."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, Document, Span, Status
from reader.store import (
    Filter,
    Order,
    Sort,
    Store,
    listing,
    matching,
    walk,
)
from reader.store.filtering import FIELDS, UNTAGGED
from reader.store.id_set import first_place
from tests.conftest import HARBOUR, MARKET, keep

_SITES = ("apnews.com", "reuters.com", "")
_DATES = ("", "2019", "2020-05", "2020-05-17", "2021-01-02T10:00:00+00:00")
_LANGUAGES = ("en", "de", "")
_TITLES = (
    "Prices rise",
    "prices fall",
    "Ärger im Hafen",
    "海港的新闻",
    "北京 Prices",
    "",
)
_TAGS = ("actor", "actor/state", "actor/state/china", "actors", "mood")


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    made = []
    for number in range(draw(st.integers(1, 12))):
        title = draw(st.sampled_from(_TITLES))
        text = f"{title}\n\nText {number}.\n" + draw(
            st.sampled_from(
                ("", "Leave a Reply\n", "Leave a Reply\n\nShare this story\n")
            )
        )
        made.append(
            Document(
                f"folder/text-{number}.txt", text, b"", "utf-8", "lf", title,
                site=draw(st.sampled_from(_SITES)),
                published=draw(st.sampled_from(_DATES)),
                language=draw(st.sampled_from(_LANGUAGES)),
            )
        )  # fmt: skip
    return made


def library(data: st.DataObject) -> Store:
    """A library in memory, read, tagged and thinned out in any way."""
    store = Store(None, "ana")
    step = store.imports.open("import")
    kept = store.imports.keep(step, data.draw(documents()))
    store.imports.close(step)
    for article_id, _ in kept:
        if data.draw(st.booleans()):
            store.recount(article_id)
        store.articles.set_status(article_id, data.draw(st.sampled_from(Status)))
        version = store.articles.version(article_id)
        for tag in data.draw(st.lists(st.sampled_from(_TAGS), max_size=2)):
            store.annotations.tag(version, Span(0, len(version.text)), tag)
        if region := data.draw(st.sampled_from(("", "east", "west"))):
            store.attributes.put(article_id, {"Region": region})
        if data.draw(st.booleans()):
            store.annotations.note(version, Span(0, len(version.text)), "a memo")
    gone = data.draw(st.sets(st.sampled_from([one for one, _ in kept]), max_size=3))
    store.articles.remove(sorted(gone))
    return store


asked = st.builds(
    Filter,
    words=st.sampled_from(("", "pri", "PRICES ri", "text-1", "港", "arger", "rice")),
    status=st.sampled_from(("", "unread", "done")),
    tag=st.sampled_from(("", "actor", "Actor/State", "mood", "none such", UNTAGGED)),
    site=st.sampled_from(("", "reuters.com", "nowhere.org")),
    since=st.sampled_from(("", "2020", "2020-05-17")),
    until=st.sampled_from(("", "2020", "2020-05", "2021-01-02")),
    coder=st.sampled_from(("", "ana", "ben")),
    hidden=st.sampled_from(("", "0", "1", "50")),
    language=st.sampled_from(("", "de")),
    attribute=st.sampled_from(("", "Region", "region=east", "region = west")),
)


def fits(
    article: Article, tags: set[str], coders: set[str], region: str, asked: Filter
) -> bool:
    """What the filter means, said the slow way."""
    value = asked.attribute.partition("=")[2].strip()
    family = asked.tag.casefold()
    return all(
        (
            asked.status in ("", article.status),
            not asked.tag
            or (not tags if asked.tag == UNTAGGED else False)
            or any(tag == family or tag.startswith(family + "/") for tag in tags),
            asked.site in ("", article.site),
            not asked.since or article.published >= asked.since,
            not asked.until
            or (
                article.published
                and article.published[: len(asked.until)] <= asked.until
            ),
            not asked.coder or asked.coder in coders,
            not asked.hidden
            or (
                article.hidden_lines is not None
                and article.hidden_lines * 100 // max(1, article.lines)
                >= int(asked.hidden)
            ),
            asked.language in ("", article.language),
            not asked.attribute or region != "",
            value in ("", region),
        )
    )


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(),
    asked=asked,
    order=st.sampled_from(Order),
    turned=st.booleans(),
    few=st.sampled_from([0, 2, 100]),
)
def test_the_list_is_what_the_filter_means_in_the_order_asked_for(
    data: st.DataObject, asked: Filter, order: Order, turned: bool, few: int
) -> None:
    with library(data) as store, small_pieces(few):
        sort = Sort(order, turned)
        everything = list(chain(*store.listing.ids(None, sort)))
        assert len(everything) == store.listing.count()
        assert sorted(everything) == [article.id for article in store.articles.all()]
        keys = [key(store.articles.some([each])[0], order) for each in everything]
        assert keys == unknown_last(sorted(keys, reverse=sort.falls), order)

        plain = Filter.read({**asked.said, "words": ""})
        listed = list(chain(*store.listing.ids(plain, sort)))
        annotations = {each: store.annotations.of(each) for each in everything}
        assert listed == [
            article.id
            for article in store.articles.some(everything)
            if fits(
                article,
                {a.tag.path for a in annotations[article.id] if a.tag},
                {a.coder for a in annotations[article.id]},
                store.attributes.of([article.id])[article.id].get("Region", ""),
                plain,
            )
        ]
        with_words = list(chain(*store.listing.ids(asked, sort)))
        assert with_words == [each for each in listed if each in set(with_words)]


def key(article: Article, order: Order) -> tuple[Any, int]:
    values: dict[Order, Any] = {
        Order.ADDED: article.id,
        Order.TITLE: article.title.casefold(),
        Order.PUBLISHED: article.published,
        Order.SITE: article.site,
        Order.LANGUAGE: article.language,
        Order.STATUS: article.status.value,
        Order.WORDS: article.words,
        Order.HIDDEN: -1
        if article.hidden_lines is None
        else 100 * article.hidden_lines // max(1, article.lines),
        Order.TAGS: article.annotations,
        Order.COPIES: article.copies,
    }
    return values[order], article.id


def unknown_last(keys: list[tuple[Any, int]], order: Order) -> list[tuple[Any, int]]:
    """Whichever way it is sorted, what nobody knows comes at the end."""
    has_unknown = {Order.PUBLISHED, Order.SITE, Order.LANGUAGE, Order.HIDDEN}
    unknown = ("", -1) if order in has_unknown else ()
    return sorted(keys, key=lambda each: each[0] in unknown)


@contextmanager
def small_pieces(few: int = 2) -> Iterator[None]:
    """So that a few articles are walked as a million would be.

    Args:
        few: So many are looked up by their ids.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "_FIRST", 2)
        patch.setattr(listing, "PIECE", 3)
        patch.setattr(walk, "PIECE", 3)
        patch.setattr(listing, "_FEW", 4)
        patch.setattr(listing, "_SORTED", 1)
        patch.setattr(listing, "_AT_ONCE", 2)
        patch.setattr(matching, "_AT_ONCE", 2)
        patch.setattr(matching, "_FEW", few)
        patch.setattr(matching, "_SOME", few)
        patch.setattr(matching, "_FEW_NAMED", few)
        patch.setattr(listing, "_TRIED", 3)
        patch.setattr(listing, "_WINDOW", 3)
        yield


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harb", ["Harbour falls quiet"]),
        ("QUIET fal", ["Harbour falls quiet"]),
        ("alls", []),
        ("text-1", ["Prices rise at the market"]),
        ('" OR * AND (', []),
        (
            '"*" -',
            ["Harbour falls quiet", "Prices rise at the market", "", "海港的新闻"],
        ),
        ("港", ["海港的新闻"]),
        ("新闻 海", ["海港的新闻"]),
    ],
)
def test_words_are_found_by_their_beginnings(
    store: Store, words: str, found: list[str]
) -> None:
    keep(store, "", "", "海港的新闻\n\n内容。\n")
    ids = chain(*store.listing.ids(Filter(words=words)))
    assert [store.articles.some([each])[0].title for each in ids] == found


FIRST, LAST = ("a.com", "2019-01-01"), ("c.com", "2022-01-01")
IT = {"site": "b.com", "date": "2020-05-01", "status": "done"}


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ({"status": "done"}, Order.STATUS),
        ({"site": "b.com"}, Order.SITE),
        ({"since": "2020", "until": "2021"}, Order.PUBLISHED),
        ({"tag": "mood"}, Order.TAGS),
        ({"coder": "ana"}, Order.TAGS),
        ({"tag": "-"}, Order.TAGS),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_what_is_sorted_by_what_is_asked_for_no_other_article_is_walked(
    store: Store, said: dict[str, str], order: Order, turned: bool
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(9)))
    fits = ids[4]
    for article in store.articles.all():
        version = store.articles.version(article.id)
        is_it = article.id == fits
        if is_it != (said == {"tag": "-"}):
            store.annotations.tag(version, Span(0, 6), "mood")
        site, day = FIRST if article.id < fits else LAST
        about = {"site": site, "date": day, "status": "reading"}
        store.attributes.put(article.id, IT if is_it else about)
    with small_pieces(0):
        first = next(store.listing.ids(Filter(**said), Sort(order, turned)))
    assert list(first) == [fits]


def test_names_of_the_first_are_looked_at_and_not_the_index_of_all(
    store: Store,
) -> None:
    keep(store, *(f"Report {n}\n\nFerries, again." for n in range(9)))
    asked: list[str] = []
    store._conn.set_trace_callback(asked.append)
    with small_pieces():
        sort = Sort(Order.TITLE, turned=True)
        first = next(store.listing.ids(Filter(words="rep"), sort))
    store._conn.set_trace_callback(None)
    titles = [one.title for one in store.articles.some(first)]
    assert titles == ["Report 8", "Report 7"]
    assert not any("article_name MATCH" in each for each in asked)


def queries(store: Store) -> list[str]:
    """Every query that the list asks, with its values."""
    said: list[str] = []
    store._conn.set_trace_callback(said.append)
    some = {name: "2020" if name in {"since", "until"} else "2" for name in FIELDS}
    filters = [Filter(**{name: value}) for name, value in some.items()]
    filters += [Filter(), Filter(tag=UNTAGGED), Filter(words="港"), Filter(**some)]
    for order in Order:
        for turned in (False, True):
            for each in filters:
                list(chain(*store.listing.ids(each, Sort(order, turned))))
    store.listing.count()
    store.listing.starting("pri")
    store.listing.values("site", "a")
    store.listing.values("language")
    store.articles.some([1, 2])
    store._conn.set_trace_callback(None)
    return [query for query in dict.fromkeys(said) if not query.startswith("--")]


def _plan(store: Store, query: str) -> list[str]:
    return [row[3] for row in store._conn.execute(f"EXPLAIN QUERY PLAN {query}")]


def test_no_query_of_the_list_reads_through_a_table() -> None:
    # Where the tables were made, the index for words has no need to look itself up.
    with Store(None) as store, small_pieces():
        keep(store, HARBOUR, MARKET)
        asked = queries(store)
        plans = [_plan(store, query) for query in asked]
    assert len(asked) > 80
    for query, plan in zip(asked, plans, strict=True):
        if " FROM article NOT INDEXED WHERE id IN (" in query:
            # Any index begins with what was not removed, and that is everything.
            assert "SEARCH article USING INTEGER PRIMARY KEY (rowid=?)" in plan
        for step in plan:
            # An index for words has a number, and M where it is asked for words.
            is_of_words = re.search(r"VIRTUAL TABLE INDEX \d+:M", step)
            assert not step.startswith("SCAN") or is_of_words, (query, step)
            if " LIMIT " in query:  # Of a part nothing is sorted but itself.
                assert "ORDER BY" not in step, (query, step)


def test_titles_are_found_by_how_they_begin(store: Store) -> None:
    assert store.listing.starting("PRI") == [2]
    assert store.listing.starting("") == [1, 2]
    assert store.listing.starting("rise") == []


@pytest.mark.parametrize(
    ("wanted", "place"), [((7, 3), 2), ((9, 3, 7), 0), ((9,), None), ((), None)]
)
def test_where_the_first_of_some_stands_among_many(
    wanted: tuple[int, ...], place: int | None
) -> None:
    assert first_place(wanted, (3, 5, 7)) == place
