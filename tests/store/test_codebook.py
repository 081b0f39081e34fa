import pytest

from reader.model import Span
from reader.store import Store, StoreError
from reader.store.branches import branches


def tagged(store: Store) -> list[tuple[str, str]]:
    """Each annotation's tag and memo, in the order of the text."""
    return [(a.tag.path if a.tag else "", a.memo) for a in store.annotations.of(1)]


def put(store: Store, *names: str) -> None:
    """Tag one passage after another, each with the next name."""
    version = store.articles.version(1)
    for number, name in enumerate(names):
        store.annotations.tag(version, Span(number * 5, number * 5 + 4), name)


def paths(store: Store) -> list[str]:
    return [tag.path for tag in store.tags.all()]


def test_what_is_under_a_tag_is_renamed_with_it(store: Store) -> None:
    put(store, "actor/state", "actor/state/china", "actors")
    store.codebook.rename("Actor", "party")
    assert paths(store) == ["actors", "party/state", "party/state/china"]
    assert tagged(store) == [
        ("party/state", ""),
        ("party/state/china", ""),
        ("actors", ""),
    ]
    store.undo()
    assert paths(store) == ["actor/state", "actor/state/china", "actors"]


def test_a_tag_may_change_its_case_and_move_up_in_its_own_place(store: Store) -> None:
    put(store, "a/b", "a/b/b", "a/b/c")
    store.codebook.rename("a/b", "A")
    assert paths(store) == ["A", "A/b", "A/c"]
    store.codebook.rename("a", "a")
    assert paths(store) == ["a", "a/b", "a/c"]


