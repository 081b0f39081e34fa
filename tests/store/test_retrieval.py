from collections.abc import Iterator

import pytest

from reader.model import Span
from reader.queries.tagged import parse
from reader.store import Store
from tests.conftest import keep

TEXT = """Title of it

The first stands here. The second stands there.

A third one, in a paragraph of its own.
"""


@pytest.fixture
def tagged() -> Iterator[Store]:
    """Two articles of one text each; `a/x` and `b` in one paragraph of the first."""
    with Store(None, "ana") as store:
        keep(store, TEXT, TEXT.replace("Title", "Name"))
        put(store, 1, "a/x", "The first stands here.")
        put(store, 1, "b", "The second stands there.")
        put(store, 1, "c", "A third one")
        put(store, 2, "a/x", "first")
        put(store, 2, "b", "paragraph")
        yield store


def put(store: Store, article: int, tag: str, quote: str) -> None:
    version = store.articles.version(article)
    start = version.text.index(quote)
    store.annotations.tag(version, Span(start, start + len(quote)), tag)


def found(store: Store, typed: str) -> list[tuple[int, str]]:
    page = store.retrieval.page(parse(typed))
    assert store.retrieval.count(parse(typed)) == len(page.passages)
    return [(a.article_id, a.tag.path) for a in page.passages if a.tag]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("a", [(2, "a/x"), (1, "a/x")]),
        ("x", [(2, "a/x"), (1, "a/x")]),
        ("A/X", [(2, "a/x"), (1, "a/x")]),
        ("a AND b", [(1, "a/x"), (1, "b")]),
        ("a AND b in:sentence", []),
        ("a AND b in:passage", []),
        ("a AND b in:article", [(2, "a/x"), (2, "b"), (1, "a/x"), (1, "b")]),
        ("a NOT b", [(2, "a/x")]),
        ("b NOT c in:article", [(2, "b")]),
        ("c OR (a AND b)", [(1, "a/x"), (1, "b"), (1, "c")]),
        ("NOT b", [(2, "a/x"), (1, "c")]),
        ("nothing", []),
    ],
)
def test_tags_are_found_where_they_stand_together(
    tagged: Store, typed: str, wanted: list[tuple[int, str]]
) -> None:
    assert found(tagged, typed) == wanted


def test_a_passage_stands_in_each_paragraph_that_it_reaches(tagged: Store) -> None:
    version = tagged.articles.version(2)
    start = version.text.index("The second")
    whole = Span(start, version.text.index("of its own"))
    tagged.annotations.tag(version, whole, "long")
    assert found(tagged, "long AND b") == [(2, "long"), (2, "b")]
    assert found(tagged, "long AND a") == [(2, "a/x"), (2, "long")]
    assert found(tagged, "long AND a in:sentence") == []
    assert found(tagged, "long AND b in:sentence") == [(2, "long"), (2, "b")]
    assert found(tagged, "long AND b in:passage") == [(2, "long"), (2, "b")]


def test_without_a_query_every_passage_is_listed_newest_article_first(
    tagged: Store,
) -> None:
    version = tagged.articles.version(1)
    tagged.annotations.note(version, Span(0, 5), "a bare memo")
    assert [article for article, _ in found(tagged, "")] == [2, 2, 1, 1, 1]


def test_what_was_removed_is_not_found(tagged: Store) -> None:
    tagged.articles.remove([2])
    assert found(tagged, "a") == [(1, "a/x")]
    tagged.undo()
    assert len(found(tagged, "a")) == 2


def test_pages_follow_one_another(tagged: Store) -> None:
    first = tagged.retrieval.page(parse("a OR b"), limit=1)
    assert [a.article_id for a in first.passages] == [2, 2]
    rest = tagged.retrieval.page(parse("a OR b"), limit=1, after=first.next)
    assert [a.article_id for a in rest.passages] == [1, 1]
    assert rest.next is None


def test_many_tags_are_found_like_few(tagged: Store) -> None:
    version = tagged.articles.version(2)
    for number in range(220):
        tagged.annotations.tag(version, Span(0, 4), f"many/{number}")
    assert len(found(tagged, "many")) == 220
    assert found(tagged, "many AND c in:article") == []


def test_passages_change_their_tag_or_lose_it_in_one_step(tagged: Store) -> None:
    passages = tagged.retrieval.page(parse("a")).passages
    ids = [passage.id for passage in passages]
    assert tagged.retrieval.retag(ids, "b") == 2
    assert found(tagged, "a") == []
    assert len(found(tagged, "b")) == 4
    tagged.undo()
    assert len(found(tagged, "a")) == 2
    tagged.retrieval.remove(ids)
    assert found(tagged, "a") == []
    tagged.undo()
    assert tagged.retrieval.page(parse("a")).passages == passages


def test_names_that_no_tag_has_are_told(tagged: Store) -> None:
    assert tagged.retrieval.unknown(parse("a AND nothing NOT no")) == [
        "no tag is called “nothing”",
        "no tag is called “no”",
    ]
