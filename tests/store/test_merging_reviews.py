"""Another analyst's reviews and saved filters, brought in by a merge."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import Span
from reader.review import Answer, Fix, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Filter, Store
from reader.store.merging import came_in, merge
from reader.text.sought import Sought
from tests.conftest import HARBOUR, MARKET, keep
from tests.store.test_merging import tables

EVERY = ("session", "session_item", "decision", "rejection", "saved_filter")


def decide(
    store: Store, session: Session, place: int, answer: Answer, fix: Fix | None = None
) -> None:
    item = store.decisions.item(session, place)
    assert item is not None
    store.decisions.decide(session, item, answer, fix)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Ben's library: the same articles the other way round, three reviews, a filter."""
    path = tmp_path / "other.db"
    with Store(path, "ben") as store:
        keep(store, MARKET, HARBOUR)
        harbour = store.articles.version(2)
        for start, end in ((25, 32), (33, 36), (37, 42)):
            store.annotations.tag(harbour, Span(start, end), "sea")
        passages = store.sessions.start(Query(Unit.PASSAGES), Sample(seed=7))
        decide(store, passages, 0, Answer.ACCEPT)
        decide(store, passages, 1, Answer.REJECT)
        articles = store.sessions.start(Query(Unit.ARTICLES), Sample(), blind=True)
        decide(store, articles, 1, Answer.ACCEPT)
        store.keywords.add("day", Sought("Monday"))
        suggested = store.sessions.start(Query(Unit.SUGGESTIONS), Sample())
        decide(store, suggested, 0, Answer.REJECT)
        decide(store, suggested, 1, Answer.ACCEPT)
        store.filters.put("unread", Filter(status="unread"))
    return path


@pytest.fixture
def ours(library: Path) -> Iterator[Store]:
    with Store(library, "ana") as store:
        yield store


def test_twice_is_once_on_whole_tables(ours: Store, other: Path) -> None:
    first = merge(ours, other)
    once = tables(ours)
    assert list(came_in(first))[-3:] == ["3 sessions", "5 decisions", "1 saved filter"]
    assert first.conflicts == []
    steps = ours.steps.count()
    second = merge(ours, other)
    assert tables(ours) == once
    assert (dict(second.new), second.conflicts) == ({}, [])
    assert ours.steps.count() == steps


def test_the_reviews_are_what_they_were_about_what_is_here(
    ours: Store, other: Path
) -> None:
    merge(ours, other)
    with Store(other, "ben") as theirs:
        before = [theirs.sessions.summary(s.id) for s in theirs.sessions.all()]
    after = [ours.sessions.summary(s.id) for s in ours.sessions.all()]
    for one, another in zip(before, after, strict=True):
        assert one.fields() == {**another.fields(), "session": one.session.id}
        assert one.session.coder == another.session.coder == "ben"
        assert one.session.place == another.session.place
    suggested, articles, passages = ours.sessions.all()
    # The market is article 1 there and 2 here.
    targets = [ours.decisions.item(articles, place) for place in range(2)]
    assert [item and item.article_id for item in targets] == [2, 1]
    monday = ours.decisions.item(suggested, 0)
    assert monday is not None
    assert monday.annotation is not None
    assert (monday.article_id, monday.annotation.quote, monday.suggested) == (
        2,
        "Monday",
        "keyword “Monday”",
    )
    removed = ours.decisions.item(passages, 1)
    assert removed is not None
    assert removed.is_removed
    assert removed.annotation is not None
    assert (removed.annotation.article_id, removed.annotation.coder) == (1, "ben")
    assert ours.filters.all() == {"unread": Filter(status="unread")}


def test_its_coder_goes_on_with_it_here(ours: Store, other: Path) -> None:
    merge(ours, other)
    with ours.coders.seated("ben", blind=False):
        suggested, _, passages = ours.sessions.all()
        assert ours.sessions.next_open(passages.id) == 2
        decide(ours, passages, 1, Answer.ACCEPT)
        assert len([a for a in ours.annotations.of(1) if a.coder == "ben"]) == 4
        decide(ours, suggested, 0, Answer.ACCEPT)
        assert ours._conn.execute("SELECT * FROM rejection").fetchall() == []
        ours.undo()
        ours.undo()


