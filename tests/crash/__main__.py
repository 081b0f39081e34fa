"""`python -m tests.crash [KILLS]`: kill a working program again and again, and count.

Prints the kills, the changes that it had acknowledged, and how many of these were
lost; what was found damaged after a kill ends it with status 1.
"""

import sys
import tempfile
from pathlib import Path

from tests.crash.killing import kill_once


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    acknowledged = lost = 0
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        for number in range(kills):
            outcome = kill_once(path, number)
            acknowledged += outcome.acknowledged
            lost += len(outcome.lost)
            wrong += outcome.wrong
    said = f"{kills} kills, {acknowledged} changes acknowledged, {lost} lost"
    sys.stdout.write("\n".join((said, *wrong, "")))
    return 1 if lost or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
