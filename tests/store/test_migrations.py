"""Every released schema is brought up, or left as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.store import Store, connection
from tests.store.released import RELEASES, TEXT, first_release, release

_CHANGES = {
    getattr(sqlite3, f"SQLITE_{name}")
    for name in (
        "CREATE_TABLE", "CREATE_INDEX", "CREATE_TRIGGER", "CREATE_VTABLE",
        "CREATE_VIEW", "ALTER_TABLE", "DROP_TABLE", "DROP_INDEX", "DROP_TRIGGER",
        "INSERT", "UPDATE", "DELETE",
    )
}  # fmt: skip
_BESIDE = ("", "-wal", "-journal", "-shm")
"""What the names of a library's files end in."""


def test_every_schema_there_was_is_a_release() -> None:
    assert RELEASES[-1] == connection._VERSION


@pytest.mark.parametrize("number", RELEASES)
def test_every_release_is_brought_up_with_all_that_was_in_it(
    tmp_path: Path, number: int
) -> None:
    path = release(tmp_path / "old.db", number)
    with Store(path, "ana") as store:
        (article,) = store.articles.all()
        assert store.articles.version(article.version_id).text == TEXT
        (annotation,) = store.annotations.of(article.id)
        assert annotation.tag
        assert (annotation.tag.path, annotation.quote) == ("place", "Harbour")
        assert store.verdicts.of(store.articles.version(article.version_id))
        assert store.examine() == []


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
@pytest.mark.parametrize("number", RELEASES[:-1])
def test_a_crash_at_any_statement_leaves_the_old_library(
    tmp_path: Path, number: int, journal: str
) -> None:
    """The files are taken as they lie there before each statement, as `kill -9` would
    leave them; so few pages are held in memory that the rest is written early. Of
    those that are alike one is looked at.
    """
    path = release(tmp_path / "old.db", number)
    before = _all_of(path)
    crashes = _crashes(path, journal)
    assert len(crashes) >= 10
    for files in crashes:
        crashed = _laid_down(files, tmp_path / "crashed.db")
        assert _all_of(crashed) == before
    with Store(crashed, "ana") as store:
        assert store.annotations.one("a1")
        assert store.examine() == []


def _crashes(path: Path, journal: str) -> list[tuple[bytes | None, ...]]:
    """What lies in the library and the files beside it while it is brought up."""
    found: list[tuple[bytes | None, ...]] = []

    def look(_statement: str) -> None:
        files = [path.with_name(f"{path.name}{beside}") for beside in _BESIDE]
        there = tuple(file.read_bytes() if file.exists() else None for file in files)
        if [there] != found[-1:]:
            found.append(there)

    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"PRAGMA journal_mode = {journal}")
        conn.execute("PRAGMA cache_size = 8")
        conn.set_trace_callback(look)
        connection._migrate(conn)
        conn.set_trace_callback(None)
    assert _all_of(path).startswith(f"{connection._VERSION}\n")
    return found


def _laid_down(files: tuple[bytes | None, ...], path: Path) -> Path:
    for beside, data in zip(_BESIDE, files, strict=True):
        file = path.with_name(f"{path.name}{beside}")
        file.unlink(missing_ok=True)
        if data is not None:
            file.write_bytes(data)
            file.chmod(0o600)
    return path


def test_a_statement_that_fails_leaves_the_old_library(tmp_path: Path) -> None:
    """Every third of the first schema's, among which are those of all later ones: what
    puts the library back is the same for all, and each costs a migration.
    """
    old = first_release(tmp_path / "old.db")
    before = _all_of(old)
    path = tmp_path / "crashed.db"
    stopped = 0
    is_through = False
    while not is_through:
        shutil.copy(old, path)
        is_through = _migrate_until(path, stopped)
        if not is_through:
            assert _all_of(path) == before
            stopped += 3
    assert stopped > 100
    with Store(path, "ana") as store:
        assert store.annotations.one("a1")
        assert store.examine() == []


def _all_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (number,) = conn.execute("PRAGMA user_version").fetchone()
        return "\n".join((str(number), *conn.iterdump()))


def _migrate_until(path: Path, number: int) -> bool:
    """Migrate up to that many changes; whether it got through."""
    conn = sqlite3.connect(path, isolation_level=None)
    left = number

    def allow(action: int, *_: object) -> int:
        nonlocal left
        left -= action in _CHANGES
        return sqlite3.SQLITE_DENY if left < 0 else sqlite3.SQLITE_OK

    conn.set_authorizer(allow)
    try:
        connection._migrate(conn)
    except sqlite3.DatabaseError:
        return False
    finally:
        conn.close()
    return True


def test_a_migrated_and_a_new_library_have_the_same_schema(tmp_path: Path) -> None:
    schemas = []
    for path in (first_release(tmp_path / "old.db"), tmp_path / "new.db"):
        with Store(path, "ana") as store:
            rows = store._conn.execute(
                "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
            )
            schemas.append(rows.fetchall())
    assert schemas[0] == schemas[1]
