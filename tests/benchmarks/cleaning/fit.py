"""From labelled paragraphs to weights: two fits, and tables made of the trees."""

from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import lightgbm
import numpy as np
from labelled import Example
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from reader.cleaning.learned.columns import FEATURES, Column, doubtful
from reader.cleaning.learned.forest import Forest, Tree
from reader.cleaning.learned.grams import BITS, LOOKS, look_of, look_places, word_places
from reader.cleaning.learned.reasons import SAYS
from reader.cleaning.learned.scores import features
from reader.cleaning.learned.weights import Evidence, Weights
from reader.cleaning.rules import RULES

RULE_NAMES = ("", *(rule.name for rule in RULES))
FORTIETHS, HUNDREDTHS = 40, 100
STEP = 2
"""Leaves are whole steps of so many hundredths: a binary digit fewer to count."""
LEAST_MET = 5
"""A rule that stands on fewer lines gets the weight of its like."""
LEAST_WEIGHT = 0.0002
SMOOTHING = 0.03
"""The inverse strength of the ridge on words; chosen among .003 to 2 on inner folds."""
TREES: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 24,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 100,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
ROUNDS = 120
CONTENT, RAW_CONTENT = 2.0, 0.42
"""A lost token weighs more than a kept line; less on pages that are mostly menu."""
LEAST_CONTENT, LEAST_JUNK = 0.001, 0.0005
"""No paragraph of a long page weighs less than this."""
ASKED = frozenset(FEATURES) - {
    "near_1",
    "prose_after",
    "short_run",
}
"""What the trees may ask for; without the others they do as well, and sooner."""
UNFIT = frozenset(
    (
        "score_words",
        "words_near_3",
        "capitals",
        "chars",
    )
)
"""Features that mean something else in another language."""


def matrix(found: Sequence[Example], *, spoken: bool) -> sparse.csr_matrix:
    """A row for each paragraph, a column for each place of a weight."""
    width = len(RULE_NAMES) + LOOKS + ((1 << BITS) if spoken else 0)
    columns: list[int] = []
    ends = [0]
    numbers = {name: number for number, name in enumerate(RULE_NAMES)}
    for one in found:
        for mark, said in zip(one.paper.marks, one.paper.said, strict=True):
            columns.append(numbers[mark.rule_name])
            columns += [len(RULE_NAMES) + place for place in look_places(look_of(mark))]
            if spoken:
                start = len(RULE_NAMES) + LOOKS
                columns += [start + place for place in word_places(said.tokens)]
            ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    return sparse.csr_matrix((ones, columns, ends), shape=(len(ends) - 1, width))


