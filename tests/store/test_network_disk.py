"""A library on the disk of another machine, which can do less, and can go away."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError
from tests.conftest import HARBOUR, keep
from tests.network_disk import network_disk

_KINDS = ("fuse.sshfs", "fuse.unheard-of")
"""One that is known to be of another machine, and one that shows only in use."""


def _tag(store: Store, name: str) -> None:
    def question(store: Store) -> None:
        store.annotations.tag(store.articles.version(1), Span(0, 7), name)

    store.answer(question)


@pytest.mark.parametrize("kind", _KINDS)
def test_it_is_worked_with_by_a_journal_and_that_is_said(
    tmp_path: Path, kind: str
) -> None:
    with network_disk(tmp_path / "far", kind) as disk:
        path = disk.folder / "library.db"
        with Store(path, "ana") as ana, Store(path, "ben") as ben:
            keep(ana, HARBOUR)
            _tag(ana, "a")
            _tag(ben, "b")
            assert "journal mode delete" in ana.remark
            assert [tag.path for tag in ana.tags.all()] == ["a", "b"]
        assert [each.name for each in disk.folder.iterdir()] == ["library.db"]


@pytest.mark.parametrize("kind", _KINDS)
def test_a_library_that_was_written_here_is_opened_there(
    tmp_path: Path, kind: str
) -> None:
    here = tmp_path / "here.db"
    with Store(here, "ana") as store:
        keep(store, HARBOUR)
        _tag(store, "a")
    with network_disk(tmp_path / "far", kind) as disk:
        path = disk.folder / "library.db"
        shutil.copy(here, path)
        with Store(path, "ana") as store:
            assert store.examine() == []
            _tag(store, "b")
            assert [tag.path for tag in store.tags.all()] == ["a", "b"]


@pytest.mark.usefixtures("little_patience")
def test_a_disk_that_cannot_lock_is_refused_in_words(tmp_path: Path) -> None:
    with (
        network_disk(tmp_path / "far", has_locks=False) as disk,
        pytest.raises(StoreError, match="cannot lock files") as error,
    ):
        Store(disk.folder / "library.db")
    assert "copy it to a disk of this machine" in str(error.value)


@pytest.mark.parametrize("name", ["EIO", "ESTALE", "ENOTCONN", "ETIMEDOUT"])
def test_a_disk_that_goes_away_is_said_and_nothing_counts_as_saved(
    tmp_path: Path, name: str
) -> None:
    with network_disk(tmp_path / "far") as disk:
        path = disk.folder / "library.db"
        with Store(path, "ana") as store:
            keep(store, HARBOUR)
            _tag(store, "before")
            disk.breaks(name)
            for question in (lambda: _tag(store, "lost"), lambda: Store(path)):
                with pytest.raises(StoreError, match=f"{path} .*") as error:
                    question()
                assert "\n" not in str(error.value)
            disk.comes_back()
            _tag(store, "after")
            assert [tag.path for tag in store.tags.all()] == ["after", "before"]
            assert store.examine() == []


def test_a_command_on_a_disk_that_is_gone_ends_with_one_line(tmp_path: Path) -> None:
    with network_disk(tmp_path / "far") as disk:
        path = disk.folder / "library.db"
        with Store(path, "ana") as store:
            keep(store, HARBOUR)
        disk.breaks("ESTALE")
        for asked in (["list"], ["tag", "1", "a", "--span", "0", "7"], ["doctor"]):
            command = [sys.executable, "-m", "reader", "--library", str(path), *asked]
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            assert ended.returncode in (1, 2), asked
            assert ended.stderr.count("\n") == 1, ended.stderr
            assert str(path) in ended.stderr
            assert "fault of the program" not in ended.stderr
        disk.comes_back()
        with closing(sqlite3.connect(path)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
