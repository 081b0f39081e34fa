"""Nothing leaves the machine: a tour of the program with the network forbidden."""

import ast
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import reader
from reader.cli import main
from reader.tui.app import ReaderApp
from tests.cli.every_command import ROWS, prepare
from tests.hostile.library import TEXT, fill
from tests.tui.driving import Driver

_ROOT = Path(reader.__file__).parent
_OPENERS = {"webbrowser", "open_url", "startfile", "system", "popen", "urlopen"}
"""What would hand an address to a browser, or a line to a shell."""
_MAY = _ROOT / "tui" / "browser.py"
"""The one module that hands an address to a browser, after a yes."""
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
    library = tmp_path / "prepared" / "library.db"
    library.parent.mkdir()
    fill(library, TEXT.replace("\0", ""))
    prepared = prepare(library)
    for number, row in enumerate(ROWS):
        values = prepared.moved(tmp_path / str(number))
        options = ("--library", str(values.library), "--coder", values.coder)
        result = CliRunner().invoke(main, [*options, *row.given(values)])
        # A review that goes on wants a screen.
        assert result.exit_code == 2 * (row.command == "review resume"), result.output


@pytest.mark.usefixtures("no_network")
async def test_the_screens_ask_nobody(library: Path) -> None:
    async with Driver.of(ReaderApp(library, "ana"), size=(120, 40)) as driver:
        await driver.press(*KEYS)


@pytest.mark.parametrize("path", sorted({*_ROOT.rglob("*.py")} - {_MAY}), ids=str)
def test_no_module_opens_an_address_or_asks_a_shell(path: Path) -> None:
    assert list(_opened(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_only_the_dialog_that_asks_uses_the_one_that_may() -> None:
    named = f"reader.tui.{_MAY.stem}"
    uses = [
        path.relative_to(_ROOT).as_posix()
        for path in _ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module in (named, "reader.tui")
        and (node.module == named or _MAY.stem in {each.name for each in node.names})
    ]
    assert uses == ["tui/dialogs/browse.py"]
    assert list(_opened(ast.parse(_MAY.read_text(encoding="utf-8")))) != []


def test_one_that_did_would_be_found() -> None:
    does = (
        "import webbrowser\nself.app.open_url(a)\nrun(a, shell=True)\nos.system(a)\n"
        "run([python, '-c', 'import webbrowser'])\n"
    )
    assert sorted(_opened(ast.parse(does))) == [1, 2, 3, 4, 5]


def _opened(module: ast.Module) -> Iterator[int]:
    """The lines where that is done."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names) | ast.ImportFrom(names=names):
                origin = getattr(node, "module", None) or ""
                every = {origin, *(each.name for each in names)}
                is_so = bool(_OPENERS & {name.partition(".")[0] for name in every})
            case ast.Attribute(attr=name):
                is_so = name in _OPENERS
            case ast.Constant(value=str(words)):
                is_so = "webbrowser" in words
            case ast.keyword(arg=name):
                is_so = name == "shell"
            case _:
                is_so = False
        if is_so:
            yield getattr(node, "lineno", 0)
