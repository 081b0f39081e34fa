"""How fast the reading pane is on a real terminal: `python -m tests.benchmarks.pane`.

With `screen` it is the program itself that is measured, reading the article from a
library; without, the pane alone. Sizes can be named too: `screen "20 MB"`.

Processor time is what is judged, for other load hardly moves it; wall time stands
beside it. The exit status is 1 when a figure is over its budget.
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from reader.model import Span
from reader.store import Store
from reader.text.passages import Passages, Size
from tests.benchmarks.pane.screen import library
from tests.benchmarks.pane.terminal import Terminal
from tests.benchmarks.pane.texts import news

_FIRST_WORDS: Final = "First light over the harbour."
_LISTED: Final = "1 article"
_SIZES: Final = {
    "10 KB": (10_000, 300),
    "1 MB": (1_000_000, 5_000),
    "20 MB": (20_000_000, 5_000),
}
_SMALLEST: Final = "10 KB"
_BUDGETS: Final = {"word": 3.0, "line": 7.0, "page": 10.0}
"""Milliseconds on the processor for a key, at the median of a round."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and the keys that it knows."""

    command: Callable[[Path, str, int], list[str]]
    """How it is started on a text, kept in a folder, with so many annotations."""
    keys: Mapping[str, Sequence[bytes]]
    """For each kind of key those that are pressed in turn, there and back again: a
    short text has only a few pages."""
    end: bytes
    anew: bytes
    """Makes the rows anew."""
    leaving: bytes
    picked: Callable[[list[str], bytes], int]
    """Where the cursor stood at the end, from the command and what was written."""
    words: Callable[[str], Iterator[Span]]
    """What its words are."""
    opening: bytes = b""
    """Brings the text to the screen, when the start does not."""


def _pane(folder: Path, text: str, count: int) -> list[str]:
    path = folder / f"{len(text)}.txt"
    path.write_text(text, encoding="utf-8")
    return [sys.executable, "-m", "tests.benchmarks.pane.host", str(path), str(count)]


def _said(_: list[str], written: bytes) -> int:
    found = re.search(rb"picked (\d+)", written)
    return int(found[1]) if found else -1


def _screen(folder: Path, text: str, count: int) -> list[str]:
    path = folder / f"{len(text)}.db"
    if not path.exists():
        library(path, text, count)
    return [sys.executable, "-m", "reader", "--library", str(path)]


def _kept(command: list[str], _: bytes) -> int:
    with Store(Path(command[-1])) as store:
        return store.articles.place(1)


_SUBJECTS: Final = {
    "pane": Subject(
        _pane,
        {
            "repaint": [b"x"],
            "word": [b"w"],
            "sentence": [b"s"],
            "line": [b"j"] * 10 + [b"k"] * 10,
            "page": [b" "] * 3 + [b"b"] * 3,
        },
        end=b"G",
        anew=b"z",
        leaving=b"q",
        picked=_said,
        words=lambda text: (Span(*m.span()) for m in re.finditer(r"\S+", text)),
    ),
    "screen": Subject(
        _screen,
        {
            "word": [b"l"],
            "sentence": [b"j"],
            "line": [b"\x1b[<65;30;20M"] * 6 + [b"\x1b[<64;30;20M"] * 6,
            "page": [b" "] * 3 + [b"b"] * 3,
        },
        end=b"\x1b[F",
        anew=b"}",
        leaving=b"qq",
        picked=_kept,
        words=lambda text: Passages(text).forward(0, Size.WORD),
        opening=b"\r",
    ),
}
"""`repaint` paints a row on which nothing has changed: what Textual itself costs. It
is measured beside the screen too, for on a busy machine every figure is larger. On the
screen a line is what one notch of the wheel scrolls."""

_PRESSES: Final = 20
_ROUNDS: Final = 3
"""The best round is judged: a neighbour on the machine only ever makes it slower."""
_STARTS: Final = 5
_START_BUDGET: Final = 1.5
_MEMORY_BUDGET: Final = 12.0
"""Bytes of memory at its highest for a byte of a large text, beyond the small one's."""
_LARGE: Final = 20
"""Megabytes from which the text outweighs the marks and the screen."""
_BURST: Final = 50


@dataclass(slots=True)
class Result:
    """What one text cost."""

    name: str
    start_cpu: float = 0.0
    start_wall: float = 0.0
    small_start: float = 0.0
    """The same on the processor for the smallest text, measured in turn with it."""
    keys: dict[str, list[list[tuple[float, float, int]]]] = field(default_factory=dict)
    resident: float = 0.0
    highest: float = 0.0
    jump: float = 0.0
    rewrap: float = 0.0
    resize: float = 0.0
    lost: int = 0
    bare: float = 0.0
    """What a key costs in a program that paints a row anew and does nothing else."""


def _open(subject: Subject, terminal: Terminal) -> tuple[float, float]:
    """Milliseconds on the processor, and of the clock, until the text is there.

    From the start of the program, or from the key that opens the article.
    """
    if not subject.opening:
        wall = terminal.wait_for(_FIRST_WORDS) * 1e3
        return terminal.cpu(), wall
    terminal.wait_for(_LISTED)
    _rest(terminal)
    before, opened = terminal.cpu(), time.perf_counter()
    terminal.send(subject.opening)
    terminal.wait_for(_FIRST_WORDS)
    return terminal.cpu() - before, (time.perf_counter() - opened) * 1e3


def _start(
    result: Result, subject: Subject, command: list[str], small: list[str]
) -> None:
    taken: list[tuple[float, float]] = []
    beside: list[tuple[float, float]] = []
    for _ in range(_STARTS):
        for each, times in ((small, beside), (command, taken)):
            with Terminal(each) as terminal:
                times.append(_open(subject, terminal))
    result.start_cpu = min(cpu for cpu, _ in taken)
    result.small_start = min(cpu for cpu, _ in beside)
    result.start_wall = statistics.median(wall for _, wall in taken)


