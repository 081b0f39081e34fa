"""A disk that is full, a file that cannot be written: said, and nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError
from tests.conftest import HARBOUR, keep

_FILLING = """
import resource, sys
from pathlib import Path
from reader.model import Span
from reader.store import Store, StoreError
path = Path(sys.argv[1])
with Store(path, "ana") as store:
    version = store.articles.version(1)
    limit = max(each.stat().st_size for each in path.parent.iterdir()) + 60_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    done = 0
    try:
        for number in range(100_000):
            store.answer(lambda s: s.annotations.note(version, Span(0, 7), "m" * 900))
            done += 1
    except StoreError as error:
        print(error)
    print(done, store.annotations.count())
"""


def test_on_a_full_disk_it_says_so_and_what_was_saved_is_there(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR)
    command = [sys.executable, "-c", "import signal\nsignal.signal(signal.SIGXFSZ,"
               f" signal.SIG_IGN)\n{_FILLING}", str(path)]  # fmt: skip
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert ended.stderr == ""
    said, counts = ended.stdout.splitlines()
    assert "disk" in said
    done, found = map(int, counts.split())
    assert done == found > 0
    with Store(path, "ana") as store:
        assert store.annotations.count() == done
        assert store.examine() == []
        store.annotations.note(store.articles.version(1), Span(0, 7), "room again")


@pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user, as root can")
def test_a_library_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR)
    with pytest.raises(StoreError, match="cannot be opened"):
        _as_nobody(path)


def _as_nobody(path: Path) -> None:
    os.seteuid(65534)
    try:
        Store(path).close()
    finally:
        os.seteuid(0)
