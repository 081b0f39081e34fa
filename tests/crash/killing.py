"""Killing a working program, and looking at what it left."""

import random
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from reader.store import Store
from tests.conftest import HARBOUR, keep


@dataclass
class Outcome:
    """What one kill did."""

    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def kill_once(path: Path, seed: int) -> Outcome:
    """Start the work, kill it after some acknowledged changes, and look."""
    if not path.exists():
        with Store(path, "ana") as store:
            keep(store, HARBOUR)
    said = _killed(path, seed)
    outcome = Outcome(acknowledged=len(said))
    with Store(path, "ana") as store:
        outcome.wrong += [finding.says for finding in store.examine()]
        outcome.lost += [each for each in said if not _is_there(store, *each.split())]
        outcome.wrong += [] if store.redo() is None or store.undo() else ["no undo"]
    return outcome


def _killed(path: Path, seed: int) -> list[str]:
    """What the program said before it was killed, in whole lines."""
    rng = random.Random(seed)
    command = [sys.executable, "-m", "tests.crash.working", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(rng.randrange(1, 25))]
        # At no moment of its choosing: while some later change is half done.
        for _ in range(rng.randrange(40_000)):
            pass
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


def _is_there(store: Store, kind: str, what: str) -> bool:
    if kind == "tagged":
        return store.annotations.one(what) is not None
    if kind == "imported":
        return store.articles.one(int(what)) is not None
    if kind == "undone":
        return store.annotations.one(what) is None
    if kind == "copied":
        # The oldest copies make room; one that is there is whole.
        return not Path(what).exists() or _is_whole(Path(what))
    return any(
        store.articles.version(each.version_id).text.startswith("Corrected")
        for each in store.articles.all()
    )


def _is_whole(path: Path) -> bool:
    with Store(path, "ana") as copy:
        return bool(copy.articles.all())
