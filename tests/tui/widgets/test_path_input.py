import os
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.store import Store
from reader.tui.widgets.path_input import beginning
from tests.tui.driving import Running, lines_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "articles/one.txt", "art.csv", ".hidden", "bad\x1b[2J.txt"):
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_text("A text.")
    return tmp_path / "f"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["art.csv", "articles/", "b.txt"]),
        ("art", ["art.csv", "articles/"]),
        ("arti", ["articles/"]),
        ("articles/", ["articles/one.txt"]),
        ("b.txt", ["b.txt"]),
        (".", [".hidden"]),
        ("bad", []),
        ("none", []),
        ("none/none", []),
        ("art.csv/", []),
        ("a\0b", []),
        ("~nobody-of-this-name/x", []),
    ],
)
def test_what_begins_so_is_found_in_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, found: list[str]
) -> None:
    monkeypatch.chdir(folder)
    assert paths(typed) == found
    assert paths(f"{folder}/{typed}") == [f"{folder}/{name}" for name in found]


def paths(typed: str) -> list[str]:
    before, names = beginning(typed)
    return [f"{before}{name}" for name in names]


def test_a_home_is_kept_as_it_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", os.fspath(folder))
    assert paths("~/arti") == ["~/articles/"]


async def test_tab_completes_the_path_of_what_is_brought_in(
    running: Running, library: Path, folder: Path
) -> None:
    async with running() as driver:
        await driver.press("i")
        await driver.type(f"{folder}/arti")
        await driver.press("tab", "tab", "enter")
        with Store(library) as store:
            assert len(store.articles.all()) == 3


async def test_tab_takes_what_is_certain_and_offers_the_names_until_one_types(
    running: Running, folder: Path
) -> None:
    async with running() as driver:
        await driver.press("i")
        await driver.type(f"{folder}/a")
        line, offered = (
            driver.screen.query_one(Input),
            driver.screen.query_one("#offered"),
        )
        assert not offered.display
        await driver.press("tab")
        assert line.value == f"{folder}/art"
        assert lines_of(offered).strip() == "art.csv  articles/"
        await driver.press("tab")
        assert (line.value, offered.display) == (f"{folder}/art", True)
        await driver.press("i", "tab")
        assert (line.value, offered.display) == (f"{folder}/articles/", False)


async def test_of_many_names_the_first_are_offered(
    running: Running, folder: Path
) -> None:
    for number in range(20):
        (folder / f"story-{number:02}.txt").touch()
    async with running() as driver:
        await driver.press("i")
        await driver.type(f"{folder}/s")
        await driver.press("tab")
        assert driver.screen.query_one(Input).value == f"{folder}/story-"
        said = lines_of(driver.screen.query_one("#offered")).split()
        assert said[:2] == ["story-00.txt", "story-01.txt"]
        assert said[-4:] == ["story-11.txt", "and", "8", "more"]
