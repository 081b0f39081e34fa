"""What cannot be saved is said, is not shown as saved, and can be done later."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from tests.conftest import HARBOUR, MARKET, keep
from tests.network_disk import network_disk
from tests.tui.driving import Driver, Running

WRITES = (
    ("", "x s j enter", "s j enter"),
    ("", "S", "S"),
    ("", "d", "d"),
    ("", "u", "u"),
    ("enter", "t a enter", "t a enter"),
    ("enter", ".", "."),
    ("enter", '"', '"'),
    ("enter", "A a enter", "A a enter"),
    ("enter tab", "d", "d"),
    ("enter", "m enter h i ctrl+s", "m enter h i ctrl+s"),
    ("enter", "i", "i"),
    ("enter", "I enter", "I enter"),
    ("enter", "S", "S"),
    ("enter", "u", "u"),
    ("enter", "enter", "enter"),
    ("enter", "W a enter", "W a enter"),
    ("enter @", "2 0 1 9 - 0 1 - 0 8 ctrl+s", "ctrl+s"),
    ("enter T", "t a enter", "t a enter"),
    ("g", "t n e w enter", "t n e w enter"),
    ("g", "enter x enter", "enter x enter"),
    ("g", "C down enter", "C down enter"),
    ("g", "i", "i"),
    ("g", "D x ctrl+s", "D x ctrl+s"),
    ("g", ")", ")"),
    ("g j", "P enter", "P enter"),
    ("g", "& enter enter", "& enter enter"),
    ("ctrl+k", "t a enter x enter", "t a enter x enter"),
    ("G enter", "t n e w enter", "t n e w enter"),
    ("/ q u i e t enter", "t a enter", "t a enter"),
    ("r enter", "enter", "enter enter"),
    ("U j j", "backspace", "backspace"),
)
"""The way from the library, what is pressed there while another program writes, and
what does it once that has ended."""


_BUSY = "is busy with another program's work"
_LOOKS = 100


@pytest.fixture
def tagged(library: Path, little_patience: None) -> Path:
    """A library with some tags."""
    with Store(library, "ana") as store:
        _tag_all(store)
    return library


def _tag_all(store: Store) -> None:
    for number in (1, 2):
        version = store.articles.version(number)
        store.annotations.tag(version, Span(0, 7), "quiet/one")
    store.annotations.tag(store.articles.version(1), Span(21, 30), "calm")


@contextmanager
def _another_program_writes(library: Path) -> Generator[None]:
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _all_of(library: Path) -> str:
    with closing(sqlite3.connect(library)) as conn:
        return "\n".join(conn.iterdump())


def _said(reader: Driver) -> list[str]:
    """What is told in the corner, and what a dialog says of itself."""
    shown = [str(widget.render()) for widget in reader.screen.query("#says")]
    return [*shown, *(note.message for note in reader.app._notifications)]


async def _until(reader: Driver, is_so: Callable[[], bool]) -> None:
    for _ in range(_LOOKS):
        if is_so():
            return
        await reader.settle()
    assert is_so()


@pytest.mark.parametrize(("way", "keys", "again"), WRITES)
async def test_while_another_program_writes(
    tagged: Path, running: Running, way: str, keys: str, again: str
) -> None:
    async with running(tagged) as reader:
        await reader.press(*way.split())
        before = _all_of(tagged)
        with _another_program_writes(tagged):
            await reader.press(*keys.split())
            await _until(reader, lambda: _BUSY in " ".join(_said(reader)))
            assert _all_of(tagged) == before
        await reader.press(*again.split())
        await _until(reader, lambda: _all_of(tagged) != before)


async def test_an_article_can_be_read_while_another_program_writes(
    tagged: Path, running: Running
) -> None:
    async with running(tagged) as reader:
        with _another_program_writes(tagged):
            await reader.press("enter", "j")
            assert isinstance(reader.screen, ReadingScreen)
            assert reader.screen.reading is not None
            assert _said(reader) == []


async def test_a_tag_on_a_disk_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    with network_disk(tmp_path / "far") as disk:
        library = disk.folder / "library.db"
        with Store(library, "ana") as store:
            keep(store, HARBOUR, MARKET)
            _tag_all(store)
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            await reader.press("enter", "end")
            before = len(reader.screen.reading.annotations)
            disk.breaks("ESTALE")
            await reader.press('"')
            assert any("out of reach" in said for said in _said(reader))
            assert len(reader.screen.reading.annotations) == before
            assert not any("Tagged" in said for said in _said(reader))
            disk.comes_back()
            await reader.press('"')
            assert len(reader.screen.reading.annotations) == before + 1


@pytest.mark.parametrize(
    "keys",
    ["f x", "f", "e", "i", "enter I j", "enter @", "A", "B", "C", "M", "r", "G", "g w"],
)
async def test_no_place_ends_the_program_when_the_disk_is_gone(
    tmp_path: Path, keys: str
) -> None:
    with network_disk(tmp_path / "far") as disk:
        library = disk.folder / "library.db"
        with Store(library, "ana") as store:
            keep(store, HARBOUR, MARKET)
            _tag_all(store)
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            *way, last = keys.split()
            await reader.press(*way)
            disk.breaks("ESTALE")
            await reader.press(last, "escape", "escape")
            disk.comes_back()
