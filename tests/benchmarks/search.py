"""How soon a search and a retrieval answer: `python -m tests.benchmarks.search`.

Held against the bare SQL in the same run. `--articles N` makes a larger library (a
hundred thousand take some minutes), of shorter articles with `--lines N`; `--keep
FILE` leaves it for the next time. A first page is what comes at once, and that may be
less than fifty where hardly any article answers. The exit status is 1 when one takes
longer than its budget, or a letter that is typed meanwhile does.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.queries.search import parse
from reader.queries.tagged import parse as parse_tags
from reader.store import Store
from tests.benchmarks.made_library import LINES, fill
from tests.benchmarks.poured import library
from tests.benchmarks.typed import letters

_BUDGET_MS = 50.0
_TIMES = 7
_WORDS = ("w50000", "w2000", "w7", '"w7 w3"', "w7 w90", "w7 OR w9 -w3")
_QUERIES = (*_WORDS, "w5 near:3 w40", "w123*", "w123* site:site7", "tag:t40 w7")
_TAGS = ("t0", "g7", "t0 AND t1", "t0 NOT t1 in:article", "t4000", "")


def milliseconds(question: Callable[[], object]) -> float:
    """The median of some askings, by the clock of the processor."""
    found = []
    for _ in range(_TIMES):
        begin = time.process_time()
        question()
        found.append((time.process_time() - begin) * 1e3)
    return statistics.median(found)


def searching(store: Store) -> list[float]:
    """The first page of each query, newest first, beside the index alone."""
    taken = []
    for typed in _QUERIES:
        query = parse(typed)
        ours = milliseconds(partial(store.search.page, query, is_whole=False))
        count = milliseconds(partial(store.search.count, query))
        bare = milliseconds(partial(store.search.ids, query))
        number = store.search.count(query).articles
        print(
            f"{typed:<16} {number:>5,} articles   first 50 {ours:7.1f} ms"
            f"   (index alone {bare:6.1f})   count {count:6.1f} ms"
        )
        taken.append(ours)
    return taken


def retrieving(store: Store) -> list[float]:
    """The first page of each query of tags, beside fifty rows by one index."""
    bare = milliseconds(
        lambda: store._conn.execute(
            "SELECT * FROM annotation JOIN tag ON tag.id = tag_id"
            " WHERE tag_id = 1 ORDER BY article_id DESC LIMIT 50"
        ).fetchall()
    )
    print(f"fifty rows by bare SQL {bare:.1f} ms")
    taken = []
    for typed in _TAGS:
        query = parse_tags(typed)
        ours = milliseconds(partial(store.retrieval.page, query))
        number = store.retrieval.count(query)
        print(f"{typed or 'all tags':<22} {number:>5,} passages   first {ours:7.1f} ms")
        taken.append(ours)
    return taken


def typing(path: Path) -> float:
    """A letter on the line while a search goes on: the slowest median."""
    (_, idle, _), *slow = letters(path)
    print(f"a letter on the line is there after {idle:.0f} ms (by the clock)")
    for query, median, worst in slow:
        times = f"{median / idle:.1f} x, worst {worst:.0f} ms"
        print(f"while {query:<17} goes on {median:5.0f} ms ({times})")
    return max(median for _, median, _ in slow)


def bringing_in(articles: int) -> None:
    """What the index costs an import."""
    taken = []
    for index in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.db"
            begin = time.process_time()
            with Store(path) as store:
                fill(store, articles, index=index)
            taken.append((time.process_time() - begin) / articles * 1e6)
            size = path.stat().st_size / articles
            print(
                f"{'with' if index else 'without'} the index:"
                f" {taken[-1]:.0f} us and {size:,.0f} bytes an article"
            )


def main() -> int:
    """Make the library, ask it, and print what it took."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--lines", type=int, default=LINES)
    options.add_argument("--annotations", type=int, default=100_000)
    options.add_argument("--keep", type=Path)
    asked = options.parse_args()
    bringing_in(2_000)
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "made.db"
        library(path, asked.articles, asked.annotations, 5_000, asked.lines)
        with Store(path) as store:
            print(f"{asked.articles:,} articles, {asked.annotations:,} annotations")
            slowest = max(searching(store) + retrieving(store))
        slowest = max(slowest, typing(path))
    print(
        f"budget {_BUDGET_MS:.0f} ms: {'kept' if slowest <= _BUDGET_MS else 'BROKEN'}"
    )
    return int(slowest > _BUDGET_MS)


if __name__ == "__main__":
    sys.exit(main())
