"""The whole job in a real terminal: read, tag, quit, come back, undo, export."""

import csv
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.resources import SEEDS
from reader.store import Store

TMUX = shutil.which("tmux")
PATIENCE_S = 120.0

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


class Terminal:
    """A tmux server of our own with one window, in which `reader` runs."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._starts = folder, 0
        self._command = f"{sys.executable} -m reader --library {folder}/samples.db"
        self._painted = -1
        """A pipe with all that the window was told to paint."""

    def tmux(self, *arguments: str) -> str:
        socket = self._folder / f"tmux-{self._starts}"
        return subprocess.run(
            [str(TMUX), "-S", str(socket), "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            check=True,
            env=_environment(),
        ).stdout

    def start(self, *arguments: str, size: tuple[int, int] = (120, 40)) -> None:
        columns, rows = size
        # A server that was just told to stop may still hold its socket.
        self._starts += 1
        command = " ".join([self._command, *arguments])
        self.tmux(
            *("new-session", "-d", "-x", str(columns), "-y", str(rows)),
            f"TERM=xterm-256color {command}; echo left with $?; cat",
        )
        pipe = self._folder / f"painted-{self._starts}"
        os.mkfifo(pipe)
        self._painted = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.tmux("pipe-pane", f"exec cat > {pipe}")

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def shows(self) -> str:
        """All that is on the screen."""
        return self.tmux("capture-pane", "-p")

    def until(self, is_so: Callable[[str], bool], what: str) -> str:
        """Wait until something is so of the screen, and give all of it."""
        end = time.monotonic() + PATIENCE_S
        while not is_so(shown := self.shows()):
            select.select([self._painted], [], [], max(0, end - time.monotonic()))
            assert time.monotonic() < end, f"{what} in:\n{shown}"
            with suppress(BlockingIOError):
                os.read(self._painted, 1 << 20)
        return shown

    def sees(self, words: str) -> str:
        """Wait until the words are on the screen, and give all of it."""
        return self.until(lambda shown: words in shown, f"no “{words}”")

    def stop(self) -> None:
        self.tmux("kill-server")
        os.close(self._painted)


def _environment() -> dict[str, str]:
    """Ours without the size of some other window.

    The readline of the test runner hands its own on, past `os.environ`, to tmux and
    to the workers of the runner alike, and the program would believe it.
    """
    return {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    terminal.start(str(SEEDS))
    yield terminal
    terminal.stop()


def test_the_whole_job_in_a_terminal(terminal: Terminal, tmp_path: Path) -> None:
    terminal.sees("5 articles")
    terminal.press("j", "Enter")
    terminal.sees("South Korea's presidential spokesperson")
    terminal.press("j", "t")
    terminal.sees("new name")
    terminal.press("summit", "Enter")
    terminal.sees("Tagged summit")
    terminal.press("j", "j", "t")
    terminal.sees("new name")
    terminal.press("trade talks", "Enter")
    terminal.sees("Tagged trade talks")
    terminal.press("q")
    terminal.sees("5 articles")
    terminal.press("q")
    terminal.sees("left with 0")
    terminal.stop()

    terminal.start()
    terminal.sees("5 articles")
    terminal.press("j", "Enter")
    shown = terminal.sees("■ trade talks")
    assert "■ summit" in shown
    terminal.press("u")
    terminal.sees("Undone: tag trade talks")
    terminal.press("e")
    terminal.sees("all annotations")
    terminal.press("C-u")
    terminal.until(lambda shown: "annotations.csv" not in shown, "the old name")
    terminal.press(f"{tmp_path}/out.csv")
    terminal.sees("out.csv")
    terminal.press("Enter")
    terminal.sees("1 annotation written")
    terminal.press("C-q")
    terminal.sees("left with 0")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["tag"] == "summit"
    assert row["quote"] == (
        "South Korea's presidential spokesperson Kim Eui-keum said, "
        '"We especially hope that the fourth visit to China of Chairman Kim will be a '
        'steppingstone for the second North Korea and USA summit".'
    )
    with Store(tmp_path / "samples.db") as store:
        version = store.articles.version(int(row["article_id"]))
    assert version.text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_hidden_lines_are_shown_kept_and_taught(terminal: Terminal) -> None:
    terminal.sees("5 articles")
    terminal.press("End", "Enter")
    terminal.sees("4 hidden")
    assert "Adjust Comment Print" not in terminal.shows()
    terminal.press("z")
    terminal.sees("page tools")
    terminal.press("j")
    terminal.sees("i keeps it")
    terminal.press("i")
    terminal.sees("3 hidden")
    terminal.press("I")
    terminal.sees("Hide from now on")
    terminal.press("Enter")
    terminal.sees("Taught.")
    terminal.press("u")
    terminal.sees("Undone: hide lines like")
    terminal.press("u")
    terminal.sees("4 hidden")


def test_a_search_answers_while_an_import_runs(
    terminal: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(400):
        words = f"Ferry {number}\n\nA ferry came on day {number} of the storm.\n"
        (folder / f"{number}.txt").write_text(words)
    terminal.sees("5 articles")
    importing = subprocess.Popen(
        [
            *(sys.executable, "-m", "reader", "--library", f"{tmp_path}/samples.db"),
            *("import", str(folder)),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    terminal.press("/")
    terminal.sees("Type what to look for")
    terminal.press("sanctions")
    shown = terminal.sees("3 articles")
    assert "sanctions imposed on that country" in shown
    assert importing.wait(PATIENCE_S) == 0
    terminal.press("C-u", "ferry")
    terminal.sees("400 articles")
    shown = terminal.sees("A ferry came on day")
    assert "Not done" not in shown
    terminal.press("C-q")
    terminal.sees("left with 0")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_clean(terminal: Terminal, number: int) -> None:
    terminal.sees("5 articles")
    pane = terminal.tmux("display-message", "-p", "#{pane_pid}").strip()
    (child,) = Path(f"/proc/{pane}/task/{pane}/children").read_text().split()
    os.kill(int(child), number)
    shown = terminal.sees("left with")
    assert "5 articles" not in shown
    modes = terminal.tmux(
        "display-message", "-p", "#{mouse_any_flag} #{alternate_on} #{cursor_flag}"
    )
    assert modes.split() == ["0", "0", "1"]
