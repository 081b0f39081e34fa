from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError
from reader.text import sought
from reader.text.sought import Sought
from reader.text.suggestions import Suggestion
from tests.conftest import HARBOUR, keep

MONDAY = Sought("Monday")


def suggested(store: Store, article_id: int) -> tuple[Suggestion, ...]:
    version = store.articles.version(article_id)
    return store.suggestions.of(version, store.verdicts.of(version)).suggestions


def test_a_keyword_suggests_and_tags_nothing(store: Store) -> None:
    store.keywords.add("day", MONDAY)
    (found,) = suggested(store, 2)
    assert (found.tag.path, found.reason) == ("day", "keyword “Monday”")
    assert store.annotations.count() == 0
    assert store.tags.all()[0].uses == 0


def test_what_was_tagged_is_suggested_elsewhere_and_not_where_it_stands(
    store: Store,
) -> None:
    start = HARBOUR.index("Monday")
    version = store.articles.version(1)
    store.annotations.tag(version, Span(start, start + 6), "day")
    assert suggested(store, 1) == ()
    (found,) = suggested(store, 2)
    assert found.reason == "tagged so once"


def test_a_rejection_is_remembered_undone_and_outlives_the_program(
    library: Path,
) -> None:
    with Store(library, "ana") as store:
        store.keywords.add("day", MONDAY)
        (found,) = suggested(store, 2)
        store.suggestions.reject(store.articles.version(2), found)
        assert suggested(store, 2) == ()
    with Store(library, "ana") as store:
        assert suggested(store, 2) == ()
        assert len(suggested(store, 1)) == 1
        step = store.undo()
        assert step
        assert step.label == "reject day on “Monday”"
        assert len(suggested(store, 2)) == 1


def test_one_coder_sees_neither_the_work_nor_the_rejections_of_another(
    library: Path,
) -> None:
    with Store(library, "ana") as store:
        store.keywords.add("day", MONDAY)
        (found,) = suggested(store, 2)
        store.suggestions.reject(store.articles.version(2), found)
        store.annotations.tag(store.articles.version(1), Span(0, 7), "place")
    with Store(library, "ben") as store:
        assert [each.tag.path for each in suggested(store, 2)] == ["day"]
        assert [each.tag.path for each in suggested(store, 1)] == ["day"]


def test_nothing_is_suggested_in_hidden_lines_or_by_retired_tags(store: Store) -> None:
    store.keywords.add("x", Sought("story"))
    assert suggested(store, 1) == ()
    store.keywords.add("day", MONDAY)
    store.codebook.retire("day")
    assert suggested(store, 2) == ()


def test_a_deleted_tag_suggests_nothing_until_undo_brings_it_back(store: Store) -> None:
    store.keywords.add("day", MONDAY)
    store.codebook.remove("day")
    assert suggested(store, 2) == ()
    assert store.keywords.all() == []
    store.undo()
    assert len(suggested(store, 2)) == 1


def test_keywords_and_rejections_follow_a_tag_that_is_merged(store: Store) -> None:
    store.keywords.add("day", MONDAY)
    store.keywords.add("time", Sought("Tuesday"))
    (found,) = suggested(store, 1)
    store.suggestions.reject(store.articles.version(1), found)
    store.codebook.merge(["day"], "time")
    assert [k.sought.words for k in store.keywords.all()] == ["Monday", "Tuesday"]
    assert {each.tag.path for each in suggested(store, 2)} == {"time"}
    assert suggested(store, 1) == ()
    store.undo()
    assert [k.tag.path for k in store.keywords.all()] == ["day", "time"]


def test_a_keyword_is_edited_removed_and_brought_back(store: Store) -> None:
    store.keywords.add("day", MONDAY)
    store.keywords.add("day", MONDAY)
    (keyword,) = store.keywords.all()
    store.keywords.edit(keyword.id, Sought("tues", whole_words=False))
    assert [each.span.start for each in suggested(store, 1)] == []
    assert len(suggested(store, 2)) == 1
    store.keywords.remove(keyword.id)
    assert store.keywords.all() == []
    store.undo()
    store.undo()
    assert store.keywords.all() == [keyword]
    with pytest.raises(StoreError, match="no keyword 99"):
        store.keywords.remove(99)


def test_what_cannot_be_looked_for_is_no_keyword(store: Store) -> None:
    for wrong in (Sought(" "), Sought("(", is_regex=True), Sought("a\x1bb")):
        with pytest.raises(StoreError):
            store.keywords.add("x", wrong)
    assert store.tags.all() == []


def test_a_pattern_that_takes_too_long_leaves_the_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sought, "PATIENCE_S", 0.3)
    (new,) = keep(store, f"Title\n\nOn Monday {'a' * 60}b was heard.")
    store.keywords.add("day", MONDAY)
    store.keywords.add("x", Sought("(a+)+$", is_regex=True))
    version = store.articles.version(new)
    found = store.suggestions.of(version, store.verdicts.of(version))
    assert [each.tag.path for each in found.suggestions] == ["day"]
    assert "too long" in found.trouble
