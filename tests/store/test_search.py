"""What a search finds, however it is answered, and what it asks to find it."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import Span
from reader.queries.nodes import All, Any, Near, Node, Not, Words
from reader.queries.search import parse
from reader.store import Store, backwards, reach, sieve, vocabulary
from reader.store import answers as asking
from reader.store.search import Sort
from reader.text.tokens import tokens
from tests.conftest import keep
from tests.queries.test_search import ODD, TYPED


def found(store: Store, typed: str, *, hidden: bool = False) -> list[int]:
    """The ids of the articles that answer, the newest first."""
    store.search.index.all()
    results = store.search.page(parse(typed), hidden=hidden)
    return [one.article.id for one in results.found]


@contextmanager
def traced(store: Store) -> Generator[list[str]]:
    """What a library is asked within the block, in SQL."""
    asked: list[str] = []
    store._conn.set_trace_callback(asked.append)
    yield asked
    store._conn.set_trace_callback(None)


def plans(store: Store, asked: Iterable[str]) -> list[list[str]]:
    """How SQLite answers each."""
    explained = (store._conn.execute(f"EXPLAIN QUERY PLAN {one}") for one in asked)
    return [[row[3] for row in rows] for rows in explained]


def read(store: Store, *, hidden: bool) -> dict[int, list[list[str]]]:
    """Each article's title, shown and perhaps hidden lines, read without an index."""
    pages = {}
    for article in store.articles.all():
        version = store.articles.version(article.version_id)
        parts: tuple[list[str], list[str]] = [], []
        for line in store.verdicts.of(version):
            parts[line.hidden].append(line.span.of(version.text))
        columns = [article.title, *("\n".join(part) for part in parts)]
        pages[article.id] = [tokens(c) for c in columns[: 3 if hidden else 2]]
    return pages


def answers(node: Node, columns: list[list[str]]) -> bool:
    """What a query means, said as plainly as can be."""
    match node:
        case Words():
            return any(ends(node, column) for column in columns)
        case Near(parts, distance):
            return any(
                max(s for s, _ in group) - min(group)[1] <= distance
                for column in columns
                for group in product(*(ends(part, column) for part in parts))
            )
        case All(parts):
            return all(answers(part, columns) for part in parts)
        case Any(parts):
            return any(answers(part, columns) for part in parts)
        case Not(part):
            return not answers(part, columns)
        case _:
            return True


def ends(words: Words, column: list[str]) -> list[tuple[int, int]]:
    size, last = len(words.tokens), words.tokens[-1]
    return [
        (n, n + size)
        for n in range(len(column) - size + 1)
        if column[n : n + size - 1] == list(words.tokens[:-1])
        and (
            column[n + size - 1] == last
            or (words.is_prefix and column[n + size - 1].startswith(last))
        )
    ]


SENTENCES = st.lists(
    st.sampled_from(["a", "b", "c", "ab", "Ä"]), min_size=1, max_size=8
)


LINES = st.lists(SENTENCES.map(" ".join), min_size=1, max_size=4)


QUERIES = st.lists(
    st.sampled_from(
        ["a", "b", "a*", "-c", '"a b"', "OR", "(", ")", "near:1", "near:0", "ab", "NOT"]
    ),
    max_size=8,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(LINES, min_size=1, max_size=4), typed=QUERIES)
def test_the_index_finds_just_what_reading_every_article_finds(
    texts: list[list[str]], typed: str
) -> None:
    with Store(None) as store:
        keep(store, *("\n".join(lines) for lines in texts))
        for number in (1, 2):
            if article := store.articles.one(number):
                version = store.articles.version(article.version_id)
                store.verdicts.override(version, [0], hidden=True)
        query = parse(typed)
        if not query.is_empty:
            for hidden in (False, True):
                pages = read(store, hidden=hidden)
                wanted = [i for i, page in pages.items() if answers(query.root, page)]
                assert found(store, typed, hidden=hidden) == wanted[::-1]


@pytest.mark.parametrize(
    "typed",
    [
        "-again",
        "title:first",
        "ferries -again",
        "ferries sail -(again OR late)",
        "(ferries OR boats) title:first",
        '"ferries sail" title:first',
        "first OR title:first",
        "ferries -aga*",
        "f* -aga*",
    ],
)
@pytest.mark.parametrize("most", [0, 200])
def test_what_a_person_does_not_wait_for_is_asked_for_in_stretches(
    store: Store, monkeypatch: pytest.MonkeyPatch, typed: str, most: int
) -> None:
    keep(store, "First\n\nFerries sail, for once.")
    keep(store, *(f"Report {n}\n\nFerries sail, again." for n in range(9)))
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 0)
    monkeypatch.setattr(reach, "_FAR", 0)
    monkeypatch.setattr(vocabulary, "_MOST", most)
    query = parse(typed)
    whole = store.search.ids(query)
    assert whole
    monkeypatch.setattr(backwards, "_STRETCHES", (1, 2))
    monkeypatch.setattr(sieve, "AT_ONCE", 2)
    seen, after, asked = [], None, 0
    while asked == 0 or after is not None:
        page = store.search.page(query, after=after, is_whole=False)
        seen += [one.article.id for one in page.found]
        after, asked = page.next, asked + 1
    assert seen == whole == store.search.ids(query)
    assert store.search.count(query).articles == len(whole)
    # A phrase is walked to its end, and so is what was read to see how many there are.
    assert asked > 1 or typed.startswith(('"', "f*"))


