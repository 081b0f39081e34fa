import re

import pytest

from reader.model import Span
from reader.store import Store, StoreError

UUID7 = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
)


def test_an_annotation_carries_its_quote_and_its_context(store: Store) -> None:
    version = store.articles.version(1)
    start = version.text.index("Nobody spoke")
    made = store.annotations.tag(version, Span(start, start + 28), "mood/fear", "hm")
    (found,) = store.annotations.of(1)
    assert found == made
    assert UUID7.fullmatch(found.id)
    assert (
        found.quote
        == "Nobody spoke of the storm."[:28] + version.text[start + 26 : start + 28]
    )
    assert version.text[start - len(found.prefix) : start] == found.prefix
    assert len(found.prefix) == min(60, start)
    assert found.coder == "ana"
    assert found.created_at.utcoffset() is not None


def test_a_tag_is_one_whatever_its_case_and_its_unicode_form(store: Store) -> None:
    version = store.articles.version(1)
    store.annotations.tag(version, Span(0, 7), "Café/Été")
    store.annotations.tag(version, Span(8, 13), "cafe\u0301/e\u0301te\u0301")
    (tag,) = store.tags.all()
    assert (tag.path, tag.uses) == ("Café/Été", 2)


def test_early_tags_get_the_digits_as_keys(store: Store) -> None:
    version = store.articles.version(1)
    for number in range(11):
        store.annotations.tag(version, Span(0, 7), f"tag {number:02}")
    assert [tag.key for tag in store.tags.all()] == [*"123456789", "", ""]
    assert len({tag.colour for tag in store.tags.all()}) == 11


@pytest.mark.parametrize("name", ["", "  ", "a//b", "/a", "a/", "a\x1b[31m", "x" * 201])
def test_what_cannot_be_a_tags_name_changes_nothing(store: Store, name: str) -> None:
    version = store.articles.version(1)
    steps = store.history.steps()
    with pytest.raises(StoreError):
        store.annotations.tag(version, Span(0, 7), name)
    assert store.tags.all() == []
    assert store.history.steps() == steps


def test_a_span_outside_the_text_is_refused(store: Store) -> None:
    version = store.articles.version(1)
    with pytest.raises(StoreError, match="no passage"):
        store.annotations.tag(version, Span(0, 10_000), "a")
    with pytest.raises(StoreError, match="no passage"):
        store.annotations.tag(version, Span(4, 4), "a")


def test_a_bare_memo_emptied_is_gone_and_undo_brings_it_back(store: Store) -> None:
    version = store.articles.version(1)
    note = store.annotations.note(version, Span(0, 7), "who says so?")
    store.annotations.set_memo(note.id, "")
    assert store.annotations.of(1) == []
    store.undo()
    assert store.annotations.of(1) == [note]


def test_the_counts_follow(store: Store) -> None:
    version = store.articles.version(1)
    made = store.annotations.tag(version, Span(0, 7), "place")
    store.annotations.tag(version, Span(8, 13), "place")
    article = store.articles.one(1)
    assert article
    assert (article.annotations, article.tags) == (2, ("place",))
    store.annotations.remove(made.id)
    article = store.articles.one(1)
    assert article
    assert article.annotations == store.annotations.count() == 1


def test_a_tag_is_asked_for_with_its_descendants(store: Store) -> None:
    version = store.articles.version(1)
    for name in ("actor", "actor/state", "actors"):
        store.annotations.tag(version, Span(0, 7), name)
    found = [a.tag.path for a in store.annotations.each("actor", None, None) if a.tag]
    assert sorted(found) == ["actor", "actor/state"]
    assert list(store.annotations.each("ac_or", None, None)) == []


def test_a_reading_with_what_was_saved_is_as_if_it_were_read_again(
    store: Store,
) -> None:
    version = store.articles.version(1)
    for start, end in ((0, 7), (20, 40), (8, 13)):
        store.annotations.tag(version, Span(start, end), "before")
    before = store.reading(1)
    assert before
    saved = store.annotations.tag_with(version, Span(8, 30), ("one", "two"))
    saved += store.annotations.tag_with(version, Span(0, 7), ("before",))
    after, again = before.having(saved), store.reading(1)
    assert again
    spans = [each.span.start for each in after.annotations]
    assert spans == sorted(spans) == [0, 8, 8, 8, 20]
    assert [a.id for a in after.annotations] == [a.id for a in again.annotations]
    assert after.article.annotations == again.article.annotations == 5


def test_what_was_saved_on_another_text_is_not_put_into_a_reading(store: Store) -> None:
    before = store.reading(1)
    assert before
    other = store.annotations.tag(store.articles.version(2), Span(0, 5), "elsewhere")
    assert before.having([other]) == before
