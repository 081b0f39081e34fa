"""Agreement on where passages begin and end: Krippendorff's alpha for unitizing.

Krippendorff 1995 (Sociological Methodology 25, 47) and 2004 (Quality & Quantity 38,
787). Held against the example of the latter's book form, Content Analysis, 2nd ed.,
p. 254: a continuum of 300 from 150 on, category c with observed disagreement .0144,
expected .0532 and alpha .7286; k with alpha 1; both together .8591. And against the
second example of DKPro Statistics' `KrippendorffAlphaUnitizingAgreement`: observed
.9100, expected .5351, alpha -.7003.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from reader.model import Span
from reader.review.agreement.measure import Measure
from reader.review.agreement.nominal import NO_UNITS, ONE_CODER

Segment = tuple[int, int, bool]
"""Where it begins, its length, and whether it is a unit or the gap between two."""

NOBODY = "nobody used it"
EVERYTHING = "no variation: everything is tagged"


def alpha_u(units: Sequence[Mapping[str, Sequence[Span]]], continuum: Span) -> Measure:
    """Alpha over all categories.

    Args:
        units: For each coder and category the units, in order and not overlapping.
        continuum: What could have been unitized, in code points.
    """
    if len(units) < 2:
        return Measure.undefined(ONE_CODER)
    if not continuum:
        return Measure.undefined(NO_UNITS)
    categories = sorted(
        {name for each in units for name, spans in each.items() if spans}
    )
    if not categories:
        return Measure.undefined(NOBODY)
    found = [
        disagreement([each.get(name, ()) for each in units], continuum)
        for name in categories
    ]
    observed, expected = sum(o for o, _ in found), sum(e for _, e in found)
    if not expected:
        return Measure.undefined(EVERYTHING)
    return Measure(1 - observed / expected)


def disagreement(
    units: Sequence[Sequence[Span]], continuum: Span
) -> tuple[float, float]:
    """The observed and the expected disagreement of one category.

    Args:
        units: For each coder the units of the category.
        continuum: What could have been unitized.
    """
    length, coders = len(continuum), len(units)
    cut = [_segments(each, continuum) for each in units]
    observed = 2 * sum(
        _between(cut[one], cut[other])
        for one in range(coders)
        for other in range(one + 1, coders)
    )
    lengths = [size for each in cut for _, size, is_unit in each if is_unit]
    gaps = sorted(size for each in cut for _, size, is_unit in each if not is_unit)
    return (
        observed / (coders * (coders - 1) * length**2),
        _expected(lengths, gaps, coders, length),
    )


def _expected(
    lengths: Sequence[int], gaps: Sequence[int], coders: int, length: int
) -> float:
    """The disagreement if units and gaps were thrown onto the continuum."""
    above = [0, *accumulate(gap + 1 for gap in reversed(gaps))]
    count = len(lengths)
    total = 0.0
    for size in lengths:
        larger = len(gaps) - bisect_left(gaps, size)
        rooms = above[larger] - larger * size
        total += (count - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        total += size**2 * rooms
    pairs = coders * length * (coders * length - 1)
    free = pairs - sum(size * (size - 1) for size in lengths)
    return 2 / length * total / free if free else 0.0


def _segments(units: Sequence[Span], continuum: Span) -> list[Segment]:
    """Units and gaps, one after the other, over the whole continuum."""
    found: list[Segment] = []
    at = continuum.start
    for unit in units:
        if unit.start > at:
            found.append((at, unit.start - at, False))
        found.append((unit.start, len(unit), True))
        at = unit.end
    if at < continuum.end:
        found.append((at, continuum.end - at, False))
    return found


def _between(one: Sequence[Segment], other: Sequence[Segment]) -> int:
    """The distances of all pairs of segments that share something."""
    total = first = 0
    for segment in one:
        begin, size, _ = segment
        while first < len(other) and other[first][0] + other[first][1] <= begin:
            first += 1
        place = first
        while place < len(other) and other[place][0] < begin + size:
            total += distance(segment, other[place])
            place += 1
    return total


def distance(one: Segment, other: Segment) -> int:
    """How far two segments are apart, squared (Krippendorff 1995, function 6)."""
    begin, size, is_unit = one
    begin_other, size_other, is_unit_other = other
    lag = begin - begin_other
    if is_unit and is_unit_other:
        if -size < lag < size_other:
            return lag**2 + (lag + size - size_other) ** 2
    elif is_unit and size_other - size >= lag >= 0:
        return size**2
    elif is_unit_other and size - size_other >= -lag >= 0:
        return size_other**2
    return 0
