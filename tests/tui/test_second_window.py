"""Two programs on one library: each shows what the other saves, unasked."""

import sys
from pathlib import Path

from reader.tui import app
from tests.benchmarks.pane.terminal import Terminal


def _window(library: Path, coder: str) -> Terminal:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    return Terminal([*command, "--coder", coder])


def test_each_looks_more_than_once_a_second() -> None:
    assert app._LOOK_S < 1


def test_a_tag_of_one_window_comes_up_in_the_other(library: Path) -> None:
    with _window(library, "ana") as ana, _window(library, "ben") as ben:
        for window in (ana, ben):
            window.wait_for("2 articles")
            window.send(b"\r")
            window.wait_for("The harbour was quiet")
            window.settle()
        # The first may come up by what a window does after it has opened an article.
        for tag in ("seen-at-once", "seen-again"):
            ana.send(b"t")
            ana.settle()
            ana.send(tag.encode())
            ana.wait_for(tag)
            ana.settle()
            ana.send(b"\r")
            ben.wait_for(tag)
            ben.settle()
            ana.settle()
