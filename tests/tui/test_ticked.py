"""What is done to the ticked articles: a status, a tag, removal, each as one step."""

from pathlib import Path
from threading import Event

import pytest

from reader.store import Store
from reader.tui import type_ahead
from reader.tui.screens.library import LibraryScreen
from tests.conftest import keep
from tests.tui.driving import Running
from tests.tui.settling import key_event
from tests.tui.test_library import rows
from tests.tui.test_listing import words


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
            assert words(driver, "#chips").endswith(
                "tagging 2 articles …  escape stops it"
            )
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
