"""Orders and the way through a long list, by keys."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input, Static

from reader.store import Store
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.columns import COLUMNS, GAP, fitting
from tests.conftest import keep
from tests.tui.driving import Driver, Running, is_painted_as_it_is
from tests.tui.test_library import rows


def words(driver: Driver, where: str) -> str:
    return str(driver.screen.query_one(where, Static).render())


async def into_field(driver: Driver, name: str, text: str) -> None:
    """Go down to a field of the filter dialog by its keys, and type into it."""
    fields = [each.id for each in driver.screen.query(Input)]
    focused = driver.app.focused
    assert focused
    ways = fields.index(f"field-{name}") - fields.index(focused.id)
    await driver.pilot.press(*["down"] * ways)
    await driver.type(text)


async def test_the_order_turns_round_and_its_column_says_so(running: Running) -> None:
    async with running() as driver:
        await driver.press("o")
        assert "Title▲" in rows(driver)[0]
        await driver.press("O")
        assert list(driver.screen.ids) == [2, 1]
        assert "Title▼" in rows(driver)[0]
        assert "by title, Z first" in words(driver, "#title")


async def test_a_click_on_a_head_sorts_by_it_and_another_turns_it(
    running: Running,
) -> None:
    async with running() as driver:
        listed = driver.screen.query_one(ArticleList)
        shown = fitting(listed.size.width - 2)
        before = [width for column, width in shown if column.name != "words"]
        left = 1 + sum(before[:2]) + 2 * GAP
        assert shown[2][0].name == "words", [column.name for column in COLUMNS]
        for ids, way in (([1, 2], "▼"), ([2, 1], "▲")):
            await driver.pilot.click(ArticleList, offset=(left, 0))
            await driver.settle()
            assert list(driver.screen.ids) == ids
            assert f"Words{way}" in rows(driver)[0]


async def test_a_list_shows_what_it_is_sorted_by_however_narrow(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        store.attributes.put(2, {"date": "2019-01-08", "site": "port.example"})
    usual = ["Title", "Words", "Hidden", "Tags"]
    async with running(size=(80, 24)) as driver:
        assert rows(driver)[0].split() == usual
        await driver.press("o", "o")
        assert rows(driver)[0].split() == ["Title", "Date▼", *usual[1:]]
        assert "2019-01-08" in rows(driver)[1]
        await driver.press("o", "o")
        assert rows(driver)[0].split() == ["Title", "Source▲", "Words", "Tags"]
        assert "port.example" in rows(driver)[1]
        await driver.pilot.resize_terminal(40, 24)
        await driver.settle()
        assert rows(driver)[0].split() == ["Title", "Tags"]


@pytest.fixture
def long_library(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """So many articles that the list comes in pieces."""
    monkeypatch.setattr("reader.tui.screens.beginning._SMALL", 100)
    monkeypatch.setattr("reader.store.listing._FIRST", 70)
    monkeypatch.setattr("reader.store.walk.PIECE", 50)
    with Store(library) as store:
        keep(store, *(f"Article {n:04}\n\nIts text." for n in range(300)))
    return library


async def test_a_list_that_comes_in_pieces_is_whole_and_the_mark_stays(
    running: Running, long_library: Path
) -> None:
    async with running() as driver:
        assert list(driver.screen.ids) == list(range(1, 303))
        await driver.press("end")
        assert "Article 0299" in rows(driver)[-1]
        await driver.press("o", "O")
        assert driver.screen.listed.marked == 302
        assert driver.screen.ids[0] == 2
        await driver.press("enter", "q")
        assert driver.screen.listed.marked == 302
        await driver.press("d")
        assert len(driver.screen.ids) == 301
        await driver.press("u")
        assert len(driver.screen.ids) == 302


@pytest.mark.parametrize(
    ("typed", "said", "last"),
    [
        ("article", "so far of 302 articles", "300 of 302 articles"),
        ("0299", "looking through 302 articles …", "1 of 302 articles"),
    ],
)
async def test_a_filtered_list_that_comes_in_pieces_says_so(
    running: Running,
    long_library: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    said: str,
    last: str,
) -> None:
    monkeypatch.setattr("reader.store.listing._FEW", 10)
    seen: list[str] = []

    async def watch(driver: Driver) -> None:
        while True:
            if isinstance(driver.screen, LibraryScreen):
                seen.append(words(driver, "#title"))
            await asyncio.sleep(0)

    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "words", typed)
        watching = asyncio.create_task(watch(driver))
        await driver.press("enter")
        watching.cancel()
        assert any(said in each for each in seen)
        assert last in words(driver, "#title")


async def test_the_mark_stays_on_its_article_when_others_are_removed(
    running: Running, long_library: Path
) -> None:
    async with running() as driver:
        await driver.press("x", "j", "j", "x", "j")
        assert driver.screen.listed.marked == 6
        await driver.press("d")
        assert set(driver.screen.ids[:3]) == {2, 3, 5}
        assert driver.screen.listed.marked == 6
        await driver.press("home", "x", "j", "j", "x", "k", "d")
        assert set(driver.screen.ids[:3]) == {3, 5, 7}
        assert driver.screen.listed.marked == 7


async def test_rows_that_are_kept_are_those_that_would_be_painted_now(
    running: Running, long_library: Path
) -> None:
    async with running(size=(120, 20)) as driver:
        shown = driver.screen.listed
        for key in ("j", "j", "k", "space", "x", "end", "k", "b", "home", "o", "X"):
            await driver.press(key)
            assert is_painted_as_it_is(shown), key
        driver.app.theme = "reader-light"
        await driver.settle()
        assert is_painted_as_it_is(shown)
        await driver.press("j")
        assert is_painted_as_it_is(shown)


async def test_typing_how_a_title_begins_goes_there(
    running: Running, long_library: Path
) -> None:
    async with running(size=(80, 24)) as driver:
        await driver.press("apostrophe")
        await driver.type("article 0150")
        assert driver.screen.listed.marked == 153
        await driver.type("x")
        assert "no title begins so" in words(driver, "#prompt-says")
        await driver.press("escape")
        assert driver.screen.listed.marked == 1
        await driver.press("apostrophe")
        await driver.type("pri")
        await driver.press("enter")
        assert driver.screen.listed.marked == 2
        assert driver.app.focused is driver.screen.listed


HOSTILE = "\x1b]52;c;aGk=\x07 \u202e台北：国内外的新闻" + "国" * 80 + " [bold]x[/bold]"


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_long_and_hostile_titles_keep_every_row_in_its_width(
    running: Running, library: Path, size: tuple[int, int]
) -> None:
    with Store(library) as store:
        keep(store, f"{HOSTILE}\n\nText.", "国" * 200)
    async with running(size=size) as driver:
        width = driver.screen.listed.size.width
        for row in rows(driver):
            assert cell_len(row) == width
            assert not {"\x1b", "\x07", "\u202e"} & set(row)
        await driver.press("f")
        await into_field(driver, "site", "[red]\u202e")
        await driver.press("enter")
        assert "[red]" in words(driver, "#chips")


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0"), (99_999, "99,999"), (3_347_652, "3,347k")]
)
def test_the_words_of_a_whole_book_are_told_in_the_cells_of_their_column(
    library: Path, count: int, told: str
) -> None:
    with Store(library) as store:
        (article, _) = store.articles.all()
    column = next(each for each in COLUMNS if each.name == "words")
    long = replace(article, words=count)
    assert column.shown(long, column.width)[0].strip() == told
