"""Killing a working program, and looking at what it left."""

import csv
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reader.store import Store
from tests.conftest import HARBOUR, keep
from tests.crash.working import BEGINS
from tests.store.released import first_release

_CORRECTED = "Corrected "


@dataclass
class Outcome:
    """What one kill did."""

    acknowledged: Counter[str] = field(default_factory=Counter)
    """Of each kind of change, how many were said to be done."""
    within: str = ""
    """The kind of change that was begun and not done when it was killed."""
    said: list[str] = field(default_factory=list)
    """The changes that were said to be done, by kind and name."""
    lost: list[str] = field(default_factory=list)
    """The changes that are not there, by kind and name."""
    wrong: list[str] = field(default_factory=list)


def kill_once(path: Path, seed: int) -> Outcome:
    """Start the work, kill it after some acknowledged changes, and look."""
    if not path.exists():
        for each in (path, path.with_name("other.db")):
            with Store(each, "ana") as store:
                keep(store, HARBOUR)
    lines = _killed(path, seed)
    said = [line for line in lines if not line.startswith(BEGINS)]
    outcome = Outcome(Counter(line.split()[0] for line in said), said=said)
    if lines and lines[-1].startswith(BEGINS):
        outcome.within = lines[-1].removeprefix(BEGINS).strip()
    outcome.lost = missing(path, said)
    with Store(path, "ana") as store:
        outcome.wrong += [finding.says for finding in store.examine()]
        outcome.wrong += [] if store.redo() is None or store.undo() else ["no undo"]
    for each in path.parent.glob("*.csv"):
        outcome.wrong += [] if _is_whole_csv(each) else [f"{each.name} is cut off"]
        each.unlink()
    return outcome


def missing(path: Path, said: Iterable[str]) -> list[str]:
    """Those of the changes that were said to be done, and are not."""
    with Store(path, "ana") as store:
        return [each for each in said if not _is_there(store, *each.split())]


def kill_migrating(path: Path, seed: int) -> Outcome:
    """Kill a program that brings an old library up to date, and look."""
    path.unlink(missing_ok=True)
    first_release(path)
    command = [sys.executable, "-m", "tests.crash.migrating", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        _spin(random.Random(seed).randrange(3_000_000))
        process.send_signal(signal.SIGKILL)
        said = process.stdout.readlines()
        outcome = Outcome(Counter(line.strip() for line in said))
    with Store(path, "ana") as store:
        outcome.wrong += [finding.says for finding in store.examine()]
        outcome.lost += [] if store.annotations.one("a1") else ["the old annotation"]
    for each in path.parent.glob(f"{path.name}.*"):
        each.unlink()
    return outcome


def _killed(path: Path, seed: int) -> list[str]:
    """What the program said before it was killed, in whole lines."""
    rng = random.Random(seed)
    command = [sys.executable, "-m", "tests.crash.working", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(rng.randrange(2, 50))]
        # At no moment of its choosing: while some later change is half done.
        _spin(rng.randrange(40_000))
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


def _spin(times: int) -> None:
    for _ in range(times):
        pass


def _is_there(store: Store, kind: str, what: str) -> bool:
    if kind == "tagged":
        return store.annotations.one(what) is not None
    if kind == "imported":
        return store.articles.one(int(what)) is not None
    if kind == "undone":
        return store.annotations.one(what) is None
    if kind == "merged":
        return store.tags.named(what) is not None
    if kind == "exported":
        # What the kill before found whole is cleared away.
        return not Path(what).exists() or _is_whole_csv(Path(what))
    if kind == "copied":
        # The oldest copies make room; one that is there is whole.
        return not Path(what).exists() or _is_whole(Path(what))
    assert kind == "changed"
    return _number(_changed(store)) >= _number(what)


def _changed(store: Store) -> str:
    """The name of the last change of the text that changes."""
    for each in store.articles.all():
        text = store.articles.version(each.version_id).text
        if text.startswith(_CORRECTED):
            return text.removeprefix(_CORRECTED).partition(".")[0]
    return "-1-0"


def _number(name: str) -> tuple[int, int]:
    """A name as its place in the order in which names are given."""
    seed, _, number = name.rpartition("-")
    return int(seed), int(number)


def _is_whole_csv(path: Path) -> bool:
    """Whether an export has the rows that its name promises."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file)) == int(path.stem.rpartition("-")[2])


def _is_whole(path: Path) -> bool:
    with Store(path, "ana") as copy:
        return bool(copy.articles.all())
