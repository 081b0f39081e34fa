"""How many passages are found again after each kind of edit, and how many wrongly.

`python -m tests.benchmarks.anchoring [--texts FILE] [--size CHARACTERS]`: passages of
the samples, of a made text (`--made chinese`), or of the texts of a JSONL file
(`text`), joined up to a size; edited as often as there are seeds. Wrong: anchored
where less than half of the truth is. False: anchored though half is gone. Undecidable:
of those still there, what `undecidable.py` calls so; open: those of them that were not
carried. The shares are of what is still there, all and the decidable. The first passage
pays for the comparison of the texts, and is told apart. The exit status is 1 when
something is beyond the targets of the last lines.
"""

import argparse
import json
import lzma
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from reader.model import Anchor, Span
from reader.resources import SEEDS
from reader.text.anchoring import Carrier
from reader.text.passages import Passages
from reader.text.pieces import Size
from reader.text.sought import UNSPACED
from tests.benchmarks.anchoring.edits import EDITS, Edit, Edited
from tests.benchmarks.anchoring.made import SCRIPTS, article
from tests.benchmarks.anchoring.undecidable import Undecidable

_PHRASE = Size.CLAUSE
"""Drawn as some words running, or some letters where words are not parted."""
_KINDS = (
    (Size.WORD, 0.15), (_PHRASE, 0.25), (Size.SENTENCE, 0.4), (Size.PARAGRAPH, 0.2)
)  # fmt: skip
_COLUMNS = (
    "asked", "ok", "near", "wrong", "review", "miss", "gone", "false", "undecid", "open"
)  # fmt: skip
_WRONG, _FALSE, _ASKED = 0.0005, 0.005, 0.01
"""The largest shares: of what is there, of what is gone, and of what is there again."""
_PLAIN_EDITS = ("none", "rewrap", "quotes", "typos", "lines", "move", "join")
"""Those after which a passage is to be found without a question."""


def texts(file: Path | None, made: str | None, size: int) -> list[str]:
    if made:
        return [article(SCRIPTS[made], size or 4000)]
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
        at = rng.randrange(len(text))
        span = _phrase(cut, at, rng) if size is _PHRASE else cut.at(at, size)
        if span is not None and span.of(text).strip():
            yield span


def _phrase(cut: Passages, at: int, rng: random.Random) -> Span | None:
    """Some words running of one paragraph."""
    paragraph = cut.at(at, Size.PARAGRAPH)
    if paragraph is None:
        return None
    at = max(at, paragraph.start)
    is_parted = not re.match(UNSPACED, cut.text[at])
    size, most = (Size.WORD, 8) if is_parted else (Size.CHARACTER, 14)
    pieces = list(islice(cut.forward(at, size), rng.randint(2, most)))
    within = [piece for piece in pieces if paragraph.covers(piece)]
    return Span(within[0].start, within[-1].end) if within else None


def judge(edit: Edit, sources: Iterable[str], count: int, seed: int) -> Counter[str]:
    tally: Counter[str] = Counter()
    for number, text in enumerate(sources):
        rng = random.Random(f"{seed} {edit.__name__} {number}")
        edited = Edited(text)
        edit(edited, rng)
        asked = list(passages(text, count, rng))
        began = time.process_time()
        carrier = Carrier(text, edited.text)
        carried = [carrier.carry(span) for span in asked[:1]]
        tally["first us"] += int(1e6 * (time.process_time() - began))
        carried += (carrier.carry(span) for span in asked[1:])
        tally["us"] += int(1e6 * (time.process_time() - began))
        tally["texts"] += 1
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--made", choices=SCRIPTS)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1])
    parser.add_argument("--edits", nargs="*")
    asked = parser.parse_args()
    sources = texts(asked.texts, asked.made, asked.size)
    shares = ("all %", "told %", "ms first", "ms each")
    print(f"{'edit':<12}" + "".join(f"{name:>8}" for name in (*_COLUMNS, *shares)))
    tallies: dict[str, Counter[str]] = {}
    for edit in EDITS:
        if not asked.edits or edit.__name__ in asked.edits:
            judged = (judge(edit, sources, asked.count, seed) for seed in asked.seeds)
            tallies[edit.__name__] = sum(judged, Counter())
            _say(edit.__name__, tallies[edit.__name__])
    whole = sum(tallies.values(), Counter())
    _say("all", whole)
    return int(_beyond(whole, tallies))


def _still(tally: Counter[str]) -> int:
    return tally["asked"] - tally["gone"] - tally["false"]


def _carried(tally: Counter[str]) -> float:
    """The share of what is still there, and can be told, that went along."""
    told = _still(tally) - tally["open"]
    return (tally["ok"] + tally["near"]) / max(1, told)


def _say(name: str, tally: Counter[str]) -> None:
    row = "".join(f"{tally[column]:>8}" for column in _COLUMNS)
    carried = tally["ok"] + tally["near"]
    shares = carried / max(1, _still(tally)), _carried(tally)
    row += "".join(f"{100 * share:>8.2f}" for share in shares)
    for taken, of in (("first us", "texts"), ("us", "asked")):
        row += f"{tally[taken] / 1000 / max(1, tally[of]):>9.2f}"
    print(f"{name:<12}{row}")


def _beyond(whole: Counter[str], tallies: dict[str, Counter[str]]) -> bool:
    """Print each target with what it came to; say whether one was missed."""
    gone = whole["gone"] + whole["false"]
    reached = [
        ("wrong", whole["wrong"] / max(1, _still(whole)), _WRONG),
        ("false", whole["false"] / max(1, gone), _FALSE),
        *(
            (f"asked about, {name}", 1 - _carried(tallies[name]), _ASKED)
            for name in _PLAIN_EDITS
            if name in tallies
        ),
    ]
    for name, share, most in reached:
        print(f"{name:<24}{100 * share:>7.3f} % of at most {100 * most:g} %")
    return any(share > most for _, share, most in reached)


if __name__ == "__main__":
    sys.exit(main())
