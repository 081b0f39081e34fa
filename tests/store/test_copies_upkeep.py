"""What is kept to find near copies by, as articles come, change and go."""

import pytest

from reader.store import Store
from reader.store.comparing import Comparing
from tests.conftest import document, keep
from tests.store.test_copies import EDITED, QUOTING, STORY, TRIMMED, shared


@pytest.fixture
def ids(store: Store) -> list[int]:
    return keep(store, STORY, TRIMMED, EDITED, QUOTING)


def test_what_is_learned_piece_by_piece_is_what_is_learned_at_once(
    store: Store, ids: list[int]
) -> None:
    assert store.copies.index.waiting() == 6
    assert store.copies.index.update(2) == 2
    assert store.copies.index.waiting() == 4
    while store.copies.index.update_if_free(1):
        pass
    step_by_step = contents(store)
    store._conn.execute("UPDATE setting SET value = '' WHERE name = 'compared-by'")
    assert store.copies.index.waiting() == 6
    store.copies.index.all()
    assert contents(store) == step_by_step


def contents(store: Store) -> list[object]:
    return [
        store._conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in ("compared", "sentence", "copy_band", "copy_pair")
    ]


def test_nothing_is_left_of_what_is_gone(store: Store, ids: list[int]) -> None:
    store.copies.index.all()
    store.articles.remove([1, 2, *ids])
    store.copies.index.all()
    assert contents(store) == [[], [], [], []]


def test_an_article_that_changes_while_it_is_compared_waits_again(
    store: Store, ids: list[int]
) -> None:
    index = Comparing(store._conn)
    learned = index._learned([ids[3]])
    store.verdicts.override(store.articles.version(ids[3]), [2], hidden=True)
    index._keep(learned[0])
    assert ids[3] in index._some(100)
    assert shared(store, ids[0])["Sellers"] == 2


def test_what_is_not_cleaned_yet_is_not_compared(store: Store) -> None:
    store.copies.index.all()
    step = store.imports.open("import")
    ((article_id, _),) = store.imports.keep(step, [document(STORY, "new.txt")])
    store.imports.close(step)
    assert store.copies.index.update() == 0
    store.search.index.all()
    assert store.copies.index.update() == 1
    assert len(shared(store, article_id)) == 0


def test_a_thousand_pages_of_one_notice_are_compared_with_few(store: Store) -> None:
    keep(store, *(f"{STORY}\nPage {n}" for n in range(60)))
    store.copies.index.all()
    (count,) = store._conn.execute("SELECT count(*) FROM copy_pair").fetchone()
    assert count < 2 * 60 * 17
    assert len(next(store.copies.families())) == 60
