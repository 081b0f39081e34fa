"""Many articles changed alike: one step, there and back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Status
from reader.store import Store, StoreError, alike
from tests.conftest import keep

ids = st.lists(st.integers(1, 6), min_size=1, unique=True)


@settings(max_examples=30, deadline=None)
@given(steps=st.lists(st.tuples(ids, st.sampled_from(Status)), max_size=5), gone=ids)
def test_every_step_comes_back_exactly(
    steps: list[tuple[list[int], Status]], gone: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch, Store(None, "ana") as store:
        patch.setattr(alike, "_TOGETHER", 2)
        keep(store, *(f"Title {n}\n\nText.\n" for n in range(6)))
        states = [store.articles.all()]
        for some, status in steps:
            store.articles.set_statuses(some, status)
            states.append(store.articles.all())
        store.articles.remove(gone)
        states.append(store.articles.all())
        assert {one.id for one in states[-1]} == set(range(1, 7)) - set(gone)
        # A step that changed nothing is none.
        states = [s for n, s in enumerate(states) if not n or s != states[n - 1]]
        for before in reversed(states[:-1]):
            assert store.undo()
            assert store.articles.all() == before
        for after in states[1:]:
            assert store.redo()
            assert store.articles.all() == after


def test_a_thousand_removed_articles_are_one_row_of_the_history(store: Store) -> None:
    made = keep(store, *(f"Title {n}\n\nText.\n" for n in range(200)))
    store.articles.remove(made)
    step, *_ = store.history.steps()
    assert step.label == "remove 200 articles"
    changes, *_ = store.steps.changes(step.id, 10)
    assert [(change.kind, change.name) for change in changes] == [
        ("article", "of 200 articles")
    ]


def test_what_somebody_has_changed_since_is_not_undone(library: Path) -> None:
    with Store(library, "ana") as ana, Store(library, "ben") as ben:
        ana.articles.set_statuses([1, 2], Status.DONE)
        ben.articles.set_status(2, Status.READING)
        with pytest.raises(StoreError, match="since"):
            ana.undo()
        assert [one.status for one in ana.articles.all()] == ["done", "reading"]
