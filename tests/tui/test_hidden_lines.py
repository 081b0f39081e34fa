"""Hidden lines while reading: shown, kept, hidden, gone to."""

from pathlib import Path

from reader.store import Store
from tests.conftest import keep
from tests.tui.driving import Running
from tests.tui.test_reading import picked, status


async def test_z_shows_hidden_lines_and_i_keeps_one(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "z", "end")
        assert picked(driver) == "Leave a Reply"
        await driver.press("i")
        assert "Kept: “Leave a Reply”." in status(driver)
        await driver.press("z", "end")
        assert picked(driver) == "Leave a Reply"
        with Store(library) as store:
            article = store.articles.one(1)
            assert article
            assert article.hidden_lines == 1
        await driver.press("u", "end")
        assert picked(driver) == '"We saw nothing," said the pilot.'


async def test_hiding_a_line_moves_to_what_is_left(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "i")
        assert "Hidden: “Harbour falls quiet”." in status(driver)
        assert picked(driver) == "The harbour was quiet on Monday."
        await driver.press("u", "home")
        assert picked(driver) == "Harbour falls quiet"


async def test_showing_hidden_lines_leaves_a_stretched_passage_as_it_was(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "J")
        stretched = driver.screen.picked
        assert len(stretched) > 0
        await driver.press("z")
        assert driver.screen.revealed
        assert driver.screen.picked == stretched
        await driver.press("z")
        assert driver.screen.picked == stretched


async def test_one_key_goes_from_hidden_line_to_hidden_line_and_round(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "Z")
        assert driver.screen.revealed
        seen = [picked(driver)]
        assert "comment form" not in status(driver)
        await driver.press("Z")
        seen.append(picked(driver))
        assert "Leave a Reply" in status(driver)
        assert "i keeps it" in status(driver)
        await driver.press("Z")
        seen.append(picked(driver))
        assert seen == ["Share this story", "Leave a Reply", "Share this story"]
        await driver.press("i", "Z")
        assert picked(driver) == "Leave a Reply"


async def test_where_nothing_is_hidden_the_key_says_so(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, "Prices rise\n\nThe bank said on Friday that rates go up again.\n")
    async with running() as driver:
        await driver.press("end", "enter", "Z")
        assert "Nothing is hidden here" in status(driver)
        assert not driver.screen.revealed
