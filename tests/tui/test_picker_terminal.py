"""The tag picker on a real terminal: what is typed in one go, over a slow line."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.model import Span
from reader.store import Store
from tests.benchmarks.pane.terminal import Terminal

PATIENCE_S = 120.0
MONDAY = "The harbour was quiet on Monday."
STORM = "Nobody spoke of the storm."


def tagged(library: Path) -> set[tuple[str, str]]:
    """Tag and quote of each annotation, as another program sees them now."""
    with Store(library) as store:
        return {(a.tag.path, a.quote) for a in store.annotations.of(1) if a.tag}


def until(terminal: Terminal, is_so: Callable[[], bool]) -> None:
    """Read what is painted until something is so in the library."""
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < end
        terminal.read(0.1)


def test_tags_are_found_ticked_made_and_repeated_on_a_terminal(library: Path) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for name in ("topic/sanctions", "topic/summit", "actor/state/china"):
            store.annotations.tag(version, Span(0, 7), name)
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    command += ["--coder", "ana"]
    with Terminal(command, columns=80, rows=24) as terminal:
        terminal.wait_for("2 articles")
        terminal.send(b"\r")
        terminal.wait_for("1 sanctions   2 summit   3 china")
        terminal.send(b"jtstch\r")  # `stch` stands for state/china
        until(terminal, lambda: ("actor/state/china", MONDAY) in tagged(library))
        terminal.send(b"jtsum\x14sanc\r")  # ctrl+t ticks
        both = {("topic/summit", STORM), ("topic/sanctions", STORM)}
        until(terminal, lambda: both <= tagged(library))
        terminal.send(b"jtsanktions\r")
        terminal.wait_for("Enter again makes the new one.")
        terminal.send(b"\x1b")
        terminal.settle()
        terminal.send(b"jtweather\r")
        until(terminal, lambda: any(tag == "weather" for tag, _ in tagged(library)))
        assert terminal.is_running()
    assert not any(tag == "sanktions" for tag, _ in tagged(library))
