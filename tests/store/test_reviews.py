"""Sessions and decisions: what an answer does, what undo makes of it."""

import pytest

from reader.model import Anchor, Annotation, Span, Status
from reader.review import Answer, Fix, Item, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Store, StoreError

PASSAGES = Query(Unit.PASSAGES)


def tagged(store: Store, *tags: str) -> list[Annotation]:
    """Annotations on the words of the first article, one after the other."""
    version = store.articles.version(1)
    return [
        store.annotations.tag(version, Span(22 + 4 * n, 25 + 4 * n), tag)
        for n, tag in enumerate(tags)
    ]


def by(store: Store, coder: str, *tags: str) -> list[Annotation]:
    with store.coders.seated(coder, blind=False):
        return tagged(store, *tags)


def begun(store: Store, query: Query = PASSAGES, typed: str = "all") -> Session:
    return store.sessions.start(query, Sample.read(typed, 1))


def item(store: Store, session: Session, place: int = 0) -> Item:
    found = store.decisions.item(session, place)
    assert found is not None
    return found


def decide(store: Store, session: Session, place: int, answer: Answer) -> None:
    store.decisions.decide(session, item(store, session, place), answer)


def test_a_session_keeps_its_query_its_order_and_its_seed(store: Store) -> None:
    tagged(store, *"abcdefgh")
    first, again = (begun(store, typed="5 random 7") for _ in range(2))
    assert (first.sample, first.total, first.left) == ("5 random 7", 5, 5)
    assert first.query == PASSAGES
    targets = [item(store, first, place).target for place in range(5)]
    assert targets == [item(store, again, place).target for place in range(5)]
    assert first.uuid != again.uuid


def test_an_empty_queue_is_refused_in_words(store: Store) -> None:
    with pytest.raises(StoreError, match="there are no passages of war to review"):
        begun(store, Query(Unit.PASSAGES, tag="war"))


def test_accepting_counts_and_goes_on(store: Store) -> None:
    tagged(store, "a", "b", "c")
    session = begun(store)
    decide(store, session, 0, Answer.ACCEPT)
    assert store.sessions.one(session.id).decided == 1
    assert store.sessions.next_open(session.id, 0) == 1
    assert store.annotations.count() == 3


def test_skipped_items_come_again_after_the_others(store: Store) -> None:
    tagged(store, "a", "b", "c")
    session = begun(store)
    decide(store, session, 0, Answer.SKIP)
    assert store.sessions.next_open(session.id, 0) == 1
    decide(store, session, 1, Answer.ACCEPT)
    decide(store, session, 2, Answer.ACCEPT)
    assert store.sessions.next_open(session.id, 2) == 0
    decide(store, session, 0, Answer.ACCEPT)
    assert store.sessions.next_open(session.id, 0) is None


def test_rejecting_removes_ones_own_and_undo_brings_it_back(store: Store) -> None:
    (before, _) = tagged(store, "a", "b")
    session = begun(store)
    decide(store, session, 0, Answer.REJECT)
    assert store.annotations.one(before.id) is None
    removed = item(store, session)
    assert removed.is_removed
    assert removed.annotation is not None
    assert (removed.annotation.id, removed.annotation.span) == (before.id, before.span)
    step = store.undo()
    assert step is not None
    assert store.annotations.one(before.id) == before
    assert store.sessions.one(session.id).decided == 0
    assert store.decisions.of_step(step, session) == 0
    store.redo()
    assert store.annotations.one(before.id) is None
    assert store.sessions.one(session.id).decided == 1


def test_another_answer_brings_a_rejected_one_back(store: Store) -> None:
    (before,) = tagged(store, "a")
    session = begun(store)
    decide(store, session, 0, Answer.REJECT)
    decide(store, session, 0, Answer.ACCEPT)
    assert store.annotations.one(before.id) == before
    store.undo()
    assert store.annotations.one(before.id) is None
    store.undo()
    assert store.annotations.one(before.id) == before


def test_rejecting_leaves_what_another_coder_tagged(store: Store) -> None:
    (theirs,) = by(store, "ben", "a")
    session = begun(store)
    decide(store, session, 0, Answer.REJECT)
    assert store.annotations.one(theirs.id) == theirs
    assert store.sessions.summary(session.id).answers == {Answer.REJECT: 1}


