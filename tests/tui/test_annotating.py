"""Tagging, memos and undo while reading, by keys and looked at in the library."""

import asyncio
import threading
from pathlib import Path

from textual import events

from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from tests.conftest import HARBOUR
from tests.tui.driving import Running
from tests.tui.test_reading import picked


def tagged(library: Path) -> list[tuple[str, str]]:
    """What the library holds, as another program would see it now."""
    with Store(library) as store:
        return [(a.tag.path if a.tag else "", a.quote) for a in store.annotations.of(1)]


async def test_tagging_with_a_new_name_then_by_key_and_again(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("mood/calm")
        await driver.press("enter")
        assert picked(driver) == "The harbour was quiet on Monday."
        assert tagged(library) == [("mood/calm", "The harbour was quiet on Monday.")]
        await driver.press("j", "1", "j", "full_stop")
        assert [tag for tag, _ in tagged(library)] == ["mood/calm"] * 3


async def test_a_key_waits_for_what_the_key_before_it_has_saved(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter")
        answering = threading.Event()
        driver.app._desk.post("it", lambda _: answering.wait())
        asyncio.get_running_loop().call_later(0.5, answering.set)
        await driver.burst("t", *"calm", "enter", "j", "1", "j", "1", "u")
        assert [a.tag.path for a in driver.screen.annotations] == ["calm", "calm"]
    with Store(library) as store:
        assert len(store.annotations.of(1)) == 2


async def test_what_is_typed_ahead_goes_into_the_dialog(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j")
        for key in ("t", *"said", "enter", "j", "m", *"odd", "escape", "1"):
            character = key if len(key) == 1 else None
            driver.app.post_message(events.Key(key, character))
        for _ in range(5):
            await driver.settle()
        assert picked(driver) == "Nobody spoke of the storm."
    with Store(library) as store:
        found = [
            (a.quote, a.tag.path if a.tag else "", a.memo)
            for a in store.annotations.of(1)
        ]
    assert found == [
        ("The harbour was quiet on Monday.", "said", ""),
        ("Nobody spoke of the storm.", "", "odd"),
        ("Nobody spoke of the storm.", "said", ""),
    ]


async def test_an_escaped_picker_changes_nothing(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "t")
        await driver.type("mood")
        await driver.press("escape")
        assert tagged(library) == []
        assert isinstance(driver.screen, ReadingScreen)


async def test_undo_and_redo_go_across_a_restart(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "j", "1")
    async with running() as driver:
        await driver.press("enter", "u")
        assert len(tagged(library)) == 1
        assert len(driver.screen.marks) == 1
        await driver.press("u")
        assert tagged(library) == []
        await driver.press("ctrl+r", "ctrl+r")
        assert len(tagged(library)) == 2
        assert len(driver.screen.marks) == 2


async def test_undo_in_another_article_goes_there(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "right_square_bracket")
        assert driver.screen.text.startswith("Prices")
        await driver.press("u")
        assert driver.screen.text == HARBOUR
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_a_memo_on_a_passage_and_on_a_tag(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "m")
        await driver.type("who says")
        await driver.press("escape", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "m")
        await driver.type("why")
        await driver.press("escape")
    with Store(library) as store:
        found = [(a.tag.path if a.tag else "", a.memo) for a in store.annotations.of(1)]
    assert found == [("", "who says"), ("calm", "why")]


async def test_removing_asks_which_when_there_are_several(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j")
        for name in ("calm", "sea"):
            await driver.press("t")
            await driver.type(name)
            await driver.press("enter")
        await driver.press("d", "down", "enter")
        assert [tag for tag, _ in tagged(library)] == ["calm"]
        await driver.press("d")
        assert tagged(library) == []
