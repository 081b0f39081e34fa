import csv
import json
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Static

from reader.handover.run import Run
from reader.model import Span
from reader.store import Store
from reader.tui.dialogs import export as dialog
from reader.tui.dialogs.export import ExportDialog
from reader.tui.screens.library import LibraryScreen
from tests.tui.driving import Driver, Running


@pytest.fixture
def tagged(library: Path) -> Path:
    """The library with three annotations, of two coders, on two articles."""
    for coder, article_id, tag in (
        ("ana", 1, "mood"),
        ("ben", 1, "sea"),
        ("ana", 2, "mood"),
    ):
        with Store(library, coder) as store:
            version = store.articles.version(article_id)
            store.annotations.tag(version, Span(0, 6), tag)
    return library


def says(driver: Driver, name: str) -> str:
    return str(driver.screen.query_one(f"#{name}", Static).render())


def beginning_with(name: str, folder: Path) -> list[Path]:
    """The files of this name, those too that are not whole yet."""
    return [*folder.glob(f"{name}*"), *folder.glob(f".{name}*")]


async def export_to(driver: Driver, path: Path) -> None:
    await driver.press("ctrl+u")
    await driver.paste(str(path))
    await driver.press("enter")
    await driver.settle()


async def test_what_would_be_written_is_shown_first(
    running: Running, tagged: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("e")
        choices = says(driver, "export-choices")
        assert "csv  one row an annotation" in choices
        assert "all annotations  3 annotations" in choices
        assert "without the articles' texts" in choices
        seen = says(driver, "export-preview")
        names, first, *_, last = (line.split() for line in seen.split("\n"))
        assert names == ["tag", "quote", "memo", "article_title", "coder"]
        assert first == ["mood", "Harbou", "Harbour", "falls", "quiet", "ana"]
        assert " ".join(last) == "and 15 more columns"


async def test_the_arrows_go_through_the_formats_and_the_ending_follows(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("e", "down")
        assert driver.screen.query_one(Input).value == "annotations.jsonl"
        assert "jsonl" in says(driver, "export-choices")
        assert says(driver, "export-preview").startswith('{"text": "Harbour')
        await driver.press("down", "down")
        assert "project.qde" in says(driver, "export-preview")
        await driver.press("up", "up")
        await export_to(driver, tmp_path / "out.jsonl")
        assert isinstance(driver.screen, LibraryScreen)
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [len(json.loads(line)["spans"]) for line in lines] == [2, 1]


async def test_a_typed_ending_takes_its_format(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("e")
        await export_to(driver, tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text().startswith("# library\n\n3 annotations")


async def test_what_a_format_left_out_is_told(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("e")
        await export_to(driver, tmp_path / "out.conll")
        told = says(driver, "says").split("\n")
        await driver.press("enter")
        assert isinstance(driver.screen, LibraryScreen)
    assert told[0].startswith("2 annotations written to ")
    assert told[1] == "1 annotation left out: others overlap them"
    assert told[2].startswith("left out: sea on “Harbou”")


@pytest.mark.parametrize(
    ("row", "count"), [("this article", 2), ("coder: ben", 1), ("tag: mood", 2)]
)
async def test_a_part_is_chosen_by_tab(
    running: Running, tagged: Path, tmp_path: Path, row: str, count: int
) -> None:
    async with running(tagged) as driver:
        await driver.press("e", "tab")
        listed: Any = driver.screen.query_one("OptionList")
        rows = [str(listed.get_option_at_index(n).prompt) for n in range(6)]
        place = next(n for n, words in enumerate(rows) if words.startswith(row))
        await driver.press(*["j"] * place, "enter")
        assert row in says(driver, "export-choices")
        await export_to(driver, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == count


async def test_what_is_ticked_is_meant_unless_another_part_is_chosen(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("j", "x", "e")
        assert "1 ticked article  1 annotation" in says(driver, "export-choices")
        await export_to(driver, tmp_path / "ticked.csv")
        await driver.press("e", "tab", "j", "enter")
        assert "all annotations  3 annotations" in says(driver, "export-choices")
        await driver.press("escape")
    with (tmp_path / "ticked.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["article_id"], row["tag"]) == ("2", "mood")


async def test_a_file_is_replaced_only_by_a_second_enter(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine")
    async with running(tagged) as driver:
        await driver.press("e")
        await export_to(driver, out)
        assert "That file exists" in says(driver, "says")
        assert out.read_text() == "mine"
        await driver.press("enter")
        await driver.settle()
        assert isinstance(driver.screen, LibraryScreen)
    assert out.read_text().startswith("annotation_id")


async def test_a_place_that_is_none_is_said_and_the_dialog_stays(
    running: Running, tagged: Path, tmp_path: Path
) -> None:
    async with running(tagged) as driver:
        await driver.press("e")
        await export_to(driver, tmp_path / "none" / "out.csv")
        assert isinstance(driver.screen, ExportDialog)
        assert "Not written: there is no folder" in says(driver, "says")


async def test_without_annotations_it_says_what_to_do(
    running: Running, library: Path
) -> None:
    async with running(library) as driver:
        await driver.press("e")
        assert "nothing to export yet" in says(driver, "says")
        await driver.press("up", "up", "up")
        assert isinstance(driver.screen, ExportDialog)
        await driver.press("escape")
        assert isinstance(driver.screen, LibraryScreen)


async def test_escape_stops_it_and_no_file_stays(
    running: Running, tagged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tagged) as driver:
        await driver.press("e")

        class Stopped(Run):
            def reached(self, count: int) -> None:
                driver.app.call_from_thread(driver.screen.action_stop)
                super().reached(count)

        monkeypatch.setattr(dialog, "Run", Stopped)
        await export_to(driver, tmp_path / "out.csv")
        assert says(driver, "says") == "Stopped; nothing was written."
    assert beginning_with("out", tmp_path) == []
