"""What cannot be saved is said, is not shown as saved, and can be done later."""

import re
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.widgets import OptionList

from reader.model import Span
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.dialogs.tick import TickDialog
from reader.tui.screens.codebook import CodebookScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import HARBOUR, MARKET, another_program_writes, keep
from tests.disks import written_no_more
from tests.hostile.library import TEXT, fill
from tests.network_disk import Disk, network_disk
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
    ("enter", "m enter h i ctrl+s", "m ctrl+s"),
    ("enter tab", "m h i ctrl+s", "m ctrl+s"),
    ("enter A a enter", "A a enter", "A a enter"),
    ("enter", "Y", "Y"),
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
    ("g", "D x ctrl+s", "D ctrl+s"),
    ("g", ")", ")"),
    ("g j", "P enter", "P enter"),
    ("g", "& enter enter", "& enter enter"),
    ("ctrl+k", "t a enter x enter", "t a enter x enter"),
    ("G enter", "t n e w enter", "t n e w enter"),
    ("/ q u i e t enter", "t a enter", "t a enter"),
    ("r enter", "enter", "enter enter"),
    ("r enter enter", "a", "a"),
    ("r enter enter", "G", "G"),
    ("U j j", "backspace", "backspace"),
)
"""The way from the library, what is pressed there while another program writes, and
what does it once that has ended."""


_BUSY = "is busy with another program's work"
_DONE = re.compile(
    r"^(Tagged|Untagged|Took|Removed|Memo|One passage|Taught|Kept|Undone|Made|Flagged"
    r"|No longer|Suggestions|Nothing is|Cleaned|The library is|No tag|This is|That)"
)
"""How it is told that something was done."""
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
def _far_library(folder: Path) -> Generator[tuple[Disk, Path]]:
    """A library with annotations on a disk that can go away."""
    with network_disk(folder / "far") as disk:
        library = disk.folder / "library.db"
        with Store(library, "ana") as store:
            keep(store, HARBOUR, MARKET)
            _tag_all(store)
        yield disk, library


def _all_of(library: Path) -> str:
    with closing(sqlite3.connect(library)) as conn:
        return "\n".join(conn.iterdump())


def _said(reader: Driver) -> list[str]:
    """What a dialog says of itself, what the status line, and what the corner."""
    shown = [str(widget.render()) for widget in reader.screen.query("#says")]
    lines = [line.said for line in reader.screen.query(StatusLine)]
    notes = [note.message for note in reader.app._notifications]
    return [each for each in (*shown, *lines, *notes) if each]


async def _until(reader: Driver, is_so: Callable[[], bool]) -> None:
    for _ in range(_LOOKS):
        if is_so():
            return
        await reader.settle()
    assert is_so()


@pytest.mark.parametrize(("way", "keys", "again"), WRITES)
async def test_whileanother_program_writes(
    tagged: Path, running: Running, way: str, keys: str, again: str
) -> None:
    async with running(tagged) as reader:
        await reader.press(*way.split())
        before = _all_of(tagged)
        with another_program_writes(tagged):
            old, told = _said(reader), len(reader.app._notifications)
            await reader.press(*keys.split())
            await _until(reader, lambda: _BUSY in " ".join(_said(reader)))
            await reader.settle()
            told_now = [n.severity for n in list(reader.app._notifications)[told:]]
            in_dialog = not told_now and _BUSY in _said(reader)[0]
            assert told_now == ["error"] or in_dialog
            new = [said for said in _said(reader) if said not in old]
            assert not any(_DONE.search(said) for said in new)
            assert _all_of(tagged) == before
        await reader.press(*again.split())
        await _until(reader, lambda: _all_of(tagged) != before)


async def test_beside_a_refusal_stands_nothing_of_what_was_done_before(
    tagged: Path, running: Running
) -> None:
    async with running(tagged) as reader:
        await reader.press("enter", '"')
        assert any("Tagged" in said for said in _said(reader))
        with another_program_writes(tagged):
            await reader.press("j", '"')
            await _until(reader, lambda: _BUSY in " ".join(_said(reader)))
            assert not any(_DONE.search(said) for said in _said(reader))


