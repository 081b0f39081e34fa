"""How fast files come in: `python -m tests.benchmarks.importing [FILES]`.

Held against the plain pipeline (read, hash, insert, one rebuild of a full-text index)
over the same files in the same run; then the same files once more, which are known.
The exit status is 1 when it is slower than its budget allows, or its memory grows.
"""

import random
import resource
import sqlite3
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from reader.intake import Report, take
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store

_FILES = 10_000
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


def ours(store: Store, folder: Path) -> tuple[float, float]:
    """Files a second of processor time, and how much the memory grew on the way."""
    early = 0.0

    def progress(report: Report) -> None:
        nonlocal early
        if not early and report.files * 10 >= total:
            early = _memory()

    start = time.process_time()
    files = pile([folder]).files
    total = len(files)
    take(store, documents(files), progress)
    return total / (time.process_time() - start), _memory() / early


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Take the files in, in each way, and print the ratios."""
    count = int(sys.argv[1]) if sys.argv[1:] else _FILES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        write_files(folder, count)
        files = [str(path) for path in pile([folder]).files]
        with Store(Path(name) / "ours.db", "ana") as store:
            new, growth = ours(store, folder)
            known, _ = ours(store, folder)
        limit = plain(files, Path(name) / "plain.db")
    ratio = new / limit
    print(f"plain   {limit:8,.0f} files a second of processor time")
    print(f"new     {new:8,.0f}  x {ratio:.2f}, budget {_BUDGET}")
    print(f"known   {known:8,.0f}  x {known / limit:.2f}")
    print(f"memory  x {growth:.2f} of what it was after a tenth, budget {_GROWTH}")
    return int(ratio < _BUDGET or growth > _GROWTH)


if __name__ == "__main__":
    sys.exit(main())
