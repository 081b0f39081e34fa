"""Which paragraphs are like a passage, by the words that they share (BM25).

The weight of a word is that of S. Robertson and H. Zaragoza, The Probabilistic
Relevance Framework: BM25 and Beyond (2009), 3.2; its logarithm has one added inside,
so that a word in most paragraphs weighs little, and never less than nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

_SATURATION: Final = 1.2
"""k1: how soon the same word again adds little."""
_LENGTH: Final = 0.75
"""b: how much a long paragraph has to make up for its length."""
_SAID: Final = 6
"""Shared words that are told, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like one of the paragraphs is."""

    place: int
    """Its place among those that were asked about."""
    score: float
    shared: tuple[str, ...]
    """The words that make it so, the weightiest first."""


def ranked(asked: Iterable[str], paragraphs: Sequence[Sequence[str]]) -> list[Likeness]:
    """Those that share a word with the passage, the most like first.

    Args:
        asked: The tokens of the passage; each counts once.
        paragraphs: The tokens of each paragraph.
    """
    wanted = set(asked)
    counts = [
        Counter(token for token in tokens if token in wanted) for tokens in paragraphs
    ]
    in_how_many = Counter(word for count in counts for word in count)
    total = len(paragraphs)
    mean = sum(map(len, paragraphs)) / total if total else 0.0
    rare = {
        word: log(1 + (total - many + 0.5) / (many + 0.5))
        for word, many in in_how_many.items()
    }
    found = []
    for place, (count, tokens) in enumerate(zip(counts, paragraphs, strict=True)):
        if not count:
            continue
        length = _SATURATION * (1 - _LENGTH + _LENGTH * len(tokens) / mean)
        weights = {
            word: rare[word] * times * (_SATURATION + 1) / (times + length)
            for word, times in count.items()
        }
        said = sorted(weights, key=lambda word: (-weights[word], word))[:_SAID]
        found.append(Likeness(place, sum(weights.values()), tuple(said)))
    return sorted(found, key=lambda each: (-each.score, each.place))
