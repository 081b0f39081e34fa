"""Places on which coders differ: which are to be settled, and which are settled."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Annotation, Span
from reader.review import Answer, Query, Unit
from reader.review.layers import GOLD
from reader.review.sample import Sample
from reader.store import Store
from reader.store.merging import merge
from tests.conftest import HARBOUR, MARKET, keep
from tests.store.test_reviews import by, tagged

CASES = Query(Unit.PASSAGES, cases=True)


def to_settle(store: Store) -> list[str]:
    found = store.sessions.candidates(CASES)
    assert store.sessions.count_cases() == len(found)
    return found


def coded(store: Store) -> tuple[list[Annotation], list[Annotation]]:
    """Of the first words ana says war and ben sea, of the second both say peace."""
    return tagged(store, "war", "peace"), by(store, "ben", "sea", "peace")


def settle(store: Store, answer: Answer = Answer.ACCEPT) -> None:
    """Decide the first place that is to be settled."""
    with store.coders.seated(GOLD, blind=False):
        session = store.sessions.start(CASES, Sample())
        item = store.decisions.item(session, 0)
        assert item is not None
        assert item.annotation is not None
        copies = [item.annotation] if answer is Answer.ACCEPT else []
        store.decisions.decide(session, item, answer, copies=copies)


def test_a_place_on_which_all_agree_is_none(store: Store) -> None:
    (war, _), _ = coded(store)
    assert to_settle(store) == [war.id]


@pytest.mark.parametrize("answer", [Answer.ACCEPT, Answer.REJECT])
def test_what_is_settled_is_not_offered_again(store: Store, answer: Answer) -> None:
    coded(store)
    settle(store, answer)
    assert to_settle(store) == []
    with store.coders.seated(GOLD, blind=False):
        store.undo()
    assert len(to_settle(store)) == 1


def test_coders_disagree_on_what_is_settled_all_the_same(store: Store) -> None:
    """The gold coder is nobody who could agree with one of them."""
    coded(store)
    disputed = Query(Unit.PASSAGES, disputed=True)
    before = store.sessions.candidates(disputed)
    settle(store)
    assert store.sessions.candidates(disputed) == before
    assert len(before) == 2


def test_what_was_skipped_is_offered_again(store: Store) -> None:
    coded(store)
    settle(store, Answer.SKIP)
    assert len(to_settle(store)) == 1


def test_a_session_forgotten_keeps_what_it_settled(store: Store) -> None:
    coded(store)
    settle(store)
    store.sessions.remove(1)
    assert to_settle(store) == []


def test_whose_ends_move_since_opens_it_again(store: Store) -> None:
    (war, _), _ = coded(store)
    settle(store)
    store.annotations.rebound(war.id, store.articles.version(1), Span(22, 29))
    assert to_settle(store) == [war.id]
    store.undo()
    assert to_settle(store) == []


def test_who_tags_there_since_opens_it_again(store: Store) -> None:
    (war, _), _ = coded(store)
    settle(store)
    by(store, "eve", "storm")
    assert war.id in to_settle(store)


def test_who_takes_a_tag_away_since_opens_it_again(store: Store) -> None:
    (war, _), (sea, _) = coded(store)
    settle(store)
    with store.coders.seated("ben", blind=False):
        store.annotations.remove(sea.id)
    assert to_settle(store) == [war.id]


def test_a_memo_opens_nothing(store: Store) -> None:
    (war, _), _ = coded(store)
    settle(store)
    store.annotations.set_memo(war.id, "as in 1939")
    assert to_settle(store) == []


def test_what_is_settled_comes_settled_with_a_merge(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "other.db"
    with Store(path, "ana") as other:
        keep(other, HARBOUR, MARKET)
        coded(other)
        assert len(to_settle(other)) == 1
        settle(other)
    merge(store, path)
    assert to_settle(store) == []


def test_words_of_an_older_text_are_no_side(store: Store) -> None:
    """Their ends are those of another text, and would meet whatever stands there."""
    (war, peace), (sea, _) = coded(store)
    conn = store._conn
    old = conn.execute("SELECT version_id FROM article WHERE id = 2").fetchone()[0]
    conn.execute("UPDATE annotation SET version_id = ? WHERE id = ?", (old, sea.id))
    store.annotations.remove(peace.id)
    sides = [side for case in store.disputes.of(1) for side in case.sides.values()]
    standing = [annotation.id for side in sides for annotation in side]
    assert war.id in standing
    assert sea.id not in standing
    assert sea.id not in to_settle(store)


def test_passages_are_counted_tag_by_tag_with_those_under_it(store: Store) -> None:
    tagged(store, "war", "war/sea", "war/sea/north", "peace", "warm")
    paths = ("war", "war/sea", "war/sea/north", "peace", "warm", "air")
    queries = [Query(Unit.PASSAGES, tag=path) for path in paths]
    assert store.sessions.counts(queries) == [3, 2, 1, 1, 1, 0]
    elsewhere = [replace(query, words="market") for query in queries]
    assert store.sessions.counts([*queries[:1], *elsewhere]) == [3, *[0] * 6]
