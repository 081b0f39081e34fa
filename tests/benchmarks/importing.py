"""How fast files come in: `python -m tests.benchmarks.importing [FILES]`.

Held against the plain pipeline (read, hash, insert, one rebuild of a full-text index)
over the same files, in turn with it in the same run: until the articles are there to be
read, until their words are found, and until they are cleaned and indexed anew. Then the
same files once more, which are known. The exit status is 1 when they come in slower
than the budget allows, or when memory grows with them.
"""

import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from hashlib import sha256
from operator import truediv
from pathlib import Path

from reader.intake import learn, take
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


def plain(files: list[str], path: Path) -> float:
    """Files a second of processor time, without anything that a reader would want."""
    start = time.process_time()
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
    return len(files) / (time.process_time() - start)


def _read(path: str) -> str:
    return Path(path).read_text("utf-8")


def bringing_in(store: Store, folder: Path) -> tuple[float, float]:
    """Files a second of processor time, and how much the memory grew on the way."""
    start = time.process_time()
    files = pile([folder]).files
    early = _Early(len(files))
    take(store, documents(files), lambda report: early.look(report.files))
    return len(files) / (time.process_time() - start), early.growth


def wording(store: Store) -> float:
    """The same until the words are found; nothing is cleaned yet."""
    start = time.process_time()
    index = store.search.index
    total = index.waiting()
    while index.not_found():
        index.update()
    assert index.waiting() == total, "too few articles: they were cleaned at once"
    return total / (time.process_time() - start)


def learning(store: Store) -> tuple[float, float]:
    """Articles a second for the cleaning and the index, in one process; and memory."""
    start = time.process_time()
    total = store.search.index.waiting()
    early = _Early(total)
    learn(store, on_progress=lambda left: early.look(total - left))
    return total / (time.process_time() - start), early.growth


class _Early:
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
    limits, rates, worded, growth = [], [], [], 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        write_files(folder, count)
        files = [str(path) for path in pile([folder]).files]
        for run in range(_RUNS):
            with Store(Path(name) / f"ours{run}.db", "ana") as store:
                new, grown = bringing_in(store, folder)
                if run < _RUNS - 1:
                    worded.append(wording(store))
            growth = growth or grown  # Of the first run; later ones have room already.
            rates.append(new)
            limits.append(plain(files, Path(name) / f"plain{run}.db"))
        with Store(Path(name) / f"ours{_RUNS - 1}.db", "ana") as store:
            cleaned, grown = learning(store)
            known, _ = bringing_in(store, folder)
    limit, new = statistics.median(limits), statistics.median(rates)
    ratio = statistics.median(map(truediv, rates, limits))
    found = 1 / (1 / new + 1 / statistics.median(worded))
    whole = 1 / (1 / new + 1 / cleaned)
    print(f"plain             {limit:8,.0f} files a second of processor time")
    print(f"brought in        {new:8,.0f}  x {ratio:.2f}, budget {_BUDGET}")
    print(f"and found         {found:8,.0f}  x {found / limit:.2f}  by their words")
    print(f"cleaned, indexed  {cleaned:8,.0f}  in one process")
    print(f"both              {whole:8,.0f}  x {whole / limit:.2f}")
    print(f"known             {known:8,.0f}  x {known / limit:.2f}")
    print(f"memory after all, of that after a tenth: bringing in x {growth:.2f},")
    print(f"  learning x {grown:.2f}; budget {_GROWTH}")
    return int(ratio < _BUDGET or max(growth, grown) > _GROWTH)


if __name__ == "__main__":
    sys.exit(main())
