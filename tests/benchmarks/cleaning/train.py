"""Learn the weights from the labelled pages, and write them into the package.

    python tests/benchmarks/cleaning/train.py

Needs numpy, scikit-learn and lightgbm, and `../shared/boilerplate` beside the
repository. The thresholds are chosen on sites that the weights had not seen.
"""

import argparse
import pickle
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import fit
import numpy as np
from labelled import TITLE, Example, examples, pages

from reader.cleaning.learned.judge import scored
from reader.cleaning.learned.weights import FILE, Weights, dump

FOLDS = 5
LOSSES = {"careful": 0.09, "normal": 0.5, "strict": 1.18}
"""For each strength how much of the article may be lost, in per cent of its tokens.

Measured before the guards, which keep some lines, and the prose that a text must
have: together they bring it to a little under what is allowed.
"""
RULED_LOSSES = {"careful": 0.02, "normal": 0.04, "strict": 0.06}
"""How much of that the sure rules may lose beyond what the model loses."""


class Held:
    """The examples, and what each fold's weights, which saw no page of it, say."""

    def __init__(self, found: Sequence[Example], *, spoken: bool) -> None:
        self.found = found
        self.spoken = spoken
        self.junk, self.weights = fit.flat(found)
        self.balance = fit.balance(found)
        self.page = np.array([n for n, one in enumerate(found) for _ in one.junk])
        self.fold = np.array([one.page.fold(FOLDS) for one in found])[self.page]
        self.matrix = fit.matrix(found, spoken=spoken)
        self._words: dict[frozenset[int], Weights] = {}

    def words(self, without: frozenset[int]) -> Weights:
        """The words' weights from all folds but some."""
        if without not in self._words:
            rows = ~np.isin(self.fold, list(without))
            self._words[without] = fit.fit_words(
                self.matrix[rows], self.junk[rows], self.weights[rows]
            )
        return self._words[without]

    def table(self, held_out: frozenset[int]) -> dict[str, np.ndarray]:
        """The features of every line, none by weights that saw its fold.

        Nor any, on the lines to learn from, by weights that saw `held_out`.
        """
        table: dict[str, np.ndarray] = {}
        for fold in range(FOLDS):
            part = [one for one in self.found if one.page.fold(FOLDS) == fold]
            weights = self.words(held_out | {fold})
            for name, column in fit.table_of(part, weights).items():
                whole = table.setdefault(name, np.zeros(len(self.junk), np.int32))
                whole[self.fold == fold] = column
        return table

    def learn(self, held_out: frozenset[int]) -> tuple[Weights, dict[str, np.ndarray]]:
        """Weights from all folds but those held out, and the table they came from."""
        table = self.table(held_out)
        rows = ~np.isin(self.fold, list(held_out))
        asked = fit.ASKED if self.spoken else fit.ASKED - fit.UNFIT
        forest = fit.fit_trees(
            {name: column[rows] for name, column in table.items()},
            self.junk[rows],
            self.balance[rows],
            sorted(asked),
        )
        return replace(self.words(held_out), forest=forest), table


def losses(held: Held, hidden: np.ndarray) -> float:
    """The greater of the two tracks' mean share of lost tokens, in per cent."""
    lost = hidden & (held.junk == 0) & (held.weights != TITLE)
    by_page = np.bincount(held.page, held.weights * lost, len(held.found))
    raw = np.array([one.page.track == "raw" for one in held.found])
    return 100 * max(by_page[raw].mean(), by_page[~raw].mean())


def lowest(held: Held, scores: np.ndarray, rows: np.ndarray, most: float) -> int:
    """The least threshold on some rows at which no more than `most` is lost."""
    low, high = int(scores.min()), int(scores.max()) + 1
    while low < high:
        middle = (low + high) // 2
        if losses(held, rows & (scores >= middle)) <= most:
            high = middle
        else:
            low = middle + 1
    return low


def out_of_fold(held: Held) -> tuple[dict[int, Weights], np.ndarray]:
    """Each fold's weights, and every line's score by the weights that never saw it."""
    weights = {}
    scores = np.zeros(len(held.junk), np.int64)
    for fold in range(FOLDS):
        weights[fold], table = held.learn(frozenset((fold,)))
        rows = held.fold == fold
        part = {name: column[rows] for name, column in table.items()}
        asked = {name: column.tolist() for name, column in part.items()}
        scores[rows] = scored(asked, fit.in_doubt(part).tolist(), weights[fold].forest)
        print(f"fold {fold} learned", file=sys.stderr)
    return weights, scores


def settings(held: Held, scores: np.ndarray) -> dict[str, Any]:
    """What is chosen on lines that were not learned from: thresholds and sureness."""
    sure = np.array([mark.rule == 2 for one in held.found for mark in one.paper.marks])
    everywhere = np.ones(len(scores), bool)
    thresholds, ruled = {}, {}
    for name, most in LOSSES.items():
        room = most - RULED_LOSSES[name]
        thresholds[name] = lowest(held, scores, everywhere, room)
        hidden = scores >= thresholds[name]
        extra = sure & ~hidden
        ruled[name] = lowest(held, scores, extra, RULED_LOSSES[name])
    return {
        "thresholds": thresholds,
        "ruled": ruled,
        "sure": fit.shares(scores, held.junk, held.weights),
    }


def train(
    found: Sequence[Example], *, spoken: bool
) -> tuple[Weights, dict[int, Weights]]:
    """The weights to ship, and those of each fold with the same settings."""
    held = Held(found, spoken=spoken)
    by_fold, scores = out_of_fold(held)
    chosen = settings(held, scores)
    print(chosen, file=sys.stderr)
    last, table = held.learn(frozenset())
    said = fit.evidence(table, held.junk, held.weights)
    unfit = frozenset() if spoken else fit.UNFIT
    chosen["evidence"] = {name: said[name] for name in said if name not in unfit}
    folds = {fold: replace(one, **chosen) for fold, one in by_fold.items()}
    return replace(last, **chosen), folds


def main() -> None:
    """Train both models; keep the folds' weights for the score table if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=Path, help="where to keep the folds' weights")
    options = parser.parse_args()
    found = examples(pages())
    models, folds = {}, {}
    for name, spoken in (("english", True), ("any", False)):
        models[name], folds[name] = train(found, spoken=spoken)
    FILE.write_bytes(dump(models))
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes", file=sys.stderr)
    if options.folds:
        options.folds.write_bytes(pickle.dumps(folds))


if __name__ == "__main__":
    main()
