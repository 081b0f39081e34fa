"""How strongly the model takes each line for junk."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from reader.cleaning.learned.columns import Column, columns
from reader.cleaning.learned.grams import look_places, word_places
from reader.cleaning.learned.marks import Marks
from reader.cleaning.learned.weights import Tree, Weights
from reader.cleaning.wording import Wording

GRAIN = 4
"""Of the fortieths in which words are weighed, four make a step of a score."""
NEVER = -(1 << 30)
PLAIN_CONTENT = -900
"""The score of a line whose words alone are plainly the article's."""
LEAST, MOST = -127, 127
"""A score of words and looks lies between these, in tenths of a log-odds."""


def spoken(
    lines: Sequence[Marks], said: Sequence[Wording], weights: Weights
) -> tuple[Column, Column]:
    """What the words and the look of each line say, and what its words alone say."""
    weighed: dict[str, tuple[int, int]] = {}
    for mark, wording in zip(lines, said, strict=True):
        if wording.plain not in weighed:
            weighed[wording.plain] = _weighed(mark, wording.tokens, weights)
    both = [weighed[wording.plain] for wording in said]
    return [score for score, _ in both], [words for _, words in both]


def _weighed(mark: Marks, tokens: Sequence[str], weights: Weights) -> tuple[int, int]:
    words = 0
    if weights.words:
        table = weights.words
        words = sum([table[place] for place in word_places(tokens)])
    looks = weights.looks
    look = sum([looks[place] for place in look_places(mark)])
    look += weights.rules.get(mark.rule_name, weights.rules[f"{mark.rule}"])
    return (
        max(LEAST, min(MOST, (words + look) // GRAIN)),
        max(LEAST, min(MOST, words // GRAIN)),
    )


def features(
    lines: Sequence[Marks],
    said: Sequence[Wording],
    kinds: Sequence[str],
    weights: Weights,
) -> dict[str, Column]:
    """Every feature of every line, as `columns.columns` gives them."""
    scores, word_scores = spoken(lines, said, weights)
    keys = [words.plain for words in said]
    return columns(lines, scores, word_scores, kinds, keys)


def totals(found: Mapping[str, Column], weights: Weights) -> Column:
    """The score of each line, in hundredths of a log-odds; high is junk.

    The trees are asked one after another, and no further than is needed: after
    some of them most lines are so plain that the rest changes no verdict.
    """
    low, high = weights.settled
    rows = list(zip(*[found[name] for name in weights.features], strict=True))
    legs = _legs(weights)
    plain_junk = max(weights.thresholds.values(), default=0)
    return [
        PLAIN_CONTENT
        if score <= low
        else plain_junk
        if score >= high
        else _total(row, legs, plain_junk)
        for score, row in zip(found["score"], rows, strict=True)
    ]


Leg = tuple[Sequence[Tree], int, int]
"""Some trees, and the bounds within which the next ones are asked."""


def _legs(weights: Weights) -> list[Leg]:
    legs: list[Leg] = []
    start = 0
    for check in weights.checks:
        legs.append((weights.trees[start : check.trees], check.low, check.high))
        start = check.trees
    legs.append((weights.trees[start:], NEVER, NEVER))
    return legs


def _total(row: Sequence[int], legs: Sequence[Leg], plain_junk: int) -> int:
    total = 0
    for trees, low, high in legs:
        for tree in trees:
            node = tree
            while node.__class__ is tuple:
                feature, edge, lower, upper = node
                node = lower if row[feature] <= edge else upper
            total += node  # type: ignore[operator]
        if total >= high > low:
            return max(total, plain_junk)
        if total <= low:
            return total
    return total


def sureness(score: int, weights: Weights) -> float:
    """How many of the labelled lines with such a score were junk, from 0 to 1."""
    place = bisect_right(weights.sure, (score, MOST)) - 1
    return weights.sure[max(place, 0)][1] / 100
