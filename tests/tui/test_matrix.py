import asyncio
from pathlib import Path

from reader.model import Span
from reader.store import Store
from reader.store.matrices import Kind
from reader.tui.screens.matrix import MatrixScreen
from reader.tui.screens.tagged import PassagesScreen
from reader.tui.widgets.heat_map import HeatMap
from tests.tui.driving import Driver, Running
from tests.tui.test_tagged import listed, says, tagged


def painted(driver: Driver) -> list[str]:
    shown = driver.screen.query_one(HeatMap)
    lines = [shown.render_line(y).text for y in range(shown.size.height)]
    return [line.rstrip() for line in lines if line.strip()]


async def test_tags_are_counted_in_bars_and_shades_and_a_cell_opens_its_passages(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("B")
        assert isinstance(driver.screen, MatrixScreen)
        head, *rows = painted(driver)
        assert head.split() == ["undated"]
        assert [row.split()[-3:] for row in rows] == [["1", "█", "1"]] * 3
        await driver.press("o", "o")
        assert driver.screen.kind is Kind.ARTICLES
        await driver.press("j", "l")
        assert "place/road  ×  2 Prices rise at the market:  1 of 1" in says(
            driver, "#says"
        )
        await driver.press("enter")
        assert isinstance(driver.screen, PassagesScreen)
        assert listed(driver) == ["place/road"]
        await driver.press("q")
        assert isinstance(driver.screen, MatrixScreen)


async def test_tags_together_are_counted_by_a_unit_that_is_said(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running(size=(60, 20)) as driver:
        await driver.press("B", "o", "o", "o")
        assert "paragraphs in which both stand" in says(driver)
        await driver.press("n")
        assert "articles in which both stand" in says(driver)
        await driver.press("minus")
        assert list(driver.screen.map.numbers.rows) == ["place", "weather"]
        await driver.press("l")
        assert "place  ×  weather:  1 of 2" in says(driver, "#says")
        await driver.press("enter")
        assert sorted(listed(driver)) == ["place/port", "weather"]


async def test_while_it_counts_it_says_what(running: Running, library: Path) -> None:
    tagged(library)
    seen: list[str] = []

    async def watch(driver: Driver) -> None:
        while True:
            seen.append(says(driver))
            await asyncio.sleep(0)

    async with running() as driver:
        await driver.press("B")
        watching = asyncio.create_task(watch(driver))
        await driver.press("o")
        watching.cancel()
        assert any("counting tags by sites …" in each for each in seen)
        assert "tags by sites  ·  cells count annotations" in says(driver)


async def test_an_empty_matrix_says_what_to_do(running: Running) -> None:
    async with running() as driver:
        await driver.press("B")
        assert "Nothing to count yet" in says(driver, "#empty")
        assert says(driver).strip() == "Matrix"
        await driver.press("j", "enter", "o", "q")


async def test_undo_counts_anew(running: Running, library: Path) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("B", "u")
        assert list(driver.screen.map.numbers.rows) == ["place/port", "weather"]
        with Store(library) as store:
            assert store.annotations.count() == 2


async def test_where_colours_can_be_blended_the_ground_tells_how_large_a_number_is(
    running: Running, library: Path
) -> None:
    tagged(library)
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for start in range(4):
            store.annotations.tag(version, Span(start, start + 1), "place/port")
    async with running() as driver:
        driver.app.theme = "reader-dark"
        await driver.press("B", "end")
        shown = driver.screen.query_one(HeatMap)
        lines = [list(shown.render_line(y)) for y in (1, 2)]
    grounds = {
        segment.text.strip(): segment.style.bgcolor
        for line in lines
        for segment in line[3:]
        if segment.style and segment.text.strip()
    }
    assert set(grounds) == {"5", "1"}
    assert len({*grounds.values(), lines[0][0].style.bgcolor}) == 3
