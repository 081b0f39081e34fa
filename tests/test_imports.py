import subprocess
import sys

import pytest


def loaded(statement: str) -> set[str]:
    """The top-level modules that are loaded after a statement in a fresh Python."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def run(*arguments: str) -> str:
    """A statement that runs the command, and says nothing."""
    return (
        "import contextlib, io\n"
        "from reader.cli import main\n"
        "out = io.TextIOWrapper(io.BytesIO())\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(out),"
        " contextlib.redirect_stderr(out):\n"
        f"    main({list(arguments)!r})"
    )


@pytest.mark.parametrize("room", ["reader.cleaning", "reader.text.passages"])
def test_the_pure_rooms_load_neither_a_database_nor_a_screen(room: str) -> None:
    assert not loaded(f"import {room}") & {"sqlite3", "sqlite_utils", "textual", "rich"}


@pytest.mark.parametrize(
    "command",
    [
        ["import", "SEEDS"],
        ["list", "--json"],
        ["show", "1"],
        ["search", "harbour"],
        ["find", "harbour"],
        ["stats", "tags"],
        ["clean", "SEEDS/none.txt"],
        ["tag", "1", "x", "--span", "0", "4"],
        ["untag", "0"],
        ["tags"],
        ["review"],
        ["agreement"],
        ["assign", "ana", "ben"],
        ["merge", "none.db"],
        ["undo"],
        ["redo"],
        ["log"],
        ["export"],
        ["keys"],
        ["where"],
        ["completion", "fish"],
        ["--help"],
        ["no-such-file"],
    ],
    ids=lambda command: command[0],
)
def test_no_command_without_a_screen_loads_textual(
    command: list[str], library: str
) -> None:
    arguments = [part.replace("SEEDS", "seeds") for part in command]
    modules = loaded(run("--library", str(library), *arguments))
    assert "reader.cli" in modules
    assert not modules & {"textual", "rich", "reader.tui.app"}


@pytest.mark.parametrize("command", ["keys", "where", "clean", "completion"])
def test_what_needs_no_library_loads_no_database(command: str) -> None:
    arguments = {"completion": ["fish"], "clean": ["none.txt"]}.get(command, [])
    assert "sqlite3" not in loaded(run(command, *arguments))
