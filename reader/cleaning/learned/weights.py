"""The weights that were learned: how they are kept in a file, and read back."""

import json
import lzma
from array import array
from base64 import b85decode, b85encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from reader.cleaning.learned.forest import Forest
from reader.cleaning.learned.grams import word_place
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


@cache
def word_weights(weights: Weights) -> Remembered[str, int]:
    """The weight of each word alone, in fortieths of a log-odds."""
    return Remembered(lambda token: weights.words[word_place(token)])


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