@pytest.mark.parametrize(
    ("path", "wanted", "reason"),
    [
        ("a", "a/b/c", "under itself"),
        ("a/b", "c", "merge them"),
        ("a", "d", "merge them"),
        ("nobody", "x", "no tag nobody"),
        ("a", "x//y", "needs a name"),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(
    store: Store, path: str, wanted: str, reason: str
) -> None:
    put(store, "a", "a/b", "c", "d/b")
    steps = store.history.steps()
    with pytest.raises(StoreError, match=reason):
        store.codebook.rename(path, wanted)
    assert paths(store) == ["a", "a/b", "c", "d/b"]
    assert store.history.steps() == steps


def test_moving_keeps_the_name(store: Store) -> None:
    put(store, "china", "actor")
    store.codebook.move("china", "actor/state")
    store.codebook.move("actor/state/china", "")
    assert paths(store) == ["actor", "china"]


def test_merged_annotations_of_one_passage_become_one_with_both_memos(
    store: Store,
) -> None:
    version = store.articles.version(1)
    for name, memo in (("a", "one"), ("b", "two"), ("c", "two")):
        store.annotations.tag(version, Span(0, 7), name, memo)
    store.annotations.tag(version, Span(8, 13), "b")
    before = store.annotations.of(1)
    assert store.codebook.merge(["b", "c"], "a") == 2
    assert tagged(store) == [("a", "one\n\ntwo"), ("a", "")]
    assert [(tag.path, tag.uses) for tag in store.tags.all()] == [("a", 2)]
    store.undo()
    assert store.annotations.of(1) == before


def test_merging_takes_along_what_is_under_the_tag(store: Store) -> None:
    put(store, "a/x", "a/y", "b/x", "a")
    store.codebook.describe("a", "first")
    store.codebook.merge(["a"], "b")
    assert [(tag.path, tag.uses) for tag in store.tags.all()] == [
        ("b", 1),
        ("b/x", 2),
        ("b/y", 1),
    ]
    assert store.codebook.tag("b").description == "first"


def test_a_tag_merged_into_one_under_it_leaves_the_others(store: Store) -> None:
    put(store, "a", "a/x", "a/y")
    store.codebook.merge(["a"], "a/x")
    assert [(t.path, t.uses) for t in store.tags.all()] == [("a/x", 2), ("a/y", 1)]


def test_two_coders_annotations_of_one_passage_stay_two(store: Store) -> None:
    version = store.articles.version(1)
    store.annotations.tag(version, Span(0, 7), "a")
    store.coders._id, store.coders.name = None, "ben"
    store.annotations.tag(version, Span(0, 7), "b")
    store.codebook.merge(["b"], "a")
    assert {(a.coder, a.tag and a.tag.path) for a in store.annotations.of(1)} == {
        ("ana", "a"),
        ("ben", "a"),
    }


def test_splitting_gives_some_annotations_a_tag_of_their_own(store: Store) -> None:
    put(store, "a", "a", "a")
    first, second, _ = store.annotations.of(1)
    store.codebook.split([first.id, second.id], "a/new")
    assert [tag for tag, _ in tagged(store)] == ["a/new", "a/new", "a"]
    step = store.undo()
    assert step
    assert step.label == "give 2 annotations the tag a/new"
    assert [tag for tag, _ in tagged(store)] == ["a", "a", "a"]
    assert paths(store) == ["a"]


def test_a_used_tag_is_deleted_only_after_a_yes(store: Store) -> None:
    put(store, "a/b", "a", "c")
    with pytest.raises(StoreError, match="2 annotations"):
        store.codebook.remove("a")
    assert store.codebook.remove("a", with_annotations=True) == 2
    assert paths(store) == ["c"]
    assert tagged(store) == [("c", "")]
    store.undo()
    assert [tag for tag, _ in tagged(store)] == ["a/b", "a", "c"]


def test_a_level_becomes_a_tag_when_something_is_kept_of_it(store: Store) -> None:
    put(store, "actor/china")
    store.codebook.describe("Actor", "Who acts.")
    assert paths(store) == ["actor", "actor/china"]
    assert store.codebook.tag("actor").key == ""
    store.undo()
    assert paths(store) == ["actor/china"]


def test_a_key_goes_from_one_tag_to_another(store: Store) -> None:
    put(store, "a", "b")
    store.codebook.set_key("b", "1")
    assert [(tag.path, tag.key) for tag in store.tags.all()] == [("a", ""), ("b", "1")]
    store.undo()
    assert [(tag.path, tag.key) for tag in store.tags.all()] == [("a", "1"), ("b", "2")]
    for wrong in ("ab", " ", "\x1b"):
        with pytest.raises(StoreError, match="one letter"):
            store.codebook.set_key("a", wrong)


def test_retiring_takes_along_what_is_under_the_tag(store: Store) -> None:
    put(store, "a", "a/b", "c")
    store.codebook.retire("a")
    assert [tag.path for tag in store.tags.all() if tag.is_retired] == ["a", "a/b"]
    store.codebook.retire("a/b", retired=False)
    assert [tag.path for tag in store.tags.all() if tag.is_retired] == ["a"]
    assert len(store.annotations.of(1)) == 3


def test_the_tree_counts_what_is_below_and_keeps_the_order(store: Store) -> None:
    put(store, "b/x", "b/y", "b/x/z", "a")
    tree = branches(store.tags.all())
    assert [(b.path, b.depth, b.uses, b.tags) for b in tree] == [
        ("a", 0, 1, 0),
        ("b", 0, 3, 3),
        ("b/x", 1, 2, 1),
        ("b/x/z", 2, 1, 0),
        ("b/y", 1, 1, 0),
    ]
    store.codebook.shift("b", -1)
    store.codebook.shift("b/y", -1)
    store.codebook.add("c")
    order = [b.path for b in branches(store.tags.all())]
    assert order == ["c", "b", "b/y", "b/x", "b/x/z", "a"]


def test_a_new_tag_has_the_first_colour_that_is_free(store: Store) -> None:
    put(store, "a", "b", "c")
    store.codebook.remove("b", with_annotations=True)
    assert [store.codebook.add(name).colour for name in ("d", "e")] == [1, 3]


def test_near_twins_are_pointed_out(store: Store) -> None:
    put(store, "sanctions", "talks")
    assert [twin.path for twin in store.tags.twins("sanction")] == ["sanctions"]


def test_passages_of_one_tag_that_overlap_become_one_with_all_memos(
    store: Store,
) -> None:
    version = store.articles.version(1)
    for start, end, memo in ((0, 7, "one"), (5, 13, ""), (10, 19, "two")):
        store.annotations.tag(version, Span(start, end), "a", memo)
    store.annotations.tag(version, Span(0, 19), "b")
    before = store.annotations.of(1)
    oldest = next(each for each in before if each.memo == "one")
    assert len(store.overlaps.of(version, Span(5, 13), "A")) == 2
    made = store.overlaps.join(version, Span(5, 13), "A")
    assert made
    assert (made.id, made.span, made.memo) == (oldest.id, Span(0, 19), "one\n\ntwo")
    assert made.quote == "Harbour falls quiet"
    assert made.suffix.startswith("\n\nThe harbour")
    assert len(store.annotations.of(1)) == 2
    assert store.overlaps.join(version, Span(30, 33), "a") is None
    store.undo()
    assert store.annotations.of(1) == before


def test_the_tag_applied_last_is_found_going_back_in_time(store: Store) -> None:
    version = store.articles.version(1)
    for path in ("early", "late"):
        store.annotations.tag(version, Span(0, 3), path)
    store.annotations.note(version, Span(4, 6), "No tag on this.")
    with store.coders.seated("eva", blind=False):
        store.annotations.tag(version, Span(0, 3), "hers")
    asked: list[str] = []
    store._conn.set_trace_callback(asked.append)
    assert store.tags.last("ana") == ("late",)
    assert store.tags.last("eva") == ("hers",)
    assert store.tags.last("nobody") == ()
    store._conn.set_trace_callback(None)
    plan = store._conn.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert not any("B-TREE" in row[3] for row in plan)
