"""The filter dialog: fields, what is said of them, names, and what is listed."""

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.model import Span, Status
from reader.store import Filter, Store
from reader.tui.dialogs.filter import FilterDialog
from reader.tui.screens.library import LibraryScreen
from tests.tui.driving import Running
from tests.tui.test_listing import into_field, words


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


async def test_the_field_never_loses_what_it_was_given(running: Running) -> None:
    async with running() as driver:
        await driver.press("f")
        await into_field(driver, "hidden", "30%")
        await driver.press("enter", "f")
        assert driver.screen.query_one("#field-hidden", Input).value == "30"
