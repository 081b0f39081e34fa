"""A terminal that is closed, or frozen: the program ends, and all is saved."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store import Store
from tests.benchmarks.pane.terminal import Terminal

PATIENCE_S = 30.0


@pytest.fixture
def reading(library: Path) -> Iterator[Terminal]:
    """The program with an article open."""
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal([*command, "--coder", "ana"]) as terminal:
        terminal.wait_for("Harbour")
        terminal.settle()
        terminal.send(b"\r")
        terminal.wait_for("Done, next")
        terminal.settle()
        yield terminal


def is_tagged(library: Path, tag: str) -> bool:
    with Store(library, "ana") as store:
        return any(a.tag and a.tag.path == tag for a in store.annotations.of(1))


def tag_something(terminal: Terminal, library: Path) -> None:
    """Tag a passage; what is painted is read, or the terminal would fill up."""
    terminal.send(b"jtcalm\r")
    end = time.monotonic() + PATIENCE_S
    while not is_tagged(library, "calm"):
        terminal.read(0.1)
        assert time.monotonic() < end


def test_a_closed_terminal_ends_the_program(reading: Terminal, library: Path) -> None:
    tag_something(reading, library)
    reading.hang_up()
    assert reading.ends(PATIENCE_S)
    assert is_tagged(library, "calm")
    with Store(library, "ana") as store:
        assert store.examine() == []


def test_what_the_screen_shows_as_saved_survives_kill_9(
    reading: Terminal, library: Path
) -> None:
    reading.send(b"jt")
    reading.settle()
    reading.send(b"calm\r")
    reading.wait_for("Tagged calm")
    os.kill(reading.pid, signal.SIGKILL)
    assert reading.ends(PATIENCE_S)
    assert is_tagged(library, "calm")
    with Store(library, "ana") as store:
        assert store.examine() == []


def test_it_ends_where_no_signal_tells_it_of_the_close(library: Path) -> None:
    """As under `nohup`, or where another program leads the session."""
    deaf = (
        "import signal, sys; from reader.cli import main;"
        "import reader.tui.driver as d;"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN);"
        "d.signal.signal = lambda *_: None;"
        "d.signal.SIGHUP = signal.SIGUSR1; main()"
    )
    command = [sys.executable, "-c", deaf, "--library", str(library)]
    with Terminal(command) as terminal:
        terminal.wait_for("Harbour")
        terminal.hang_up()
        assert terminal.ends(PATIENCE_S)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_frozen_terminal_holds_no_program_that_is_told_to_end(
    reading: Terminal, library: Path, number: int
) -> None:
    tag_something(reading, library)
    freeze(reading)
    os.kill(reading.pid, number)
    assert reading.ends(PATIENCE_S)
    with Store(library, "ana") as store:
        assert store.examine() == []


def freeze(terminal: Terminal) -> None:
    """Have so much painted that nobody reads that the terminal takes no more."""
    before = -1
    while before != (before := terminal.waiting()):
        for _ in range(100):
            terminal.send(b"kj")
        time.sleep(1)
