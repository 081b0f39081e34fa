"""Lines whose kind was read by hand; by page and number, for their texts are not ours.

All were read with the neighbouring lines in view, by the guide in
`reader/cleaning/kinds.py`, before the program had named them. `train_kinds.py` learns
from `kinds_learn.csv` and from `kinds.csv`, an older set of one line a page, after
whose errors the rules were mended once. The others are drawn evenly from all hidden
lines of sites that are not learned from: `kinds_held.csv` was scored, and its errors
were looked at; `kinds_fresh.csv` was read and scored after that. In these two the
copies that `repetition` finds were made duplicates when the guide did, 9 lines and 6;
in the other two a copy still has the kind of what it copies, for no copy is asked of
the weights.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
DATA = Path(__file__).parents[4] / "shared" / "boilerplate" / "dev.jsonl.xz"
"""Beside the repository, when it is there at all: its texts are not ours to give."""
LEARN, OLDER = _HERE / "kinds_learn.csv", _HERE / "kinds.csv"
HELD, FRESH = _HERE / "kinds_held.csv", _HERE / "kinds_fresh.csv"


@dataclass(frozen=True, slots=True)
class HandRead:
    """The kinds that one line may be read as, the likeliest first."""

    line: int
    """Its number on the page, from 0."""
    kinds: tuple[str, ...]


def hand_read(path: Path) -> Mapping[str, list[HandRead]]:
    """The lines of a set by the name of their page.

    A row is a page with `number:kind|kind` for each line; or, in the older set, a page,
    a number and the kinds.
    """
    found: dict[str, list[HandRead]] = defaultdict(list)
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        lines = row.get("lines") or f"{row['line']}:{row['kinds']}"
        for one in lines.split():
            number, _, kinds = one.partition(":")
            found[row["document"]].append(
                HandRead(int(number), tuple(kinds.split("|")))
            )
    return found
