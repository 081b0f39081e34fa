"""How strongly the model takes each line for junk."""

from bisect import bisect_right

from reader.cleaning.learned.columns import Column, Columns
from reader.cleaning.learned.grams import look_of
from reader.cleaning.learned.weights import Weights, look_weights, word_weights
from reader.cleaning.reading import Paper

GRAIN = 4
"""Of the fortieths in which words are weighed, four make a step of a score."""
LEAST, MOST = -127, 127
"""A score of words and looks lies between these, in tenths of a log-odds."""


def spoken(paper: Paper, weights: Weights) -> tuple[Column, Column]:
    """What the words and the look of each line say, and what its words alone say."""
    looks, rules = look_weights(weights), weights.rules
    sums = word_weights(weights).sums([said.tokens for said in paper.said])
    both, alone = [], []
    for words, mark in zip(sums, paper.marks, strict=True):
        rule = rules.get(mark.rule_name)
        look = looks[look_of(mark)] + (rules[f"{mark.rule}"] if rule is None else rule)
        both.append((words + look) // GRAIN)
        alone.append(words // GRAIN)
    return _bounded(both), _bounded(alone)


def _bounded(scores: Column) -> Column:
    return [
        score if LEAST < score < MOST else LEAST if score < 0 else MOST
        for score in scores
    ]


def features(paper: Paper, weights: Weights) -> Columns:
    """Every feature of every line."""
    return Columns(paper, *spoken(paper, weights))


def sureness(score: int, weights: Weights) -> float:
    """How many of the labelled lines with such a score were junk, from 0 to 1."""
    place = bisect_right(weights.sure, (score, MOST)) - 1
    return weights.sure[max(place, 0)][1] / 100