def test_a_phrase_of_words_that_are_everywhere_is_not_walked_to_its_end_for_dates(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, *(f"Report {n}\n\nFerries sail, again." for n in range(4)))
    keep(store, "Rare\n\nFerries sail once.")
    monkeypatch.setattr(reach, "_FAR", 3)
    for typed, is_dated in (
        ('"ferries sail"', False),
        ("ferries sail", False),
        ("ferries near:2 sail", False),
        ("ferries -sail", False),
        ('"sail once"', True),
        ("ferries once", True),
        ("(ferries OR once) sail", False),
        ("ferries", True),
    ):
        store.search.index.all()
        assert store.search.page(parse(typed)).is_dated is is_dated, typed


def test_two_ends_of_a_time_are_one_question(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(3)))
    for article_id, day in zip(
        ids, ("2017-12-31", "2018-01-31", "2019-01-01"), strict=True
    ):
        store.attributes.put(article_id, {"date": day})
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 1)
    page = store.search.page(parse("ferries after:2018 before:2018-02"))
    assert (page.is_dated, [one.article.id for one in page.found]) == (True, [ids[1]])


@pytest.mark.parametrize(
    "typed", ["tag:a tag:b", "tag:a ferries tag:b", "tag:b f* tag:a"]
)
@pytest.mark.parametrize("most", [0, 200])
def test_articles_that_are_two_things_at_once_are_put_by_date_where_they_are_few(
    store: Store, monkeypatch: pytest.MonkeyPatch, typed: str, most: int
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(3)))
    for article_id, tags in zip(ids, ("a", "ab", "b"), strict=True):
        article = store.articles.one(article_id)
        assert article
        for tag in tags:
            version = store.articles.version(article.version_id)
            store.annotations.tag(version, Span(0, 6), tag)
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 1)
    monkeypatch.setattr(vocabulary, "_MOST", most)
    page = store.search.page(parse(typed))
    assert (page.is_dated, [one.article.id for one in page.found]) == (True, [ids[1]])


@pytest.mark.parametrize("at_once", [1, 500])
@pytest.mark.parametrize(
    ("typed", "places"),
    [("tag:a ferries", [3, 1]), ("tag:a tag:b ferries", [3]), ("-tag:a ferries", [2])],
)
def test_what_an_index_knows_of_many_articles_is_asked_of_it_and_not_of_each(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    at_once: int,
    typed: str,
    places: list[int],
) -> None:
    ids = keep(store, *(f"Report {n}\n\nFerries, again." for n in range(3)), "Calm\n")
    for article_id, tags in zip(ids, ("a", "c", "ab", "ab"), strict=True):
        article = store.articles.one(article_id)
        assert article
        for tag in tags:
            version = store.articles.version(article.version_id)
            store.annotations.tag(version, Span(0, 4), tag)
    store.search.index.all()
    monkeypatch.setattr(asking, "_MANY", at_once)
    with traced(store) as asked:
        page = store.search.page(parse(typed))
    assert [one.article.id for one in page.found] == [ids[n - 1] for n in places]
    by_tag = [each for each in asked if "INDEXED BY annotation_by_tag" in each]
    assert len(by_tag) == (at_once == 1 and not typed.startswith("-"))


@pytest.mark.parametrize("typed", ["tag:a harbour", "-tag:* harbour", "harbour tag:*"])
def test_tags_are_asked_of_the_annotations_of_an_article_alone(
    store: Store, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in store.articles.all():
        version = store.articles.version(article.version_id)
        store.annotations.tag(version, Span(0, 7), "a")
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 0)
    with traced(store) as asked:
        store.search.page(parse(typed))
        store.search.count(parse(typed))
    of_row = [query for query in asked if "article_id = article.id" in query]
    assert of_row
    for plan in plans(store, of_row):
        (step,) = [step for step in plan if " annotation " in step]
        assert "USING INDEX annotation_by_article (article_id=?)" in step


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(typed=TYPED)
def test_no_query_fails(store: Store, typed: str) -> None:
    _ask_all(store, typed)


@pytest.mark.parametrize("typed", ODD)
def test_no_odd_query_fails(store: Store, typed: str) -> None:
    _ask_all(store, typed)


def _ask_all(store: Store, typed: str) -> None:
    for typing in (False, True):
        query = parse(typed, typing=typing)
        for sort in Sort:
            store.search.page(query, sort=sort, hidden=typing)
        assert store.search.count(query).articles <= 2


@pytest.mark.parametrize("typed", ["monday -site:a", "monday", "harbour status:unread"])
def test_articles_with_known_ids_are_looked_up_by_them(
    store: Store, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.search.index.all()
    monkeypatch.setattr(asking, "DATED", 0)
    with traced(store) as asked:
        store.search.page(parse(typed))
        store.search.count(parse(typed))
    known = [query for query in asked if " NOT INDEXED " in query]
    assert known
    for plan in plans(store, known):
        assert "SEARCH article USING INTEGER PRIMARY KEY (rowid=?)" in plan
