"""How sure a figure is: the 95 % interval over articles drawn again and again.

The percentile bootstrap of Efron and Tibshirani 1993, chapter 13. Articles are drawn,
not sentences, because the sentences of one article are alike.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from reader.review.agreement.overlap import Tally, f1

Part = TypeVar("Part")

RESAMPLES = 1000
_TAIL = 0.025

Answers = tuple[int, ...]
"""How many sentences got the tag from nobody, from one coder, from two, and so on."""
Table = tuple[int, int, int, int]
"""How many sentences got the tag from both, the first, the second, neither."""


def interval(
    parts: Sequence[Part],
    figure: Callable[[Sequence[Part]], float | None],
    seed: int,
    resamples: int = RESAMPLES,
) -> tuple[float, float] | None:
    """The middle 95 % of a figure over resampled articles.

    Args:
        parts: What the figure is made of, one part an article.
        figure: Makes it; None when it is not defined for these parts.
        seed: The same seed gives the same interval.
        resamples: How often the articles are drawn.

    Returns:
        Its ends; None with fewer than two articles, or a figure that is seldom
        defined.
    """
    if len(parts) < 2:
        return None
    draw = Random(seed)
    found: list[float] = []
    for _ in range(resamples):
        value = figure(draw.choices(parts, k=len(parts)))
        if value is not None:
            found.append(value)
    if 2 * len(found) < resamples:
        return None
    found.sort()
    last = len(found) - 1
    return found[round(_TAIL * last)], found[round((1 - _TAIL) * last)]


def alpha_of(parts: Sequence[Answers]) -> float | None:
    """Krippendorff's nominal alpha of two categories, from counts alone."""
    counts = [sum(column) for column in zip(*parts, strict=True)]
    coders, units = len(counts) - 1, sum(counts)
    yes: int = sum(number * count for number, count in enumerate(counts))
    total = units * coders
    if not 0 < yes < total:
        return None
    split: int = sum(n * (coders - n) * count for n, count in enumerate(counts))
    observed = 2 * split / (coders - 1) / total
    expected = 2 * yes * (total - yes) / (total * (total - 1))
    return float(1 - observed / expected)


def fleiss_of(parts: Sequence[Answers]) -> float | None:
    """Fleiss' kappa of two categories, from counts alone."""
    counts = [sum(column) for column in zip(*parts, strict=True)]
    coders, units = len(counts) - 1, sum(counts)
    yes: int = sum(number * count for number, count in enumerate(counts))
    total = units * coders
    if not 0 < yes < total:
        return None
    share = yes / total
    split: int = sum(n * (coders - n) * count for n, count in enumerate(counts))
    observed = 1 - 2 * split / (total * (coders - 1))
    expected = share**2 + (1 - share) ** 2
    return float((observed - expected) / (1 - expected))


def cohen_of(parts: Sequence[Table]) -> float | None:
    """Cohen's kappa of two coders and two categories, from counts alone."""
    both, first, second, neither = (sum(column) for column in zip(*parts, strict=True))
    units = both + first + second + neither
    one, two = (both + first) / units, (both + second) / units
    expected = one * two + (1 - one) * (1 - two)
    return (
        ((both + neither) / units - expected) / (1 - expected) if expected < 1 else None
    )


def f1_of(parts: Sequence[Sequence[Tally]]) -> float | None:
    """The mean F1 over pairs of coders."""
    by_pair = [f1(pair) for pair in zip(*parts, strict=True)]
    found = [value for value in by_pair if value is not None]
    return sum(found) / len(found) if found else None
