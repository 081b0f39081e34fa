"""What the query of a review finds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.model import Status
from reader.review import Query, Unit
from reader.review.agreement import agreement
from reader.store import Store
from tests.store.test_reviews import begun, by, item, tagged


@pytest.mark.parametrize(
    ("query", "tags"),
    [
        (Query(Unit.PASSAGES, tag="war"), ["war", "war/sea"]),
        (Query(Unit.PASSAGES, coder="ben"), ["war"]),
        (Query(Unit.PASSAGES, disputed=True), ["peace", "war/sea"]),
        (Query(Unit.PASSAGES, words="HARBOUR"), ["war", "war", "peace", "war/sea"]),
        (Query(Unit.PASSAGES, words="market"), []),
        (Query(Unit.PASSAGES, filter={"words": "harb"}), ["war", "peace", "war/sea"]),
        (Query(Unit.PASSAGES, filter={"status": "done"}), []),
        (Query(Unit.PASSAGES, weeks=1), []),
    ],
    ids=str,
)
def test_a_query_finds_its_passages(
    store: Store, query: Query, tags: list[str]
) -> None:
    tagged(store, "war", "peace", "war/sea")
    by(store, "ben", "war")
    found = [store.annotations.one(one) for one in store.sessions.candidates(query)]
    paths = [one.tag.path for one in found if one and one.tag]
    assert sorted(set(paths)) == sorted(set(tags))
    assert store.sessions.counts([query]) == [len(found)]


def test_the_passages_behind_an_agreement_are_those_it_counts(store: Store) -> None:
    tagged(store, "war", "peace", "war/sea")
    by(store, "ben", "war", "war")
    by(store, "cas", "war")
    harbour = Query(Unit.PASSAGES, among=("ana", "ben"))
    assert store.sessions.candidates(harbour) == []
    for coder in ("ana", "ben"):
        with store.coders.seated(coder, blind=False):
            store.articles.set_status(1, Status.DONE)
    found = agreement(["ana", "ben"], store.codings.of(["ana", "ben"]))
    for each in found.tags:
        query = Query(Unit.PASSAGES, tag=each.tag, among=("ana", "ben"))
        assert store.sessions.counts([query]) == [sum(each.counts.values())]
    assert store.sessions.counts([harbour]) == [5]
    disputed = replace(harbour, disputed=True)
    paths = [store.annotations.one(one) for one in store.sessions.candidates(disputed)]
    assert {(a.coder, a.tag.path) for a in paths if a and a.tag} == {
        *(("ana", "peace"), ("ben", "war"), ("ana", "war/sea")),
    }
    assert str(disputed) == "disputed passages between ana and ben"


def test_old_passages_are_found_by_their_age(store: Store) -> None:
    (old, _) = tagged(store, "a", "b")
    then = (old.created_at - timedelta(weeks=5)).isoformat()
    store._conn.execute(
        "UPDATE annotation SET created_at = ? WHERE id = ?", (then, old.id)
    )
    assert store.sessions.candidates(Query(Unit.PASSAGES, weeks=4)) == [old.id]


def test_articles_for_a_second_coding_are_those_another_has_finished(
    store: Store,
) -> None:
    with store.coders.seated("ben", blind=False):
        store.articles.set_status(2, Status.DONE)
    query = Query(Unit.ARTICLES, coder="ben", unfinished_by="ana")
    assert store.sessions.candidates(query) == ["2"]
    store.articles.set_status(2, Status.DONE)
    assert store.sessions.candidates(query) == []


def test_articles_are_queued_as_the_list_is_filtered(store: Store) -> None:
    query = Query(Unit.ARTICLES, filter={"words": "prices"})
    session = begun(store, query)
    assert session.query == query
    assert item(store, session).article_id == 2
    assert session.name == "articles words prices"


def test_a_blind_coder_sees_only_the_own_annotations(store: Store) -> None:
    by(store, "ben", "war")
    (mine,) = tagged(store, "peace")
    with store.coders.seated("ana", blind=True):
        reading = store.reading(1)
        assert reading is not None
        assert list(reading.annotations) == [mine]
    assert len(store.annotations.of(1)) == 2
