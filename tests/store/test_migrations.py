"""Every released schema is brought up, or left as it was."""

import shutil
import sqlite3
from pathlib import Path

from reader.store import Store, connection
from tests.store.released import TEXT, first_release


def test_the_first_release_is_brought_up_with_all_that_was_in_it(
    tmp_path: Path,
) -> None:
    path = first_release(tmp_path / "old.db")
    with Store(path, "ana") as store:
        (article,) = store.articles.all()
        assert store.articles.version(article.version_id).text == TEXT
        (annotation,) = store.annotations.of(article.id)
        assert annotation.tag
        assert (annotation.tag.path, annotation.quote) == ("place", "Harbour")
        assert store.verdicts.of(store.articles.version(article.version_id))
        assert store.examine() == []


def test_a_crash_at_any_statement_leaves_the_old_library(tmp_path: Path) -> None:
    old = first_release(tmp_path / "old.db")
    stopped = 0
    for number in range(10_000):
        path = tmp_path / "crashed.db"
        shutil.copy(old, path)
        if _migrate_until(path, number):
            break
        stopped += 1
        with sqlite3.connect(path) as conn:
            assert conn.execute("PRAGMA user_version").fetchone() == (1,)
            assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            names = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
            assert "article_source" not in names
    assert stopped > 20
    with Store(path, "ana") as store:
        assert store.examine() == []


def _migrate_until(path: Path, number: int) -> bool:
    """Migrate up to that many changes of the schema; whether it got through."""
    conn = sqlite3.connect(path, isolation_level=None)
    left = number

    def allow(action: int, *_: object) -> int:
        nonlocal left
        if action in (
            sqlite3.SQLITE_CREATE_TABLE,
            sqlite3.SQLITE_CREATE_INDEX,
            sqlite3.SQLITE_CREATE_TRIGGER,
            sqlite3.SQLITE_ALTER_TABLE,
            sqlite3.SQLITE_DROP_INDEX,
            sqlite3.SQLITE_CREATE_VTABLE,
        ):
            left -= 1
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
