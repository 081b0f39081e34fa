"""Filters, orders and the way through a long list, by keys."""

import asyncio
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual.widgets import Input, Static

from reader.model import Span, Status
from reader.store import Filter, Store
from reader.tui import type_ahead
from reader.tui.dialogs.filter import FilterDialog
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.columns import COLUMNS, GAP, fitting
from tests.conftest import keep
from tests.tui.driving import Driver, Running, is_painted_as_it_is
from tests.tui.settling import key_event
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


async def test_a_filter_is_asked_for_shown_as_chips_and_given_up(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        store.articles.set_status(2, Status.DONE)
    async with running() as driver:
        await driver.press("f")
        assert words(driver, "#says") == "2 articles"
        await driver.type("pri")
        assert words(driver, "#says") == "1 article"
        await into_field(driver, "status", "done")
        await driver.press("enter")
        assert isinstance(driver.screen, LibraryScreen)
        assert list(driver.screen.ids) == [2]
        assert words(driver, "#title").startswith("library   1 of 2 articles")
        assert words(driver, "#chips").split() == [
            "“pri”", "done", "escape", "shows", "all",
        ]  # fmt: skip
        await driver.press("escape")
        assert list(driver.screen.ids) == [1, 2]
        assert not driver.screen.query_one("#chips").display


async def test_what_cannot_be_asked_for_is_said_and_nothing_happens(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "since", "soon")
        assert "“soon” is no date" in words(driver, "#says")
        await driver.press("enter")
        assert isinstance(driver.screen, FilterDialog)
        await driver.press("ctrl+u")
        assert words(driver, "#says") == "2 articles"


async def test_a_field_is_completed_from_what_the_library_has(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "actor/state")
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "tag", "ACT")
        await driver.press("right", "enter")
        assert driver.screen.asked == Filter(tag="actor/state")
        assert list(driver.screen.ids) == [1]


async def test_a_name_that_nothing_has_is_told_beside_the_count(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "calm")
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "coder", "an")
        none, said = words(driver, "#says").split("  ·  ")
        assert none == "0 articles"
        assert said == "no coder here is called “an”; did you mean “ana”?"
        await driver.type("a")
        assert words(driver, "#says") == "1 article"


async def test_what_comes_of_a_name_is_told_before_the_filter_is_saved(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "name", "bread")
        assert words(driver, "#says").endswith("there is nothing to save")
        await driver.press("ctrl+u")
        await into_field(driver, "name", "bread")
        await driver.press(*["up"] * 11)
        await driver.type("prices")
        assert words(driver, "#says") == "1 article"
        await driver.press("enter", "f")
        await into_field(driver, "name", "bread")
        assert words(driver, "#says") == "1 article  ·  enter replaces “bread”"
        await driver.press("ctrl+u")
        await driver.type("bread")
        assert words(driver, "#says") == "2 articles  ·  enter forgets “bread”"
        await driver.press("enter")
    with Store(library) as store:
        assert not store.filters.all()


async def test_chips_that_fill_a_line_go_on_in_the_next(running: Running) -> None:
    asked = {
        "words": "harbour", "status": "unread", "site": "daily-port.example",
        "since": "2015", "until": "2025-12", "coder": "ana", "copies": "2",
    }  # fmt: skip
    async with running(size=(80, 24)) as driver:
        driver.screen.filter_by(Filter.read(asked))
        await driver.settle()
        shown, until = driver.screen.query_one("#chips"), "until 2025-12"
        assert words(driver, "#chips").splitlines() == [
            f" “harbour”   unread   site daily-port.example   since 2015   {until} ",
            " coder ana   ≥ 2 copies   escape shows all",
        ]
        assert shown.size.height == 2
        await driver.pilot.resize_terminal(120, 24)
        await driver.settle()
        assert shown.size.height == 1


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (
            "site",
            "port",
            "no site is called “port”; did you mean “daily-port.example”?",
        ),
        ("site", "nosuch", "no site is called “nosuch”"),
        ("language", "english", "no article is in “english”; write a code: en, de, fr"),
        ("attribute", "beta=1", "no article has “beta” as an attribute; did you"),
    ],
)
async def test_what_no_article_is_like_is_told_in_the_filter(
    running: Running, library: Path, field: str, typed: str, said: str
) -> None:
    with Store(library, "ana") as store:
        store.attributes.put(1, {"site": "daily-port.example", "beat": "sea"})
        store.search.index.all()
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, field, typed)
        assert said in words(driver, "#says")
        await driver.press("ctrl+u")
        known = {"site": "Daily-Port.example", "attribute": "BEAT=air"}.get(field, "")
        await into_field(driver, field, known)
        assert "no " not in words(driver, "#says")


