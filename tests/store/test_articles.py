from reader.model import Kept
from reader.store import Store
from tests.conftest import HARBOUR, MARKET, document, keep


def test_the_same_text_again_changes_nothing(store: Store) -> None:
    before = store.articles.all()
    step = store.imports.open("again")
    kept = store.imports.keep(step, [document(HARBOUR)])
    store.imports.close(step)
    assert kept == [(1, Kept.SAME)]
    assert store.articles.all() == before
    assert len(store.history.steps()) == 1


def test_a_removed_article_comes_back_when_it_is_imported_again(store: Store) -> None:
    store.articles.remove([2])
    assert [a.id for a in store.articles.all()] == [1]
    assert keep(store, MARKET) == [2]
    assert [a.id for a in store.articles.all()] == [1, 2]


def test_hidden_lines_are_counted_and_overrides_change_the_count(store: Store) -> None:
    article, version = store.articles.one(1), store.articles.version(1)
    assert article
    assert (article.lines, article.hidden_lines) == (5, 2)
    comments = version.text.split("\n").index("Leave a Reply")
    store.verdicts.override(version, [comments, 0], hidden=False)
    article = store.articles.one(1)
    assert article
    assert article.hidden_lines == 1
    assert not store.verdicts.of(version)[comments].hidden
    store.undo()
    article = store.articles.one(1)
    assert article
    assert article.hidden_lines == 2


def test_an_override_that_agrees_with_the_verdict_goes_away(store: Store) -> None:
    version = store.articles.version(1)
    store.verdicts.override(version, [0], hidden=True)
    assert store.verdicts.of(version)[0].rule == "hidden by hand"
    store.verdicts.override(version, [0], hidden=False)
    assert store.verdicts.overrides(version.id) == []


def test_verdicts_of_an_older_cleaner_are_made_anew(store: Store) -> None:
    version = store.articles.version(1)
    fresh = store.verdicts.of(version)
    store._conn.execute("UPDATE cleaning SET cleaner = 'old', verdicts = '[]'")
    article = store.articles.one(1)
    assert article
    assert article.hidden_lines == 0
    assert store.verdicts.of(version) == fresh
    article = store.articles.one(1)
    assert article
    assert article.hidden_lines == 2


def test_an_article_is_found_by_its_id_or_a_piece_of_its_name(store: Store) -> None:
    assert [a.id for a in store.articles.find("2")] == [2]
    assert [a.id for a in store.articles.find("HARBOUR")] == [1]
    assert [a.id for a in store.articles.find("text-1.txt")] == [2]
    assert [a.id for a in store.articles.find("text-")] == [1, 2]
    assert store.articles.find("100%") == []