async def test_an_article_can_be_read_whileanother_program_writes(
    tagged: Path, running: Running
) -> None:
    async with running(tagged) as reader:
        with another_program_writes(tagged):
            await reader.press("enter", "j")
            assert isinstance(reader.screen, ReadingScreen)
            assert reader.screen.reading is not None
            assert _said(reader) == []


async def test_a_tag_on_a_disk_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    with _far_library(tmp_path) as (disk, library):
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


async def test_of_a_disk_that_is_gone_one_notice_stands_and_one_for_each_loss(
    tmp_path: Path,
) -> None:
    with _far_library(tmp_path) as (disk, library):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            disk.breaks("ESTALE")
            for key, told in (("enter", 1), ("S", 2), ("slash", 2), ("q", 2)):
                await reader.press(key)
                gone = [said for said in _said(reader) if "out of reach" in said]
                assert len(gone) == told, key
            assert isinstance(reader.screen, SearchScreen)
            disk.comes_back()
            await reader.press(*"uiet")
            await _until(reader, lambda: bool(reader.screen.rows()))


@pytest.mark.parametrize(
    ("way", "key", "what"),
    [
        ("enter j", "q", "where reading stopped"),
        ("enter", "right_curly_bracket", "the setting"),
        ("", "o", "the order"),
    ],
)
async def test_what_nobody_waits_for_is_said_where_it_could_not_be_kept(
    tmp_path: Path, way: str, key: str, what: str
) -> None:
    with _far_library(tmp_path) as (disk, library):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            await reader.press(*way.split())
            disk.breaks("ESTALE")
            await reader.press(key)
            await _until(reader, lambda: any(what in each for each in _said(reader)))
            (told,) = (each for each in _said(reader) if what in each)
            assert told.startswith(f"Not kept: {what}; ")
            assert "out of reach" in told
            disk.comes_back()


async def test_where_the_library_is_open_to_be_read_it_is_said_once(
    library: Path,
) -> None:
    with written_no_more(library.parent):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            assert any("to be read only" in said for said in _said(reader))
            await reader.press("enter", "j", "right_curly_bracket", "q", "o")
            assert not any("Not kept" in said for said in _said(reader))


async def test_passages_that_cannot_be_had_open_no_empty_dialog(
    tmp_path: Path,
) -> None:
    with _far_library(tmp_path) as (disk, library):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            await reader.press("g", "end")
            disk.breaks("ESTALE")
            await reader.press("|")
            await _until(reader, lambda: bool(_said(reader)))
            assert isinstance(reader.screen, CodebookScreen)
            assert [each for each in _said(reader) if "out of reach" in each]
            disk.comes_back()
            await reader.press("|")
            assert isinstance(reader.screen, TickDialog)


@pytest.mark.parametrize("key", ["R", "r", "M", "ctrl+k"])
async def test_a_list_that_cannot_be_had_anew_stands_as_it_was(
    tmp_path: Path, key: str
) -> None:
    with network_disk(tmp_path / "far") as disk:
        library = disk.folder / "library.db"
        fill(library, TEXT.replace("\0", ""))
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            await reader.press(key)
            listed = reader.screen.query_one(OptionList)
            before = listed.option_count
            assert before
            disk.breaks("ESTALE")
            reader.screen.renew()
            await _until(
                reader, lambda: any("out of reach" in each for each in _said(reader))
            )
            assert listed.option_count == before
            disk.comes_back()


async def test_another_article_that_cannot_be_had_leaves_this_one_to_be_read(
    tmp_path: Path,
) -> None:
    with _far_library(tmp_path) as (disk, library):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            await reader.press("enter")
            here = reader.screen.article_here
            disk.breaks("ESTALE")
            await reader.press("right_square_bracket")
            assert isinstance(reader.screen, ReadingScreen)
            assert reader.screen.article_here == here
            disk.comes_back()
            await reader.press("right_square_bracket")
            assert reader.screen.article_here != here


@pytest.mark.parametrize(
    "keys",
    ["f x", "f", "e", "i", "enter I j", "enter @", "A", "B", "C", "M", "r", "G", "g w"],
)
async def test_no_place_ends_the_program_when_the_disk_is_gone(
    tmp_path: Path, keys: str
) -> None:
    with _far_library(tmp_path) as (disk, library):
        async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
            *way, last = keys.split()
            await reader.press(*way)
            disk.breaks("ESTALE")
            await reader.press(last, "escape", "escape")
            disk.comes_back()
