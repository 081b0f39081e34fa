"""The words that are typical of some passages, by log-likelihood.

T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence (1993), in
the form of P. Rayson and R. Garside, Comparing Corpora using Frequency Profiling
(2000): two counts of a word against those to be expected if it were equally frequent
in both texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final

LEAST: Final = 3.84
"""The log-likelihood from which chance alone explains it once in twenty words."""

_LEVELS: Final = ((15.13, "p < .0001"), (10.83, "p < .001"), (6.63, "p < .01"))
"""The values of chi-squared with one degree of freedom."""


@dataclass(frozen=True, slots=True)
class TypicalWord:
    """A word that is more frequent inside than outside, and the counts that say so."""

    word: str
    inside: int
    outside: int
    expected: float
    """How often it would stand inside if it were equally frequent."""
    likelihood: float
    """The log-likelihood, G2: the higher, the less it is chance."""

    @property
    def level(self) -> str:
        """How likely chance alone would do that: `p < .01`."""
        reached = (said for limit, said in _LEVELS if self.likelihood >= limit)
        return next(reached, "p < .05")


def typical_words(
    inside: Mapping[str, int], outside: Mapping[str, int], *, times: int = 2
) -> list[TypicalWord]:
    """The words that are typical of what is inside, the most typical first.

    Args:
        inside: How often each word stands in the passages.
        outside: The same for the text that they are compared with.
        times: A word must stand so often inside.
    """
    here, there = sum(inside.values()), sum(outside.values())
    found = []
    for word, count in inside.items():
        other = outside.get(word, 0)
        expected = here * (count + other) / (here + there)
        if count < times or count <= expected:
            continue
        likelihood = 2 * (
            _term(count, expected)
            + _term(other, there * (count + other) / (here + there))
        )
        if likelihood >= LEAST:
            found.append(TypicalWord(word, count, other, expected, likelihood))
    return sorted(found, key=lambda each: (-each.likelihood, each.word))


def _term(count: int, expected: float) -> float:
    return count * log(count / expected) if count else 0.0
