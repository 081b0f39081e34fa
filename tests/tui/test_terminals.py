"""The program on terminals of every size and kind: read, tag, take back, leave."""

import re
import sys
from pathlib import Path

import pytest

from reader.store import Store
from tests.benchmarks.pane.terminal import Terminal

_TRUE_COLOUR = re.compile(rb"\x1b\[[0-9;]*[34]8;2;")
_PICTURE = b"\x1b[?2026h"
"""What a picture begins with on a terminal that shows each at one go."""
_MANY_COLOURS = re.compile(rb"\x1b\[[0-9;]*[34]8;[25];")


def session(library: Path, size: tuple[int, int], **environment: str) -> bytes:
    """Tag a sentence and leave; gives all that was written to the terminal."""
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(command, *size, environment) as terminal:
        terminal.wait_for("Harbour")
        written = terminal.settle()
        for keys in (b"\r", b"jtcalm\r", b"j1u", b"?", b"\x1b"):
            terminal.send(keys)
            written += terminal.answer()
        assert terminal.is_running()
        terminal.send(b"qq")
        written += terminal.rest()
        assert terminal.exit_status() == 0
    assert written.rstrip().endswith(b"\x1b[?1006l")
    with Store(library) as store:
        (annotation,) = store.annotations.of(1)
    assert annotation.quote == "The harbour was quiet on Monday."
    return written


@pytest.mark.parametrize("size", [(20, 5), (30, 8), (80, 24), (500, 200)])
def test_an_article_is_tagged_at_any_size(library: Path, size: tuple[int, int]) -> None:
    assert b"calm" in session(library, size)


def test_sixteen_colours_are_the_terminals_own(library: Path) -> None:
    written = session(library, (80, 24), TERM="linux", COLORTERM="")
    assert not _MANY_COLOURS.search(written)
    assert re.search(rb"\x1b\[(\d+;)*42[;m]", written)


def test_without_colours_tags_are_told_by_line_and_letter(library: Path) -> None:
    written = session(library, (80, 24), NO_COLOR="1")
    for red, green, blue in re.findall(rb"8;2;(\d+);(\d+);(\d+)", written):
        assert red == green == blue
    assert re.search(rb"\x1b\[(\d+;)*4[;m]", written)


def test_a_locale_without_utf_8_is_no_hindrance(library: Path) -> None:
    session(library, (80, 24), LC_ALL="C", LANG="C")


def test_a_dumb_terminal_is_refused_in_one_sentence(library: Path) -> None:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(command, environment={"TERM": "dumb"}) as terminal:
        written = terminal.rest()
    assert b"\x1b" not in written
    said = b" ".join(written.split())
    assert said.startswith(b"reader: the screen needs a terminal")
    assert said.endswith(b"(`reader --help`)")


def test_what_is_typed_while_the_program_starts_is_not_lost(library: Path) -> None:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(command) as terminal:
        terminal.send(b"\rjtcalm\r")
        terminal.wait_for("Tagged")
        terminal.send(b"qq")
        terminal.rest()
        assert terminal.exit_status() == 0
    with Store(library) as store:
        (annotation,) = store.annotations.of(1)
    assert annotation.quote == "The harbour was quiet on Monday."


def test_what_a_key_changes_is_one_picture(library: Path) -> None:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(command) as terminal:
        terminal.wait_for("Harbour")
        terminal.settle()
        for keys in (b"\r", b"jtcalm\r", b"k"):
            terminal.send(keys)
            terminal.answer()
        terminal.settle()
        # The text, what is named under it and the list beside it change.
        terminal.send(b"j")
        written = terminal.answer()
    assert written.count(_PICTURE) == 1
    assert b"calm" in written