async def test_a_saved_filter_is_one_key_away_after_a_restart(running: Running) -> None:
    async with running() as driver:
        await driver.press("f")
        await driver.type("prices")
        await into_field(driver, "name", "bread")
        await driver.press("enter", "escape")
    async with running() as driver:
        await driver.press("1")
        assert list(driver.screen.ids) == [2]
        await driver.press("f")
        assert "1 bread" in words(driver, "#saved")
        await driver.press("escape", "2")
        assert list(driver.screen.ids) == [2]


async def test_nothing_found_says_how_to_go_on(running: Running) -> None:
    async with running() as driver:
        await driver.press("f")
        await driver.type("zebra")
        await driver.press("enter")
        assert "escape to list all" in words(driver, "#empty")
        await driver.press("s")
        assert driver.screen.total == 2
        await driver.press("escape")
        assert list(driver.screen.ids) == [1, 2]


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


async def test_the_field_never_loses_what_it_was_given(running: Running) -> None:
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "hidden", "30%")
        await driver.press("enter", "f")
        assert driver.screen.query_one("#field-hidden", Input).value == "30"


async def test_ticked_articles_get_a_status_and_are_removed_each_as_one_step(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, "One more\n\nText.")
    async with running() as driver:
        await driver.press("x", "x")
        assert list(driver.screen.ticked) == [1, 2]
        assert words(driver, "#chips").split()[:2] == ["2", "ticked"]
        assert [row[0] for row in rows(driver)[1:4]] == ["◆", "◆", " "]
        await driver.press("s", "enter")
        assert statuses(library) == {1: "done", 2: "done", 3: "unread"}
        assert not driver.screen.ticked
        await driver.press("u")
        assert set(statuses(library).values()) == {"unread"}
        await driver.press("x", "s", "up", "up", "enter")
        assert list(driver.app._notifications)[-1].message == (
            "“One more”: unread already."
        )
        await driver.press("X", "d")
        assert statuses(library) == {}
        await driver.press("u")
        assert list(driver.screen.ids) == [1, 2, 3]
        await driver.press("ctrl+r")
        assert statuses(library) == {}


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


def statuses(library: Path) -> dict[int, str]:
    with Store(library) as store:
        return {one.id: one.status.value for one in store.articles.all()}


async def test_ticked_articles_are_tagged_on_their_first_shown_lines(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("X", "t")
        await driver.type("actor/state")
        await driver.press("enter")
        with Store(library) as store:
            quotes = [a.quote for each in (1, 2) for a in store.annotations.of(each)]
            assert quotes == ["Harbour falls quiet", "Prices rise at the market"]
        await driver.press("u")
        with Store(library) as store:
            assert store.annotations.count() == 0


async def test_while_many_are_tagged_it_says_so_and_keys_wait(
    running: Running, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(type_ahead._PATIENCE, "dialog", 0.0)
    answered = Event()
    async with running() as driver:
        await driver.press("X", "t")
        await driver.type("calm")
        listed = driver.screen_below.listed
        driver.screen_below.desk.post("it", lambda _: answered.wait())
        try:
            for key in ("enter", "end"):
                driver.app.post_message(key_event(key))
            while not isinstance(driver.screen, LibraryScreen):
                await driver.pilot.pause()
            for _ in range(20):
                await driver.pilot.pause()
            assert words(driver, "#chips").endswith("tagging 2 articles …")
            assert listed.cursor == 0
        finally:
            answered.set()
        await driver.settle()
        assert listed.cursor == 1
        assert "…" not in words(driver, "#chips")
        with Store(library) as store:
            assert store.annotations.count() == 2


async def test_escape_takes_the_ticks_away_before_the_filter(running: Running) -> None:
    async with running() as driver:
        await driver.press("f")
        await driver.type("pri")
        await driver.press("enter", "X")
        assert list(driver.screen.ticked) == [2]
        await driver.press("escape")
        assert (len(driver.screen.ticked), list(driver.screen.ids)) == (0, [2])
        await driver.press("escape")
        assert list(driver.screen.ids) == [1, 2]


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
