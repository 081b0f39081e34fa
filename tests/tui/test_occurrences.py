from pathlib import Path

from textual.widgets import Static

from reader.store import Store
from reader.tui.screens.kwic import kwic
from reader.tui.screens.occurrences import OccurrencesScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import Driver, Running


def quotes(library: Path) -> list[tuple[int, str, str]]:
    with Store(library) as store:
        return [
            (a.article_id, a.quote, a.tag.path if a.tag else "")
            for article_id in (1, 2)
            for a in store.annotations.of(article_id)
        ]


def title(driver: Driver) -> str:
    return str(driver.screen.query_one("#title", Static).render())


async def look_for(driver: Driver, words: str) -> None:
    await driver.press("enter", "T", "slash", "ctrl+u")
    await driver.type(words)
    await driver.press("enter")


async def test_the_picked_words_are_looked_for(running: Running, library: Path) -> None:
    async with running() as driver:
        await driver.press("enter", "w", "T")
        assert isinstance(driver.screen, OccurrencesScreen)
        assert driver.screen.sought.words == "Harbour"
        assert len(driver.screen.places) == 2


async def test_for_a_long_passage_words_are_asked_for_first(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "p", "j", "J", "J", "T")
        empty = driver.screen.query_one("#empty", Static)
        assert empty.display
        assert "Which words?" in str(empty.render())
        await driver.type("nobody said this")
        await driver.press("enter")
        assert "Nowhere." in str(empty.render())


async def test_without_words_there_is_nothing_to_stay_for(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "p", "j", "J", "J", "T", "escape")
        assert isinstance(driver.screen, ReadingScreen)


async def test_every_place_in_all_articles_is_tagged_and_undone(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await look_for(driver, "monday")
        assert "1 of 1 ticked" in title(driver)
        await driver.press("A")
        assert "2 of 2 ticked" in title(driver)
        await driver.press("t")
        await driver.type("day")
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert quotes(library) == [(1, "Monday", "day"), (2, "Monday", "day")]
        assert len(driver.screen.annotations) == 1
        await driver.press("u")
        assert quotes(library) == []


async def test_a_tick_taken_away_leaves_the_place_alone(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await look_for(driver, "monday")
        await driver.press("A", "space", "t")
        await driver.type("day")
        await driver.press("enter")
        assert quotes(library) == [(2, "Monday", "day")]


async def test_hidden_places_are_listed_and_not_ticked(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await look_for(driver, "story")
        assert "0 of 1 ticked" in title(driver)
        await driver.press("t")
        assert isinstance(driver.screen, OccurrencesScreen)
        assert quotes(library) == []


async def test_case_parts_of_words_and_patterns_are_a_key_each(
    running: Running,
) -> None:
    async with running() as driver:
        await look_for(driver, "boat")
        assert len(driver.screen.places) == 0
        assert driver.screen.query_one("#empty").display
        await driver.press("W")
        assert len(driver.screen.places) == 1
        await driver.press("slash", "ctrl+u")
        await driver.paste("[A-Z]hen")
        await driver.press("enter", "P")
        assert [p.words for p in driver.screen.places] == ["Then"]
        await driver.press("slash", "ctrl+u")
        await driver.paste("(")
        await driver.press("enter")
        assert any("no pattern" in n.message for n in driver.app._notifications)


async def test_the_sentence_around_can_be_tagged(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await look_for(driver, "storm")
        await driver.press("s", "t")
        await driver.type("x")
        await driver.press("enter")
        assert quotes(library) == [(1, "Nobody spoke of the storm.", "x")]


async def test_enter_reads_the_article_at_the_place(running: Running) -> None:
    async with running() as driver:
        await look_for(driver, "tuesday")
        await driver.press("A", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.picked.of(driver.screen.text) == "Tuesday"
        await driver.press("q")
        assert isinstance(driver.screen, OccurrencesScreen)


def test_what_is_cut_around_the_words_ends_in_an_ellipsis() -> None:
    cut = kwic("a long text stands before the ", "words", " and after them too", 30)
    assert cut.plain == "…before the words and after t…"
    assert cut.cell_length == 30
    whole = kwic("before ", "words", " after", 40)
    assert whole.plain.split() == ["before", "words", "after"]
