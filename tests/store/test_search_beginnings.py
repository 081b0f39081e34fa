"""Words that may go on: what they become, and how much is asked for them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.queries.beginnings import has_beginning, without_beginnings
from reader.queries.nodes import All, Any, Not, Words
from reader.queries.search import parse
from reader.store import Store, sieve, vocabulary
from reader.store import answers as asking
from reader.text.tokens import tokens
from tests.conftest import keep
from tests.store.test_search import LINES, QUERIES, answers, found, traced


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(typed=QUERIES, site=st.sampled_from(["", " site:a", " -site:a"]))
@pytest.mark.parametrize("dated", [0, 5_000])
@pytest.mark.parametrize("common", [0, 1_000], ids=["by the index", "sifted"])
def test_beginnings_that_are_spelt_out_find_what_the_index_itself_finds(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    dated: int,
    common: int,
    typed: str,
    site: str,
) -> None:
    monkeypatch.setattr(asking, "DATED", dated)
    query = parse(f"{typed} h* -mo*{site}")
    spelt = store.search.ids(query), store.search.count(query)
    with monkeypatch.context() as patch:
        patch.setattr(vocabulary, "_MOST", 0)
        patch.setattr(sieve, "COMMON", common)
        patch.setattr(sieve, "AT_ONCE", 1)
        assert (store.search.ids(query), store.search.count(query)) == spelt


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(LINES, min_size=1, max_size=4),
    typed=QUERIES,
    known=st.sets(st.sampled_from(["a", "ab"])),
)
def test_whatever_answers_a_query_answers_it_without_its_beginnings(
    texts: list[list[str]], typed: str, known: set[str]
) -> None:
    query = parse(f"{typed} -(a* OR c) -a* b*")
    less = without_beginnings(
        query.root, lambda begun: [word for word in known if word.startswith(begun)]
    )
    assert less is None or not has_beginning(less)
    for lines in texts:
        columns = [tokens(line) for line in lines]
        if less is not None and answers(query.root, columns):
            assert answers(less, columns)


def prefaces(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Articles that each have another word with the same beginning, indexed."""
    ids = keep(store, *(f"Report {n}\n\nBy its preface{n}." for n in range(9)))
    store.search.index.all()
    monkeypatch.setattr(vocabulary, "_MOST", 3)
    monkeypatch.setattr(sieve, "AT_ONCE", 2)
    return ids


def test_a_beginning_of_very_many_words_is_looked_for_in_the_newest_articles(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = prefaces(store, monkeypatch)
    with traced(store) as asked:
        seen: list[int] = []
        after = None
        while len(seen) < len(ids):
            page = store.search.page(parse("pref*"), after=after, limit=3)
            assert not page.is_dated
            seen += [one.article.id for one in page.found]
            after = page.next
    assert seen == ids[::-1]
    assert not any("article_fts MATCH" in each and '"*' in each for each in asked)


def test_a_beginning_that_few_of_the_newest_articles_have_is_asked_of_the_index(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = prefaces(store, monkeypatch)
    keep(store, *(f"Late {n}\n\nNothing of the kind." for n in range(4)))
    assert found(store, "pref*") == ids[::-1]
    assert found(store, "pref* -report") == []
    assert store.search.count(parse("pref*")).articles == len(ids)


def test_of_an_exception_of_very_many_words_those_that_are_frequent_are_left_out_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plain,) = keep(store, "Report\n\nThat is all.")
    keep(store, *(f"Report {n}\n\nA preface, preface{n}." for n in range(9)))
    store.search.index.all()
    monkeypatch.setattr(vocabulary, "_MOST", 3)
    monkeypatch.setattr(sieve, "AT_ONCE", 2)
    monkeypatch.setattr(sieve, "_FREQUENT", 1)
    monkeypatch.setattr(asking, "DATED", 0)
    with traced(store) as asked:
        assert found(store, "report -(pref* OR late)") == [plain]
    assert not any("article_fts MATCH" in each and '"*' in each for each in asked)


def test_a_beginning_becomes_each_word_once_and_none_is_read_through(
    store: Store,
) -> None:
    keep(store, "Words\n\nsan sand sanction sanctions sane Sän santé sap")
    store.search.index.all()
    with traced(store) as asked:
        spelt = vocabulary.Vocabulary(store._conn).spelt_out(parse("san* -x").root)
    words = ("san", "sanction", "sanctions", "sand", "sane", "sante")
    assert spelt == All((Any(tuple(Words((w,)) for w in words)), Not(Words(("x",)))))
    assert sum("FROM article_term" in each for each in asked) == len(words) + 1
