import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError, backups
from reader.store.leftovers import WHEN, held
from reader.store.merging import merge
from tests.conftest import MARKET, keep


def tag(store: Store, name: str) -> None:
    store.annotations.tag(store.articles.version(1), Span(0, 7), name)


def tags(path: Path) -> list[str]:
    with Store(path, "ana") as store:
        return [each.path for each in store.tags.all()]


def test_a_copy_is_a_library_for_its_owner_alone(library: Path) -> None:
    with Store(library, "ana") as store:
        tag(store, "place")
        made = store.back_up("asked")
    assert made
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert not list(library.parent.glob("*.part*"))
    assert tags(made.path) == ["place"]


def test_a_restored_library_is_what_it_was_and_that_can_be_taken_back(
    library: Path,
) -> None:
    with Store(library, "ana") as store:
        tag(store, "before")
        made = store.back_up("asked")
        assert made
        tag(store, "after")
        last = store.restore(made.path)
        assert [each.path for each in store.tags.all()] == ["before"]
    assert tags(library) == ["before"]
    with Store(library, "ana") as store:
        store.restore(last.path)
    assert sorted(tags(library)) == ["after", "before"]


def test_an_open_window_sees_what_was_restored(library: Path) -> None:
    with Store(library, "ana") as here, Store(library, "ana") as there:
        made = here.back_up("asked")
        assert made
        tag(there, "late")
        here.restore(made.path)
        assert there.changed_elsewhere()
        assert there.tags.all() == []


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 4000]
)
def test_what_is_no_copy_is_refused_and_nothing_changes(
    library: Path, tmp_path: Path, content: bytes
) -> None:
    wrong = tmp_path / "wrong.backup"
    wrong.write_bytes(content)
    with Store(library, "ana") as store:
        tag(store, "kept")
        with pytest.raises(StoreError):
            store.restore(wrong)
        with pytest.raises(StoreError, match="not there"):
            store.restore(tmp_path / "none.backup")
    assert tags(library) == ["kept"]


def test_an_import_that_brings_something_makes_one_copy_first(library: Path) -> None:
    with Store(library, "ana") as store:
        keep(store, MARKET)
        assert not backups.backups(library)
        step = store.imports.open("import")
        keep(store, "Something new\n\nIt happened.")
        store.imports.close(step)
    (made,) = backups.backups(library)
    assert made.reason == "import"
    with Store(made.path) as copy:
        assert len(copy.articles.all()) == 2


def test_a_merge_makes_one_copy_first_and_a_rehearsal_none(
    library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with Store(other, "ben") as theirs:
        keep(theirs, MARKET)
    with Store(library, "ana") as store:
        merge(store, other, rehearse=True)
        assert not backups.backups(library)
        merge(store, other)
    assert [each.reason for each in backups.backups(library)] == ["merge"]


def test_ten_copies_stay(library: Path) -> None:
    with Store(library, "ana") as store:
        made = [store.back_up("asked") for _ in range(backups.KEPT + 2)]
    kept = [each.path for each in backups.backups(library)]
    assert kept == [each.path for each in reversed(made[2:]) if each]


def test_copies_that_together_are_large_make_room_but_for_two(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_ROOM", 1)
    with Store(library, "ana") as store:
        for _ in range(4):
            store.back_up("asked")
    assert len(backups.backups(library)) == 2


def test_what_a_killed_program_left_of_a_copy_is_taken_away_unless_held(
    library: Path,
) -> None:
    long_ago, just_now = "20200102T030405000006", f"{datetime.now(UTC):{WHEN}}"
    gone = [f"library.db.{long_ago}-import.part", f"library.db.{long_ago}.part"]
    beside = [f"{gone[0]}-journal"]
    stay = [
        f"library.db.{just_now}-asked.part",
        f"other.db.{long_ago}-asked.part",
        "library.db.mine.part",
    ]
    for name in (*gone, *beside, *stay):
        (library.parent / name).touch()
    kept = library.with_name(f"library.db.{long_ago}-merge.part")
    with Store(library, "ana") as store, held(kept):
        store.back_up("asked")
        assert kept.exists()
    left = {path.name for path in library.parent.iterdir()}
    assert left & {*gone, *beside, *stay} == set(stay)


def test_a_folder_without_room_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        gone = tmp_path / "gone" / "library.db"
        with pytest.raises(StoreError, match="cannot be made"):
            backups.back_up(store._conn, gone, "asked")


def test_an_older_library_is_copied_before_it_is_brought_up(tmp_path: Path) -> None:
    from tests.store.released import first_release

    path = first_release(tmp_path / "old.db")
    with Store(path, "ana"):
        pass
    (made,) = backups.backups(path)
    assert made.reason == "migration"
    with sqlite3.connect(made.path) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
