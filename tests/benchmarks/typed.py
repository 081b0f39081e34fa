"""How soon a letter is there that is typed while a search goes on, on a terminal.

By the clock, which other load makes slower: the best round is judged, beside letters
typed on the same screen while nothing is looked for.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.benchmarks.pane.terminal import Terminal

_SLOW: Final = ("w0 -w1* ", "w90 -w0 -w1 ", "author:nobody w0 ", "w1* tag:t0 ", "w* ")
_NOTHING: Final = "zzzz "
_LETTERS: Final = "bcdfghjk"
"""None of them is on the screen alone: only the line to type into shows it next."""
_BETWEEN_S: Final = 0.04
_WAITS_S: Final = (0.08, 0.12, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9)
"""Between query and letter: a search begins, gives its first rows, and goes on."""
_ROUNDS: Final = 2
_REST_S: Final = 0.5
_PATIENCE_S: Final = 20.0


def letters(library: Path) -> Iterator[tuple[str, float, float]]:
    """A query, and the median and the worst milliseconds of letters typed behind it.

    The first has no answer, and nothing goes on.
    """
    argv = [sys.executable, "-m", "reader", "--library", str(library)]
    with Terminal(argv) as terminal:
        terminal.wait_for("Title")
        _rest(terminal, 2 * _REST_S)
        terminal.send(b"/")
        _rest(terminal, 2 * _REST_S)
        for query in (_NOTHING, *_SLOW):
            rounds = [
                [
                    _letter(terminal, query, wait, letter)
                    for wait, letter in zip(_WAITS_S, _LETTERS, strict=True)
                ]
                for _ in range(_ROUNDS)
            ]
            best = min(rounds, key=statistics.median)
            yield query, statistics.median(best), max(best)


def _letter(terminal: Terminal, query: str, wait: float, letter: str) -> float:
    """Milliseconds until it is written, so long after the last letter of a query."""
    terminal.send(b"\x15")  # The line is empty, and what was looked for given up.
    _rest(terminal, _REST_S)
    for each in query.encode():
        terminal.send(bytes([each]))
        _rest(terminal, _BETWEEN_S)
    _rest(terminal, wait)
    begin = time.perf_counter()
    terminal.send(letter.encode())
    terminal.read_until(letter, _PATIENCE_S)
    return (time.perf_counter() - begin) * 1e3


def _rest(terminal: Terminal, seconds: float) -> None:
    """Read what is written for so long; its cursor blinks, so it is never quiet."""
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        terminal.read(left)
