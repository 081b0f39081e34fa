"""`python -m tests.crash [KILLS]`: kill a working program again and again, and count.

Prints the kills, the changes that it had acknowledged, and how many of these were
lost; what was found damaged after a kill ends it with status 1.
"""

import sys
import tempfile
from pathlib import Path

from tests.crash.killing import kill_migrating, kill_once


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    damage = 0
    for name, kill in (("at work", kill_once), ("migrating", kill_migrating)):
        acknowledged = lost = 0
        wrong: list[str] = []
        with tempfile.TemporaryDirectory() as folder:
            for number in range(kills if kill is kill_once else kills // 3):
                outcome = kill(Path(folder) / "library.db", number)
                acknowledged += outcome.acknowledged
                lost += len(outcome.lost)
                wrong += outcome.wrong
        said = f"{name}: {number + 1} kills, {acknowledged} acknowledged, {lost} lost"
        sys.stdout.write("\n".join((said, *wrong, "")))
        damage += lost + len(wrong)
    return 1 if damage else 0


if __name__ == "__main__":
    sys.exit(main())
