"""A review in a real terminal, killed in the middle, and gone on with."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import Span
from reader.review import Answer
from reader.store import Store
from tests.conftest import keep
from tests.test_session import TMUX, Terminal

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")

ITEMS, KILLED_AT = 20, 7


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Store(tmp_path / "samples.db", "ana") as store:
        keep(store, "".join(f"Boat {n:02} came in.\n" for n in range(ITEMS)))
        version = store.articles.version(1)
        for line in range(ITEMS):
            start = version.text.index(f"Boat {line:02}")
            store.annotations.tag(version, Span(start, start + 7), f"boat {line:02}")
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.stop()


def test_a_session_killed_at_item_7_goes_on_there(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.start("--coder", "ana")
    terminal.sees("1 article")
    terminal.press("r")
    terminal.sees("Passages to judge")
    terminal.press("Enter")
    terminal.sees("How many?")
    terminal.press("Enter")
    terminal.sees("■ boat 00")
    for done in range(1, KILLED_AT + 1):
        terminal.press("x" if done % 3 == 0 else "a")
        terminal.sees(f"{done} of 20")
    pane = terminal.tmux("display-message", "-p", "#{pane_pid}").strip()
    (child,) = Path(f"/proc/{pane}/task/{pane}/children").read_text().split()
    os.kill(int(child), signal.SIGKILL)
    terminal.sees("left with 137")
    terminal.stop()

    terminal.start("--coder", "ana", "review", "resume")
    shown = terminal.sees(f"■ boat {KILLED_AT:02}")
    assert f"{KILLED_AT} of 20" in shown.splitlines()[0]
    terminal.press(*"a" * (ITEMS - KILLED_AT))
    terminal.sees("20 of 20 decided")
    with Store(tmp_path / "samples.db", "ana") as store:
        assert store.sessions.summary(1).answers == {
            Answer.ACCEPT: 18,
            Answer.REJECT: 2,
        }
        left = [a.tag.name for a in store.annotations.of(1) if a.tag]
    assert left == [f"boat {n:02}" for n in range(ITEMS) if n not in (2, 5)]