def _press(result: Result, subject: Subject, command: list[str]) -> None:
    with Terminal(command) as terminal:
        _open(subject, terminal)
        _rest(terminal)
        for name, keys in [*subject.keys.items()] * _ROUNDS:
            presses = [terminal.press(key) for key in islice(cycle(keys), _PRESSES)]
            # At an end of the text there is nothing to do, which costs nothing.
            worked = [press for press in presses if press[2]]
            result.keys.setdefault(name, []).append(worked or presses)
        result.jump = terminal.press(subject.end)[0]
        result.rewrap = terminal.press(subject.anew)[0]
        before = terminal.cpu()
        terminal.resize(100, 40)
        terminal.settle(0.2)
        result.resize = terminal.cpu() - before
        _rest(terminal)
        result.resident, result.highest = terminal.memory()


def _bare(folder: Path) -> float:
    subject, small = _SUBJECTS["pane"], news(_SIZES[_SMALLEST][0])
    with Terminal(subject.command(folder, small, 0)) as terminal:
        _open(subject, terminal)
        _rest(terminal)
        (key,) = subject.keys["repaint"]
        rounds = [
            [terminal.press(key) for _ in range(_PRESSES)] for _ in range(_ROUNDS)
        ]
    return _best(rounds)


def _rest(terminal: Terminal) -> None:
    """Until nothing is done any more: all rows are wrapped."""
    before = -1.0
    while terminal.cpu() - before > 1:
        before = terminal.cpu()
        terminal.settle(0.5)


def _lose(result: Result, subject: Subject, command: list[str], text: str) -> None:
    """Press many keys at once while the rows are still being wrapped."""
    with Terminal(command) as terminal:
        _open(subject, terminal)
        (word,) = subject.keys["word"]
        terminal.send(word * _BURST + subject.leaving)
        written = terminal.settle(1)
        terminal.exit_status()
    picked = subject.picked(command, written)
    words = [span.start for span in islice(subject.words(text), _BURST)]
    result.lost = _BURST - 1 - words.index(picked) if picked in words else _BURST


def _measured(name: str, subject: Subject, folder: Path) -> Result:
    size, count = _SIZES[name]
    text = news(size)
    result, command = Result(name), subject.command(folder, text, count)
    small = command
    if name != _SMALLEST:
        size, count = _SIZES[_SMALLEST]
        small = subject.command(folder, news(size), count)
    _start(result, subject, command, small)
    result.bare = _bare(folder)
    _press(result, subject, command)
    _lose(result, subject, command, text)
    return result


def _best(rounds: list[list[tuple[float, float, int]]]) -> float:
    """The median of the processor's milliseconds, in the best round."""
    return min(statistics.median(press[0] for press in each) for each in rounds)


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _report(result: Result) -> list[str]:
    """The figures in lines."""
    lines = [
        f"{result.name}: first text {result.start_cpu:.0f} ms cpu"
        f" (least of {_STARTS}; {_SMALLEST} {result.small_start:.0f}),"
        f" {result.start_wall:.0f} ms wall (median);"
        f" a bare key {result.bare:.1f} ms cpu"
    ]
    for name, rounds in result.keys.items():
        presses = [press for each in rounds for press in each]
        cpu, wall, size = ([press[part] for press in presses] for part in range(3))
        lines.append(
            f"  {name:8}  best {_best(rounds):5.1f}"
            f" ({_best(rounds) / result.bare:.1f} x bare)"
            f"  cpu {_quantile(cpu, 0.5):5.1f}, p95 {_quantile(cpu, 0.95):5.1f} ms"
            f"  wall {_quantile(wall, 0.5):5.1f}, p95 {_quantile(wall, 0.95):5.1f} ms"
            f"  {_quantile(size, 0.5):6.0f} bytes"
        )
    return [
        *lines,
        f"  to the end {result.jump:.1f} ms cpu, the rows made anew"
        f" {result.rewrap:.1f}, another size {result.resize:.1f}",
        f"  memory {result.resident:.0f} MB, at most {result.highest:.0f} MB; "
        f"keys lost {result.lost} of {_BURST}",
    ]


def _over(result: Result, small: Result) -> list[str]:
    """What is over its budget, in words."""
    over = []
    for name, budget in _BUDGETS.items():
        cpu = _best(result.keys[name])
        if cpu > budget:
            over.append(f"{name}: {cpu:.1f} ms, budget {budget}")
    times = result.start_cpu / result.small_start
    if times > _START_BUDGET:
        over.append(f"first text: {times:.2f} times that of {_SMALLEST}")
    megabytes = _SIZES[result.name][0] / 1e6
    share = (result.highest - small.highest) / megabytes
    if megabytes >= _LARGE and share > _MEMORY_BUDGET:
        over.append(f"memory: {share:.1f} times the text")
    if result.lost:
        over.append(f"keys lost: {result.lost}")
    return [f"OVER {result.name} {each}" for each in over]


def main() -> int:
    """Measure every size, or those that are named."""
    asked = sys.argv[1:]
    subject = _SUBJECTS["screen" if "screen" in asked else "pane"]
    named = [name for name in _SIZES if name in asked]
    results, over = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name in named or _SIZES:
            results.append(_measured(name, subject, Path(folder)))
            over.extend(_over(results[-1], results[0]))
            sys.stdout.write("\n".join([*_report(results[-1]), "", ""]))
            sys.stdout.flush()
    sys.stdout.write("\n".join(over or ["all within budget"]) + "\n")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
