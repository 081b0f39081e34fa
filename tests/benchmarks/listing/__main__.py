"""How fast the list is, whatever its length: `python -m tests.benchmarks.listing`.

Every order and filter is opened in libraries of 10,000, 100,000 and 1,000,000 made
articles, or of as many as are named; then pages are read anywhere in it. The program
is driven on a terminal beside one with five articles. All is time of the processor.
`--keep FOLDER` leaves the libraries for the next time. The exit status is 1 when a
figure is over its budget.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from reader.store import Filter, Order, Sort, Store
from reader.store.id_set import first_place
from tests.benchmarks.listing.generate import generate
from tests.benchmarks.pane.terminal import Terminal

_SIZES = (10_000, 100_000, 1_000_000)
_PAGE = 50
_PAGES = 40
"""Pages of each order and filter."""
_STARTS = 5
_PRESSES = 30
_FILTERS = {
    "all": Filter(),
    "status": Filter(status="unread"),
    "words": Filter(words="harb"),
    "rare words": Filter(words="harb witness 99"),
    "tag": Filter(tag="actor"),
    "rare tag": Filter(tag="rare"),
    "untagged": Filter(tag="-"),
    "site": Filter(site="site7.example"),
    "since": Filter(since="2020-05"),
    "coder": Filter(coder="ben"),
    "hidden": Filter(hidden="40"),
    "language": Filter(language="de"),
    "attribute": Filter(attribute="region=west"),
    "several": Filter(status="unread", tag="actor", language="en", since="2010"),
}

_BUDGETS = {
    "a page, p99 ms": 5.0,
    "type-ahead, worst ms": 50.0,
    "start, x five articles": 1.5,
    "cpu ms a key": 3.0,
    "cpu ms a key without effect": 3.0,
    "memory MB": 80.0,
}


def pages(path: Path) -> Iterator[tuple[str, float]]:
    """Milliseconds until the first rows and the whole list, and for a page."""
    draw = random.Random(1)
    first: dict[str, float] = {}
    whole: dict[str, float] = {}
    page: list[float] = []
    with Store(path) as store:
        for order in Order:
            for name, asked in _FILTERS.items():
                sort = Sort(order, turned=draw.random() < 0.5)
                start = time.process_time()
                pieces = store.listing.ids(asked, sort)
                ids = array("q")
                for piece in pieces:
                    ids.extend(piece)
                    if len(ids) >= _PAGE:
                        break
                store.articles.some(ids[:_PAGE])
                first[f"{name} by {order}"] = _since(start)
                ids.extend(chain.from_iterable(pieces))
                whole[f"{name} by {order}"] = _since(start)
                for _ in range(_PAGES if ids else 0):
                    at = draw.randrange(len(ids))
                    start = time.process_time()
                    store.articles.some(ids[at : at + _PAGE])
                    page.append(_since(start))
        page.sort()
        yield "a page, p50 ms", statistics.median(page)
        yield "a page, p99 ms", page[len(page) * 99 // 100]
        for what, figures in (("first rows", first), ("whole list", whole)):
            name, worst = max(figures.items(), key=lambda each: each[1])
            yield f"{what}, p50 ms", statistics.median(figures.values())
            yield f"{what}, worst ms ({name})", worst
        yield "type-ahead, worst ms", max(_jump(store, ids_of(store), draw))


def ids_of(store: Store) -> "array[int]":
    """The longest list."""
    return array("q", chain.from_iterable(store.listing.ids()))


def _jump(store: Store, ids: "array[int]", draw: random.Random) -> Iterator[float]:
    """As the screen does it: titles by their beginning, then the place in the list."""
    for _ in range(20):
        title = store.articles.some([draw.choice(ids)])[0].title
        start = time.process_time()
        found = store.listing.starting(title[: draw.randint(1, 30)])
        assert first_place(found, ids) is not None
        yield _since(start)


def _since(start: float) -> float:
    return (time.process_time() - start) * 1e3


def screen(path: Path, few: Path) -> Iterator[tuple[str, float]]:
    """The start beside that of five articles, keys, and memory after a long walk."""
    starts: dict[Path, list[float]] = {path: [], few: []}
    for _ in range(_STARTS):
        for library, costs in starts.items():
            with Terminal(_command(library)) as terminal:
                terminal.wait_for("Title")
                costs.append(terminal.cpu())
    ours, theirs = (statistics.median(costs) for costs in starts.values())
    yield "start, cpu ms", ours
    yield "start, x five articles", ours / theirs
    with Terminal(_command(path)) as terminal:
        terminal.wait_for("Title")
        terminal.settle(1.5)
        terminal.send(b"v")  # No preview: it is not what is measured.
        terminal.settle(1.0)
        # What goes on anyway in that time is taken off; each key has words of its own.
        idle, pressed = (_without_effect(terminal, keys) for keys in (b"", b"hlwpcm"))
        yield "cpu ms a key without effect", pressed - idle
        for name, key in (("a key", b"j"), ("a page", b" ")):
            costs = [terminal.press(key, 0.15)[0] for _ in range(_PRESSES)]
            yield f"cpu ms {name}", statistics.median(costs)
        for keys in (b"\x1b[F", b"o", b"\x1b[F", b"O", b"\x1b[H"):
            terminal.send(keys)
            terminal.settle(1.5)
        now, highest = terminal.memory()
        yield "memory MB", now
        yield "memory MB at its highest", highest


def _without_effect(terminal: Terminal, keys: bytes) -> float:
    """Milliseconds on the processor from one of the keys, which no command has."""
    costs = []
    for place in range(_PRESSES):
        before = terminal.cpu()
        first = place % max(1, len(keys))
        terminal.send(keys[first : first + 1])
        terminal.settle(0.15)
        costs.append(terminal.cpu() - before)
    return statistics.median(costs)


def _command(library: Path) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(library)]


def measured(folder: Path, size: int) -> bool:
    """Measure one size, and hold it against the budgets; whether one is broken."""
    path, few = folder / f"listing-{size}.db", folder / "listing-5.db"
    for library, count in ((few, 5), (path, size)):
        if not library.exists():
            generate(library, count)
    megabytes = path.stat().st_size / 1e6
    print(f"\n{size:,} articles, {megabytes:,.0f} MB")
    over = False
    for name, figure in chain(pages(path), screen(path, few)):
        budget = _BUDGETS.get(name)
        is_over = budget is not None and figure > budget
        over |= is_over
        says = f"   {'OVER' if is_over else 'within'} {budget:g}" if budget else ""
        print(f"  {name:48} {figure:9.2f}{says}", flush=True)
    return over


def main() -> int:
    """Measure each size that is asked for."""
    options = argparse.ArgumentParser()
    options.add_argument("sizes", type=int, nargs="*", default=_SIZES)
    options.add_argument("--keep", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = asked.keep or Path(folder)
        is_over = [measured(where, size) for size in asked.sizes]
    return int(any(is_over))


if __name__ == "__main__":
    sys.exit(main())
