"""The program is left from wherever one is, and what a dialog keeps is kept first."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from reader.store import Store
from reader.tui.app import ReaderApp
from tests.conftest import another_program_writes
from tests.tui.driving import Running

DIALOGS = {
    "keys": ("?",),
    "commands": ("ctrl+p",),
    "filter": ("f",),
    "import": ("i",),
    "export": ("e",),
    "which annotations, over export": ("e", "tab"),
    "tags": ("enter", "t"),
    "memo": ("enter", "m"),
    "about": ("enter", "at"),
    "one letter": ("enter", "apostrophe"),
    "letters, the first typed": ("enter", "semicolon", "a"),
    "find": ("enter", "f"),
    "teach": ("enter", "I"),
}


def is_left(app: ReaderApp) -> bool:
    return app._exit


@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_the_key_that_quits_does_so_everywhere(
    running: Running, keys: tuple[str, ...]
) -> None:
    async with running() as driver:
        await driver.press(*keys, "ctrl+q")
        assert is_left(driver.app)


async def test_what_follows_the_key_that_quits_is_not_typed_into_the_dialog(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.burst("enter", "t", *"storm", "ctrl+q", "enter")
        assert is_left(driver.app)
    with Store(library, "ana") as store:
        assert store.tags.all() == []


async def test_a_memo_is_kept_before_the_program_is_left(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "m")
        await driver.burst(*"why?", "ctrl+q")
        assert is_left(driver.app)
    with Store(library, "ana") as store:
        assert [each.memo for each in store.annotations.of(1)] == ["why?"]


async def test_a_dialog_that_says_what_is_wrong_stays_until_asked_again(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "at", "enter")
        await driver.paste("no value here")
        await driver.press("ctrl+q")
        assert not is_left(driver.app)
        assert "no value here" in driver.screen.query_one(TextArea).text
        await driver.press("ctrl+q")
        assert is_left(driver.app)
    with Store(library, "ana") as store:
        assert store.attributes.about(1).attributes == {}


async def test_what_could_not_be_kept_on_the_way_out_is_there_to_be_seen(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "m")
        with another_program_writes(library):
            await driver.burst(*"why?", "ctrl+q")
            assert not is_left(driver.app)
        await driver.press("m")
        assert driver.screen.query_one(TextArea).text == "why?"
        await driver.press("ctrl+q")
        assert is_left(driver.app)
    with Store(library, "ana") as store:
        assert [each.memo for each in store.annotations.of(1)] == ["why?"]


async def test_the_end_of_an_import_that_is_stopped_is_waited_for(
    running: Running, library: Path, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number}.txt").write_text(f"Story {number}\n\nA ferry came.\n")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(many))
        await driver.burst("enter", "ctrl+q")
        assert is_left(driver.app)
    with Store(library, "ana") as store:
        # It stops between two batches of a hundred, or before the first.
        assert (store.listing.count() - 2) % 100 == 0


async def test_a_key_of_ones_own_that_quits_can_be_typed(running: Running) -> None:
    async with running(keymap={"quit": "Q"}) as driver:
        await driver.press("f", "Q")
        assert not is_left(driver.app)
        assert driver.screen.query(Input).first().value == "Q"
        await driver.press("escape", "Q")
        assert is_left(driver.app)
