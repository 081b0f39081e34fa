"""Learn which kind a hidden line is, from lines read by hand, and write the weights.

    python tests/benchmarks/cleaning/train_kinds.py [--folds]

The lines are those of two sets that `handread` reads, but for sites of the sets that
are only scored: hidden at normal strength, drawn at random, and read with their
neighbours by the guide in `reader/cleaning/kinds.py` before the program named them.
Needs numpy, scipy, scikit-learn, and the labelled set beside the repository.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
from handread import DATA, FRESH, HELD, LEARN, OLDER, HandRead, hand_read
from labelled import Page, pages
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from reader.cleaning.findings import findings
from reader.cleaning.kinds import KINDS
from reader.cleaning.learned import kinds
from reader.cleaning.learned.judge import judge, model_for
from reader.cleaning.learned.kinds import Kinds
from reader.cleaning.learned.signs import own
from reader.cleaning.reading import read
from reader.cleaning.repetition import copies
from reader.cleaning.telling import surroundings
from reader.cleaning.verdicts import Strength

FOLDS = 5
FORTIETHS = 40
LEAST_MET = 2
"""A sign that fewer lines have is not learned."""
SMOOTHING = 0.3
"""The inverse strength of the ridge; .15 and .6 give the same within .3 %."""


def signs_of(page: Page, lines: Sequence[HandRead]) -> dict[int, list[str]]:
    """The signs of some lines of a page, by their numbers; of those that are hidden."""
    paper = read(page.texts)
    hidden = findings(paper, Strength.NORMAL, {}).hidden
    again = copies(paper.texts, [said.tokens for said in paper.said])
    model = model_for(paper)
    if model is None:
        return {}
    runs = judge(paper, model).found["short_run"]
    seen, _ = surroundings(paper, hidden, again, runs)
    places = {line: at for at, group in enumerate(paper.groups) for line in group}
    return {
        one.line: [*own(paper, at), *seen.around(at)]
        for one in lines
        if hidden[at := places[one.line]]
    }


def learn(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Kinds:
    """A ridge softmax regression over signs, in whole numbers."""
    met = Counter(sign for row in rows for sign in row)
    known = sorted(sign for sign, count in met.items() if count >= LEAST_MET)
    at = {sign: number for number, sign in enumerate(known)}
    places = [sorted(at[sign] for sign in row if sign in at) for row in rows]
    ends = np.cumsum([0, *map(len, places)])
    flat = np.concatenate(places)
    matrix = sparse.csr_matrix(
        (np.ones(len(flat)), flat, ends), shape=(len(rows), len(known))
    )
    model = LogisticRegression(C=SMOOTHING, max_iter=300, tol=1e-3)
    model.fit(matrix, names)
    weights = np.rint(model.coef_.T * FORTIETHS).astype(int)
    # The intercept goes to the signs of size, of which each line has exactly one.
    base = np.rint(model.intercept_ * FORTIETHS).astype(int)
    for sign, number in at.items():
        if sign.startswith("size ") and sign.count(" ") == 1:
            weights[number] += base
    kept = {
        sign: weights[number].tolist()
        for sign, number in at.items()
        if weights[number].any()
    }
    return Kinds(model.classes_.tolist(), kept)


def likeliest(model: Kinds, row: Sequence[str]) -> str:
    """The kind of a line by its signs."""
    known = [model.weights[sign] for sign in row if sign in model.weights]
    sums = [sum(each) for each in zip(*known, strict=True)]
    return model.names[sums.index(max(sums))]


def examples(found: Sequence[Page]) -> tuple[list[list[str]], list[str], list[int]]:
    """The signs, the likeliest kind and the fold of each line to learn from."""
    sets = [hand_read(LEARN), hand_read(OLDER)]
    kept = hand_read(HELD).keys() | hand_read(FRESH).keys()
    scored = {page.site for page in found if page.name in kept}
    rows, names, folds = [], [], []
    for page in found:
        lines = [one for each in sets for one in each.get(page.name, ())]
        if not lines or page.site in scored:
            continue
        signs = signs_of(page, lines)
        for one in lines:
            if one.line in signs:
                rows.append(signs[one.line])
                names.append(one.kinds[0])
                folds.append(page.fold(FOLDS))
    return rows, names, folds


def main() -> None:
    """Write the weights, or say how well weights do on sites they have not seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true", help="measure, write nothing")
    options = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"the labelled set is absent: {DATA} is not there")
    rows, names, folds = examples(pages())
    assert set(names) <= {kind.name for kind in KINDS}
    if not options.folds:
        kinds.FILE.write_bytes(kinds.dump(learn(rows, names)))
        print(f"{kinds.FILE.name}: {kinds.FILE.stat().st_size:,} bytes")
        return
    right = 0
    for fold in range(FOLDS):
        seen = [at for at, where in enumerate(folds) if where != fold]
        model = learn([rows[at] for at in seen], [names[at] for at in seen])
        for at, where in enumerate(folds):
            right += where == fold and likeliest(model, rows[at]) == names[at]
    print(
        f"{len(rows)} lines, by site: {100 * right / len(rows):.1f} % as read by hand"
    )


if __name__ == "__main__":
    main()
