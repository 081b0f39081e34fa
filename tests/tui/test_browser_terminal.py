"""A browser that needs the terminal has it, until it is left."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.pane.terminal import Terminal
from tests.tui.test_browsing import ADDRESS, Browser, bring

_ENDED_BY_KEYS = """import signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
print('a text browser', flush=True)
input()"""
"""Python itself would wait on where the key comes just before `input` begins to."""


def test_a_browser_of_the_terminal_has_the_terminal_until_it_is_left(
    library: Path, tmp_path: Path
) -> None:
    bring(library, ADDRESS)
    browser = Browser(tmp_path)
    command = browser.write("print('a text browser', flush=True)\ninput()")
    with without_windows(library, command) as terminal:
        open_last(terminal)
        terminal.send(b"some words\n")
        terminal.wait_for("was opened in the browser")
        assert browser.given == [repr([ADDRESS])]
        terminal.send(b"q")
        assert terminal.exit_status() == 0
        assert terminal.is_as_found()


@pytest.mark.parametrize("key", [b"\x03", b"\x1c"], ids=["ctrl+c", "ctrl+backslash"])
def test_what_is_typed_to_end_the_browser_does_not_end_the_program(
    library: Path, tmp_path: Path, key: bytes
) -> None:
    bring(library, ADDRESS)
    command = Browser(tmp_path).write(_ENDED_BY_KEYS)
    with without_windows(library, command) as terminal:
        open_last(terminal)
        terminal.send(key)
        terminal.wait_for("No browser could be started")
        terminal.send(b"q")
        terminal.settle()
        assert terminal.is_running()
        terminal.send(b"q")
        assert terminal.exit_status() == 0


def without_windows(library: Path, browser: str) -> Terminal:
    environment = {"BROWSER": browser, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    environment["PATH"] = str(Path(browser).parent)
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    return Terminal(command, environment=environment)


def open_last(terminal: Terminal) -> None:
    """Open the address of the last article, as far as to the browser."""
    terminal.wait_for("3 articles")
    terminal.settle()
    terminal.send(b"\x1b[F")
    terminal.settle()
    terminal.send(b"\x0f")
    terminal.wait_for("It leads to")
    terminal.settle()
    terminal.send(b"\r")
    terminal.wait_for("a text browser")
