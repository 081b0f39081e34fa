"""How fast the reading pane is on a real terminal: `python -m tests.benchmarks.pane`.

Processor time is what is judged, for other load hardly moves it; wall time stands
beside it. The exit status is 1 when a figure is over its budget.
"""

import re
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.benchmarks.pane.terminal import Terminal
from tests.benchmarks.pane.texts import news

_FIRST_WORDS: Final = "First light over the harbour."
_SIZES: Final = {
    "10 KB": (10_000, 300),
    "1 MB": (1_000_000, 5_000),
    "20 MB": (20_000_000, 5_000),
}
_BUDGETS: Final = {"word": 3.0, "line": 7.0, "page": 10.0}
"""Milliseconds on the processor for a key, at the median of a round."""
_KEYS: Final = {
    "repaint": b"x",
    "word": b"w",
    "sentence": b"s",
    "line": b"j",
    "page": b" ",
}
"""The first repaints a row on which nothing has changed: what Textual itself costs."""
_PRESSES: Final = 20
_ROUNDS: Final = 3
"""The best round is judged: a neighbour on the machine only ever makes it slower."""
_STARTS: Final = 5
_START_BUDGET: Final = 1.5
_MEMORY_BUDGET: Final = 12.0
"""Bytes of memory for a byte of a large text, beyond what the small one takes."""
_LARGE: Final = 20
"""Megabytes from which the text outweighs the marks and the screen."""
_BURST: Final = 50


@dataclass(slots=True)
class Result:
    """What one text cost."""

    name: str
    start_cpu: float = 0.0
    start_wall: float = 0.0
    keys: dict[str, list[list[tuple[float, float, int]]]] = field(default_factory=dict)
    resident: float = 0.0
    highest: float = 0.0
    jump: float = 0.0
    rewrap: float = 0.0
    resize: float = 0.0
    lost: int = 0


def _command(path: Path, count: int) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.pane.host", str(path), str(count)]


def _start(result: Result, command: list[str]) -> None:
    cpu, wall = [], []
    for _ in range(_STARTS):
        with Terminal(command) as terminal:
            wall.append(terminal.wait_for(_FIRST_WORDS) * 1e3)
            cpu.append(terminal.cpu())
    result.start_cpu, result.start_wall = min(cpu), statistics.median(wall)


def _press(result: Result, command: list[str]) -> None:
    with Terminal(command) as terminal:
        terminal.wait_for(_FIRST_WORDS)
        _rest(terminal)
        for name, key in [*_KEYS.items()] * _ROUNDS:
            presses = [terminal.press(key) for _ in range(_PRESSES)]
            result.keys.setdefault(name, []).append(presses)
        result.jump = terminal.press(b"G")[0]
        result.rewrap = terminal.press(b"z")[0]
        before = terminal.cpu()
        terminal.resize(100, 40)
        terminal.settle(0.2)
        result.resize = terminal.cpu() - before
        _rest(terminal)
        result.resident, result.highest = terminal.memory()


def _rest(terminal: Terminal) -> None:
    """Until nothing is done any more: all rows are wrapped."""
    before = -1.0
    while terminal.cpu() - before > 1:
        before = terminal.cpu()
        terminal.settle(0.5)


def _lose(result: Result, command: list[str], text: str) -> None:
    """Press many keys at once while the rows are still being wrapped."""
    with Terminal(command) as terminal:
        terminal.wait_for(_FIRST_WORDS)
        terminal.send(b"w" * _BURST + b"q")
        said = re.search(rb"picked (\d+)", terminal.settle(1))
    picked = int(said[1]) if said else -1
    starts = [found.start() for found in re.finditer(r"\S+", text[: 1 << 14])]
    result.lost = _BURST - 1 - starts.index(picked) if picked in starts else _BURST


def _measured(name: str, folder: Path) -> Result:
    size, count = _SIZES[name]
    text = news(size)
    path = folder / "news.txt"
    path.write_text(text, encoding="utf-8")
    result, command = Result(name), _command(path, count)
    _start(result, command)
    _press(result, command)
    _lose(result, command, text)
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
        f" (least of {_STARTS}), {result.start_wall:.0f} ms wall (median)"
    ]
    for name, rounds in result.keys.items():
        presses = [press for each in rounds for press in each]
        cpu, wall, size = ([press[part] for press in presses] for part in range(3))
        lines.append(
            f"  {name:8}  best {_best(rounds):5.1f}"
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
    times = result.start_cpu / small.start_cpu
    if times > _START_BUDGET:
        over.append(f"first text: {times:.2f} times that of {small.name}")
    megabytes = _SIZES[result.name][0] / 1e6
    share = (result.resident - small.resident) / megabytes
    if megabytes >= _LARGE and share > _MEMORY_BUDGET:
        over.append(f"memory: {share:.1f} times the text")
    if result.lost:
        over.append(f"keys lost: {result.lost}")
    return [f"OVER {result.name} {each}" for each in over]


def main() -> int:
    """Measure every size, or those that are named."""
    names = [name for name in _SIZES if not sys.argv[1:] or name in sys.argv[1:]]
    results, over = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            results.append(_measured(name, Path(folder)))
            over.extend(_over(results[-1], results[0]))
            sys.stdout.write("\n".join([*_report(results[-1]), "", ""]))
    sys.stdout.write("\n".join(over or ["all within budget"]) + "\n")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
