"""How many copies are found, and how soon: `python -m tests.benchmarks.copies`.

Stories with planted copies of five kinds go into a library and are compared; beside
it, in the same run, the bare pipeline of rensa over the same texts in memory: words,
runs of five, sketches of 128, its own index of 32 bands, nothing verified or kept.
The exit status is 1 when fewer than 0.97 of a kind are found, a pair is in the library
that is not half alike, or ours is slower than 0.8 of rensa's.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rensa import RMinHash, RMinHashLSH

from reader.cleaning import Cleaned, Judged
from reader.model import Document
from reader.store import Store
from reader.store.connection import writing
from reader.store.families import Families
from reader.store.shown import shown_state, shown_words
from reader.text.near_copies import SAME, likeness, runs, sketches
from tests.benchmarks.copies.variants import KINDS, Stories
from tests.benchmarks.made_library import keep_judged

_RECALL = 0.97
_RATIO = 0.8
_BATCH = 100
_SLOTS, _BANDS = 128, 32
_TIMES = 3


def made(count: int, copies: int) -> tuple[list[str], dict[int, tuple[int, str]]]:
    """The texts; and for the place of each copy, that of its story, and its kind."""
    stories = Stories()
    texts = [stories.story() for _ in range(count)]
    planted: dict[int, tuple[int, str]] = {}
    for number in range(copies):
        kind, change = list(KINDS.items())[number % len(KINDS)]
        story = number * (count // copies)
        planted[len(texts)] = story, kind
        texts.append(change(stories, texts[story]))
    return texts, planted


def seconds(work: Callable[[], object]) -> float:
    """What it takes by the clock of the processor."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def bare(texts: Sequence[str]) -> None:
    """Rensa alone, as its README has it."""
    index = RMinHashLSH(threshold=SAME, num_perm=_SLOTS, num_bands=_BANDS)
    said = []
    for text in texts:
        words = text.lower().split()
        said.append([" ".join(words[n : n + 5]) for n in range(len(words) - 4)])
    for number, sketch in enumerate(RMinHash.from_token_sets(said, _SLOTS, 42)):
        index.query(sketch)
        index.insert(number, sketch)


def fill(store: Store, texts: Sequence[str]) -> list[int]:
    """Bring the texts in, nothing hidden; give the ids."""
    step = store.imports.open("made")
    documents = [
        Document(f"made/{n}.txt", text, b"", "utf-8", "lf", f"Story {n}")
        for n, text in enumerate(texts)
    ]
    judged = [(each, Cleaned(Judged(each.text, {}))) for each in documents]
    ids = keep_judged(store, step, judged)
    store.imports.close(step)
    return ids


def families_alone(store: Store, ids: Sequence[int]) -> None:
    """Compare all, as `Comparing` does, without the index of sentences."""
    conn = store._conn
    families = Families(conn)
    for first in range(0, len(ids), _BATCH):
        some = ids[first : first + _BATCH]
        found = [shown_state(conn, each) for each in some]
        said = [runs(shown_words(row[0], row[2])) for row in found if row]
        kept = sketches(said)
        with writing(conn):
            families.forget_texts()
            for article_id, sketch, each in zip(some, kept, said, strict=True):
                conn.execute(
                    "INSERT INTO compared VALUES (?, x'', ?, NULL)",
                    (article_id, sketch),
                )
                families.put(article_id, None, sketch, each)


def whole(store: Store, _: Sequence[int]) -> None:
    """Compare all, as the program does, sentences and all."""
    store.copies.index.all()


def timed(texts: Sequence[str]) -> tuple[float, float, float]:
    """Rensa's seconds, ours without sentences, and ours with them."""
    alone, with_sentences = (
        _seconds_in_library(work, texts) for work in (families_alone, whole)
    )
    return seconds(lambda: bare(texts)), alone, with_sentences


def _seconds_in_library(
    work: Callable[[Store, Sequence[int]], None], texts: Sequence[str]
) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "made.db") as store,
    ):
        ids = fill(store, texts)
        return seconds(lambda: work(store, ids))


def quality(
    texts: Sequence[str], planted: dict[int, tuple[int, str]]
) -> tuple[float, int]:
    """The least recall of a kind, and the pairs that are kept but not half alike."""
    with Store(None) as store:
        ids = fill(store, texts)
        families_alone(store, ids)
        family = dict(
            store._conn.execute("SELECT article_id, family FROM compared").fetchall()
        )
        pairs = store._conn.execute("SELECT * FROM copy_pair").fetchall()
    found = {kind: [0, 0] for kind in KINDS}
    for copy, (story, kind) in planted.items():
        found[kind][1] += 1
        found[kind][0] += family[ids[copy]] is not None and (
            family[ids[copy]] == family[ids[story]]
        )
    for kind, (hits, of) in found.items():
        print(f"{kind:<20} {hits:>4} of {of:<4} {hits / of:.3f}")
    place = {article_id: n for n, article_id in enumerate(ids)}
    wrong = sum(
        likeness(*(frozenset(runs(texts[place[each]])) for each in pair)) < SAME
        for pair in pairs
    )
    families = {each for each in family.values() if each is not None}
    print(
        f"{len(pairs) // 2:,} pairs in {len(families):,} families, {wrong} unverified"
    )
    return min(hits / of for hits, of in found.values()), wrong


def main() -> int:
    """Make the texts, compare them, and print what came of it."""
    options = argparse.ArgumentParser()
    options.add_argument("--stories", type=int, default=10_000)
    options.add_argument("--copies", type=int, default=1_000)
    asked = options.parse_args()
    texts, planted = made(asked.stories, asked.copies)
    recall, wrong = quality(texts, planted)
    ratios = []
    for _ in range(_TIMES):
        rensa, *ours = timed(texts)
        each = [len(texts) / taken for taken in (rensa, *ours)]
        ratios.append(each[1] / each[0])
        print(
            f"texts a second of CPU: rensa {each[0]:,.0f}, ours {each[1]:,.0f}"
            f" (ratio {ratios[-1]:.2f}), with the sentences {each[2]:,.0f}"
        )
    ratio = sorted(ratios)[len(ratios) // 2]
    kept = recall >= _RECALL and not wrong and ratio >= _RATIO
    print(f"recall >= {_RECALL}, ratio >= {_RATIO}: {'kept' if kept else 'BROKEN'}")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
