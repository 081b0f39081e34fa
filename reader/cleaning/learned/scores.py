"""How strongly the model takes each line for junk."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from reader.cleaning.learned.columns import Column, columns
from reader.cleaning.learned.grams import look_places, word_places
from reader.cleaning.learned.languages import Language
from reader.cleaning.learned.marks import Marks
from reader.cleaning.learned.weights import Weights
from reader.cleaning.reading import REMEMBERED, SHORT, Paper

GRAIN = 4
"""Of the fortieths in which words are weighed, four make a step of a score."""
LEAST, MOST = -127, 127
"""A score of words and looks lies between these, in tenths of a log-odds."""


def spoken(paper: Paper, weights: Weights) -> tuple[Column, Column]:
    """What the words and the look of each line say, and what its words alone say."""
    known = _short_lines(weights, paper.language)
    if len(known) >= REMEMBERED:
        known.clear()
    both = []
    for text, said, mark in zip(paper.texts, paper.said, paper.marks, strict=True):
        score = known.get(text)
        if score is None:
            score = _scored(said.tokens, mark, weights)
            if len(text) <= SHORT and len(known) < REMEMBERED:
                known[text] = score
        both.append(score)
    return [score for score, _ in both], [words for _, words in both]


@cache
def _short_lines(
    weights: Weights, language: Language | None
) -> dict[str, tuple[int, int]]:
    """The scores of short lines that were seen lately: sites repeat their menus.

    For each language its own, because the look of a line rests on its little words.
    """
    return {}


def _scored(tokens: Sequence[str], mark: Marks, weights: Weights) -> tuple[int, int]:
    words = 0
    if table := weights.words:
        words = sum([table[place] for place in word_places(tokens)])
    looks = weights.looks
    ends, begins, capitals, stops, lengths = look_places(mark)
    look = looks[ends] + looks[begins] + looks[capitals] + looks[stops] + looks[lengths]
    rule = weights.rules.get(mark.rule_name)
    look += weights.rules[f"{mark.rule}"] if rule is None else rule
    return _bounded((words + look) // GRAIN), _bounded(words // GRAIN)


def _bounded(score: int) -> int:
    return score if LEAST < score < MOST else LEAST if score < 0 else MOST


def features(paper: Paper, weights: Weights) -> dict[str, Column]:
    """Every feature of every line, as `columns.columns` gives them."""
    return columns(paper, *spoken(paper, weights))


def sureness(score: int, weights: Weights) -> float:
    """How many of the labelled lines with such a score were junk, from 0 to 1."""
    place = bisect_right(weights.sure, (score, MOST)) - 1
    return weights.sure[max(place, 0)][1] / 100
