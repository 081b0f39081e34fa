"""What a megabyte of anything costs: `python -m tests.benchmarks.parsers [PARSER…]`.

Each parser of `tests.fuzz` reads every piece of its grammar a megabyte long, and what
is known to be dear; an article is then cleaned, cut and wrapped, as to be read. Each
input has a process of its own: its processor time and the growth of its memory are
held against limits. With `--pairs` two pieces go together in every order, which takes
an hour. The exit status is 1 when any is over.
"""

import argparse
import math
import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.model import Document
from tests.benchmarks.parsers.cases import cases
from tests.fuzz.opened import STEPS
from tests.fuzz.parsers import PARSERS, Parser

_SECONDS = 2.0
_MEGABYTES = 50
_TIMES = 40
"""Bytes that a parser may take for each of its input, besides `_MEGABYTES`."""
_PACE_S = 0.06
"""What `_pace` takes on the machine that the limits are meant for, when it is quiet."""
_CUT_OFF_S, _CUT_OFF = 60, 4 << 30
"""Seconds and bytes after which an input is given up."""

Cost = tuple[float, float, str]
"""Seconds on the processor of the dearest step, megabytes of all, and what to say of
it: the step, and the error when it ended in one that has no words."""


def measured(parser: Parser, data: bytes) -> Cost:
    """What an input costs, in a process of its own; infinitely when it is given up."""
    coming, going = os.pipe()
    if not (child := os.fork()):
        _measure(parser, data, going)
    os.close(going)
    with os.fdopen(coming, "rb") as stream:
        said = stream.read().decode()
    os.waitpid(child, 0)
    if not said:
        return math.inf, math.inf, "given up"
    seconds, megabytes, words = said.split(maxsplit=2)
    return float(seconds), float(megabytes), words


def _measure(parser: Parser, data: bytes, going: int) -> None:
    """Do it, write down what it cost, and end."""
    words = "given up"
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (_CUT_OFF_S, _CUT_OFF_S))
        resource.setrlimit(resource.RLIMIT_AS, (_CUT_OFF, _CUT_OFF))
        before = _megabytes("VmRSS")
        pace = _pace()
        seconds, words = max(_steps(parser, data))
        grown = _megabytes("VmHWM") - before
        # What a processor gets done in a second is not the same all the time.
        seconds *= 2 * _PACE_S / (pace + _pace())
        os.write(going, f"{seconds} {grown} {words}".encode())
    except Exception as error:
        os.write(going, f"inf 0 {type(error).__name__}".encode())
    finally:
        os._exit(0)


def _pace() -> float:
    """Processor seconds of a piece of work that is the same everywhere."""
    began = time.process_time()
    kept: dict[int, str] = {}
    for number in range(300_000):
        kept[number & 1023] = str(number)
    return time.process_time() - began


def _steps(parser: Parser, data: bytes) -> Iterator[tuple[float, str]]:
    """What each step takes: to read, from one article to the next; then to open."""
    began = time.process_time()
    try:
        found = parser.reads(data)
        if isinstance(found, Iterator):
            for _ in found:
                yield time.process_time() - began, "to the next"
                began = time.process_time()
    except parser.refuses:
        found = None
    yield time.process_time() - began, "read"
    if isinstance(found, Document):
        for name, step in STEPS.items():
            began = time.process_time()
            step(found)
            yield time.process_time() - began, name


def _megabytes(field: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.split("\n") if line.startswith(field))
    return int(line.split()[1]) / 1024


def _is_over(cost: Cost, data: bytes) -> bool:
    most = _MEGABYTES + _TIMES * len(data) / 1e6
    return cost[0] > _SECONDS or cost[1] > most


def _judged(parser: Parser, *, has_pairs: bool, says_all: bool) -> bool:
    """Measure one parser, and print what is over and what was dearest."""
    # What is imported at the first use, and kept, is paid for here.
    list(_steps(parser, b"".join(parser.pieces)))
    costs, over = [], 0
    for name, data in cases(parser, has_pairs=has_pairs):
        cost = measured(parser, data)
        if _is_over(cost, data):
            # A machine that was busy meanwhile is none of its faults.
            cost = min(cost, measured(parser, data))
        costs.append((*cost, name))
        is_over = _is_over(cost, data)
        over += is_over
        if is_over or says_all:
            seconds, megabytes, words = cost
            print(
                f"    {seconds:6.2f} s {megabytes:5.0f} MB  {name}:"
                f" {words}{' OVER' if is_over else ''}",
                flush=True,
            )
    slowest, largest = max(costs), max(costs, key=lambda cost: cost[1])
    print(
        f"{parser.name:13} {len(costs):5} inputs, {over} over;"
        f" slowest {slowest[0]:.2f} s ({slowest[3]}: {slowest[2]}),"
        f" largest {largest[1]:.0f} MB ({largest[3]})",
        flush=True,
    )
    return not over


def main(arguments: Sequence[str]) -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.parsers")
    asked.add_argument("parser", nargs="*", help="those to be measured; else all")
    asked.add_argument("--pairs", action="store_true", help="two pieces together, too")
    asked.add_argument("--all", action="store_true", help="say what each input cost")
    said = asked.parse_args(arguments)
    names = [parser.name for parser in PARSERS]
    if unknown := set(said.parser).difference(names):
        asked.error(f"no parser {', '.join(unknown)}; there are {', '.join(names)}")
    kept = [
        _judged(parser, has_pairs=said.pairs, says_all=said.all)
        for parser in PARSERS
        if not said.parser or parser.name in said.parser
    ]
    print(f"limits: {_SECONDS} s, {_TIMES} times the input and {_MEGABYTES} MB")
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
