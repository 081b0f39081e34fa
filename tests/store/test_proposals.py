"""Suggestions gone through as a review."""

import pytest

from reader.model import Status
from reader.review import Answer, Fix, Item, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Store, StoreError
from reader.text import sought
from reader.text.sought import Sought
from tests.conftest import keep

SUGGESTIONS = Query(Unit.SUGGESTIONS)


@pytest.fixture
def session(store: Store) -> Session:
    """Over three suggestions: two of `day`, one of `trade/price`."""
    store.keywords.add("day", Sought("Monday"))
    store.keywords.add("trade/price", Sought("cost"))
    return store.sessions.start(SUGGESTIONS, Sample())


def item(store: Store, session: Session, place: int) -> Item:
    found = store.decisions.item(session, place)
    assert found is not None
    return found


def decide(
    store: Store, session: Session, place: int, answer: Answer, fix: Fix | None = None
) -> None:
    store.decisions.decide(session, item(store, session, place), answer, fix)


def tagged(store: Store) -> list[tuple[str, str]]:
    found = [*store.annotations.of(1), *store.annotations.of(2)]
    return [(a.tag.path, a.quote) for a in found if a.tag]


def suggested(store: Store, article_id: int) -> list[str]:
    version = store.articles.version(article_id)
    found = store.suggestions.of(version, store.verdicts.of(version))
    return [each.tag.path for each in found.suggestions]


def test_they_come_in_the_order_of_the_texts_with_their_reasons(
    store: Store, session: Session
) -> None:
    items = [item(store, session, place) for place in range(session.total)]
    assert [
        (i.article_id, i.annotation and i.annotation.tag and i.annotation.tag.path)
        for i in items
    ] == [(1, "day"), (2, "trade/price"), (2, "day")]
    assert items[0].suggested == "keyword “Monday”"
    assert items[0].annotation is not None
    assert items[0].annotation.quote == "Monday"
    assert session.name == "all suggestions"


def test_accepting_puts_the_annotation_and_undo_takes_it_back(
    store: Store, session: Session
) -> None:
    decide(store, session, 0, Answer.ACCEPT)
    assert tagged(store) == [("day", "Monday")]
    (made,) = store.annotations.of(1)
    assert (made.coder, made.sentence) == ("ana", 2)
    assert store.sessions.next_open(session.id, 0) == 1
    step = store.undo()
    assert step is not None
    assert (tagged(store), store.decisions.of_step(step, session)) == ([], 0)
    assert store.sessions.one(session.id).decided == 0


def test_rejecting_suggests_it_no_more_until_undo(
    store: Store, session: Session
) -> None:
    decide(store, session, 0, Answer.REJECT)
    assert (tagged(store), suggested(store, 1)) == ([], [])
    assert store.sessions.start(SUGGESTIONS, Sample()).total == 2
    store.undo()
    assert suggested(store, 1) == ["day"]


def test_another_answer_takes_the_place_of_the_one_before(
    store: Store, session: Session
) -> None:
    decide(store, session, 0, Answer.REJECT)
    decide(store, session, 0, Answer.ACCEPT)
    assert tagged(store) == [("day", "Monday")]
    assert store._conn.execute("SELECT * FROM rejection").fetchall() == []
    decide(store, session, 0, Answer.REJECT)
    assert (tagged(store), suggested(store, 1)) == ([], [])
    decide(store, session, 0, Answer.SKIP)
    assert suggested(store, 1) == ["day"]
    for _ in range(4):
        store.undo()
    assert tagged(store) == []
    assert store._conn.execute("SELECT * FROM rejection").fetchall() == []


def test_a_fix_puts_what_it_was_changed_to(store: Store, session: Session) -> None:
    one = item(store, session, 0).annotation
    assert one is not None
    decide(store, session, 0, Answer.FIX, Fix(one.span, "time", "sure?"))
    (made,) = store.annotations.of(1)
    assert (made.tag and made.tag.path, made.memo) == ("time", "sure?")
    assert store.sessions.summary(session.id).answers == {Answer.FIX: 1}


def test_what_was_tagged_by_hand_meanwhile_is_not_tagged_twice(
    store: Store, session: Session
) -> None:
    one = item(store, session, 0).annotation
    assert one is not None
    by_hand = store.annotations.tag(store.articles.version(1), one.span, "day")
    decide(store, session, 0, Answer.ACCEPT)
    assert store.annotations.of(1) == [by_hand]
    decide(store, session, 0, Answer.REJECT)
    assert store.annotations.of(1) == [by_hand]


def test_they_count_in_no_agreement_before_they_are_accepted(
    store: Store, session: Session
) -> None:
    store.articles.set_status(1, Status.DONE)
    (coding,) = store.codings.of(["ana"])
    assert coding.marks == {"ana": []}
    assert store.annotations.count() == 0
    decide(store, session, 0, Answer.ACCEPT)
    (coding,) = store.codings.of(["ana"])
    assert len(coding.marks["ana"]) == 1


def test_what_cannot_be_put_any_more_is_passed_over(
    store: Store, session: Session
) -> None:
    store._conn.execute("DELETE FROM keyword")
    store._conn.execute("DELETE FROM tag WHERE path = 'trade/price'")
    store._conn.execute("UPDATE article SET removed = 1 WHERE id = 1")
    assert store.sessions.next_open(session.id) == 2
    assert store.decisions.item(session, 1) is None
    assert store.sessions.summary(session.id).gone == 2


@pytest.mark.parametrize(
    ("query", "total"),
    [
        (Query(Unit.SUGGESTIONS, tag="trade"), 1),
        (Query(Unit.SUGGESTIONS, words="market"), 2),
        (Query(Unit.SUGGESTIONS, tag="day", words="market"), 1),
    ],
    ids=str,
)
def test_they_are_narrowed_by_tag_and_article(
    store: Store, session: Session, query: Query, total: int
) -> None:
    assert store.sessions.start(query, Sample()).total == total


def test_nobody_counts_them_before_they_are_asked_for(store: Store) -> None:
    assert store.sessions.counts([SUGGESTIONS]) == [0]
    with pytest.raises(StoreError, match="there are no suggestions to review"):
        store.sessions.start(SUGGESTIONS, Sample())
    store.keywords.add("day", Sought("Monday"))
    assert store.sessions.counts([SUGGESTIONS]) == [None]


def test_a_pattern_that_takes_too_long_is_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sought, "PATIENCE_S", 0.3)
    keep(store, f"Title\n\nOn Monday {'a' * 60}b was heard.")
    store.keywords.add("day", Sought("(a+)+$", is_regex=True))
    with pytest.raises(StoreError, match=r"\(a\+\)\+\$.*make it simpler"):
        store.sessions.start(SUGGESTIONS, Sample())
