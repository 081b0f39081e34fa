"""The terminal is left as it was found, however the program ends."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.benchmarks.pane.terminal import Terminal

_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KITTY = re.compile(rb"\x1b\[([><])[0-9;]*u")
_ON_BEFORE = {b"7", b"25"}
"""The modes of a usual terminal that are on: lines wrap, the cursor shows."""
_FAULTY = """
from reader.cli import main
from reader.tui.screens.library import LibraryScreen

def fail(self):
    secret = "what an article says"
    raise RuntimeError("it failed \\x1b[2J")

{how}
main()
"""
_AT_ONCE = "LibraryScreen.action_turn_order = fail"
_IN_A_WORKER = """
from textual import work

@work
async def later(self):
    fail(self)

LibraryScreen.action_turn_order = later
"""


def _faulty(how: str, library: Path) -> list[str]:
    program = _FAULTY.format(how=how)
    return [sys.executable, "-c", program, "--library", str(library)]


def _left_on(written: bytes) -> set[bytes]:
    """What is set otherwise than a usual terminal has it."""
    is_on: dict[bytes, bool] = {}
    for numbers, end in _MODES.findall(written):
        is_on |= dict.fromkeys(numbers.split(b";"), end == b"h")
    left = {mode for mode, on in is_on.items() if on != (mode in _ON_BEFORE)}
    pushed = _KITTY.findall(written)
    if pushed.count(b">") > pushed.count(b"<"):
        left.add(b"the protocol of keys")
    return left


def _until(terminal: Terminal, words: bytes) -> bytes:
    written = b""
    while words not in written:
        more = terminal.read(60)
        assert more, written[-500:]
        written += more
    return written + terminal.settle()


_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
ENDS = [
    *((where, end) for where in ("", "\rt", "?") for end in _SIGNALS),
    *((where, b"\x11") for where in ("", "\r")),
]
"""The keys to a place, and what ends the program there."""


@pytest.mark.parametrize(("where", "end"), ENDS)
def test_no_mode_is_left_on(library: Path, where: str, end: int | bytes) -> None:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(command) as terminal:
        written = _until(terminal, b"Harbour")
        for key in where:
            terminal.send(key.encode())
            written += terminal.answer()
        assert _left_on(written) >= {b"1049", b"2004", b"1003", b"25"}
        if isinstance(end, bytes):
            terminal.send(end)
        else:
            os.kill(terminal.pid, end)
        written += terminal.rest()
        assert terminal.exit_status() == 0
        assert _left_on(written) == set()
        assert terminal.is_as_found()


@pytest.mark.parametrize("how", [_AT_ONCE, _IN_A_WORKER], ids=["at once", "a worker"])
def test_a_fault_of_the_program_is_one_line_on_a_clean_terminal(
    library: Path, how: str
) -> None:
    with Terminal(_faulty(how, library)) as terminal:
        written = _until(terminal, b"Harbour")
        terminal.send(b"O")
        written += terminal.rest()
        assert _left_on(written) == set()
        assert terminal.exit_status() == 1
        assert terminal.is_as_found()
    _, _, said = written.rpartition(b"\x1b[?1006l")
    assert said.startswith(b"reader: a fault of the program: RuntimeError: it failed")
    assert said.count(b"\n") == 1
    assert b"\x1b" not in said
    assert b"what an article says" not in written
