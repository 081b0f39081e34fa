"""How fast files come in: `python -m tests.benchmarks.importing [FILES]`.

Held against the plain pipeline (read, hash, insert, one rebuild of a full-text index)
over the same files, in turn with it in the same run: until the articles are there to be
read and found by their words, and until they are cleaned and indexed anew. Then the
same files once more, which are known. The exit status is 1 when they come in slower
than the budget allows, by the clock on a quiet machine, or when memory grows with them.
"""

import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reader.intake.learning import learn
from reader.intake.taking import take
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store

_FILES = 10_000
_RUNS = 3
_BUDGET = 0.75
"""Of the files a second that the plain pipeline takes."""
_GROWTH = 1.3
"""Times the memory after a tenth of the files, at most, after all of them."""


def write_files(folder: Path, count: int) -> None:
    """Articles of some 3 KB: paragraphs of the samples, and words of their own."""
    draw = random.Random(3)
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.iterdir())]
    paragraphs = [part for text in texts for part in text.split("\n\n")]
    for number in range(count):
        chosen = draw.sample(paragraphs, 14)
        body = "\n\n".join(f"{part} No. {draw.randrange(10**9)}" for part in chosen)
        path = folder / f"{number // 1000:03}" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Story {number}\n\n{body}\n", "utf-8")


class Rate(NamedTuple):
    """Files a second."""

    processor: float
    """Of its time, in which what others do on the machine counts for little."""
    clock: float
    """Of the time that one waits, for the disk and for all others too."""


def rate(count: int, work: Callable[[], object]) -> Rate:
    """How fast a work on so many files is."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return Rate(
        count / (time.process_time() - processor),
        count / (time.perf_counter() - clock),
    )


def plain(files: list[str], path: Path) -> None:
    """Take them in without anything that a reader would want."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE article (id INTEGER PRIMARY KEY, sha256 TEXT, body TEXT);"
        "CREATE VIRTUAL TABLE words USING fts5 ("
        " body, content = 'article', content_rowid = 'id');"
    )
    conn.execute("BEGIN")
    rows = ((sha256(text.encode()).hexdigest(), text) for text in map(_read, files))
    conn.executemany("INSERT INTO article (sha256, body) VALUES (?, ?)", rows)
    conn.execute("INSERT INTO words (words) VALUES ('rebuild')")
    conn.execute("COMMIT")
    conn.close()


def _read(path: str) -> str:
    return Path(path).read_text("utf-8")


def bring_in(store: Store, folder: Path, early: "Early") -> None:
    """Take them in as the program does, until their words are found."""
    files = pile([folder]).files
    take(store, documents(files), lambda report: early.look(report.files))
    assert not store.search.index.not_found()


def learn_all(store: Store, early: "Early") -> None:
    """Clean and index all that came in, in one process."""
    total = store.search.index.waiting()
    learn(store, on_progress=lambda left: early.look(total - left))


class Early:
    """The memory after a tenth, to hold that at the end against."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._memory = 0.0

    def look(self, done: int) -> None:
        """Take it down when a tenth is done."""
        if not self._memory and done * 10 >= self._total:
            self._memory = _memory()

    @property
    def growth(self) -> float:
        """Times what it was then."""
        return _memory() / self._memory


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Take the files in, in each way, and print the ratios."""
    count = int(sys.argv[1]) if sys.argv[1:] else _FILES
    limits, rates, growth = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        write_files(folder, count)
        files = [str(path) for path in pile([folder]).files]
        for run in range(_RUNS):
            early = Early(count)
            with Store(Path(name) / f"ours{run}.db", "ana") as store:
                rates.append(rate(count, partial(bring_in, store, folder, early)))
            growth.append(early.growth)
            path = Path(name) / f"plain{run}.db"
            limits.append(rate(count, partial(plain, files, path)))
        early = Early(count)
        with Store(Path(name) / f"ours{_RUNS - 1}.db", "ana") as store:
            cleaned = rate(count, partial(learn_all, store, early))
            known = rate(count, partial(bring_in, store, folder, Early(count)))
    # Of the first run; in later ones there is room already.
    ratio = _tell(limits, rates, cleaned, known, growth[0], early.growth)
    return int(ratio < _BUDGET or max(growth[0], early.growth) > _GROWTH)


def _tell(
    limits: list[Rate],
    rates: list[Rate],
    cleaned: Rate,
    known: Rate,
    *growth: float,
) -> float:
    """Print what was measured, and give the ratio that the budget is of."""
    print("files a second          of processor time        by the clock")
    limit = Rate(*map(statistics.median, zip(*limits, strict=True)))
    found = Rate(*map(statistics.median, zip(*rates, strict=True)))
    both = Rate(
        *(1 / (1 / one + 1 / two) for one, two in zip(found, cleaned, strict=True))
    )
    for name, one in (
        ("plain", limit),
        ("in, and found", found),
        ("cleaned, indexed", cleaned),
        ("both", both),
        ("known", known),
    ):
        said = (
            f"{mine:9,.0f} x {mine / base:4.2f}"
            for mine, base in zip(one, limit, strict=True)
        )
        print(f"{name:<18} {'  '.join(said)}")
    # In turn, as the machine is not the same from run to run.
    ratios = [
        Rate(one.processor / other.processor, one.clock / other.clock)
        for one, other in zip(rates, limits, strict=True)
    ]
    of_processor, ratio = Rate(*map(statistics.median, zip(*ratios, strict=True)))
    print(f"found by their words x {ratio:.2f} of plain by the clock, run by run;")
    print(f"  budget {_BUDGET}; x {of_processor:.2f} of processor time, of two threads")
    print(f"memory after all, of that after a tenth: bringing in x {growth[0]:.2f},")
    print(f"  learning x {growth[1]:.2f}; budget {_GROWTH}")
    return ratio


if __name__ == "__main__":
    sys.exit(main())
