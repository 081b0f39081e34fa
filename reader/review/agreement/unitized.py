"""Agreement on where passages begin and end: Krippendorff's alpha for unitizing.

Krippendorff 1995 (Sociological Methodology 25, 47) and 2004 (Quality & Quantity 38,
787); with more than two coders too, for whom Krippendorff, Mathet, Bouvry and Widlöcher
2016 (Quality & Quantity 50, 2347) propose another coefficient. Held against:

- The example of Content Analysis, 2nd ed. (2004), p. 254, as DKPro Statistics has it: a
  continuum of 300 from 150 on, category c with observed disagreement .0144, expected
  .0532 and alpha .7286; k with .0000, .0490 and 1.0000. For both together .8591 is
  published, which is 1 - (.0144 + .0000) / (.0532 + .0490): of terms that were rounded
  first. Unrounded they are .014444 / (.053222 + .048979), and alpha is .8587, as
  1 - .014444 / .053222 is the .7286 of c alone, where rounded terms would give .7293.
  DKPro's test lets .8591 +- .0005 pass for the same reason.
- The second example of DKPro's `KrippendorffAlphaUnitizingAgreement`: observed .9100,
  expected .5351, alpha -.7003.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

from reader.model import Span

Segment = tuple[int, int, bool]
"""Where it begins, its length, and whether it is a unit or the gap between two."""
Disagreement = tuple[float, float]
"""The observed and the expected one."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What one text gives to the disagreement about one category.

    Those of several texts add up, but for the gaps, which go on from the end of one
    text into the next.
    """

    sums: tuple[int, ...]
    """Its length; the distances of pairs of coders; of its units the number, the sum
    of their lengths, of the squares and of the cubes."""
    lengths: tuple[int, ...]
    """Of the units of all coders."""
    gaps: tuple[int, ...]
    """Of all coders, those between two units."""
    edges: tuple[tuple[int, int] | None, ...]
    """For each coder the gaps before the first and after the last unit; None where
    there is no unit."""


def terms(units: Sequence[Sequence[Span]], continuum: Span) -> Terms:
    """The terms of one text and one category.

    Args:
        units: For each coder the units, in order and not overlapping.
        continuum: What could have been unitized, in code points.
    """
    cut = [_segments(each, continuum) for each in units]
    lengths = tuple(len(unit) for each in units for unit in each)
    return Terms(
        (
            len(continuum),
            sum(_between(one, other) for one, other in combinations(cut, 2)),
            *(sum(size**power for size in lengths) for power in range(4)),
        ),
        lengths,
        tuple(b.start - a.end for each in units for a, b in pairwise(each)),
        tuple(
            (each[0].start - continuum.start, continuum.end - each[-1].end)
            if each
            else None
            for each in units
        ),
    )


def disagreement(texts: Sequence[Terms]) -> Disagreement:
    """The disagreement about one category in texts that are laid end to end.

    The expected one is that of units thrown onto the gaps: a unit of length l finds
    g - l + 1 places in a gap of length g. For the gaps that hold every unit this sums
    up without a look at each; for the others, what it counts too little is given back.
    """
    coders = len(texts[0].edges)
    length, distances, count, units, squares, cubes = (
        sum(column) for column in zip(*(text.sums for text in texts), strict=True)
    )
    gaps = count + coders
    rooms = (coders * length - units + gaps) * squares - gaps * cubes
    rooms += _given_back(texts)
    together = (count - 1) * (2 * cubes - 3 * squares + units) / 3
    free = coders * length * (coders * length - 1) - squares + units
    return (
        2 * distances / (coders * (coders - 1) * length**2),
        2 / length * (together + rooms) / free if free else 0.0,
    )


def alpha(disagreements: Sequence[Disagreement]) -> float | None:
    """Alpha over categories; None where nothing could be disagreed about."""
    observed, expected = (sum(column) for column in zip(*disagreements, strict=True))
    return 1 - observed / expected if expected else None


def _given_back(texts: Sequence[Terms]) -> int:
    """What units that are longer than a gap took off, all gaps counted alike."""
    lengths = sorted(length for text in texts for length in text.lengths)
    longest = lengths[-1] if lengths else 0
    short = [gap for gap in _gaps(texts) if gap < longest]
    if not short:
        return 0
    squares = [0, *accumulate(length**2 for length in reversed(lengths))]
    cubes = [0, *accumulate(length**3 for length in reversed(lengths))]
    total = 0
    for gap in short:
        longer = len(lengths) - bisect_right(lengths, gap)
        total += cubes[longer] - (gap + 1) * squares[longer]
    return total


def _gaps(texts: Sequence[Terms]) -> Iterator[int]:
    """The lengths of all gaps, those between two units that touch among them."""
    for text in texts:
        yield from text.gaps
    for coder in range(len(texts[0].edges)):
        open_ = 0
        for text in texts:
            edges = text.edges[coder]
            if edges is None:
                open_ += text.sums[0]
            else:
                yield open_ + edges[0]
                open_ = edges[1]
        yield open_


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
