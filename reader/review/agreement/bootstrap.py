"""How sure a figure is: the 95 % interval over articles drawn again and again.

The percentile bootstrap of Efron and Tibshirani 1993, chapter 13. Articles are drawn,
not sentences, because the sentences of one article are alike. What a figure needs of an
article is taken from it once, so that a draw only adds up. The published example is the
correlation of their fifteen law schools: (.46, .96) in Wasserman 2004, example 8.6.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter
from random import Random
from typing import Any, TypeVar

from reader.review.agreement.overlap import Tally, f1

Part = TypeVar("Part")
Drawn = TypeVar("Drawn")

RESAMPLES = 1000
_TAIL = 0.025

Answers = tuple[int, ...]
"""How many sentences got the tag from nobody, from one coder, from two, and so on."""
Table = tuple[int, int, int, int]
"""How many sentences got the tag from both, the first, the second, neither."""
Apart = tuple[int, Sequence[float]]
"""The place of an article among all, and how far it is from each of them: the sum of
the distances between the sets of tags of any coder here and of any coder there."""
Interval = tuple[float, float]


class Draws:
    """Articles drawn again and again, the same for every figure."""

    def __init__(self, articles: int, seed: int, resamples: int = RESAMPLES) -> None:
        """Draw them; of fewer than two nothing is drawn.

        Args:
            articles: How many there are; as many are drawn each time.
            seed: The same seed gives the same draws.
            resamples: How often they are drawn.
        """
        draw = Random(seed)
        times = resamples if articles > 1 else 0
        self._picks: list[Callable[[Sequence[Any]], Any]] = [
            itemgetter(*draw.choices(range(articles), k=articles)) for _ in range(times)
        ]

    def of(
        self, parts: Sequence[Part], figure: Callable[[Sequence[Part]], Drawn]
    ) -> list[Drawn]:
        """A figure of each draw.

        Args:
            parts: What the figure is made of, one part an article.
            figure: Makes it.
        """
        return [figure(pick(parts)) for pick in self._picks]


def middle(values: Sequence[float | None]) -> Interval | None:
    """The ends of the middle 95 % of a figure's values, one a draw.

    None without draws, or when the figure is seldom defined.
    """
    found = sorted(value for value in values if value is not None)
    if not found or 2 * len(found) < len(values):
        return None
    last = len(found) - 1
    return found[round(_TAIL * last)], found[round((1 - _TAIL) * last)]


def alpha_of(parts: Sequence[Answers]) -> float | None:
    """Krippendorff's nominal alpha of two categories, from counts alone."""
    coders, total, yes, split = _counted(parts)
    if not 0 < yes < total:
        return None
    observed = 2 * split / (coders - 1) / total
    expected = 2 * yes * (total - yes) / (total * (total - 1))
    return float(1 - observed / expected)


def fleiss_of(parts: Sequence[Answers]) -> float | None:
    """Fleiss' kappa of two categories, from counts alone."""
    coders, total, yes, split = _counted(parts)
    if not 0 < yes < total:
        return None
    share = yes / total
    observed = 1 - 2 * split / (total * (coders - 1))
    expected = share**2 + (1 - share) ** 2
    return float((observed - expected) / (1 - expected))


def _counted(parts: Sequence[Answers]) -> tuple[int, int, int, int]:
    """The coders, their answers, those that are yes, the pairs that differ."""
    counts = [sum(column) for column in zip(*parts, strict=True)]
    coders = len(counts) - 1
    yes = sum(number * count for number, count in enumerate(counts))
    split = sum(n * (coders - n) * count for n, count in enumerate(counts))
    return coders, coders * sum(counts), yes, split


def cohen_of(parts: Sequence[Table]) -> float | None:
    """Cohen's kappa of two coders and two categories, from counts alone."""
    both, first, second, neither = (sum(column) for column in zip(*parts, strict=True))
    units = both + first + second + neither
    one, two = both + first, both + second
    # Of units ** 2; whole numbers, so that agreement by chance alone is 0 and no less.
    expected = one * two + (units - one) * (units - two)
    if expected == units**2:
        return None
    return float((units * (both + neither) - expected) / (units**2 - expected))


def f1_of(parts: Sequence[Sequence[Tally]]) -> float | None:
    """The mean F1 over pairs of coders."""
    by_pair = [f1(pair) for pair in zip(*parts, strict=True)]
    found = [value for value in by_pair if value is not None]
    return sum(found) / len(found) if found else None


def masi_of(coders: int) -> Callable[[Sequence[Apart]], float | None]:
    """Krippendorff's alpha of sets of tags, as a figure of articles."""

    def figure(parts: Sequence[Apart]) -> float | None:
        pick = itemgetter(*(place for place, _ in parts))
        times = Counter(place for place, _ in parts)
        rows = dict(parts)
        expected: float = sum(
            times[place] * sum(pick(row)) for place, row in rows.items()
        )
        observed: float = sum(row[place] for place, row in parts)
        if not expected:
            return None
        pairs = coders * len(parts) - 1
        return 1 - pairs * observed / ((coders - 1) * expected)

    return figure
