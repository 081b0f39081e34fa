import json
from pathlib import Path

import pytest
from textual.widgets import Static

from reader.handover.run import Run
from reader.store import Store
from reader.tui.dialogs import bring_annotations
from reader.tui.dialogs.bring_annotations import BringAnnotationsDialog
from reader.tui.screens.library import LibraryScreen
from tests.tui.driving import Driver, Running

GOOD = "id,document,tag,content\n1,text-0,calm,Nobody spoke\n"


def says(driver: Driver) -> str:
    return str(driver.screen.query_one("#says", Static).render())


def tags(library: Path) -> list[str]:
    with Store(library) as store:
        found = store.annotations.each(None, None, None)
        return [each.tag.path for each in found if each.tag]


async def offer(driver: Driver, path: Path) -> None:
    await driver.press("I")
    await driver.paste(str(path))
    await driver.press("enter")
    await driver.settle()


async def test_it_is_seen_first_then_taken_and_undone(
    running: Running, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "taguette.csv"
    file.write_text(GOOD + "2,text-9,calm,Nobody spoke\n")
    async with running() as driver:
        await offer(driver, file)
        assert "annotations: 1 new, 1 not read" in says(driver)
        assert "row 3: there is no article “text-9” here" in says(driver)
        assert "Enter takes them" in says(driver)
        assert tags(library) == []
        await driver.press("enter")
        await driver.settle()
        assert isinstance(driver.screen, LibraryScreen)
        assert tags(library) == ["calm"]
        await driver.press("u")
        assert tags(library) == []


async def test_characters_that_no_text_can_hold_are_told_of_before_it_is_taken(
    running: Running, library: Path, tmp_path: Path
) -> None:
    spans = [{"start": n, "end": 5, "label": "calm\ud800"} for n in range(2)]
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": "A \0 third one", "spans": spans}))
    async with running() as driver:
        await offer(driver, file)
        assert (
            "U+FFFD for 3 characters that no text can hold, in"
            " article “A \ufffd third one” and 2 more places"
        ) in says(driver)
        await driver.press("enter")
        await driver.settle()
        assert tags(library) == ["calm\ufffd"] * 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "Not done: "), ("a,b\n", "That file cannot be read: no program is known")],
)
async def test_what_cannot_be_read_is_said(
    running: Running, library: Path, tmp_path: Path, content: str | None, reason: str
) -> None:
    file = tmp_path / "x.csv"
    if content is not None:
        file.write_text(content)
    async with running() as driver:
        await offer(driver, file)
        assert isinstance(driver.screen, BringAnnotationsDialog)
        assert reason in says(driver)
        await driver.press("escape")
        assert isinstance(driver.screen, LibraryScreen)
        assert tags(library) == []


async def test_escape_stops_it_and_nothing_is_taken(
    running: Running, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "taguette.csv"
    file.write_text(GOOD + "2,text-1,price,Bread\n")
    async with running() as driver:
        await offer(driver, file)

        class Stopped(Run):
            def reached(self, count: int) -> None:
                driver.app.call_from_thread(driver.screen.action_stop)
                super().reached(count)

        monkeypatch.setattr(bring_annotations, "Run", Stopped)
        await driver.press("enter")
        assert says(driver) == "Stopped; nothing was taken."
        assert tags(library) == []
        monkeypatch.undo()
        await driver.press("enter")
        assert isinstance(driver.screen, LibraryScreen)
        assert sorted(tags(library)) == ["calm", "price"]
