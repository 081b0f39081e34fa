"""How strongly the model takes each line for junk."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.cleaning.learned.columns import Column, columns
from reader.cleaning.learned.grams import look_places, word_places
from reader.cleaning.learned.marks import Marks
from reader.cleaning.learned.weights import Weights
from reader.cleaning.wording import Wording

GRAIN = 4
"""Of the fortieths in which words are weighed, four make a step of a score."""
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
    words = look = 0
    if table := weights.words:
        words = sum([table[place] for place in word_places(tokens)])
    looks = weights.looks
    for place in look_places(mark):
        look += looks[place]
    rule = weights.rules.get(mark.rule_name)
    look += weights.rules[f"{mark.rule}"] if rule is None else rule
    return _bounded((words + look) // GRAIN), _bounded(words // GRAIN)


def _bounded(score: int) -> int:
    return score if LEAST < score < MOST else LEAST if score < 0 else MOST


def features(
    lines: Sequence[Marks],
    said: Sequence[Wording],
    kinds: Sequence[str],
    weights: Weights,
) -> dict[str, Column]:
    """Every feature of every line, as `columns.columns` gives them."""
    scores, word_scores = spoken(lines, said, weights)
    return columns(lines, scores, word_scores, kinds)


def sureness(score: int, weights: Weights) -> float:
    """How many of the labelled lines with such a score were junk, from 0 to 1."""
    place = bisect_right(weights.sure, (score, MOST)) - 1
    return weights.sure[max(place, 0)][1] / 100
