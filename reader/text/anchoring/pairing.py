"""Which stretches of one text stand in another, in the same order."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

_SHINGLE = 24
"""Code points of a shingle: long enough to be met once, short enough to survive."""

_LARGEST_GAP = 50_000_000
"""Pairs of code points compared one by one between two anchors, at most: some 7,000
by 7,000. What lies in a greater gap was rewritten, and is searched for instead."""

Block = tuple[int, int, int]
"""An offset in the old text, one in the new, and a length."""


class Pairing:
    """The common stretches of two texts, by anchors that are unique in both.

    Anchors are shingles at the beginnings of words, in the longest order that both
    texts keep (patience diff, after B. Cohen); between them the longest common
    subsequence decides. So the cost grows with the text, not with its square.
    """

    def __init__(self, old: str, new: str) -> None:
        self._blocks = list(_blocks(old, new))
        self._old_ends = array("L", (i + n for i, _, n in self._blocks))
        self._new_ends = array("L", (j + n for _, j, n in self._blocks))

    def _from(self, number: int) -> Iterator[Block]:
        return (self._blocks[k] for k in range(number, len(self._blocks)))

    def onward(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last new offset paired with a stretch of the old."""
        lowest = highest = None
        for i, j, n in self._from(bisect_right(self._old_ends, start)):
            if i >= end:
                break
            first, last = max(i, start), min(i + n, end)
            lowest = j + first - i if lowest is None else lowest
            highest = j + last - i
        return None if lowest is None or highest is None else (lowest, highest)

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """The old text that a stretch of the new is paired with, if most of it is."""
        lowest, highest, paired = None, 0, 0
        for i, j, n in self._from(bisect_right(self._new_ends, start)):
            if j >= end:
                break
            first, last = max(j, start), min(j + n, end)
            lowest = i + first - j if lowest is None else lowest
            highest = i + last - j
            paired += last - first
        if lowest is None or paired < 0.6 * (end - start):
            return None
        return lowest, highest


def _blocks(old: str, new: str) -> Iterator[Block]:
    at_old = at_new = 0
    for i, j, n in (*_anchored(old, new), (len(old), len(new), 0)):
        yield from _between(old, new, (at_old, at_new), (i, j))
        if n:
            yield i, j, n
        at_old, at_new = i + n, j + n


def _anchored(old: str, new: str) -> Iterator[Block]:
    """The anchors, each drawn out as far as the texts agree."""
    before, after = _unique(old), _unique(new)
    pairs = sorted((at, after[key]) for key, at in before.items() if key in after)
    at_old = at_new = 0
    for i, j in _longest_rising(pairs):
        if i < at_old or j < at_new:
            continue
        back = 0
        while min(i - at_old, j - at_new) > back and (
            old[i - back - 1] == new[j - back - 1]
        ):
            back += 1
        n = _SHINGLE
        while i + n < len(old) and j + n < len(new) and old[i + n] == new[j + n]:
            n += 1
        yield i - back, j - back, n + back
        at_old, at_new = i + n, j + n


def _unique(text: str) -> dict[str, int]:
    """The shingles that stand once in the text, with their offsets."""
    found: dict[str, int] = {}
    for start in (0, *(match.end() for match in re.finditer(" ", text))):
        shingle = text[start : start + _SHINGLE]
        if len(shingle) == _SHINGLE:
            found[shingle] = -1 if shingle in found else start
    return {shingle: start for shingle, start in found.items() if start >= 0}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
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


def _between(
    old: str, new: str, begin: tuple[int, int], end: tuple[int, int]
) -> Iterator[Block]:
    a, b = old[begin[0] : end[0]], new[begin[1] : end[1]]
    if not a or not b or len(a) * len(b) > _LARGEST_GAP:
        return
    for step in LCSseq.opcodes(a, b):
        if step.tag == "equal":
            n = step.src_end - step.src_start
            yield begin[0] + step.src_start, begin[1] + step.dest_start, n
