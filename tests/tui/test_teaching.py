from pathlib import Path

from textual.widgets import Input

from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.rules import RulesScreen
from tests.conftest import keep
from tests.tui.conftest import Driver, Running

AD = "Buy boats: the big sale"


def shown(driver: Driver) -> str:
    screen = driver.screen
    return str(screen.passages.shown(screen.passages.at(0, "article")))


def library_with_ads(library: Path) -> None:
    with Store(library, "ana") as store:
        keep(
            store,
            f"One story\n\n{AD}\n\nIt happened on Monday, they said.",
            "Other story\n\nBuy boats: 3 more days\n\nIt ended on Friday, they said.",
        )


async def test_a_pattern_hides_lines_like_it_everywhere_and_undo_brings_them_back(
    running: Running, library: Path
) -> None:
    library_with_ads(library)
    async with running() as driver:
        await driver.press("j", "j", "enter", "j")
        assert AD in driver.screen.picked.of(driver.screen.text)
        await driver.press("I", "down")
        assert driver.screen.query_one(Input).value == "Buy boats: *"
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert AD not in shown(driver)
        await driver.press("right_square_bracket")
        assert "Buy boats" not in shown(driver)
        await driver.press("u", "left_square_bracket")
        assert AD in shown(driver)


async def test_the_rules_are_listed_edited_and_forgotten(
    running: Running, library: Path
) -> None:
    library_with_ads(library)
    async with running() as driver:
        await driver.press("j", "j", "enter", "j", "I", "down", "enter", "R")
        assert isinstance(driver.screen, RulesScreen)
        assert "hides 2 lines in 2 articles" in str(
            driver.screen.query_one("#effect").render()
        )
        await driver.press("enter", "ctrl+u")
        await driver.paste("Buy boats: the*")
        await driver.press("enter")
        with Store(library) as store:
            (rule,) = store.rules.all()
        assert rule.taught.text == "Buy boats: the*"
        await driver.press("d", "q")
        assert AD in shown(driver)
        with Store(library) as store:
            assert store.rules.all() == []


async def test_each_strength_is_one_key_away_and_undone(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "S")
        with Store(library) as store:
            assert store.verdicts.strength(1) == "strict"
        await driver.press("S", "u")
        with Store(library) as store:
            assert store.verdicts.strength(1) == "strict"
            assert store.verdicts.strength(2) == "normal"
