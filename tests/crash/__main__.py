"""`python -m tests.crash [KILLS]`: kill a working program again and again, and count.

Prints the kills; of each kind of change how many it had acknowledged, how many of these
were lost, and how often it was killed in the middle of one. Anything lost or damaged
ends it with status 1.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.crash.killing import Outcome, kill_migrating, kill_once, missing


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    damage = 0
    for name, kill in (("at work", kill_once), ("migrating", kill_migrating)):
        count = kills if kill is kill_once else kills // 3
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "library.db"
            outcomes = [kill(path, number) for number in range(count)]
            # What a kill has left may be lost by a later one.
            said = [line for outcome in outcomes for line in outcome.said]
            at_last = missing(path, said) if said else []
        damage += _tell(name, outcomes, at_last)
    return 1 if damage else 0


def _tell(name: str, outcomes: Sequence[Outcome], at_last: Sequence[str]) -> int:
    """Print what came of the kills; gives how much was lost or damaged."""
    done: Counter[str] = sum((each.acknowledged for each in outcomes), Counter())
    within = Counter(each.within for each in outcomes if each.within)
    lost = {line for each in outcomes for line in each.lost} | set(at_last)
    by_kind = Counter(line.split()[0] for line in lost)
    wrong = [line for each in outcomes for line in each.wrong]
    lines = [f"{name}: {len(outcomes)} kills, {done.total()} acknowledged"]
    lines += [
        f"  {kind}: {done[kind]} acknowledged, {by_kind[kind]} lost,"
        f" {within[kind]} kills in the middle"
        for kind in sorted({*done, *within, *by_kind})
    ]
    sys.stdout.write("\n".join((*lines, *wrong, "")))
    return len(lost) + len(wrong)


if __name__ == "__main__":
    sys.exit(main())
