"""The index of words, whatever happens to the library that it is of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.queries.search import parse
from reader.store import Store
from tests.conftest import HARBOUR, MARKET, keep
from tests.store.test_search import answers, found, read

Command = Callable[[Store], object]


def _override(article_id: int, line: int, hidden: bool) -> Command:
    def run(store: Store) -> None:
        if article := store.articles.one(article_id):
            version = store.articles.version(article.version_id)
            store.verdicts.override(version, [line], hidden)

    return run


COMMANDS = st.one_of(
    st.builds(_override, st.integers(1, 2), st.sampled_from([0, 2]), st.booleans()),
    st.builds(_override, st.just(1), st.sampled_from([4, 8]), st.booleans()),
    st.just(lambda store: store.articles.remove([2])),
    st.just(lambda store: keep(store, MARKET, "Storm\n\nThe harbour was shut.")),
    st.just(lambda store: store.undo()),
    st.just(lambda store: store.redo()),
    st.just(lambda store: store.search.index.update(1)),
)


@settings(max_examples=40, deadline=None)
@given(commands=st.lists(COMMANDS, max_size=12))
def test_whatever_happens_to_the_library_the_index_knows_it(
    commands: list[Command],
) -> None:
    with Store(None, "ana") as store:
        keep(store, HARBOUR, MARKET)
        for command in commands:
            command(store)
        for typed in ("harbour", "share", "monday", "storm -rained", "reply OR bread"):
            pages = read(store, hidden=False)
            wanted = {
                i for i, page in pages.items() if answers(parse(typed).root, page)
            }
            assert set(found(store, typed)) == wanted
        store._conn.execute(
            "INSERT INTO article_fts (article_fts) VALUES ('integrity-check')"
        )


def test_a_library_of_another_tokenizer_is_indexed_anew(library: Path) -> None:
    with Store(library) as store:
        assert found(store, "harbour") == [1]
        store.settings.put("search-tokens", "0")
        assert store.search.index.waiting() == 2
        assert found(store, "harbour") == [1]


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    """A library file as the first schema had it, with two articles."""
    path = tmp_path / "old.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR, MARKET)
        conn = store._conn
        triggers = conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            " AND name LIKE 'search%'"
        )
        for (name,) in triggers.fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        for table in ("article_fts", "indexed", "unindexed"):
            conn.execute(f"DROP TABLE {table}")
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm004_search'")
        conn.execute("PRAGMA user_version = 1")
    return path


def test_an_older_library_is_indexed_when_it_is_searched(old_library: Path) -> None:
    with Store(old_library) as store:
        assert store.search.index.waiting() == 2
        assert found(store, "bread") == [2]
        assert store.search.index.waiting() == 0
