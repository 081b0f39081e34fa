from pathlib import Path

from textual.widgets import Static

from reader.model import Span
from reader.store import Store
from reader.tui.screens.alike import AlikeScreen
from reader.tui.screens.codebook import CodebookScreen
from reader.tui.screens.occurrences import OccurrencesScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.typical import TypicalScreen
from tests.conftest import keep
from tests.store.test_likenesses import COAL, EMBARGO
from tests.tui.driving import Driver, Running


def about(driver: Driver) -> str:
    return str(driver.screen.query_one("#about", Static).render())


async def to_passage(driver: Driver) -> None:
    await driver.press("j", "j", "enter", "j", "y")


def library_with_coal(library: Path) -> None:
    with Store(library, "ana") as store:
        keep(store, EMBARGO, COAL)


async def test_like_paragraphs_are_listed_with_what_they_share(
    running: Running, library: Path
) -> None:
    library_with_coal(library)
    async with running() as driver:
        await to_passage(driver)
        assert isinstance(driver.screen, AlikeScreen)
        assert "Coal ships wait" in about(driver)
        assert "embargo" in about(driver).splitlines()[-1]
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.picked.of(driver.screen.text).startswith("Coal ships wait")
        await driver.press("q")
        assert isinstance(driver.screen, AlikeScreen)


async def test_a_paragraph_is_tagged_from_the_list_and_leaves_it(
    running: Running, library: Path
) -> None:
    library_with_coal(library)
    async with running() as driver:
        await to_passage(driver)
        before = len(driver.screen.alike)
        await driver.press("t")
        await driver.type("trade")
        await driver.press("enter")
        assert len(driver.screen.alike) == before - 1
        with Store(library) as store:
            (annotation,) = store.annotations.of(4)
        assert annotation.quote.startswith("Coal ships wait")
        await driver.press("u")
        assert len(driver.screen.alike) == before


async def test_where_nothing_is_like_it_says_what_to_do(running: Running) -> None:
    async with running() as driver:
        await driver.press("j", "enter", "w", "y")
        assert isinstance(driver.screen, AlikeScreen)
        assert driver.screen.query_one("#empty").display


async def test_the_words_of_a_tag_are_listed_from_the_codebook(
    running: Running, library: Path
) -> None:
    library_with_coal(library)
    with Store(library, "ana") as store:
        version = store.articles.version(4)
        start = version.text.index("Coal ships")
        store.annotations.tag(version, Span(start, start + 58), "trade")
        again = version.text.index("Coal piles")
        store.annotations.tag(version, Span(again, again + 10), "trade")
    async with running() as driver:
        await driver.press("g")
        assert isinstance(driver.screen, CodebookScreen)
        await driver.press("w")
        assert isinstance(driver.screen, TypicalScreen)
        assert [each.word for each in driver.screen.found.words] == ["coal"]
        assert "stands 2 times in the passages" in about(driver)
        await driver.press("W", "enter")
        assert isinstance(driver.screen, OccurrencesScreen)
        assert len(driver.screen.places) == 3
        await driver.press("q", "q")
        with Store(library) as store:
            (keyword,) = store.keywords.all()
        assert (keyword.tag.path, keyword.sought.words) == ("trade", "coal")
