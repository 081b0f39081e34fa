"""Agreement of passages as pairs: F1 of exact spans, and of spans that overlap enough.

F1 is the same whichever coder is taken as the key (Hripcsak and Rothschild 2005), and
does not count the text that nobody tagged. The published example of exact spans is
that of `conlleval` (CoNLL-2000): 459 phrases, 539 found, 371 correct, F1 .7435. That
of spans that overlap by half is the recognition quality (Kirillov et al. 2019), in the
documentation of TorchMetrics' `panoptic_quality`: .6667, 0, 1 and 1 for four classes.
"""

from collections.abc import Sequence

from reader.model import Span

ENOUGH = 0.5
"""The share of what two spans hold together that they must have in common."""

Tally = tuple[int, int, int]
"""Pairs that match, and how many spans each of two coders has."""


def exact(one: Sequence[Span], other: Sequence[Span]) -> Tally:
    """Spans with the same ends match."""
    return len(set(one) & set(other)), len(one), len(other)


def overlapping(one: Sequence[Span], other: Sequence[Span]) -> Tally:
    """Spans match one to one, those that have most in common first."""
    pairs = sorted(
        (-share, a.start, b.start, a, b)
        for a in one
        for b in other
        if a.overlaps(b) and (share := common(a, b)) >= ENOUGH
    )
    left, right = set(one), set(other)
    matches = 0
    for *_, a, b in pairs:
        if a in left and b in right:
            left.discard(a)
            right.discard(b)
            matches += 1
    return matches, len(one), len(other)


def common(one: Span, other: Span) -> float:
    """What two spans share, over what they hold together."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def f1(tallies: Sequence[Tally]) -> float | None:
    """The harmonic mean of precision and recall; None when there are no spans."""
    matches = sum(tally[0] for tally in tallies)
    spans = sum(tally[1] + tally[2] for tally in tallies)
    return 2 * matches / spans if spans else None
