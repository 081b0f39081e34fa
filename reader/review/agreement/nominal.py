"""Agreement of categories: alpha, Cohen's and Fleiss' kappa, alpha with MASI.

The coefficients are those of NLTK, which is imported here alone and only when a
figure is asked for. The published examples that they are held against:

- Cohen's kappa of the 2 x 2 tables of Wikipedia's article, .4000, .1304, .2593.
- Fleiss' kappa of the 10 subjects and 14 raters of Fleiss 1971 (Psychological
  Bulletin 76, 378), .210.
- Krippendorff's alpha of "Computing Krippendorff's Alpha-Reliability" (2011): example
  A, binary, .095; example C, four observers with missing values, nominal, .743.
- MASI distance of Passonneau 2006: {1, 2} and {1, 2, 3, 4}, of NLTK's documentation,
  .667; the bigrams of cat and hat, of Abydos' documentation, .889.
- Alpha with MASI: six units of two labelers, 93/269 (M1KUAPP/Turn 2026, research note
  35, in exact fractions); two different sets of one unit, 0 (Stack Overflow 72071635).
  With sets of one tag each it is nominal alpha.
"""

from collections.abc import Hashable, Sequence
from itertools import chain, combinations
from typing import Any

from reader.review.agreement.measure import Measure

Rating = Hashable | None
"""None where a coder did not rate the unit."""

NOBODY = "nobody has finished an article"
ONE_CODER = "only one coder"
NO_UNITS = "nothing that several coders have finished"
NO_VARIATION = "no variation: all gave the same answer everywhere"
_NOTHING = frozenset(("",))
"""Stands for the empty set of tags: two empty sets are alike, and MASI divides by
what two sets have."""


def alpha(ratings: Sequence[Sequence[Rating]]) -> Measure:
    """Krippendorff's alpha for nominal data.

    Args:
        ratings: For each coder the rating of each unit, in the same order.
    """
    if why := _degenerate(ratings):
        return Measure.undefined(why)
    return Measure(float(_task(ratings).alpha()))


def kappa(ratings: Sequence[Sequence[Hashable]]) -> Measure:
    """Cohen's kappa of two coders; of more, Fleiss'."""
    if why := _degenerate(ratings):
        return Measure.undefined(why)
    task = _task(ratings)
    # NLTK's multi-pi is Fleiss' kappa (Artstein and Poesio 2008, section 2.6).
    return Measure(float(task.kappa() if len(ratings) == 2 else task.pi()))


def masi_alpha(sets: Sequence[Sequence[frozenset[str]]]) -> Measure:
    """Krippendorff's alpha of sets of tags, with Passonneau's MASI as the distance.

    Args:
        sets: For each coder the set of tags of each document, in the same order.
    """
    from nltk.metrics.distance import masi_distance

    filled = [[tags or _NOTHING for tags in row] for row in sets]
    if why := _degenerate(filled):
        return Measure.undefined(why)
    return Measure(float(_task(filled, masi_distance).alpha()))


def masi_distances(sets: Sequence[frozenset[str]]) -> list[list[float]]:
    """MASI from each of some sets of tags, all different, to each."""
    from nltk.metrics.distance import masi_distance

    filled = [tags or _NOTHING for tags in sets]
    rows = [[0.0] * len(sets) for _ in sets]
    for (a, one), (b, other) in combinations(enumerate(filled), 2):
        rows[a][b] = rows[b][a] = float(masi_distance(one, other))
    return rows


def too_few(coders: Sequence[object]) -> str:
    """Why fewer than two coders have no agreement."""
    return ONE_CODER if coders else NOBODY


def _degenerate(ratings: Sequence[Sequence[Rating]]) -> str:
    """Why there is no coefficient, or nothing."""
    if len(ratings) < 2:
        return too_few(ratings)
    units = [[r for r in unit if r is not None] for unit in zip(*ratings, strict=True)]
    pairable = [unit for unit in units if len(unit) > 1]
    if not pairable:
        return NO_UNITS
    if len(set(chain.from_iterable(pairable))) < 2:
        return NO_VARIATION
    return ""


def _task(ratings: Sequence[Sequence[Rating]], distance: object = None) -> Any:
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance

    triples = [
        (coder, unit, rating)
        for coder, row in enumerate(ratings)
        for unit, rating in enumerate(row)
        if rating is not None
    ]
    return AnnotationTask(triples, distance or binary_distance)
