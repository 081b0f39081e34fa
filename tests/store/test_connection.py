import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError, connection, schema
from reader.store.connection import connect, impatient, writing, writing_again
from reader.store.errors import BusyError, is_interruption


def test_the_library_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o000)
    try:
        with Store(tmp_path / "library.db") as store:
            store.settings.put("theme", "x")
            modes = {
                path.name: stat.S_IMODE(path.stat().st_mode)
                for path in tmp_path.iterdir()
            }
    finally:
        os.umask(before)
    assert modes == {
        "library.db": 0o600,
        "library.db-wal": 0o600,
        "library.db-shm": 0o600,
    }


def test_every_migration_is_counted() -> None:
    assert len(schema.migrations._migrations) == connection._VERSION


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and no database at all. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is not a reader library"):
        Store(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE note (text)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a reader library"):
        Store(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused(library: Path) -> None:
    with sqlite3.connect(library) as newer:
        newer.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="newer reader"):
        Store(library)


def test_who_reads_before_writing_is_overtaken_by_no_other(library: Path) -> None:
    with Store(library, "ana") as ana, Store(library, "ben") as ben:
        ben._conn.execute("PRAGMA busy_timeout = 0")
        with writing(ana._conn):
            ana.articles.all()
            with pytest.raises(BusyError):
                ben.answer(lambda store: store.settings.put("theme", "light"))
            ana.settings.put("theme", "dark")
        assert ben.settings.all()["theme"] == "dark"


def test_what_is_committed_is_synced_in_full(library: Path) -> None:
    with Store(library) as store:
        pragma = store._conn.execute
        assert pragma("PRAGMA synchronous").fetchone() == (2,)
        assert pragma("PRAGMA journal_mode").fetchone() == ("wal",)
        assert pragma("PRAGMA foreign_keys").fetchone() == (1,)
        assert pragma("PRAGMA page_size").fetchone() == (8192,)


def test_a_commit_that_others_hold_up_leaves_nothing_open(library: Path) -> None:
    """Without WAL whoever reads holds up the commit of whoever has written."""
    with Store(library, "ana") as ana, closing(sqlite3.connect(library)) as reading:
        ana._conn.execute("PRAGMA journal_mode = DELETE")
        ana._conn.execute("PRAGMA busy_timeout = 10")
        version = ana.articles.version(1)
        reading.execute("BEGIN")
        reading.execute("SELECT memo FROM annotation").fetchall()
        with pytest.raises(StoreError, match="busy"):
            ana.answer(lambda s: s.annotations.note(version, Span(0, 7), "refused"))
        reading.rollback()
        ana.answer(lambda s: s.annotations.note(version, Span(0, 7), "kept"))
        kept = reading.execute("SELECT memo FROM annotation").fetchall()
    assert kept == [("kept",)]


def test_a_second_connection_leaves_the_first_its_locks(library: Path) -> None:
    """Without them another program that ends would take the -wal file away."""
    look = [
        *(sys.executable, "-c"),
        "import sys; from pathlib import Path; from reader.store import Store\n"
        "with Store(Path(sys.argv[1])) as store: print(store.settings.all())",
        str(library),
    ]
    with Store(library) as first, Store(library) as second:
        second.settings.put("a", "1")
        subprocess.run(look, check=True, capture_output=True)
        first.settings.put("b", "2")
        seen = subprocess.run(look, check=True, capture_output=True, text=True).stdout
    assert "'b': '2'" in seen


@pytest.mark.parametrize("block", [writing, writing_again, impatient])
def test_whenever_it_is_interrupted_nothing_is_left_open_or_otherwise(
    tmp_path: Path, block: Callable[[sqlite3.Connection], AbstractContextManager[None]]
) -> None:
    conn = connect(tmp_path / "library.db")
    settings = ("busy_timeout", "synchronous")
    usual = [conn.execute(f"PRAGMA {name}").fetchone() for name in settings]
    begins, ends = 0, 0
    count = interrupted = 0

    def look() -> bool:
        nonlocal count
        count += 1
        return begins <= count < ends

    conn.set_progress_handler(look, 1)
    for begins, ends in ((n, n + size) for n in range(1, 80) for size in (1, 3, 9)):
        count = 0
        try:
            with block(conn):
                conn.execute(
                    "INSERT OR REPLACE INTO setting VALUES ('a', ?)", (begins,)
                )
                conn.execute("DELETE FROM setting WHERE name = 'a'")
        except sqlite3.OperationalError as error:
            interrupted += is_interruption(error)
        assert not conn.in_transaction
        ends = 0
        now = [conn.execute(f"PRAGMA {name}").fetchone() for name in settings]
        assert now == usual
    assert interrupted
    conn.close()


def test_a_number_over_what_sqlite_holds_is_refused_and_any_other_is_a_fault(
    library: Path,
) -> None:
    def asks(store: Store) -> object:
        return store.articles.one(1 << 63)

    def counts(_: Store) -> object:
        return float(10**400)

    with Store(library) as store:
        with pytest.raises(StoreError, match="too large"):
            store.answer(asks)
        with pytest.raises(OverflowError):
            store.answer(counts)
