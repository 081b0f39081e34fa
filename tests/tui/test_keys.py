import re
from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.keys import (
    COMMANDS,
    EVERYWHERE,
    LIBRARY,
    PROGRAM,
    READING,
    clashes,
    shown,
)
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.place import Place
from reader.tui.screens.reading import ReadingScreen

README = Path(__file__).parents[2] / "README.md"
OWNERS = (
    (ReadingScreen, READING),
    (LibraryScreen, LIBRARY),
    (Place, EVERYWHERE),
    (ReaderApp, PROGRAM),
)


@pytest.mark.parametrize(
    ("owner", "command"),
    [(owner, command) for owner, rows in OWNERS for command in rows],
    ids=lambda each: getattr(each, "id", getattr(each, "__name__", "")),
)
def test_every_command_has_its_action(owner: type, command: object) -> None:
    assert hasattr(owner, f"action_{command.action}")  # type: ignore[attr-defined]


def test_every_command_has_its_own_name() -> None:
    names = [command.id for rows in COMMANDS.values() for command in rows]
    assert len(names) == len(set(names))


def test_no_two_commands_of_a_place_share_a_key() -> None:
    assert clashes({}) == []


def test_a_users_clash_names_both_commands() -> None:
    (clash,) = clashes({"find": "j"})
    assert "next-passage" in clash
    assert "find" in clash


def test_a_command_that_is_not_there_is_named() -> None:
    assert clashes({"fly": "x"}) == ["there is no command “fly”"]


def test_every_command_says_what_it_does() -> None:
    for rows in COMMANDS.values():
        for command in rows:
            assert command.label
            assert command.help.endswith(".")


def test_the_readme_lists_every_key() -> None:
    table = README.read_text(encoding="utf-8")
    table = table.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)
    listed = {name: keys for keys, name, _ in rows}
    for commands in COMMANDS.values():
        for command in commands:
            keys = (
                ["1 … 9"]
                if command.each_key
                else [shown(key) for key in command.keys.split(",")]
            )
            assert listed[f"`{command.id}`"] == " ".join(f"`{key}`" for key in keys)
