"""An analyst at work, to be killed: says each thing that was done, once it is saved.

Run as a program with a library and a seed; every line of its output is `kind what`,
written after the store has answered, or `begins kind`, before it is asked.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from reader.exchange.formats import named
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving, export
from reader.model import Span
from reader.store import Store
from reader.store.bulk import Chosen
from reader.store.merging import merge
from tests.conftest import HARBOUR, document, keep


def work(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    with Store(path, "ana") as store:
        number = 0
        while True:
            number += 1
            name = f"{seed}-{number}"
            ((kind, (_, do)),) = rng.choices(list(DOING.items()), WEIGHTS)
            _say(BEGINS, kind)
            do(store, name, rng)


def _say(kind: str, what: str) -> None:
    sys.stdout.write(f"{kind} {what}\n")
    sys.stdout.flush()


def _tag(store: Store, name: str, rng: random.Random) -> None:
    start = rng.randrange(40)
    version = store.articles.version(1)
    made = store.annotations.tag(version, Span(start, start + 20), f"t/{name}")
    _say("tagged", made.id)


def _import(store: Store, name: str, rng: random.Random) -> None:
    (article_id,) = keep(store, f"Article {name}\n\nIt was written on {name}.")
    _say("imported", str(article_id))


def _change(store: Store, name: str, rng: random.Random) -> None:
    text = f"Corrected {name}.\n\n{HARBOUR}"
    file = replace(document(text), location="/news/changing.txt")
    step = store.imports.open("import")
    store.imports.keep(step, [file])
    store.imports.close(step)
    _say("changed", name)


def _undo(store: Store, name: str, rng: random.Random) -> None:
    version = store.articles.version(1)
    made = store.annotations.tag(version, Span(0, 7), f"undone/{name}")
    store.undo()
    _say("undone", made.id)


def _copy(store: Store, name: str, rng: random.Random) -> None:
    made = store.back_up("asked")
    assert made
    _say("copied", str(made.path))


def _merge(store: Store, name: str, rng: random.Random) -> None:
    assert store.path
    other = store.path.with_name("other.db")
    with Store(other, "ben") as theirs:
        version = theirs.articles.version(1)
        theirs.annotations.tag(version, Span(0, 7), f"theirs/{name}")
    merge(store, other)
    _say("merged", f"theirs/{name}")


def _export(store: Store, name: str, rng: random.Random) -> None:
    assert store.path
    leaving = Leaving(store, Chosen())
    target = store.path.with_name(f"{name}-{store.annotations.count()}.csv")
    export(leaving, named("csv"), target, Choices())
    _say("exported", str(target))


BEGINS = "begins"
DOING = {
    "tagged": (12, _tag),
    "imported": (2, _import),
    "undone": (2, _undo),
    "changed": (1, _change),
    "copied": (1, _copy),
    "merged": (2, _merge),
    "exported": (2, _export),
}
"""Each kind of work, how often it is done, and how."""
WEIGHTS = [weight for weight, _ in DOING.values()]

if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
