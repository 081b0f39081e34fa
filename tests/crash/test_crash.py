"""What was acknowledged survives a kill; more of them: `python -m tests.crash`."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from reader.store import Store
from tests.conftest import HARBOUR, keep
from tests.crash.killing import kill_migrating, kill_once

_TAGGING = """
import sys
from pathlib import Path
from reader.model import Span
from reader.store import Store
with Store(Path(sys.argv[1]), sys.argv[2]) as store:
    # A loaded machine lets one of eight wait for longer than a person would.
    store._conn.execute("PRAGMA busy_timeout = 120000")
    for number in range(25):
        version = store.articles.version(1)
        store.annotations.tag(version, Span(number, number + 9), f"t/{sys.argv[2]}")
"""


_WAITING = """
import sys
from reader.cli import main
from reader.store import connection
connection._PATIENCE_MS = 50
main(sys.argv[1:])
"""


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    outcomes = [kill_once(path, seed) for seed in range(8)]
    assert sum(each.acknowledged.total() for each in outcomes) > 8
    assert [each.lost for each in outcomes] == [[]] * 8
    assert [each.wrong for each in outcomes] == [[]] * 8


def test_a_library_is_the_old_or_the_new_one_when_its_update_is_killed(
    tmp_path: Path,
) -> None:
    outcomes = [kill_migrating(tmp_path / "old.db", seed) for seed in range(4)]
    assert [each.lost for each in outcomes] == [[]] * 4
    assert [each.wrong for each in outcomes] == [[]] * 4


def test_eight_programs_tag_at_once_and_no_tag_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _TAGGING, str(path), f"coder{number}"],
            stderr=subprocess.PIPE,
            env=dict(os.environ),
        )
        for number in range(8)
    ]
    for program in programs:
        _, said = program.communicate()
        assert (program.returncode, said) == (0, b"")
    with Store(path, "ana") as store:
        assert store.annotations.count() == 200
        assert store.examine() == []


def test_eight_programs_that_wait_in_vain_say_so_and_tag_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        programs = [_tagging(path, f"coder{number}") for number in range(8)]
        said = [(*program.communicate(), program.returncode) for program in programs]
    for out, words, status in said:
        assert (out, status) == (b"", 1)
        assert words.startswith(b"reader: ")
        assert words.count(b"\n") == 1
        assert b"is busy with another program's work" in words
    with Store(path, "ana") as store:
        assert store.annotations.count() == 0
    again = _tagging(path, "coder0")
    again.communicate()
    assert again.returncode == 0
    with Store(path, "ana") as store:
        assert store.annotations.count() == 1


def _tagging(path: Path, coder: str) -> subprocess.Popen[bytes]:
    """A program that tags, and waits for others no longer than a test may take."""
    words = ("--library", str(path), "--coder", coder, "tag", "1", "t", "--span")
    return subprocess.Popen(
        [sys.executable, "-c", _WAITING, *words, "0", "7"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    )
