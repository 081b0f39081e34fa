"""The weights that were learned: how they are kept in a file, and read back."""

import json
import lzma
from array import array
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from reader.cleaning.learned.forest import Forest
from reader.cleaning.learned.grams import (
    WHOLE,
    Look,
    first_place,
    last_place,
    look_places,
    pair_place,
    read_words,
    whole_place,
    word_place,
)
from reader.cleaning.remembered import Remembered

FILE = Path(__file__).with_name("weights.json.xz")
"""A JSON object, compressed: one set of weights for each model by its name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much each stretch of a feature's values speaks for junk, by itself."""

    cuts: tuple[int, ...]
    """The greatest value of every stretch but the last."""
    hundredths: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """One model. All numbers are whole, so every machine gives the same verdict."""

    looks: tuple[int, ...]
    """For each place of `grams.look_places`, in fortieths of a log-odds."""
    rules: Mapping[str, int]
    """For each rule by its name, and for a rule that the labels never met `1` or `2`.

    As `marks.Marks.rule` has it; the empty name is no rule.
    """
    words: Sequence[int]
    """For each place of `grams.word_places`; empty in the model for any language."""
    forest: Forest = field(default_factory=lambda: Forest((), ()))
    thresholds: Mapping[str, int] = field(default_factory=dict)
    """For each strength the least score that hides a line."""
    ruled: Mapping[str, int] = field(default_factory=dict)
    """The same for a line that a sure rule knows."""
    sure: tuple[tuple[int, int], ...] = ()
    """Scores, rising, and how many of a hundred lines about each were junk."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


class WordWeights:
    """What words weigh, looked up by the words: in fortieths of a log-odds.

    For a line it comes to what `grams.word_places` weigh, in half the time.
    """

    def __init__(self, table: Sequence[int]) -> None:
        """Take the weights of words by their places; of a model without words none."""
        self._table = table
        self.alone = Remembered(self._alone)
        """The weight of each word by itself."""
        self._edges = Remembered(self._edge)
        self._places = Remembered(word_place)

    def _alone(self, token: str) -> int:
        return self._table[word_place(token)]

    def _edge(self, token: str) -> tuple[int, int]:
        """What a word weighs besides where it begins a line, and where it ends one."""
        place = word_place(token)
        return self._table[first_place(place)], self._table[last_place(place)]

    def sums(self, lines: Iterable[Sequence[str]]) -> Iterator[int]:
        """What the words of each line weigh."""
        table, edges = self._table, self._edges
        alone, place = self.alone.__getitem__, self._places.__getitem__
        for tokens in lines:
            words = read_words(tokens)
            if not (words and table):
                yield 0
                continue
            size, first, last = len(words), words[0], words[-1]
            total = sum(map(alone, words)) + edges[first][0] + edges[last][1]
            if size > 1:
                total += table[pair_place(place(first), place(words[1]))]
            if size <= WHOLE:
                total += table[whole_place([*map(place, words)])]
            yield total


@cache
def word_weights(weights: Weights) -> WordWeights:
    """What the words of a model weigh."""
    return WordWeights(weights.words)


@cache
def look_weights(weights: Weights) -> Remembered[Look, int]:
    """What each look of a line weighs."""
    table = weights.looks
    return Remembered(lambda look: sum(table[place] for place in look_places(look)))


def dump(models: Mapping[str, Weights]) -> bytes:
    """The file's bytes, the same for the same weights."""
    plain = {name: _plain(weights) for name, weights in models.items()}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


@cache
def load() -> Mapping[str, Weights]:
    """The models that are shipped, read once, when first asked for."""
    if not FILE.exists():
        return {}
    stored = json.loads(lzma.decompress(FILE.read_bytes()))
    return {name: _weights(plain) for name, plain in stored.items()}


def _plain(weights: Weights) -> dict[str, Any]:
    return {
        "looks": weights.looks,
        "rules": dict(weights.rules),
        "words": b85encode(array("b", weights.words).tobytes()).decode(),
        "features": weights.forest.features,
        "trees": weights.forest.trees,
        "thresholds": dict(weights.thresholds),
        "ruled": dict(weights.ruled),
        "sure": weights.sure,
        "evidence": {
            name: (one.cuts, one.hundredths) for name, one in weights.evidence.items()
        },
    }


def _weights(plain: Mapping[str, Any]) -> Weights:
    return Weights(
        looks=tuple(plain["looks"]),
        rules=plain["rules"],
        words=array("b", b85decode(plain["words"])),
        forest=Forest(plain["trees"], plain["features"]),
        thresholds=plain["thresholds"],
        ruled=plain["ruled"],
        sure=tuple((score, share) for score, share in plain["sure"]),
        evidence={
            name: Evidence(tuple(cuts), tuple(hundredths))
            for name, (cuts, hundredths) in plain["evidence"].items()
        },
    )
