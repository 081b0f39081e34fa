import os
from pathlib import Path

import pytest

from reader.store import Store
from reader.tui.widgets.path_input import completed
from tests.tui.driving import Running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "articles/one.txt", "art.csv", ".hidden", "bad\x1b[2J.txt"):
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_text("A text.")
    return tmp_path / "f"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "art.csv"),
        ("art", "art.csv"),
        ("arti", "articles/"),
        ("articles/", "articles/one.txt"),
        ("b.txt", "b.txt"),
        (".", ".hidden"),
        ("bad", None),
        ("none", None),
        ("none/none", None),
        ("art.csv/", None),
        ("a\0b", None),
        ("~nobody-of-this-name/x", None),
    ],
)
def test_a_path_is_completed_to_the_first_that_begins_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, found: str | None
) -> None:
    monkeypatch.chdir(folder)
    assert completed(typed) == found
    whole = completed(f"{folder}/{typed}")
    assert whole == (None if found is None else f"{folder}/{found}") or "~" in typed


def test_a_home_is_kept_as_it_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", os.fspath(folder))
    assert completed("~/arti") == "~/articles/"


async def test_tab_completes_the_path_of_what_is_brought_in(
    running: Running, library: Path, folder: Path
) -> None:
    async with running() as driver:
        await driver.press("i")
        await driver.type(f"{folder}/arti")
        await driver.press("tab", "tab", "enter")
        with Store(library) as store:
            assert len(store.articles.all()) == 3
