import asyncio
from pathlib import Path

from textual.widgets import Input

from reader.model import Span
from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.tagged import PassagesScreen
from reader.tui.widgets.concordance import Concordance, Line
from tests.tui.driving import Driver, Running, lines_of


def tagged(library: Path) -> None:
    with Store(library, "ana") as store:
        for article, words, tag in (
            (1, "Nobody spoke of the storm.", "weather"),
            (1, "The harbour was quiet on Monday.", "place/port"),
            (2, "Sellers blamed the road.", "place/road"),
        ):
            version = store.articles.version(article)
            start = version.text.index(words)
            store.annotations.tag(version, Span(start, start + len(words)), tag)


def listed(driver: Driver) -> list[str]:
    rows = driver.screen.query_one(Concordance).rows
    return [row.label for row in rows if isinstance(row, Line)]


def says(driver: Driver, where: str = "#title") -> str:
    return str(driver.screen.query_one(where).render())


async def test_the_passages_of_tags_are_listed_narrowed_and_read(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("G")
        assert isinstance(driver.screen, PassagesScreen)
        assert listed(driver) == ["place/road", "place/port", "weather"]
        assert "3 passages" in says(driver)
        await driver.press("slash")
        await driver.type("place NOT weather")
        assert listed(driver) == ["place/road"]
        assert "in the same paragraph" in says(driver)
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        picked = driver.screen.picked.of(driver.screen.text)
        assert picked == "Sellers blamed the road."
        await driver.press("q")
        assert isinstance(driver.screen, PassagesScreen)


async def test_ticked_passages_are_retagged_together_and_undone_together(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("G", "x", "x", "t")
        await driver.type("town")
        await driver.press("enter")
        assert listed(driver) == ["town", "town", "weather"]
        with Store(library) as store:
            assert [a.tag.path for a in store.annotations.of(2) if a.tag] == ["town"]
        await driver.press("u")
        assert listed(driver) == ["place/road", "place/port", "weather"]


async def test_the_marked_passage_is_shown_whole_and_untagged(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running(size=(60, 20)) as driver:
        await driver.press("G", "end")
        assert "Nobody spoke of the storm." in says(driver, "#says")
        await driver.press("d")
        assert listed(driver) == ["place/road", "place/port"]
        with Store(library) as store:
            assert store.annotations.count() == 2


async def test_when_passages_go_the_mark_stays_at_its_place(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("G", "j", "d")
        assert listed(driver) == ["place/road", "weather"]
        assert driver.screen.list.marked.label == "weather"
        with Store(library, "ben") as other:
            (weather,) = other.annotations.of(1)
            other.annotations.remove(weather.id)
        await driver.look_elsewhere()
        assert listed(driver) == ["place/road"]
        assert driver.screen.list.marked.label == "place/road"


async def test_the_codebook_opens_the_passages_of_its_tag(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("g", "end", "G")
        assert driver.screen.query_one(Input).value == '"weather"'
        assert listed(driver) == ["weather"]
        await driver.press("d", "q")
        assert driver.screen.marked.path == "weather"
        assert driver.screen.marked.uses == 0
        with Store(library, "ben") as other:
            other.codebook.add("aside")
        await driver.look_elsewhere()
        assert "aside" in [branch.path for branch in driver.screen.listed]
        assert driver.screen.marked.path == "weather"


async def test_a_look_at_what_others_wrote_ends_when_one_types_on(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("G")
        looking = asyncio.create_task(driver.screen.look_again())
        await asyncio.sleep(0)
        driver.screen.retrieve()
        await looking
        await driver.settle()
        assert listed(driver) == ["place/road", "place/port", "weather"]


async def test_when_the_last_passage_goes_the_keys_stay_commands(
    running: Running, library: Path
) -> None:
    tagged(library)
    async with running() as driver:
        await driver.press("G", "slash", *"weather", "enter", "d")
        assert listed(driver) == []
        await driver.press("u")
        assert listed(driver) == ["weather"]
        await driver.press("d", "question_mark", "escape", "q")
        assert not isinstance(driver.screen, PassagesScreen)


async def test_empty_places_say_what_to_do(running: Running, library: Path) -> None:
    async with running() as driver:
        await driver.press("G")
        assert "press  t" in says(driver, "#empty")
        await driver.press("q")
        assert not isinstance(driver.screen, PassagesScreen)
    tagged(library)
    async with running() as driver:
        await driver.press("G", "slash")
        await driver.type("rain")
        assert "no tag is called “rain”" in says(driver)
        assert "AND" in lines_of(driver.screen.query_one("#empty"))


async def test_a_tiny_window_breaks_nothing(running: Running, library: Path) -> None:
    tagged(library)
    for size in ((30, 8), (12, 4)):
        async with running(size=size) as driver:
            await driver.press("G", "j", "x", "q", "B", "l", "o", "q", "slash")
            await driver.type("monday")
            await driver.press("enter")
            found = driver.screen.query_one(Concordance)
            lines = [found.render_line(y) for y in range(found.size.height)]
            assert all(line.cell_length == lines[0].cell_length for line in lines)
