"""Nothing leaves the machine: a tour of the program with the network forbidden."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli import main
from reader.resources import SEEDS
from reader.tui.app import ReaderApp
from tests.tui.driving import Driver

COMMANDS = (
    ("import", str(SEEDS)),
    ("list", "--json"),
    ("show", "1"),
    ("tag", "1", "place", "--span", "0", "7"),
    ("search", "Korea"),
    ("export", "-o", "-"),
    ("log",),
    ("list",),
    ("find", "place"),
    ("stats", "tags"),
    ("set", "1", "country=Korea"),
    ("rules",),
    ("tags",),
    ("review",),
    ("agreement",),
    ("keywords",),
    ("keywords", "add", "place", "Korea"),
    ("keywords", "suggest", "1"),
    ("keyness", "place"),
    ("export", "--format", "html", "-o", "-"),
    ("export", "--format", "markdown", "-o", "-"),
    ("backup", "--list"),
    ("keys",),
    ("where",),
    ("completion", "bash"),
    ("settle",),
    ("backup",),
    ("doctor",),
    ("undo",),
)
KEYS = ("enter", "j", "t", "n", "e", "w", "enter", "z", "question_mark", "escape", "q")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Any address but one on this machine's own file system is written down."""
    asked: list[object] = []

    def refuse(_: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError("the network is forbidden here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **_: asked.append(a))
    yield asked
    assert asked == []


@pytest.mark.usefixtures("no_network")
def test_the_commands_ask_nobody(tmp_path: Path) -> None:
    library = str(tmp_path / "library.db")
    for command in COMMANDS:
        result = CliRunner().invoke(main, ["--library", library, *command])
        assert result.exit_code == 0, (command, result.output)


@pytest.mark.usefixtures("no_network")
async def test_the_screens_ask_nobody(library: Path) -> None:
    async with Driver.of(ReaderApp(library, "ana"), size=(120, 40)) as driver:
        await driver.press(*KEYS)
