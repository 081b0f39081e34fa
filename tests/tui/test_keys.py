import re
from importlib import import_module
from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.keys import (
    ADJUDICATING,
    AGREEMENT,
    COMMANDS,
    EVERYWHERE,
    JUDGING,
    LIBRARY,
    PLACING,
    PROGRAM,
    QUEUE,
    READING,
    REVIEWS,
    Command,
    clashes,
    layers,
)
from reader.tui.screens.adjudicating import AdjudicatingScreen
from reader.tui.screens.agreement import AgreementScreen
from reader.tui.screens.judging import JudgingScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.place import Place
from reader.tui.screens.placing import PlacingScreen
from reader.tui.screens.queue import QueueScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.reviews import ReviewsScreen
from reader.tui.widgets.key_bar import KeyBar
from tests import readme
from tests.tui.driving import Driver, Running, lines_of

README = Path(__file__).parents[2] / "README.md"
OWNERS = (
    (ReadingScreen, READING),
    (LibraryScreen, LIBRARY),
    (ReviewsScreen, REVIEWS),
    (AgreementScreen, AGREEMENT),
    (JudgingScreen, JUDGING),
    (AdjudicatingScreen, ADJUDICATING),
    (QueueScreen, QUEUE),
    (PlacingScreen, PLACING),
    (Place, EVERYWHERE),
    (ReaderApp, PROGRAM),
)


@pytest.mark.parametrize(
    ("owner", "command"),
    [(owner, command) for owner, rows in OWNERS for command in rows],
    ids=lambda each: getattr(each, "id", getattr(each, "__name__", "")),
)
def test_every_command_has_its_action(owner: type, command: Command) -> None:
    if command.opens:
        module, _, name = command.opens.partition(":")
        screen = getattr(import_module(f"reader.tui.screens.{module}"), name)
        assert issubclass(screen, Place)
    else:
        assert hasattr(owner, f"action_{command.action}")


def test_every_command_has_its_own_name() -> None:
    names = [command.id for rows in COMMANDS.values() for command in rows]
    assert len(names) == len(set(names))


def test_no_two_commands_of_a_place_share_a_key() -> None:
    assert clashes({}) == []


def test_a_users_clash_names_both_commands() -> None:
    (clash,) = clashes({"find": "j"})
    assert "next-passage" in clash
    assert "find" in clash


def test_a_place_over_another_takes_its_own_keys_and_leaves_the_rest() -> None:
    own, below, everywhere, _ = layers("Judging").values()
    keys = {command.id: command.keys for command in (*own, *below, *everywhere)}
    assert keys["skip"] == "space"
    assert keys["page-down"] == "pagedown"
    assert "export" not in keys
    assert keys["tag"] == "t"


def test_a_users_clash_between_the_layers_of_a_place_is_told() -> None:
    (clash,) = clashes({"accept": "z"})
    assert clash == "Judging: “z” is both accept and show-hidden"


def test_a_command_that_is_not_there_is_named() -> None:
    assert clashes({"fly": "x"}) == ["there is no command “fly”"]


def test_every_command_says_what_it_does() -> None:
    for rows in COMMANDS.values():
        for command in rows:
            assert command.label
            assert command.help.endswith(".")


def test_the_readme_lists_every_key() -> None:
    assert readme.key_table() in README.read_text(encoding="utf-8"), (
        "write it anew: python -m tests.readme"
    )


def said(driver: Driver) -> list[str]:
    return [note.message for note in driver.app._notifications]


async def test_a_key_that_does_nothing_says_so(running: Running) -> None:
    async with running() as driver:
        await driver.press("Q", "h", "$")
        line = lines_of(driver.screen.query_one(KeyBar)).strip()
        assert line == "$ does nothing here; ? lists the keys."
        assert said(driver) == []
        await driver.press("enter", "Q")
        assert driver.screen.status.said.startswith("Q does nothing here")
        await driver.press("f", "f7")  # Typing words, one wants none of it.
        assert "f7" not in driver.screen.status.said


async def test_only_what_was_said_last_stands_and_a_dialog_is_not_covered(
    running: Running,
) -> None:
    async with running() as driver:
        driver.screen.say("The disk is full", severity="error")
        await driver.press("x", "d", "u", "ctrl+r", "u")
        assert said(driver)[0] == "The disk is full"
        assert [words.partition(":")[0] for words in said(driver)[1:]] == ["Undone"]
        await driver.press("e")
        assert said(driver) == ["The disk is full"]


async def test_the_last_line_and_the_help_show_the_keys_that_a_user_has_chosen(
    running: Running,
) -> None:
    async with running(keymap={"open-article": "v, enter", "help": "f1"}) as driver:
        line = lines_of(driver.screen.query_one(KeyBar))
        assert "v Read" in line
        assert "f1 Keys" in line
        await driver.press("f1")
        page = "\n".join(lines_of(each) for each in driver.screen.query(".keys"))
        assert re.search(r"^v +enter +Read", page, re.MULTILINE)
        await driver.press("escape", "v")
        assert isinstance(driver.screen, ReadingScreen)