def test_a_fix_moves_and_retags_ones_own(store: Store) -> None:
    (before,) = tagged(store, "a")
    session = begun(store)
    fix = Fix(Span(22, 40), "war/sea", "wider")
    store.decisions.decide(session, item(store, session), Answer.FIX, fix)
    after = store.annotations.one(before.id)
    assert after is not None
    assert after.tag is not None
    assert (after.span, after.tag.path, after.memo) == (
        Span(22, 40),
        "war/sea",
        "wider",
    )
    assert after.quote == store.articles.version(1).text[22:40]
    assert after.prefix == store.articles.version(1).text[:22]
    store.undo()
    assert store.annotations.one(before.id) == before


def test_a_fix_of_anothers_is_put_beside_it(store: Store) -> None:
    (theirs,) = by(store, "ben", "a")
    session = begun(store)
    fix = Fix(theirs.span, "b", "")
    store.decisions.decide(session, item(store, session), Answer.FIX, fix)
    assert store.annotations.one(theirs.id) == theirs
    mine = [a for a in store.annotations.of(1) if a.coder == "ana"]
    assert [a.tag and a.tag.path for a in mine] == ["b"]
    decide(store, session, 0, Answer.ACCEPT)
    assert store.annotations.of(1) == [theirs]


def test_accepting_an_unsure_place_makes_it_sure(store: Store) -> None:
    (one, _) = tagged(store, "a", "b")
    store._conn.execute(
        "UPDATE annotation SET anchor = 'review' WHERE id = ?", (one.id,)
    )
    session = begun(store, Query(Unit.PASSAGES, unsure=True))
    assert session.total == 1
    decide(store, session, 0, Answer.ACCEPT)
    after = store.annotations.one(one.id)
    assert after is not None
    assert after.anchor is Anchor.ANCHORED


def test_a_flag_is_kept_with_the_later_answer(store: Store) -> None:
    tagged(store, "a")
    session = begun(store)
    assert store.decisions.flag(session, item(store, session))
    decide(store, session, 0, Answer.ACCEPT)
    summary = store.sessions.summary(session.id)
    assert [flagged.tag for flagged in summary.flagged] == ["a"]
    assert summary.answers == {Answer.ACCEPT: 1}


def test_what_was_removed_elsewhere_is_passed_over_and_said(store: Store) -> None:
    one, *_ = tagged(store, "a", "b", "c")
    session = begun(store)
    store.annotations.remove(one.id)
    assert store.sessions.next_open(session.id) == 1
    assert store.decisions.item(session, 0) is None
    summary = store.sessions.summary(session.id)
    assert (summary.gone, summary.unseen) == (1, 2)


def test_the_summary_counts_by_tag_and_says_what_is_next(store: Store) -> None:
    tagged(store, "a", "b", "b")
    session = begun(store)
    decide(store, session, 0, Answer.REJECT)
    decide(store, session, 1, Answer.ACCEPT)
    decide(store, session, 2, Answer.SKIP)
    summary = store.sessions.summary(session.id)
    assert summary.by_tag == {
        "a": {Answer.REJECT: 1},
        "b": {Answer.ACCEPT: 1, Answer.SKIP: 1},
    }
    assert summary.next_steps() == ["1 item skipped: r brings them again."]


def test_reading_an_article_in_a_session_marks_it_done_for_its_coder(
    store: Store,
) -> None:
    session = begun(store, Query(Unit.ARTICLES, status="unread"))
    decide(store, session, 0, Answer.ACCEPT)
    article = store.articles.one(1)
    assert article is not None
    assert article.status is Status.DONE
    finished = store._conn.execute("SELECT article_id, coder_id FROM finished")
    assert finished.fetchall() == [(1, store.coders.current)]
    store.undo()
    assert store._conn.execute("SELECT * FROM finished").fetchall() == []


def test_a_forgotten_session_comes_back_by_undo(store: Store) -> None:
    tagged(store, "a")
    session = begun(store)
    assert store.sessions.unfinished() == [session]
    store.sessions.remove(session.id)
    assert store.sessions.all() == []
    with pytest.raises(StoreError, match="no review session"):
        store.sessions.one(session.id)
    store.undo()
    assert store.sessions.all() == [session]
