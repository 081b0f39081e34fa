"""Stretches that stand once in each of two texts, and so are the same stretch."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

SHINGLE = 24
"""Code points of a shingle: long enough to be met once, short enough to survive."""

_BEFORE_WORD = re.compile("[ 、。！，：；？]")
"""What a shingle begins behind; Chinese and Japanese have no blanks, but these."""

_STRIDE = 256
"""Code points compared at once where two texts are expected to agree for long."""

Place = tuple[int, int]
"""Where a stretch of a text starts and ends."""

Pair = tuple[int, int]
"""An offset in the old text and one in the new."""

Block = tuple[int, int, int]
"""An offset in the old text, one in the new, and a length."""


class Anchors(NamedTuple):
    """What two texts have in common for certain, by its place in the old one."""

    kept: list[Block]
    """In the longest order that both texts keep."""
    moved: list[Block]
    told: list[Place]
    """Of each block the part, in the old text, between its first unique shingle and
    its last; it may be empty. At the ends may stand what other places have too."""


def anchors(old: str, new: str) -> Anchors:
    """The common stretches that hold a shingle unique in both texts, drawn out.

    Shingles begin at words, or at clauses where words are not parted; they, and the
    order, are those of patience diff (after B. Cohen), which has no use for what was
    moved.
    """
    before, after = _unique(old), _unique(new)
    pairs = sorted((at, after[key]) for key, at in before.items() if key in after)
    sides = _Side(pairs, 0, len(old)), _Side(pairs, 1, len(new))
    kept = list(_drawn_out(old, new, _longest_rising(pairs), sides))
    moved = list(_drawn_out(old, new, pairs, sides))
    starts = [i for i, _ in pairs]
    told = [
        (
            starts[bisect_left(starts, i)] + SHINGLE,
            starts[bisect_right(starts, i + n - SHINGLE) - 1],
        )
        for i, _, n in (*kept, *moved)
    ]
    return Anchors(kept, moved, told)


class _Side:
    """One of the texts: what of it is held by blocks, and where stretches meet.

    A block is not drawn out over the shingles of a stretch that went another way: what
    the texts have in common there is chance, as when two paragraphs begin alike.
    """

    def __init__(self, pairs: Sequence[Pair], side: int, length: int) -> None:
        self._side, self._length = side, length
        self._starts, self._ends = array("L"), array("L")
        pairs = sorted(pairs, key=itemgetter(side))
        meet = [
            number
            for number in range(1, len(pairs))
            if _way(pairs[number]) != _way(pairs[number - 1])
        ]
        self._ends_of = array("L", (pairs[n - 1][side] + SHINGLE for n in meet))
        self._begins = array("L", (pairs[n][side] for n in meet))

    def held_to(self, at: int) -> int:
        """The end of the last block that begins before an offset, or at it; else 0."""
        k = bisect_right(self._starts, at)
        return self._ends[k - 1] if k else 0

    def room(self, pair: Pair) -> tuple[int, int]:
        """From where to where a block may be drawn out; nowhere if the pair is held."""
        at = pair[self._side]
        low = self.held_to(at)
        if low > at:
            return at, at
        k = bisect_right(self._starts, at)
        high = self._starts[k] if k < len(self._starts) else self._length
        m = bisect_right(self._begins, at)
        if m:
            low = max(low, min(at, self._ends_of[m - 1]))
        if m < len(self._begins):
            high = min(high, max(at + SHINGLE, self._begins[m]))
        return low, high

    def take(self, start: int, end: int) -> None:
        k = bisect_right(self._starts, start)
        self._starts.insert(k, start)
        self._ends.insert(k, end)


def _way(pair: Pair) -> int:
    """How far a stretch was carried; the same for all of its shingles."""
    return pair[1] - pair[0]


def _drawn_out(
    old: str, new: str, pairs: Sequence[Pair], sides: tuple[_Side, _Side]
) -> Iterator[Block]:
    """The pairs as far as the texts agree about them and there is room.

    They rise in the old text, and nearly all lie in the block of the one before.
    """
    held = 0
    for pair in pairs:
        i, j = pair
        if i < held:
            continue
        held = sides[0].held_to(i)
        if i < held:
            continue
        (low, high), (lowest, highest) = (side.room(pair) for side in sides)
        n = agreeing(old, i, new, j, min(high - i, highest - j))
        if n < SHINGLE:
            continue
        back = agreeing_back(old, i, new, j, min(i - low, j - lowest))
        sides[0].take(i - back, i + n)
        sides[1].take(j - back, j + n)
        held = i + n
        yield i - back, j - back, n + back


def agreeing(old: str, i: int, new: str, j: int, most: int) -> int:
    """How many code points from two offsets on are the same, at most so many."""
    n = 0
    while n + _STRIDE <= most and (
        old[i + n : i + n + _STRIDE] == new[j + n : j + n + _STRIDE]
    ):
        n += _STRIDE
    while n < most and old[i + n] == new[j + n]:
        n += 1
    return n


def agreeing_back(old: str, i: int, new: str, j: int, most: int) -> int:
    """How many code points before two offsets are the same, at most so many."""
    n = 0
    while n + _STRIDE <= most and (
        old[i - n - _STRIDE : i - n] == new[j - n - _STRIDE : j - n]
    ):
        n += _STRIDE
    while n < most and old[i - n - 1] == new[j - n - 1]:
        n += 1
    return n


def _unique(text: str) -> dict[str, int]:
    """The shingles that stand once in the text, with their offsets."""
    found: dict[str, int] = {}
    for start in (0, *(match.end() for match in _BEFORE_WORD.finditer(text))):
        shingle = text[start : start + SHINGLE]
        if len(shingle) == SHINGLE:
            found[shingle] = -1 if shingle in found else start
    return {shingle: start for shingle, start in found.items() if start >= 0}


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs whose second parts rise too."""
    lowest: list[int] = []
    place: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(lowest, j)
        before.append(place[length - 1] if length else -1)
        lowest[length : length + 1] = [j]
        place[length : length + 1] = [number]
    chain = []
    number = place[-1] if place else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
