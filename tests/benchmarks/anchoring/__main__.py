"""How many passages are found again after each kind of edit, and how many wrongly.

`python -m tests.benchmarks.anchoring [--texts FILE] [--size CHARACTERS]`: passages of
the samples, or of the texts of a JSONL file (`text`), joined up to a size. Wrong:
anchored where less than half of the truth is. False: anchored though half is gone.
Undecidable: of those still there, what `undecidable.py` calls so; open: those of them
that were not carried. The shares are of what is still there, all and the decidable.
"""

import argparse
import json
import lzma
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.model import Anchor, Span
from reader.resources import SEEDS
from reader.text.anchoring import Carrier
from reader.text.passages import Passages
from reader.text.pieces import Size
from tests.benchmarks.anchoring.edits import EDITS, Edit, Edited
from tests.benchmarks.anchoring.undecidable import Undecidable

_KINDS = ((Size.WORD, 0.15), (Size.SENTENCE, 0.65), (Size.PARAGRAPH, 0.2))
_COLUMNS = (
    "asked", "ok", "near", "wrong", "review", "miss", "gone", "false", "undecid", "open"
)  # fmt: skip


def texts(file: Path | None, size: int) -> list[str]:
    if file is None:
        found = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    else:
        with lzma.open(file, "rt", encoding="utf-8") as rows:
            by_page = {
                row.get("page", n): row for n, row in enumerate(map(json.loads, rows))
            }
            found = [_text(row) for row in by_page.values()]
    if not size:
        return found
    return ["\n\n".join(found)[:size]]


def _text(row: dict[str, object]) -> str:
    if "text" in row:
        return str(row["text"])
    lines = row["lines"]
    assert isinstance(lines, list)
    return "\n".join(
        str(line["text"] if isinstance(line, dict) else line) for line in lines
    )


def passages(text: str, count: int, rng: random.Random) -> Iterator[Span]:
    cut = Passages(text)
    for _ in range(count):
        size = rng.choices([k for k, _ in _KINDS], [w for _, w in _KINDS])[0]
        span = cut.at(rng.randrange(len(text)), size)
        if span is not None and span.of(text).strip():
            yield span


def judge(edit: Edit, sources: Iterable[str], count: int, seed: int) -> Counter[str]:
    tally: Counter[str] = Counter()
    for number, text in enumerate(sources):
        rng = random.Random(f"{seed} {edit.__name__} {number}")
        edited = Edited(text)
        edit(edited, rng)
        asked = list(passages(text, count, rng))
        began = time.process_time()
        carrier = Carrier(text, edited.text)
        carried = [carrier.carry(span) for span in asked]
        tally["us"] += int(1e6 * (time.process_time() - began))
        traced, undecidable = edited.traced(), Undecidable(text, edited.text)
        for span, each in zip(asked, carried, strict=True):
            truth = traced.now(span)
            outcome = _outcome(truth, each.span, each.anchor)
            is_undecidable = truth is not None and undecidable(span, truth)
            tally.update(("asked", outcome))
            tally["undecid"] += is_undecidable
            tally["open"] += is_undecidable and outcome not in ("ok", "near")
    return tally


def _outcome(truth: Span | None, span: Span | None, anchor: Anchor) -> str:
    if truth is None:
        return "false" if anchor is Anchor.ANCHORED else "gone"
    if anchor is Anchor.REVIEW:
        return "review"
    if span is None:
        return "miss"
    both = max(0, min(span.end, truth.end) - max(span.start, truth.start))
    share = both / (len(span) + len(truth) - both)
    return "ok" if share >= 0.9 else "near" if share >= 0.5 else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", nargs="*")
    asked = parser.parse_args()
    sources = texts(asked.texts, asked.size)
    names = "".join(f"{name:>8}" for name in (*_COLUMNS, "all %", "told %", "ms each"))
    print(f"{'edit':<12}{names}")
    whole: Counter[str] = Counter()
    for edit in EDITS:
        if not asked.edits or edit.__name__ in asked.edits:
            tally = judge(edit, sources, asked.count, asked.seed)
            whole += tally
            _say(edit.__name__, tally)
    _say("all", whole)


def _say(name: str, tally: Counter[str]) -> None:
    row = "".join(f"{tally[column]:>8}" for column in _COLUMNS)
    carried = tally["ok"] + tally["near"]
    still = tally["asked"] - tally["gone"] - tally["false"]
    shares = (100 * carried / max(1, n) for n in (still, still - tally["open"]))
    row += "".join(f"{share:>8.2f}" for share in shares)
    print(f"{name:<12}{row}{tally['us'] / 1000 / max(1, tally['asked']):>8.2f}")


if __name__ == "__main__":
    main()
