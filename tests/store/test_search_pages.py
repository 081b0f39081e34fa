"""The pages of a search: their hits, their order, what is asked for beside words."""

import pytest

from reader.cleaning import Match, Taught
from reader.model import Span
from reader.queries.search import parse
from reader.store import Store
from reader.store import answers as asking
from reader.store.search import Count, Sort
from reader.text.pieces import Size
from tests.conftest import keep
from tests.store.test_search import found


def test_hidden_lines_are_left_out_counted_and_found_on_demand(store: Store) -> None:
    assert found(store, "reply") == []
    assert store.search.count(parse("reply")).in_hidden == 1
    assert found(store, "reply", hidden=True) == [1]
    assert store.search.count(parse("reply"), hidden=True) == Count(1, 0)
    (hit,) = store.search.page(parse("reply"), hidden=True).found[0].hits
    assert (hit.words, hit.is_hidden) == ("Reply", True)


def test_a_rule_taught_meanwhile_is_heeded_and_its_end_once_read(store: Store) -> None:
    assert found(store, "bread") == [2]
    store.rules.add(Taught(Match.PATTERN, "Bread cost *", hide=True))
    assert found(store, "bread") == []
    assert store.search.count(parse("bread")).in_hidden == 1
    store.undo()
    store.reading(2)
    assert found(store, "bread") == [2]


def test_a_hit_comes_with_what_is_shown_around_it(store: Store) -> None:
    store.search.index.all()
    (one,) = store.search.page(parse("rained")).found
    (hit,) = one.hits
    text = store.articles.version(one.article.version_id).text
    assert hit.span.of(text) == "rained"
    assert hit.before.endswith("of the storm. Then it ")
    assert "Share" not in hit.before
    assert hit.after.startswith(", and the boats came back.")
    version, span = store.search.whole(1, hit.span, Size.SENTENCE, hit.words)
    assert span.of(version.text) == "Then it rained, and the boats came back."


def test_what_is_known_of_an_article_can_be_asked_for(store: Store) -> None:
    store.annotations.tag(store.articles.version(1), Span(0, 7), "place/port")
    assert found(store, "tag:place") == [1]
    assert found(store, "tag:PLACE/port monday") == [1]
    assert found(store, "tag:port") == [1]
    assert found(store, "tag:plac") == []
    assert found(store, "-tag:*") == [2]
    assert found(store, "title:prices OR boats") == [2, 1]
    assert found(store, "status:unread monday") == [2, 1]
    assert found(store, "after:2000") == []


def test_pages_follow_one_another_without_gap_or_repetition(store: Store) -> None:
    ids = keep(store, *(f"Story {n}\n\nThe harbour, {n} times." for n in range(23)))
    store.search.index.all()
    for sort in Sort:
        seen: list[int] = []
        after = None
        while True:
            page = store.search.page(parse("harbour"), sort=sort, after=after, limit=5)
            seen += [one.article.id for one in page.found]
            after = page.next
            if after is None:
                break
        assert sorted(seen) == sorted([1, *ids])
        assert len(seen) == len(set(seen))


def test_relevance_puts_first_what_says_it_most(store: Store) -> None:
    often, seldom = keep(
        store, "Ferries\n\nFerry, ferry, ferry.", f"Boats\n\nA ferry. {'Rain. ' * 50}"
    )
    store.search.index.all()
    ranked = store.search.page(parse("ferry"), sort=Sort.RELEVANCE)
    assert [one.article.id for one in ranked.found] == [often, seldom]
    assert store.search.can_rank(parse("ferry"))
    assert not store.search.can_rank(parse("status:unread"))


def test_many_passages_are_tagged_as_one_step(store: Store) -> None:
    one, two = store.articles.version(1), store.articles.version(2)
    passages = [(one, Span(0, 7)), (one, Span(8, 13)), (two, Span(0, 6))]
    store.annotations.tag(one, Span(0, 7), "place")
    assert store.annotations.tag_all(passages, "place") == 2
    assert store.annotations.count() == 3
    store.undo()
    assert store.annotations.count() == 1


def test_the_newest_first_goes_by_the_date_or_the_day_it_was_added(
    store: Store,
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(4)))
    for place, day in enumerate(("2019-03-01", "2030-01-01", "2019-04-01")):
        store.attributes.put(ids[place], {"date": day})
    first, second, third, undated = ids
    by_date = [second, undated, third, first]
    assert found(store, "ferries") == by_date
    seen, after = [], None
    for _ in ids:
        page = store.search.page(parse("ferries"), after=after, limit=1)
        assert page.is_dated
        seen += [one.article.id for one in page.found]
        after = page.next
    assert (seen, after) == (by_date, None)


def test_too_many_for_their_dates_come_as_they_were_brought_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(4)))
    store.attributes.put(ids[0], {"date": "2030-01-01"})
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 3)
    seen: list[int] = []
    after = None
    while len(seen) < len(ids):
        page = store.search.page(parse("ferries"), after=after, limit=2)
        assert not page.is_dated
        seen += [one.article.id for one in page.found]
        after = page.next
    assert (seen, after) == (ids[::-1], None)
