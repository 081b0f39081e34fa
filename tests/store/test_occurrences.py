import pytest

from reader.model import Span
from reader.store import Store, StoreError
from reader.text.passages import Size
from reader.text.sought import Sought
from tests.conftest import HARBOUR, keep

MONDAY = Sought("Monday")


def quotes(store: Store) -> list[tuple[int, str]]:
    return [(a.article_id, a.quote) for i in (1, 2) for a in store.annotations.of(i)]


def test_words_are_found_in_all_articles_with_what_stands_around(store: Store) -> None:
    first, second = store.occurrences.of(MONDAY, [1, 2])
    assert (first.article_id, second.article_id) == (1, 2)
    assert first.words == "Monday"
    assert first.before.endswith("quiet on ")
    assert first.after.startswith(". Nobody")
    assert first.title == "Harbour falls quiet"


def test_places_in_hidden_lines_are_marked(store: Store) -> None:
    found = store.occurrences.of(Sought("story"), [1])
    assert [place.is_hidden for place in found] == [True]
    assert not store.occurrences.of(Sought("storm"), [1])[0].is_hidden


def test_all_places_are_tagged_and_taken_back_as_one_step(store: Store) -> None:
    found = store.occurrences.of(MONDAY, [1, 2])
    assert store.occurrences.tag(found, "day", MONDAY) == 2
    assert quotes(store) == [(1, "Monday"), (2, "Monday")]
    step = store.undo()
    assert step
    assert step.label == "tag day on 2 places of “Monday”"
    assert quotes(store) == []
    assert store.tags.all() == []
    store.redo()
    assert len(quotes(store)) == 2


def test_places_that_overlap_the_same_tag_are_left_out(store: Store) -> None:
    start = HARBOUR.index("quiet on Monday")
    version = store.articles.version(1)
    store.annotations.tag(version, Span(start, start + 12), "day")
    store.annotations.tag(store.articles.version(2), Span(0, 6), "other")
    found = store.occurrences.of(MONDAY, [1, 2])
    assert store.occurrences.tag(found, "Day", MONDAY) == 1
    assert store.occurrences.tag(found, "day", MONDAY) == 0
    assert len(store.steps.all()) == 4


def test_another_coders_tag_leaves_nothing_out(store: Store) -> None:
    found = store.occurrences.of(MONDAY, [1])
    store.occurrences.tag(found, "day", MONDAY)
    store.coders.name, store.coders._id = "ben", None
    assert store.occurrences.tag(found, "day", MONDAY) == 1


def test_the_sentence_around_is_tagged_once_for_all_its_words(store: Store) -> None:
    the = Sought("the|nobody", is_regex=True)
    found = store.occurrences.of(the, [1])
    count = store.occurrences.tag(found, "x", the, Size.SENTENCE)
    passages = [quote for _, quote in quotes(store)]
    assert count == len(passages) == len(set(passages))
    assert "Nobody spoke of the storm." in passages
    assert count < len(found)


def test_a_removed_article_has_no_places(store: Store) -> None:
    store.articles.remove([1])
    assert [p.article_id for p in store.occurrences.of(MONDAY, [1, 2])] == [2]


def test_what_is_no_pattern_is_said(store: Store) -> None:
    with pytest.raises(StoreError, match="no pattern"):
        store.occurrences.of(Sought("(", is_regex=True), [1])


def test_offsets_are_right_after_signs_outside_the_first_plane(store: Store) -> None:
    (new,) = keep(store, "A title 😀\n\nThe 👨‍👩‍👧 family met on Monday in Köln.")
    place = store.occurrences.of(Sought("[A-Z]öln", is_regex=True), [new])[0]
    store.occurrences.tag([place], "city", MONDAY)
    assert [a.quote for a in store.annotations.of(new)] == ["Köln"]
