"""Reading an article by keys: the cursor, sizes, finding, jumping, going on."""

import asyncio
import csv
import re
from pathlib import Path

from textual.widgets import Static

from reader.store import Store
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import document
from tests.tui.driving import Driver, Running, lines_of


def picked(driver: Driver) -> str:
    screen = driver.screen
    return str(screen.picked.of(screen.text))


def status(driver: Driver) -> str:
    return lines_of(driver.screen.query_one(StatusLine))


async def test_the_cursor_goes_by_sentences_and_skips_what_is_hidden(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter")
        seen = [picked(driver)]
        for _ in range(5):
            await driver.press("j")
            seen.append(picked(driver))
        assert seen == [
            "Harbour falls quiet",
            "The harbour was quiet on Monday.",
            "Nobody spoke of the storm.",
            "Then it rained, and the boats came back.",
            '"We saw nothing," said the pilot.',
            '"We saw nothing," said the pilot.',
        ]


async def test_another_size_is_named_where_it_picks_the_same(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "d", "p")
        assert picked(driver) == "Harbour falls quiet"
        assert "paragraph" in status(driver)
        await driver.press("s")
        assert "sentence" in status(driver)


async def test_sizes_words_and_stretching(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "w")
        assert picked(driver) == "The"
        await driver.press("l", "L")
        assert picked(driver) == "harbour was"
        await driver.press("p")
        assert picked(driver).startswith("The harbour was")
        assert picked(driver).endswith("storm.")
        await driver.press("s", "J")
        assert picked(driver).endswith("storm.")
        await driver.press("K", "plus")
        assert picked(driver).endswith("storm.")
        await driver.press("minus")
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_tab_goes_through_the_annotations(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "j", "j", "1", "home", "tab")
        assert picked(driver) == "The harbour was quiet on Monday."
        await driver.press("tab")
        assert picked(driver) == "Then it rained, and the boats came back."
        await driver.press("shift+tab")
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_finding_words_whatever_their_case(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        await driver.type("HARBOUR")
        assert len(driver.screen.found) == 2
        await driver.press("enter")
        assert picked(driver) == "Harbour"
        await driver.press("n")
        assert picked(driver) == "harbour"
        await driver.press("escape")
        assert driver.screen.found == ()


async def test_finding_passes_over_hidden_lines(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        await driver.type("Reply")
        assert driver.screen.found == ()


async def test_jumping_to_a_letter(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "apostrophe")
        labels = {letter: at for at, letter in driver.screen_below.labels}
        await driver.press("d")
        assert driver.screen.picked.start == labels["d"]
        assert driver.screen.labels == ()


async def test_done_marks_the_article_and_opens_the_next(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "enter")
        assert driver.screen.text.startswith("Prices")
        with Store(library) as store:
            assert [a.status.value for a in store.articles.all()] == ["done", "reading"]
        await driver.press("u")
        with Store(library) as store:
            assert next(a.status.value for a in store.articles.all()) == "reading"


async def test_the_place_is_kept(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "j")
    async with running() as driver:
        await driver.press("enter")
        assert picked(driver) == "Nobody spoke of the storm."


async def test_a_click_puts_the_cursor_there(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter")
        view = driver.screen.view
        row = next(
            y
            for y in range(view.size.height)
            if "Then it rained" in view.render_line(y).text
        )
        column = view.render_line(row).text.index("rained")
        await driver.pilot.click(view, offset=(column, row))
        await driver.settle()
        assert picked(driver) == "Then it rained, and the boats came back."


async def test_exporting_from_the_screen(running: Running, tmp_path: Path) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "e")
        await driver.press("ctrl+u")
        await driver.paste(str(tmp_path / "out.csv"))
        await driver.press("enter")
        await driver.settle()
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["tag"] == "calm"
    assert row["quote"] == "The harbour was quiet on Monday."


async def test_only_a_markdown_file_is_shown_as_such(
    running: Running, library: Path
) -> None:
    text = "# Talks\n\nThey *ended*."
    with Store(library, "ana") as store:
        step = store.imports.open("import")
        for name in ("talks.md", "talks.txt"):
            one = document(text + name, name)
            store.imports.keep(step, [one])
        store.imports.close(step)
    async with running() as driver:
        await driver.press("end", "enter")
        assert driver.screen.view.styled == ()
        await driver.press("left_square_bracket")
        assert [each.looks for each in driver.screen.view.styled][:2] == [
            ("heading", "syntax"),
            ("heading",),
        ]
        await driver.press("right_square_bracket")
        assert driver.screen.view.styled == ()


async def test_a_look_that_comes_back_late_is_not_taken_for_the_next_article(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        other = store.reading(2)
    assert other
    async with running() as driver:
        await driver.press("enter")
        looking = asyncio.create_task(driver.screen.look_again())
        await asyncio.sleep(0)
        driver.screen.take(other)
        await looking
        assert driver.screen.reading.article.id == 2
        assert driver.screen.text.startswith("Prices rise")


async def test_a_long_title_gives_way_to_what_is_known_of_the_article(
    running: Running, library: Path
) -> None:
    long = "Harbour falls quiet as the last of the ferries is sold to another town"
    with Store(library) as store:
        store.attributes.put(1, {"title": long})
    async with running(size=(60, 24)) as driver:
        await driver.press("enter")
        title = driver.screen.query_one("#title", Static)
        assert re.fullmatch(
            r" Harbour falls quiet as the.*…   2 hidden  ·  reading *", lines_of(title)
        )
        for width in range(84, 130, 5):
            await driver.pilot.resize_terminal(width, 24)
            await driver.settle()
            told = lines_of(title).partition("…   ")[2] or lines_of(title)
            assert "…" not in told, "a fact is cut"
        await driver.pilot.resize_terminal(160, 24)
        await driver.settle()
        assert f" {long}   2 hidden  ·  reading" in lines_of(title)
