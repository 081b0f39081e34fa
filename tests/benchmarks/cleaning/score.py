"""The score table: every layer alone and together, by kind and by converter.

    python tests/benchmarks/cleaning/score.py --folds FILE

FILE is what `train.py --folds FILE` kept: then each page is judged by weights
that saw no page of its site. Without it the shipped weights are used, which
have seen every page, and the table says so. `score.py` of the labelled set
does the scoring; where the set is absent, nothing is scored. `scores.txt` is the
table of the weights that are shipped.
"""

import argparse
import importlib.util
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from handread import DATA, FRESH, HELD, OLDER, hand_read
from labelled import Page, pages

from reader.cleaning.findings import findings
from reader.cleaning.judged import Said
from reader.cleaning.learned.languages import ENGLISH
from reader.cleaning.learned.weights import Weights
from reader.cleaning.reading import Paper, read
from reader.cleaning.verdicts import Strength

FOLDS = 5
ALL = frozenset(("rules", "repetition", "model"))
RUNS = (
    ("rules alone", frozenset(("rules",)), Strength.NORMAL),
    ("repetition alone", frozenset(("repetition",)), Strength.NORMAL),
    ("model alone, normal", frozenset(("model",)), Strength.NORMAL),
    ("together, careful", ALL, Strength.CAREFUL),
    ("together, normal", ALL, Strength.NORMAL),
    ("together, strict", ALL, Strength.STRICT),
)
Folds = Mapping[str, Mapping[int, Weights]]


def scorer() -> ModuleType:
    """The scorer that comes with the labelled set."""
    spec = importlib.util.spec_from_file_location("scorer", DATA.with_name("score.py"))
    if spec is None or spec.loader is None:
        raise FileNotFoundError(DATA)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged_by(page: Page, paper: Paper, folds: Folds, model: str) -> Weights | None:
    """The weights that saw no page of the site; None for those that are shipped."""
    if not folds:
        return None
    name = model or ("english" if paper.language is ENGLISH else "any")
    return folds[name][page.fold(FOLDS)]


def verdicts(
    page: Page,
    paper: Paper,
    layers: frozenset[str],
    strength: Strength,
    weights: Weights | None,
) -> list[Said | None]:
    """Why each line of a page is hidden, or None."""
    found = findings(paper, strength, {}, layers, weights).told()
    result: list[Said | None] = [None] * len(page.texts)
    for place, group in enumerate(paper.groups):
        for line in group:
            result[line] = found.get(place)
    return result


def documents(score: ModuleType, path: Path) -> list[dict[str, Any]]:
    """The labelled documents, as the scorer reads them."""
    return list(score.load(str(path)))


def print_row(
    score: ModuleType,
    name: str,
    docs: Sequence[Mapping[str, Any]],
    golds: Sequence[Any],
    keeps: Sequence[Sequence[bool]],
) -> None:
    """One run: a row for each track, with the titles that were kept."""
    for track in ("raw", "residue"):
        at = [place for place, doc in enumerate(docs) if doc["track"] == track]
        stats = [score.doc_stats(golds[place], keeps[place]) for place in at]
        titles = score.titles([docs[at_] for at_ in at], [keeps[at_] for at_ in at])
        print(score.row(f"{name} | {track}", score.agg(stats)), f"{titles:6.1f}")


def print_groups(
    score: ModuleType,
    docs: Sequence[Mapping[str, Any]],
    golds: Sequence[Any],
    keeps: Sequence[Sequence[bool]],
) -> None:
    """The run by converter, and how much of each kind it hides."""
    for converter in sorted({doc["converter"] for doc in docs}):
        at = [place for place, doc in enumerate(docs) if doc["converter"] == converter]
        stats = [score.doc_stats(golds[place], keeps[place]) for place in at]
        print(score.row(f"  {converter}", score.agg(stats)))
    every = [
        score.doc_stats(gold, keep) for gold, keep in zip(golds, keeps, strict=True)
    ]
    there = sum((stat["kinds"] for stat in every), Counter[str]())
    hidden = sum((stat["kk"] for stat in every), Counter[str]())
    for kind, count in there.most_common():
        share = 100 * (1 - (count - hidden[kind]) / count)
        print(f"  {kind:<14}{count:>8} lines of junk, hidden {share:5.1f} %")


def print_kinds(found: Sequence[Sequence[Said | None]], docs: Sequence[Page]) -> None:
    """How often the kind that was named is the one that the labels' pattern names."""
    right, counted = Counter[str](), Counter[str]()
    for verdict, page in zip(found, docs, strict=True):
        for finding, kind, label in zip(verdict, page.kinds, page.labels, strict=True):
            if finding and label == "boilerplate" and kind != "other":
                counted[kind] += 1
                right[kind] += finding.kind == kind
    print("Kinds, by the weights that are shipped; of the sites of kinds_fresh.csv and")
    print("kinds_held.csv they have learned from no line, of most others from some:")
    print(f"kind as labelled: {100 * right.total() / max(1, counted.total()):.1f} %")
    for kind, count in counted.most_common():
        share = 100 * right[kind] / count
        print(f"  {kind:<14}{count:>8} hidden, so named {share:5.1f} %")


def print_kinds_by_hand(
    found: Sequence[Sequence[Said | None]], docs: Sequence[Page], path: Path
) -> None:
    """The same for lines whose kind was read by hand, before the program named one.

    Where a line may be read in several ways the likeliest comes first. Below, what was
    named where that is not the likeliest.
    """
    at = {page.name: number for number, page in enumerate(docs)}
    counted, likeliest, possible = Counter[str](), Counter[str](), 0
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    for name, lines in hand_read(path).items():
        for one in lines:
            if finding := found[at[name]][one.line]:
                counted[one.kinds[0]] += 1
                likeliest[one.kinds[0]] += finding.kind == one.kinds[0]
                possible += finding.kind in one.kinds
                missed[one.kinds[0]][finding.kind] += finding.kind != one.kinds[0]
    total = max(1, counted.total())
    print(
        f"{path.name}: {total} hidden, the likeliest "
        f"{100 * likeliest.total() / total:.1f} %, one that may be read "
        f"{100 * possible / total:.1f} %"
    )
    for kind, count in counted.most_common():
        others = [f"{name} {n}" for name, n in missed[kind].most_common() if n]
        print(f"  {kind:<12}{count:>5}, so named {likeliest[kind]:>4}; ", end="")
        print(", ".join(others) or "-")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--model", default="", help="judge all pages by this model")
    options = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"the labelled set is absent: {DATA} is not there")
    folds: Folds = pickle.loads(options.folds.read_bytes()) if options.folds else {}
    score, found = scorer(), pages()
    docs = documents(score, DATA)
    golds = [score.prep(doc) for doc in docs]
    how = "by site, five folds" if folds else "IN SAMPLE: the weights saw these pages"
    print(f"{len(docs)} documents, {how}\n{score.HEAD} {'titles':>6}")
    read_once = [
        (page, paper, judged_by(page, paper, folds, options.model))
        for page, paper in ((page, read(page.texts)) for page in found)
    ]
    for name, layers, strength in RUNS:
        results = [
            verdicts(page, paper, layers, strength, weights)
            for page, paper, weights in read_once
        ]
        keeps = [[finding is None for finding in result] for result in results]
        print_row(score, name, docs, golds, keeps)
        if layers == ALL and strength is Strength.NORMAL:
            print_groups(score, docs, golds, keeps)
            print_kinds(results, found)
            for path in (FRESH, HELD, OLDER):
                print_kinds_by_hand(results, found, path)


if __name__ == "__main__":
    main()
