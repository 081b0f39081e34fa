"""Finding words in an article, whole or by a pattern, and giving it up."""

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.store import Store
from tests.conftest import keep
from tests.tui.driving import Running
from tests.tui.test_overlaps import picked, said


@pytest.mark.parametrize(
    ("tabs", "words", "found"),
    [(0, "the", 5), (1, "the", 4), (1, "har", 0), (2, r"\bs\w+", 4), (2, "(", 0)],
)
async def test_tab_in_the_prompt_finds_whole_words_or_a_pattern(
    running: Running, tabs: int, words: str, found: int
) -> None:
    async with running() as driver:
        await driver.press("enter", "f", *["tab"] * tabs)
        driver.screen.query_one(Input).value = words
        await driver.settle()
        assert len(driver.screen.found) == found


async def test_hits_in_hidden_lines_are_counted_and_shown_with_them(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        await driver.type("story")
        await driver.press("enter")
        assert "1 in hidden lines: z shows them" in said(driver)
        await driver.press("z", "n")
        assert picked(driver) == "story"
        await driver.press("z")
        assert driver.screen.found == ()


async def test_an_abandoned_search_goes_back_to_the_passage(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, "\n\n".join(f"Paragraph {n} is here." for n in range(200)))
    async with running() as driver:
        await driver.press("j", "j", "enter")
        top = driver.screen.view.top()
        await driver.press("f")
        await driver.type("paragraph 150")
        assert driver.screen.view.top() > top
        await driver.press("escape")
        assert driver.screen.view.top() == top