def test_it_is_one_step_that_undo_takes_back_and_a_merge_brings_again(
    ours: Store, other: Path
) -> None:
    merge(ours, other)
    after = tables(ours)
    ours.undo()
    assert ours.sessions.all() == []
    assert ours.filters.all() == {}
    for table in ("decision", "rejection"):
        assert tables(ours)[table] == []
    ours.redo()
    for table in EVERY:
        assert tables(ours)[table] == after[table]
    ours.undo()
    again = merge(ours, other)
    assert (again.new["sessions"], again.new["decisions"]) == (3, 5)
    assert again.new["saved filters"] == 1
    assert [s.decided for s in ours.sessions.all()] == [2, 1, 2]


def test_a_filter_changed_since_stays_when_the_merge_is_undone(
    ours: Store, other: Path
) -> None:
    merge(ours, other)
    ours.filters.put("unread", Filter(status="reading"))
    ours.undo()
    assert ours.filters.all() == {"unread": Filter(status="reading")}
    ours.redo()
    assert ours.filters.all() == {"unread": Filter(status="reading")}


def test_a_review_that_went_on_in_both_gets_what_is_missing(
    ours: Store, other: Path
) -> None:
    merge(ours, other)
    with ours.coders.seated("ben", blind=False):
        decide(ours, ours.sessions.all()[2], 2, Answer.ACCEPT)
    with Store(other, "ben") as theirs:
        articles, passages = theirs.sessions.all()[1:]
        decide(theirs, passages, 2, Answer.SKIP)
        decide(theirs, articles, 0, Answer.REJECT)
    before = tables(ours)["decision"]
    merged = merge(ours, other)
    assert merged.new == {"decisions": 1}
    assert merged.conflicts == [
        "review of passages, random 7 by ben, item 3 "
        f"“{before[-1][5]}”: skip there, accept here"
    ]
    assert set(before) < set(tables(ours)["decision"])


def test_what_was_rejected_there_and_stands_here_stays_and_is_listed(
    ours: Store, other: Path
) -> None:
    merge(ours, other)
    with Store(other, "ben") as theirs:
        decide(theirs, theirs.sessions.all()[2], 2, Answer.REJECT)
    before = tables(ours)["annotation"]
    merged = merge(ours, other)
    assert [line.partition(": ")[2] for line in merged.conflicts] == [
        "rejected and removed there, it stands here"
    ]
    assert tables(ours)["annotation"] == before
    assert ours.sessions.all()[2].decided == 3


def test_a_review_forgotten_here_does_not_come_back(ours: Store, other: Path) -> None:
    merge(ours, other)
    ours.sessions.remove(ours.sessions.all()[0].id)
    merged = merge(ours, other)
    assert merged.conflicts == ["review of all suggestions by ben, forgotten here"]
    assert len(ours.sessions.all()) == 2
    ours.undo()
    assert len(ours.sessions.all()) == 3


def test_a_filter_of_the_same_name_stays_and_is_listed(
    ours: Store, other: Path
) -> None:
    ours.filters.put("unread", Filter(words="boat"))
    merged = merge(ours, other)
    assert "saved filter unread: asks for something else" in merged.conflicts
    assert ours.filters.all() == {"unread": Filter(words="boat")}


def test_items_on_a_text_that_is_not_here_are_passed_over(
    ours: Store, other: Path
) -> None:
    with Store(other, "ben") as theirs:
        theirs._conn.execute("UPDATE version SET sha256 = 'other' WHERE id = 1")
        theirs._conn.execute("UPDATE article SET removed = 1 WHERE id = 1")
    merge(ours, other)
    suggested, articles, _ = ours.sessions.all()
    assert ours.decisions.item(articles, 0) is None
    assert ours.sessions.next_open(articles.id) is None
    assert ours.decisions.item(suggested, 0) is None
    assert ours.sessions.next_open(suggested.id) == 2


def test_items_on_an_article_taken_off_there_alone_are_there_here(
    ours: Store, other: Path
) -> None:
    with Store(other, "ben") as theirs:
        theirs._conn.execute("UPDATE article SET removed = 1 WHERE id = 1")
    merge(ours, other)
    articles = ours.sessions.all()[1]
    assert ours.sessions.next_open(articles.id) == 0
