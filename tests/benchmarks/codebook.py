"""5,000 tags and 100,000 annotations: `python -m tests.benchmarks.codebook`.

Processor time of a key in the tag picker (what is offered for what was typed), beside
the bare SQL that finds the same words, and of an undo, beside the bare statements that
it has to run. The exit status is 1 when either is over its limit.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reader.model import Document, Span
from reader.store import Store
from reader.store.identity import now, uuid7
from reader.tui.dialogs.tag_choices import choices, habits

_KEY_MS, _UNDO_MS = 16.0, 5.0
_TAGS, _ANNOTATIONS = 5_000, 100_000
_TYPED = ("s", "sa", "san", "sanc", "stch", "sanction", "zzz", "no such tag")


def words(rng: random.Random, count: int) -> list[str]:
    letters = "aeioustrnlcdmp"
    return [
        "".join(rng.choice(letters) for _ in range(rng.randint(4, 10)))
        for _ in range(count)
    ]


def fill(store: Store) -> None:
    """Tags and annotations, straight into the tables: making them is not measured."""
    rng = random.Random(5)
    names = [*words(rng, 400), "sanctions", "state", "china"]
    paths: dict[str, None] = {}
    while len(paths) < _TAGS:
        paths["/".join(rng.choice(names) for _ in range(rng.randint(1, 3)))] = None
    text = "It was a word among many words that nobody had counted before. " * 40
    document = Document("one.txt", text, text.encode(), "utf-8", "lf", "One")
    step = store.imports.open("import")
    store.imports.keep(step, [document])
    store.imports.close(step)
    store.annotations.tag(store.articles.version(1), Span(0, 3), "first")
    conn = store._conn
    conn.execute("BEGIN")
    conn.executemany(
        "INSERT INTO tag (path, path_key, colour) VALUES (?, ?, 0)",
        [(path, path) for path in paths],
    )
    conn.executemany(
        'INSERT INTO annotation SELECT ?, article_id, version_id, start, "end", quote,'
        " prefix, suffix, paragraph, sentence, ?, coder_id, memo, anchor, created_at,"
        " updated_at FROM annotation LIMIT 1",
        [
            (uuid7(now()), 2 + min(int(rng.expovariate(0.002)), _TAGS - 1))
            for _ in range(_ANNOTATIONS)
        ],
    )
    conn.execute("COMMIT")


def cpu_ms(run: Callable[[], object], times: int) -> float:
    """The median of a few runs, in milliseconds on the processor."""
    spent = []
    for _ in range(times):
        before = time.process_time()
        run()
        spent.append((time.process_time() - before) * 1e3)
    return statistics.median(spent)


def keys(store: Store) -> float:
    tags, in_use = store.tags.all(), habits(store.tags.lately(), 80)
    conn = store._conn
    worst = 0.0
    query = "SELECT path, uses FROM tag WHERE path_key LIKE ? ORDER BY uses DESC"
    for typed in _TYPED:
        like = "%" + "%".join(typed) + "%"
        ours = cpu_ms(partial(choices, typed, tags, in_use), 7)
        bare = cpu_ms(partial(_fetch, conn, query, like), 7)
        print(f"key    {typed:12} {ours:6.2f} ms   bare SQL {bare:6.2f} ms")
        worst = max(worst, ours)
    return worst


def _fetch(conn: Any, query: str, like: str) -> list[Any]:
    found: list[Any] = conn.execute(query, (like,)).fetchall()
    return found


def undo(store: Store) -> float:
    version = store.articles.version(1)
    for number in range(20):
        store.annotations.tag(version, Span(number * 5, number * 5 + 4), "first")
    ours = cpu_ms(store.undo, 15)
    conn = store._conn
    spare = iter([row[0] for row in conn.execute("SELECT id FROM annotation LIMIT 15")])

    def bare() -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("DELETE FROM annotation WHERE id = ?", (next(spare),))
        conn.execute("COMMIT")

    print(f"undo                {ours:6.2f} ms   bare SQL {cpu_ms(bare, 15):6.2f} ms")
    return ours


def main() -> int:
    """Measure both; give 1 when one is over its limit."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "codebook.db", "ana") as store,
    ):
        fill(store)
        key, back = keys(store), undo(store)
        limits = f"limits {_KEY_MS:.0f} and {_UNDO_MS:.0f} ms"
        print(f"a key {key:.1f} ms, an undo {back:.1f} ms; {limits}")
        return int(key > _KEY_MS or back > _UNDO_MS)


if __name__ == "__main__":
    sys.exit(main())
