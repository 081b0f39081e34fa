"""Whose work is undone, and what ends that it could be redone."""

from pathlib import Path

import pytest

from reader.model import Span, Status
from reader.store import Store, StoreError
from tests.conftest import keep
from tests.store.test_history import tables


def test_a_new_step_ends_what_could_be_redone(store: Store) -> None:
    version = store.articles.version(1)
    store.annotations.tag(version, Span(0, 7), "first")
    store.undo()
    store.annotations.tag(version, Span(0, 7), "second")
    assert store.redo() is None
    store.undo()
    redone = store.redo()
    assert redone
    assert "second" in redone.label


def test_the_history_outlives_the_program(library: Path) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        store.annotations.tag(version, Span(0, 7), "place")
        store.annotations.tag(version, Span(8, 13), "mood")
    with Store(library, "ana") as store:
        assert store.undo()
        assert [a.tag.path for a in store.annotations.of(1) if a.tag] == ["place"]
    with Store(library, "ana") as store:
        assert store.redo()
        assert len(store.annotations.of(1)) == 2


def test_nobody_undoes_another_coders_work(library: Path) -> None:
    with Store(library, "ana") as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "place")
    with Store(library, "ben") as store:
        assert store.undo() is None


def test_a_tag_that_another_coder_uses_is_not_undone_away(library: Path) -> None:
    with Store(library, "ana") as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "place")
    with Store(library, "ben") as store:
        store.annotations.tag(store.articles.version(1), Span(8, 13), "place")
    with Store(library, "ana") as store:
        before = tables(store)
        with pytest.raises(StoreError, match="another coder"):
            store.undo()
        assert tables(store) == before


def test_what_changes_nothing_leaves_no_step(store: Store) -> None:
    version = store.articles.version(1)
    store.annotations.tag(version, Span(0, 7), "place")
    steps = store.history.steps()
    store.annotations.tag(version, Span(0, 7), "place")
    store.articles.set_status(1, Status.UNREAD)
    assert store.history.steps() == steps


def test_undoing_an_import_takes_its_articles_out_and_redo_brings_them_back(
    store: Store,
) -> None:
    (new,) = keep(store, "A third one\n\nWith a sentence.")
    assert store.articles.one(new)
    store.undo()
    assert store.articles.one(new) is None
    store.redo()
    assert store.articles.one(new)
