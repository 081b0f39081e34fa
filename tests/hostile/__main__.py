"""`python -m tests.hostile [AT_ONCE]`: the tour with each kind of payload by itself.

With all kinds side by side, as in the suite, a narrow place shows only the first of
them. Prints how many kinds were taken to how many places, and what escaped; that ends
it with status 1.

Args (of the command line):
    AT_ONCE: So many kinds side by side; 4 when it is left out.
"""

import sys
import tempfile
from pathlib import Path

from tests.hostile.files import make_files
from tests.hostile.library import make
from tests.hostile.payloads import KINDS, obeyed, payload
from tests.hostile.tour import TOUR, Tourist


def main() -> int:
    at_once = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    taken = escaped = 0
    every = list(KINDS)
    for start in range(0, len(every), at_once):
        kinds = every[start : start + at_once]
        with tempfile.TemporaryDirectory() as folder:
            missed, found = _toured(Path(folder), payload(*kinds))
        for line in (*missed, *found):
            sys.stdout.write(f"{', '.join(kinds)}: {line}\n")
        sys.stdout.flush()
        taken += len(kinds) * (len(TOUR) - len(missed))
        escaped += len(found)
    sys.stdout.write(
        f"{len(KINDS)} kinds, {len(TOUR)} stops: {taken} payloads at a place,"
        f" {escaped} escaped\n"
    )
    return 1 if escaped else 0


def _toured(folder: Path, words: str) -> tuple[list[str], list[str]]:
    """The stops whose way this payload has barred, and what escaped, and where.

    A payload may be a name of its own, end a sentence, or make two articles alike.
    """
    library = folder / "evil.db"
    make(library, words)
    missed: list[str] = []
    found: list[str] = []
    with Tourist(library, make_files(folder / "files", words), words) as tourist:
        for stop in TOUR:
            written, reached, raw = tourist.visit(stop)
            where = f"{stop.place} {stop.keys}"
            if reached[-1] != stop.place:
                missed.append(f"{where}: not reached, but {reached[-1]}")
            found += [f"{where}: {each}" for each in (*obeyed(written), *raw)]
    return missed, found


if __name__ == "__main__":
    sys.exit(main())