def flat(found: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """The labels and the weights of every paragraph, one page after another."""
    junk = np.array([label for one in found for label in one.junk])
    weights = np.array([weight for one in found for weight in one.weights])
    return junk, weights


def fit_words(
    rows: sparse.csr_matrix, junk: np.ndarray, weights: np.ndarray
) -> Weights:
    """A ridge logistic regression over words and looks, in whole numbers."""
    used = weights > 0
    scale = np.clip(weights[used], LEAST_WEIGHT, 1)
    model = LogisticRegression(C=SMOOTHING, max_iter=80, tol=1e-3)
    model.fit(rows[used], junk[used], sample_weight=scale * len(scale) / scale.sum())
    fortieths = np.rint(model.coef_[0] * FORTIETHS).astype(int)
    start = len(RULE_NAMES) + LOOKS
    base = round(float(model.intercept_[0]) * FORTIETHS)
    rules = {
        name: int(weight) + base
        for name, weight in zip(RULE_NAMES, fortieths, strict=False)
    }
    met = np.asarray(rows[used].sum(axis=0)).ravel()[: len(RULE_NAMES)] >= LEAST_MET
    sort = np.array([0, *(1 + rule.alone for rule in RULES)])
    for kind in (0, 1, 2):
        known = fortieths[: len(RULE_NAMES)][met & (sort == kind)]
        rules[str(kind)] = base + int(np.median(known))
    rules = {
        name: weight
        for name, weight in rules.items()
        if name not in RULE_NAMES or met[RULE_NAMES.index(name)]
    }
    words = array("b", np.clip(fortieths[start:], -127, 127).tolist())
    looks = tuple(fortieths[len(RULE_NAMES) : start].tolist())
    return Weights(looks, rules, words)


def table_of(found: Sequence[Example], weights: Weights) -> dict[str, np.ndarray]:
    """Every feature of every paragraph, one page after another."""
    parts: dict[str, list[Column]] = {}
    for one in found:
        found = features(one.paper, weights)
        # The trees learn from all lines, also from those they will not be asked about.
        found.doubtful = [True] * len(one.junk)
        for name in FEATURES:
            parts.setdefault(name, []).append(found[name])
    return {name: np.concatenate(columns) for name, columns in parts.items()}


def balance(found: Sequence[Example]) -> np.ndarray:
    """The weights of the paragraphs as the trees get them."""
    junk, weights = flat(found)
    raw = np.array([one.page.track == "raw" for one in found for _ in one.junk])
    least = np.where(junk == 1, LEAST_JUNK, LEAST_CONTENT)
    clipped = np.clip(weights, least, 1) * (weights > 0)
    return clipped * np.where(
        junk == 1, 1.0, np.where(raw, CONTENT * RAW_CONTENT, CONTENT)
    )


def in_doubt(table: Mapping[str, np.ndarray]) -> np.ndarray:
    """Which lines the trees are asked about."""
    columns = (table[name].tolist() for name in ("score", "prose", "rule"))
    return np.array(doubtful(*columns), bool)


def fit_trees(
    table: Mapping[str, np.ndarray],
    junk: np.ndarray,
    weights: np.ndarray,
    names: Sequence[str],
) -> Forest:
    """Boosted trees over some features, their leaves in whole hundredths."""
    used = weights > 0
    rows = np.column_stack([table[name][used] for name in names]).astype(np.int32)
    scale = weights[used] * used.sum() / weights[used].sum()
    data = lightgbm.Dataset(rows, junk[used], weight=scale, feature_name=list(names))
    model = lightgbm.train(TREES, data, ROUNDS)
    trees = model.dump_model()["tree_info"]
    return Forest([_tree(tree["tree_structure"]) for tree in trees], names)


def _tree(node: Mapping[str, Any]) -> Tree:
    if "leaf_value" in node:
        return round(node["leaf_value"] * HUNDREDTHS / STEP) * STEP
    edge = int(np.floor(node["threshold"]))
    low, high = _tree(node["left_child"]), _tree(node["right_child"])
    return node["split_feature"], edge, low, high


def evidence(
    table: Mapping[str, np.ndarray], junk: np.ndarray, weights: np.ndarray
) -> dict[str, Evidence]:
    """How much each stretch of each feature speaks for junk, by itself."""
    found = {}
    odds = weights[junk == 1].sum() / weights[junk == 0].sum()
    for name in sorted(SAYS.keys() & table.keys()):
        values = table[name]
        cuts = np.unique(np.quantile(values, np.linspace(0.1, 0.9, 9)).astype(int))
        steps = np.searchsorted(cuts, values, side="left")
        size = len(cuts) + 1
        bad = np.bincount(steps, weights * (junk == 1), size) + 1
        good = np.bincount(steps, weights * (junk == 0), size) + 1 / odds
        hundredths = np.rint(np.log(bad / good / odds) * HUNDREDTHS).astype(int)
        found[name] = Evidence(tuple(cuts.tolist()), tuple(hundredths.tolist()))
    return found


def shares(scores: np.ndarray, junk: np.ndarray, weights: np.ndarray) -> Any:
    """For rising scores how many of a hundred lines above each are junk."""
    used = weights > 0
    order = np.argsort(scores[used], kind="stable")
    ranked, labels = scores[used][order], junk[used][order]
    bounds = np.unique(np.linspace(0, len(ranked), 41).astype(int))
    found: dict[int, int] = {}
    best = 0
    for low, high in pairwise(bounds.tolist()):
        best = max(best, round(100 * float(labels[low:high].mean())))
        found[int(ranked[low])] = min(best, 99)
    return tuple(found.items())
