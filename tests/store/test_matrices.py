from collections.abc import Iterator

import pytest

from reader.model import Span
from reader.queries.tagged import Unit
from reader.store import Store
from reader.store.matrices import Kind, Matrix
from tests.conftest import keep
from tests.store.test_retrieval import TEXT, put


@pytest.fixture
def tagged() -> Iterator[Store]:
    """Two articles, one of January and one without a date."""
    with Store(None, "ana") as store:
        keep(store, TEXT, TEXT.replace("Title", "Name"))
        store._conn.execute(
            "UPDATE article SET published = '2019-01-08', site = 'bbc' WHERE id = 1"
        )
        put(store, 1, "a/x", "The first stands here.")
        put(store, 1, "b", "The second stands there.")
        put(store, 1, "a/y", "A third one")
        put(store, 2, "a/x", "first")
        put(store, 2, "b", "paragraph")
        yield store


def cells(matrix: Matrix) -> dict[tuple[str, str], int]:
    return {
        (matrix.rows[row], matrix.columns[column]): count
        for (row, column), count in matrix.cells.items()
    }


def test_tags_are_counted_by_month_site_and_article(tagged: Store) -> None:
    months = tagged.matrices.of(Kind.MONTHS)
    assert months.columns == ("2019-01", "undated")
    assert cells(months)["a/x", "undated"] == 1
    assert dict(zip(months.rows, months.totals, strict=True)) == {
        "a/x": 2,
        "a/y": 1,
        "b": 2,
    }
    assert tagged.matrices.of(Kind.SITES).columns == ("bbc", "no site")
    articles = tagged.matrices.of(Kind.ARTICLES)
    assert articles.columns == ("1 Title of it", "2 Name of it")
    assert cells(articles)["a/y", "1 Title of it"] == 1


def test_a_level_takes_up_what_is_under_it(tagged: Store) -> None:
    months = tagged.matrices.of(Kind.MONTHS, level=1)
    assert months.rows == ("a", "b")
    assert cells(months)["a", "2019-01"] == 2


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        (Unit.SENTENCE, {}),
        (Unit.PASSAGE, {}),
        (Unit.PARAGRAPH, {("a/x", "b"): 1}),
        (Unit.ARTICLE, {("a/x", "b"): 2, ("a/x", "a/y"): 1, ("a/y", "b"): 1}),
    ],
)
def test_tags_are_counted_where_both_stand(
    tagged: Store, unit: Unit, wanted: dict[tuple[str, str], int]
) -> None:
    found = cells(tagged.matrices.of(Kind.TAGS, unit=unit))
    assert {pair: n for pair, n in found.items() if pair[0] < pair[1]} == wanted
    assert all(found[b, a] == count for (a, b), count in found.items())
    assert found["a/x", "a/x"] == 2


def test_passages_that_overlap_are_pairs(tagged: Store) -> None:
    version = tagged.articles.version(2)
    start = version.text.index("first")
    for tag, size in (("b", 9), ("c", 2)):
        tagged.annotations.tag(version, Span(start, start + size), tag)
    found = cells(tagged.matrices.of(Kind.TAGS, unit=Unit.PASSAGE))
    assert (found["a/x", "b"], found["a/x", "c"], found["b", "c"]) == (1, 1, 1)


def test_what_was_removed_is_not_counted(tagged: Store) -> None:
    tagged.articles.remove([1])
    for kind in Kind:
        assert tagged.matrices.of(kind, unit=Unit.ARTICLE).rows == ("a/x", "b")


def test_where_nothing_is_tagged_there_is_nothing_to_count(store: Store) -> None:
    for kind in Kind:
        assert tagged_nothing(store.matrices.of(kind))


def tagged_nothing(matrix: Matrix) -> bool:
    return not matrix.rows and not matrix.columns and not matrix.cells
