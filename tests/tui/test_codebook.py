from pathlib import Path

import pytest
from textual.widgets import Static

from reader.model import Span
from reader.store import Store
from reader.tui.screens.codebook import CodebookScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.tag_tree import TagTree
from tests.tui.driving import Driver, Running


@pytest.fixture
def library_with_tags(library: Path) -> Path:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for number, name in enumerate(("actor/china", "actor/usa", "trade", "trade")):
            store.annotations.tag(version, Span(number * 5, number * 5 + 4), name)
    return library


def tags(library: Path) -> dict[str, int]:
    """The tags with their uses, as another program would see them now."""
    with Store(library) as store:
        return {tag.path: tag.uses for tag in store.tags.all()}


def tree(driver: Driver) -> list[str]:
    """The rows of the tree as they are painted."""
    shown = driver.screen.query_one(TagTree)
    lines = [shown.render_line(y).text.split() for y in range(1, len(shown.rows) + 1)]
    return [" ".join(line) for line in lines]


def about(driver: Driver) -> str:
    return str(driver.screen.query_one("#about", Static).render())


async def typed(driver: Driver, text: str) -> None:
    await driver.press("ctrl+u")
    await driver.type(text)
    await driver.press("enter")


async def test_the_tree_is_opened_from_the_library_and_from_an_article(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g")
        assert isinstance(driver.screen, CodebookScreen)
        assert tree(driver) == [
            "▾ actor 2",
            "■ china 1 1",
            "■ usa 2 1",
            "■ trade 3 2",
        ]
        await driver.press("end")
        assert "2 uses in 1 article" in about(driver)
        await driver.press("q", "enter", "g")
        assert isinstance(driver.screen, CodebookScreen)
        await driver.press("escape")
        assert isinstance(driver.screen, ReadingScreen)


async def test_an_empty_codebook_says_what_to_do_and_t_does_it(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("g")
        assert driver.screen.query_one("#empty").display
        await driver.press("t")
        await typed(driver, "actor/china")
        assert tree(driver) == ["▾ actor", "■ china 1 0"]
        assert not driver.screen.query_one("#empty").display
        await driver.press("u")
        assert tags(library) == {}
        assert driver.screen.query_one("#empty").display


async def test_a_level_is_renamed_with_what_is_under_it_and_the_text_shows_it(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "g", "enter")
        await typed(driver, "who")
        assert tags(library_with_tags) == {"trade": 2, "who/china": 1, "who/usa": 1}
        await driver.press("q")
        paths = [a.tag.path for a in driver.screen.annotations]
        assert paths == ["who/china", "who/usa", "trade", "trade"]
        await driver.press("u")
        assert tags(library_with_tags) == {"actor/china": 1, "actor/usa": 1, "trade": 2}


async def test_merging_and_moving_choose_the_other_tag_by_typing(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "j", "ampersand")
        await driver.type("usa")
        await driver.press("enter")
        assert tags(library_with_tags) == {"actor/usa": 2, "trade": 2}
        assert driver.screen.marked.path == "actor/usa"
        await driver.press("P")
        await driver.type("trade")
        await driver.press("enter")
        assert tags(library_with_tags) == {"trade": 2, "trade/usa": 2}
        await driver.press("u", "u")
        assert tags(library_with_tags) == {"actor/china": 1, "actor/usa": 1, "trade": 2}


async def test_some_passages_are_ticked_and_split_off(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "end", "vertical_line", "j", "space", "enter")
        await typed(driver, "trade/bread")
        assert tags(library_with_tags)["trade/bread"] == 1
        assert tags(library_with_tags)["trade"] == 1
        await driver.press("u")
        assert tags(library_with_tags)["trade"] == 2


async def test_a_description_is_written_and_shown_without_its_marks(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "end", "D")
        (dialog,) = driver.screen.query(".dialog")
        assert str(dialog.border_title) == "Description"
        await driver.paste("# Goods\n\nBuying and *selling*:\n\n- bread\n- [oil](x)")
        await driver.press("escape", "m")
        await driver.paste("too broad?")
        await driver.press("escape")
        shown = about(driver)
        assert "Goods\n\nBuying and selling:\n• bread\n• oil (x)" in shown
        assert "too broad?" in shown
    with Store(library_with_tags) as store:
        tag = store.codebook.tag("trade")
        assert tag.description.startswith("# Goods\n")
        assert tag.memo == "too broad?"


async def test_a_colour_and_a_key_are_chosen(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "end", "C", "j", "enter")
        await driver.press("number_sign")
        await typed(driver, "Q")
        await driver.press("number_sign")
        await typed(driver, "j")
    with Store(library_with_tags) as store:
        tag = store.codebook.tag("trade")
        assert (tag.colour, tag.key) == (3, "Q")


async def test_a_retired_tag_is_out_of_sight_until_z(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "end", "i")
        assert "trade" not in " ".join(tree(driver))
        await driver.press("z", "end")
        assert tree(driver)[-1] == "□ trade (retired) 3 2"
        await driver.press("i", "z")
        assert tree(driver)[-1] == "■ trade 3 2"


async def test_a_used_tag_is_deleted_only_after_a_yes(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "end", "d", "enter")
        assert tags(library_with_tags)["trade"] == 2
        await driver.press("d", "j", "enter")
        assert "trade" not in tags(library_with_tags)
        await driver.press("u")
        assert tags(library_with_tags)["trade"] == 2


async def test_the_order_is_kept(running: Running, library_with_tags: Path) -> None:
    async with running() as driver:
        await driver.press("g", "end", "left_parenthesis")
        assert tree(driver)[0] == "■ trade 3 2"
        assert driver.screen.marked.path == "trade"
    async with running() as driver:
        await driver.press("g")
        assert tree(driver)[0] == "■ trade 3 2"


async def test_letters_filter_the_tree_and_escape_shows_all(
    running: Running, library_with_tags: Path
) -> None:
    async with running() as driver:
        await driver.press("g", "f")
        await driver.type("usa")
        assert tree(driver) == ["▾ actor 1", "■ usa 2 1"]
        await driver.press("enter", "escape")
        assert len(tree(driver)) == 4
        assert isinstance(driver.screen, CodebookScreen)
