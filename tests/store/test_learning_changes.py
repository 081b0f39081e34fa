"""What is changed, undone or redone while it is learned."""

from reader.store import Store
from reader.store.lessons import learn
from tests.conftest import HARBOUR, MARKET
from tests.store.test_learning import assert_learned, bring, found, many


def test_a_title_that_is_corrected_between_words_and_cleaning() -> None:
    with Store(None, "ana") as store:
        bring(store, *many(2))
        store.attributes.put(1, {"title": "Silence"})
        store.search.index.all()
        assert found(store, "title:silence") == [1]
        terms = "SELECT count(*) FROM article_fts WHERE article_fts MATCH 'title : 0'"
        assert store._conn.execute(terms).fetchone() == (0,)
        assert_learned(store, 2)


def test_undo_of_an_import_that_is_not_cleaned_and_redo() -> None:
    with Store(None, "ana") as store:
        bring(store, *many(9))
        store.undo()
        assert found(store, "witness5") == []
        store.search.index.all()
        assert store._conn.execute("SELECT * FROM cleaning").fetchall() == []
        assert store.listing.waiting() == 0
        store.redo()
        assert store.listing.waiting() == 9
        store.search.index.all()
        assert_learned(store, 9)


def test_what_is_back_by_the_time_that_it_would_be_left_out_is_learned() -> None:
    with Store(None, "ana") as store:
        bring(store, *many(9))
        index = store.search.index
        store.undo()
        learned = list(map(learn, index.lessons()))
        store.redo()
        index.keep(learned)
        assert store.listing.waiting() == 9
        index.all()
        assert_learned(store, 9)


def test_what_was_indexed_as_it_is_cleaned_is_not_indexed_again() -> None:
    with Store(None, "ana") as store:
        bring(store, *(f"Event {n}\n\nWitness{n} saw it.\n" for n in range(9)))
        row = "SELECT id, block FROM article_fts_data ORDER BY id"
        before = store._conn.execute(row).fetchall()
        store.search.index.all()
        assert store._conn.execute(row).fetchall() == before
        assert store.listing.waiting() == 0
        assert found(store, "witness5") == [6]


def test_undo_of_an_import_that_is_half_learned_and_redo() -> None:
    with Store(None, "ana") as store:
        bring(store, *many(6))
        assert store.search.index.update(2) == 2
        store.undo()
        assert store.articles.all() == []
        assert found(store, "witness0 OR witness5") == []
        store.redo()
        assert store.listing.waiting() == 4
        store.search.index.all()
        assert_learned(store, 6)


def test_what_was_changed_before_it_was_removed_is_learned_when_it_is_back() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR)
        store.search.index.all()
        store.attributes.put(1, {"title": "Silence"})
        store.articles.remove([1])
        store.undo()
        store.search.index.all()
        assert found(store, "title:silence") == [1]


def test_what_changes_while_it_is_learned_goes_on_waiting() -> None:
    with Store(None, "ana") as store:
        bring(store, HARBOUR, MARKET)
        index = store.search.index
        learned = list(map(learn, index.lessons()))
        store.attributes.put(1, {"title": "Silence"})
        index.keep(learned)
        assert store.listing.waiting() == 1
        index.all()
        assert (found(store, "silence"), found(store, "bread")) == ([1], [2])
