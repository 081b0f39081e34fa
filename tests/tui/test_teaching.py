from pathlib import Path

from textual.widgets import Input

from reader.cleaning import Match, Taught
from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.rules import RulesScreen
from reader.tui.widgets.preview import Preview
from tests.conftest import keep
from tests.tui.driving import Driver, Running

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
            driver.screen.query_one("#about").render()
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


async def test_one_key_sets_the_strength_of_the_library_and_counts_again(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        before = [each.hidden_lines or 0 for each in store.articles.all()]
        store.rules.add(Taught(Match.PATTERN, "The harbour*", hide=True))
    async with running() as driver:
        listed = driver.screen.listed
        assert [listed._rows[n].hidden_lines for n in (1, 2)] == [before[0] + 1, 0]
        await driver.press("u")
        assert [listed._rows[n].hidden_lines for n in (1, 2)] == before
        await driver.press("S")
        with Store(library) as store:
            assert store.verdicts.library_strength == "strict"
            assert store.verdicts.outdated([1, 2]) == []
        await driver.press("u")
        with Store(library) as store:
            assert store.verdicts.library_strength == "normal"


async def test_of_an_article_with_nothing_left_the_original_is_shown(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, "Leave a Reply\n\nShare this story\n")
        store.rules.add(Taught(Match.PATTERN, "*story", hide=True))
        store.rules.add(Taught(Match.PATTERN, "Leave*", hide=True))
    async with running() as driver:
        await driver.press("j", "j")
        await driver.wait_for_preview()
        assert "All of it is hidden" in str(driver.screen.query_one(Preview).render())
        await driver.press("enter")
        screen = driver.screen
        assert "nothing is left" in str(screen.query_one("#title").render())
        rows = [screen.view.render_line(y).text for y in range(6)]
        assert any("Leave a Reply" in row and "your rule" in row for row in rows)
        await driver.press("z")
        assert screen.revealed
        await driver.press("i")
        assert "1 hidden" in str(screen.query_one("#title").render())
