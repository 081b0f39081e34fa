"""What an answer in a review brings: the next item, with what stands around it."""

from pathlib import Path

import pytest

from reader.model import Annotation, Span
from reader.review import Answer, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Store, StoreError
from tests.conftest import keep


def crowded(store: Store, count: int) -> list[Annotation]:
    """As many annotations on the words of one line, one after the other."""
    (article_id,) = keep(store, " ".join(["boat"] * count))
    version = store.articles.version(store.articles.some([article_id])[0].version_id)
    spans = [Span(start, start + 4) for start in range(0, 5 * count, 5)]
    store.annotations.tag_all([(version, span) for span in spans], "sea")
    return store.annotations.of(article_id)


def begun(store: Store) -> Session:
    return store.sessions.start(Query(Unit.PASSAGES), Sample.read("all", 1))


def test_an_item_of_a_crowded_article_comes_with_the_nearest_annotations(
    store: Store,
) -> None:
    every = crowded(store, 300)
    session = begun(store)
    turn = store.turn(session, lambda _: 200)
    assert turn.item is not None
    assert turn.item.annotation == every[200]
    assert turn.reading is not None
    assert not turn.reading.has_all
    assert turn.reading.annotations == every[150:250]


def test_in_the_article_that_is_shown_none_is_left_out(store: Store) -> None:
    every = crowded(store, 300)
    session = begun(store)
    shown = store.articles.version(every[0].version_id)
    turn = store.turn(session, lambda _: 200, known=shown)
    assert turn.reading is not None
    assert turn.reading.has_all
    assert turn.reading.annotations == every


def test_a_blind_coder_gets_only_the_own_ones_near_an_item(store: Store) -> None:
    every = crowded(store, 300)
    session = begun(store)
    with store.coders.seated("ben", blind=True):
        turn = store.turn(session, lambda _: 200)
    assert turn.item is not None
    assert turn.item.annotation == every[200]
    assert turn.reading is not None
    assert turn.reading.annotations == []


def test_the_answer_and_the_place_are_written_together_or_not_at_all(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        crowded(store, 3)
        session = begun(store)
        item = store.decisions.item(session, 0)
        assert item is not None

        def fail(store: Store) -> None:
            store.decisions.decide(session, item, Answer.ACCEPT)
            raise StoreError("the disk is full")

        with pytest.raises(StoreError, match="full"):
            store.turn(session, lambda _: 1, fail)
        assert store.sessions.one(session.id).decided == 0
        store.turn(
            session,
            lambda _: 1,
            lambda s: s.decisions.decide(session, item, Answer.ACCEPT),
        )
    with Store(path, "ana") as store:
        after = store.sessions.one(session.id)
        assert (after.decided, after.place) == (1, 1)
