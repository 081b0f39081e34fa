from dataclasses import replace
from pathlib import Path

import pytest

from reader.cleaning import Match, Taught
from reader.model import Span, Status
from reader.store import Store, StoreError


def tagged(store: Store, *names: str) -> list[int]:
    """Tag a word with each name in turn, and give the ids of the steps."""
    version = store.articles.version(1)
    for place, name in enumerate(names):
        store.annotations.tag(version, Span(place, place + 3), name)
    return [step.id for step in reversed(store.steps.all(len(names)))]


def names(store: Store) -> list[str]:
    return [a.tag.path for a in store.annotations.of(1) if a.tag]


def test_any_step_can_be_gone_to_and_left_again(store: Store) -> None:
    ids = tagged(store, "a", "b", "c", "d")
    walked = store.steps.go_to(ids[1])
    assert (walked.undone, walked.redone, walked.step.id) == (2, 0, ids[1])
    assert names(store) == ["a", "b"]
    walked = store.steps.go_to(ids[2])
    assert (walked.undone, walked.redone) == (0, 1)
    assert names(store) == ["a", "b", "c"]
    walked = store.steps.go_to(ids[2])
    assert (walked.undone, walked.redone) == (0, 0)


def test_a_step_that_was_taken_back_for_good_is_not_gone_to(store: Store) -> None:
    ids = tagged(store, "a", "b")
    store.undo()
    tagged(store, "c")
    assert store.steps.all(2)[1].is_gone
    with pytest.raises(StoreError, match="other work"):
        store.steps.go_to(ids[1])


def test_at_anothers_step_ones_own_later_work_is_undone(library: Path) -> None:
    with Store(library, "ben") as store:
        (bens,) = tagged(store, "x")
    with Store(library, "ana") as store:
        tagged(store, "a", "b")
        assert store.steps.go_to(bens).undone == 2
        assert names(store) == ["x"]


def test_what_blocks_the_way_is_named_and_nothing_is_moved(library: Path) -> None:
    with Store(library, "ana") as store:
        ids = tagged(store, "a", "b", "c")
    with Store(library, "ben") as store:
        store.annotations.tag(store.articles.version(1), Span(8, 13), "b")
    with Store(library, "ana") as store:
        before = names(store)
        with pytest.raises(StoreError, match=r"tag b on .* stands in the way"):
            store.steps.go_to(ids[0])
        assert names(store) == before
        assert not any(step.undone for step in store.steps.all())


def test_steps_come_in_pages_and_by_their_words(store: Store) -> None:
    ids = tagged(store, "Alpha", "beta", "gamma")
    assert [step.id for step in store.steps.all(2)] == [ids[2], ids[1]]
    assert [step.id for step in store.steps.all(1, before=ids[1])] == [ids[0]]
    assert [step.id for step in store.steps.all(words="ALPHA")] == [ids[0]]
    assert store.steps.count() == 4


def test_a_change_is_told_with_before_and_after(store: Store) -> None:
    (step_id,) = tagged(store, "mood")
    (tag, annotation), total = store.steps.changes(step_id)
    assert (total, tag.kind, tag.name, tag.is_new) == (2, "tag", "mood", True)
    assert ("tag", "", "mood") in annotation.fields
    assert annotation.name == "Har"
    store.articles.set_status(1, Status.DONE)
    (change, mark), _ = store.steps.changes(store.steps.all(1)[0].id)
    assert (change.name, change.fields) == (
        "Harbour falls quiet",
        (("status", "unread", "done"),),
    )
    assert (mark.kind, mark.is_new) == ("“done” of the coder", True)


def test_what_was_written_as_it_was_is_no_change(store: Store) -> None:
    store.rules.add(Taught(Match.PATTERN, "More*", hide=True))
    rule = store.rules.all()[0]
    store.rules.edit(rule.id, replace(rule.taught, text="Most*"))
    ((change,), _) = store.steps.changes(store.steps.all(1)[0].id)
    assert change.fields == (("text", "More*", "Most*"),)


def test_a_tag_that_is_gone_still_has_its_name_in_the_history(store: Store) -> None:
    (step_id,) = tagged(store, "mood")
    store.undo()
    (_, annotation), _ = store.steps.changes(step_id)
    assert ("tag", "", "mood") in annotation.fields


def test_an_import_is_one_change(store: Store) -> None:
    ((change,), total) = store.steps.changes(store.steps.all()[-1].id)
    assert (change.kind, change.name, total) == ("import", "of 2 articles", 1)


def test_lines_are_counted_from_one(store: Store) -> None:
    store.verdicts.override(store.articles.version(1), [2], hidden=True)
    ((change,), _) = store.steps.changes(store.steps.all(1)[0].id)
    assert (change.kind, change.name) == ("line", "3")
    assert change.fields == (("hidden", "", "yes"),)
