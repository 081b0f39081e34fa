"""A library that cannot be written is read, and what would change it is refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store, StoreError
from tests.conftest import HARBOUR, MARKET, keep
from tests.disks import disk, written_no_more


@pytest.fixture
def fixed(tmp_path: Path) -> Iterator[Path]:
    """A library in a folder that cannot be written."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    path = folder / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR, MARKET)
        store.annotations.tag(store.articles.version(1), Span(0, 7), "place")
        store.search.index.all()
    with written_no_more(folder):
        yield path


def test_it_is_read_and_says_how_it_is_open(fixed: Path) -> None:
    # Somebody who was never here reads it, too.
    with Store(fixed, "zoe") as store:
        assert store.remark.endswith("it is open to be read only")
        store.articles.begin(1)
        store.articles.set_place(1, 7)
        reading = store.reading(1)
        assert reading
        assert [a.tag and a.tag.path for a in reading.annotations] == ["place"]
        assert store.search.index.waiting() == 0
        assert store.tags.last("zoe") == ()
        assert list(store.annotations.each("place", None, None))
        assert store.examine() == []
        assert store.coders.current == 0
    assert list(fixed.parent.iterdir()) == [fixed]


def _settled(store: Store) -> None:
    store.settings.put("theme", "light")


REFUSED: tuple[Callable[[Store], object], ...] = (
    lambda store: store.annotations.tag(store.articles.version(1), Span(0, 5), "new"),
    lambda store: store.articles.remove([1]),
    lambda store: store.undo(),
    lambda store: store.back_up("asked"),
    lambda store: store.imports.open("import"),
    _settled,
)


@pytest.mark.parametrize("change", REFUSED)
def test_what_would_change_it_is_refused_in_words(
    fixed: Path, change: Callable[[Store], object]
) -> None:
    with Store(fixed, "ana") as store:
        with pytest.raises(StoreError, match=r"cannot be (written|made)"):
            store.answer(change)
        assert store.annotations.count() == 1
        assert len(store.articles.all()) == 2


def test_what_stands_beside_it_alone_is_not_passed_over(tmp_path: Path) -> None:
    """A -wal without a way to use it: what it holds would be missing."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    path = folder / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR)
        wal = path.with_name("library.db-wal").read_bytes()
    path.with_name("library.db-wal").write_bytes(wal)
    with (
        written_no_more(folder),
        pytest.raises(StoreError, match="copy both into a folder of yours"),
    ):
        Store(path)


def test_an_older_one_that_cannot_be_brought_up_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()
    path = folder / "library.db"
    path.touch()
    with (
        written_no_more(folder),
        pytest.raises(StoreError, match="written by an older reader"),
    ):
        Store(path)


def test_on_a_disk_of_another_machine_it_does_without_shared_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.disks._REMOTE", ("tmpfs",))
    with disk(tmp_path / "far", 4096):
        path = tmp_path / "far" / "library.db"
        with Store(path, "ana") as store, Store(path, "ben") as other:
            assert "a disk that other machines reach" in store.remark
            keep(store, HARBOUR)
            other.annotations.tag(other.articles.version(1), Span(0, 7), "place")
            assert store.annotations.count() == 1
            assert list(path.parent.iterdir()) == [path]
