"""What came in is there at once; cleaning and index follow, whoever does it."""

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.intake import learning
from reader.model import Kept
from reader.queries.search import parse
from reader.store import Store
from reader.store.lessons import learn
from tests.conftest import HARBOUR, MARKET, document

_LEARNING = """
import sys
from pathlib import Path
from reader.store import Store
with Store(Path(sys.argv[1]), sys.argv[2]) as store:
    while store.search.index.update(int(sys.argv[3])):
        print(store.search.index.waiting(), flush=True)
"""
_ENGLISH = "The harbour was quiet on Monday, and nobody there spoke of the storm. " * 3


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A library file without an article."""
    Store(tmp_path / "library.db").close()
    return tmp_path / "library.db"


def bring(store: Store, *texts: str, location: str = "") -> list[tuple[int, Kept]]:
    """Import texts; nothing is learned of them."""
    step = store.imports.open("import")
    kept = store.imports.keep(
        step, [replace(document(text), location=location) for text in texts]
    )
    store.imports.close(step)
    return kept


def many(count: int) -> list[str]:
    """Texts with a word of their own each, and a line to hide."""
    return [f"Event {n}\n\nWitness{n} saw it.\n\nLeave a Reply\n" for n in range(count)]


def made_otherwise(store: Store) -> None:
    """As if another program had made the index, which takes words apart its own way."""
    store._conn.execute("UPDATE setting SET value = '0' WHERE name = 'search-tokens'")


def found(store: Store, typed: str) -> list[int]:
    """The articles that the index alone gives for a query."""
    return store.search.ids(parse(typed))


def assert_learned(store: Store, count: int) -> None:
    """Each article is in the index once, and only its shown lines are found."""
    assert store.listing.waiting() == 0
    for number in range(count):
        assert found(store, f"witness{number}") == [number + 1]
    assert found(store, "reply") == []
    assert [each.hidden_lines for each in store.articles.all()] == [1] * count
    assert store.examine() == []


def test_an_article_is_there_and_is_found_before_it_is_cleaned() -> None:
    with Store(None, "ana") as store:
        bring(store, f"Harbour\n\n{_ENGLISH}\n\nLeave a Reply\n")
        (article,) = store.articles.all()
        assert (article.title, article.hidden_lines) == ("Harbour", None)
        assert (article.words, article.lines, article.language) == (43, 3, "")
        assert store.articles.version(article.version_id).text.endswith("Reply\n")
        # Nobody knows yet which lines are going to be hidden.
        assert (found(store, "storm"), found(store, "reply")) == ([1], [1])
        store.search.index.all()
        (article,) = store.articles.all()
        assert (article.hidden_lines, article.words, article.language) == (1, 40, "en")
        assert (found(store, "storm"), found(store, "reply")) == ([1], [])


def test_to_ask_what_is_left_writes_nothing_and_waits_for_nobody(bare: Path) -> None:
    with Store(bare, "ana") as store, Store(bare, "ben") as other:
        bring(store, HARBOUR, MARKET)
        other._conn.execute("BEGIN IMMEDIATE")
        before = store._conn.total_changes
        assert store.search.index.waiting() == 2
        assert store.copies.index.waiting() == 2
        assert store._conn.total_changes == before
        # A writer would have been waited for, or have been refused.
        assert store.search.index.update_if_free() == 0
        other._conn.execute("ROLLBACK")
        assert store.search.index.update_if_free() == 2


def test_what_is_left_is_read_along_its_list_and_not_along_all_articles() -> None:
    with Store(None, "ana") as store:
        store.search.index.update()
        asked: list[str] = []
        store._conn.set_trace_callback(asked.append)
        assert store.search.index.update() == 0
        store._conn.set_trace_callback(None)
        (lessons,) = (query for query in asked if "FROM unindexed CROSS" in query)
        first, *_ = store._conn.execute(f"EXPLAIN QUERY PLAN {lessons}")
        assert first[3].startswith("SEARCH unindexed")


def test_an_article_that_is_opened_first_is_cleaned_then() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR, MARKET)
        reading = store.reading(1)
        assert reading
        assert reading.article.hidden_lines == 2
        assert [each.hidden_lines for each in store.articles.all()] == [2, None]


def test_a_page_of_a_search_learns_what_little_is_left() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR, MARKET)
        results = store.search.page(parse("bread"))
        assert [one.article.id for one in results.found] == [2]
        assert store.listing.waiting() == 0


def test_an_index_that_is_made_anew_has_all_words_before_the_rest_is_cleaned() -> None:
    with Store(None, "ana") as store:
        index = store.search.index
        bring(store, *many(250))
        made_otherwise(store)
        assert index.update(5) == 50
        assert (index.not_found(), index.waiting()) == (200, 250)
        while index.not_found():
            assert index.update(5) == 50
        assert index.waiting() == 250
        assert [each.hidden_lines for each in store.articles.all()] == [None] * 250
        assert found(store, "witness0 OR witness249") == [250, 1]
        assert len(found(store, "reply")) == 50
        assert store.examine() == []
        index.all()
        assert_learned(store, 250)


def test_what_comes_into_an_index_made_otherwise_begins_it_anew() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR)
        store.search.index.all()
        made_otherwise(store)
        bring(store, MARKET)
        assert (found(store, "storm"), found(store, "bread")) == ([], [2])
        assert store.search.index.waiting() == 2
        store.search.index.all()
        assert (found(store, "storm"), found(store, "bread")) == ([1], [2])


def test_words_that_come_between_texts_that_are_here_come_in_all_the_same() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR)
        kept = bring(store, "Quay\n\nA crane.\n", HARBOUR, "Pier\n\nA gull.\n")
        assert [each for _, each in kept] == [Kept.NEW, Kept.SAME, Kept.NEW]
        assert (found(store, "crane"), found(store, "gull")) == ([2], [3])
        assert store.examine() == []


def parts(store: Store) -> int:
    """How many parts the index is in."""
    found = store._conn.execute("SELECT count(DISTINCT segid) FROM article_fts_idx")
    return int(found.fetchone()[0])


def test_what_was_written_bit_by_bit_is_merged_once_all_is_learned() -> None:
    with Store(None, "ana") as store:
        assert not store.search.index.tidy()
        for text in many(12):
            bring(store, text)
        assert parts(store) == 12
        learning.learn(store)
        assert parts(store) < 4
        assert not store.search.index.tidy()
        assert_learned(store, 12)


def test_a_batch_that_fails_leaves_no_word_behind() -> None:
    with Store(None, "ana") as store:
        store._conn.execute(
            "CREATE TRIGGER full BEFORE INSERT ON indexed BEGIN"
            " SELECT raise(ABORT, 'no room'); END"
        )
        with pytest.raises(sqlite3.IntegrityError):
            bring(store, *many(3))
        store._conn.execute("DROP TRIGGER full")
        assert (store.articles.all(), found(store, "witness1")) == ([], [])
        bring(store, *many(3))
        assert found(store, "witness1") == [2]
        store.search.index.all()
        assert_learned(store, 3)


def test_what_a_search_lists_is_cleaned_before_its_turn() -> None:
    with Store(None, "ana") as store:
        bring(store, *many(250))
        results = store.search.page(parse("witness249 OR witness248"))
        assert [one.article.hidden_lines for one in results.found] == [1, 1]
        assert store.search.index.waiting() == 248
        # A word that stands in their hidden lines alone is found in neither.
        assert found(store, "reply")[0] == 248


def test_what_another_program_has_learned_first_is_left() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR)
        index = store.search.index
        first, second = (list(map(learn, index.lessons())) for _ in range(2))
        index.keep(first)
        index.keep(second)
        store.attributes.put(1, {"title": "Silence"})
        index.all()
        assert found(store, "harbour") == [1]
        terms = "SELECT count(*) FROM article_fts WHERE article_fts MATCH 'falls'"
        # The word stands in the title of the text, which the first title came from.
        assert store._conn.execute(terms).fetchone() == (1,)


def test_two_programs_learn_at_once(bare: Path) -> None:
    with Store(bare, "ana") as store:
        bring(store, *many(80))
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _LEARNING, str(bare), name, "3"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=dict(os.environ),
        )
        for name in ("ana", "ben")
    ]
    for program in programs:
        _, said = program.communicate()
        assert (program.returncode, said) == (0, b"")
    with Store(bare, "ana") as store:
        assert_learned(store, 80)


def test_learning_that_was_killed_goes_on(bare: Path) -> None:
    with Store(bare, "ana") as store:
        bring(store, *many(40))
    with subprocess.Popen(
        [sys.executable, "-c", _LEARNING, str(bare), "ana", "2"],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as program:
        assert program.stdout
        for _ in range(5):
            program.stdout.readline()
        program.send_signal(signal.SIGKILL)
    with Store(bare, "ana") as store:
        assert 0 < store.listing.waiting() <= 30
        assert store.examine() == []
        store.search.index.all()
        assert_learned(store, 40)


def test_a_window_hears_of_steps_and_articles_while_another_learns(bare: Path) -> None:
    with Store(bare, "ana") as window, Store(bare, "ana") as other:
        bring(other, HARBOUR, MARKET)
        assert window.changed_elsewhere(is_learning=True)
        other.search.index.all()
        assert not window.changed_elsewhere(is_learning=True)
        other.articles.remove([2])
        assert window.changed_elsewhere(is_learning=True)
        other.articles.set_place(1, 5)
        assert window.changed_elsewhere()
