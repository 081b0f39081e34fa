"""Which stretches of one text stand in another, in the same order or moved."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from reader.text.anchoring.anchors import (
    Block,
    Place,
    agreeing,
    agreeing_back,
    anchors,
)

_LARGEST_GAP = 50_000_000
"""Pairs of code points compared one by one between two anchors, at most: some 7,000
by 7,000. What lies in a greater gap was rewritten, and is searched for instead."""

_LARGEST_BREACH = 400
"""Code points changed within what was moved, after which it counts as two moves."""

_LEAST_SLIDING = 12
"""Code points gone below which it is no matter which of two equal ones they were."""

_GONE, _COME = "\ud800", "\udfff"
"""Stand for what was moved away or hither; lone surrogates, which no version holds."""

_Paired = tuple[int, int, int, int]
"""A block, and the number of the run that it belongs to: 0 kept its order."""


class Pairing:
    """The common stretches of two texts, by anchors that are unique in both.

    What kept its order is one run, every move is another. Between two anchors of a
    run the longest common subsequence decides; what was moved is no part of it there.
    So the cost grows with the text, not with its square.
    """

    def __init__(self, old: str, new: str) -> None:
        kept, moved, told = anchors(old, new)
        runs = [kept, *_runs(kept, moved)]
        left = _masked(old, [_reach(run, 0) for run in runs[1:]], _GONE)
        came = _masked(new, [_reach(run, 1) for run in runs[1:]], _COME)
        filled = [list(_filled(left, came, kept, whole=True))]
        filled += (list(_filled(old, new, run)) for run in runs[1:])
        blocks = [(*block, run) for run, each in enumerate(filled) for block in each]
        self._told = _Stretches((start, end) for start, end in told if start < end)
        self._sliding = _Stretches(
            each for run in filled for each in _sliding(old, run)
        )
        self._length = len(new)
        self._by_old = sorted(blocks)
        self._by_new = sorted((j, i, n, run) for i, j, n, run in blocks)
        self._old_ends = array("L", (i + n for i, _, n, _ in self._by_old))
        self._new_ends = array("L", (j + n for j, _, n, _ in self._by_new))

    def tells(self, was: Place) -> bool:
        """Whether the old text stands as it was between words that stand but once."""
        return self._told.cover(was)

    def slides(self, was: Place) -> bool:
        """Whether the old text stood twice running, and once now."""
        return self._sliding.cover(was)

    def onward(self, was: Place) -> Place | None:
        """From the first to the last new offset paired with a stretch of the old.

        Where parts of it went different ways, that of the greater part.
        """
        return _across(self.parts(was))

    def parts(self, was: Place) -> list[Block]:
        """What is left of a stretch of the old text, of the greater part that is."""
        return _greatest(_within(self._by_old, self._old_ends, was))

    def back(self, now: Place) -> Place | None:
        """Where in the old text a stretch of the new comes from, in the same way."""
        return _across(_greatest(_within(self._by_new, self._new_ends, now)))

    def follows(self, was: Place) -> int:
        """The new offset after what is left of the old text before a stretch."""
        number = bisect_right(self._old_ends, was[0]) - 1
        if number < 0:
            return 0
        _, there, n, _ = self._by_old[number]
        return there + n

    def come_before(self, at: int) -> int:
        """From where on the new text before an offset comes from nowhere in the old."""
        number = bisect_right(self._new_ends, at)
        if number < len(self._by_new) and self._by_new[number][0] < at:
            return at
        return self._new_ends[number - 1] if number else 0

    def come_after(self, at: int) -> int:
        """To where the new text after an offset comes from nowhere in the old."""
        number = bisect_right(self._new_ends, at)
        if number == len(self._by_new):
            return self._length
        return max(at, self._by_new[number][0])

    def shared(self, least: int) -> int:
        """The code points of all stretches that are at least so long."""
        return sum(n for _, _, n, _ in self._by_old if n >= least)

    def from_elsewhere(self, now: Place, was: Place) -> float:
        """The share of a place in the new text that comes from other old text."""
        parts = _within(self._by_new, self._new_ends, now)
        others = sum(
            max(0, min(i + n, was[0]) - i) + max(0, i + n - max(i, was[1]))
            for _, i, n, _ in parts
        )
        return others / max(1, now[1] - now[0])


class _Stretches:
    """Places of one text, none within another."""

    def __init__(self, places: Iterable[Place]) -> None:
        ordered = sorted(places)
        self._starts = array("L", (start for start, _ in ordered))
        self._ends = array("L", (end for _, end in ordered))

    def cover(self, place: Place) -> bool:
        """Whether one of them holds the whole of a place."""
        k = bisect_right(self._starts, place[0]) - 1
        return k >= 0 and place[1] <= self._ends[k]


def _sliding(old: str, run: Sequence[Block]) -> Iterator[Place]:
    """Where text is gone that stood twice running: either may be the one that went."""
    for (i, j, n), (after, next_j, _) in pairwise(run):
        end = i + n
        if next_j != j + n or after - end < _LEAST_SLIDING:
            continue
        back = agreeing_back(old, end, old, after, end)
        on = agreeing(old, end, old, after, len(old) - after)
        if back + on >= after - end:
            yield end - back, after + on


def _within(
    blocks: Sequence[_Paired], ends: "array[int]", place: Place
) -> Iterator[_Paired]:
    """What of the blocks lies in a stretch of the text that they are sorted by."""
    start, end = place
    for number in range(bisect_right(ends, start), len(blocks)):
        here, there, n, run = blocks[number]
        if here >= end:
            return
        first, last = max(here, start), min(here + n, end)
        yield first, there + first - here, last - first, run


def _greatest(parts: Iterable[_Paired]) -> list[Block]:
    """The parts of the run that has most of them."""
    ways: dict[int, list[Block]] = {}
    for here, there, n, run in parts:
        ways.setdefault(run, []).append((here, there, n))
    return max(ways.values(), key=lambda way: sum(n for _, _, n in way), default=[])


def _across(parts: Sequence[Block]) -> Place | None:
    """From the first to the last of them in the other text."""
    return (parts[0][1], parts[-1][1] + parts[-1][2]) if parts else None


def _runs(kept: Sequence[Block], moved: Sequence[Block]) -> Iterator[list[Block]]:
    """What was moved in one piece, though words of it were changed."""
    olds = sorted(i for i, _, _ in (*kept, *moved))
    news = sorted(j for _, j, _ in (*kept, *moved))
    run: list[Block] = []
    for block in sorted(moved):
        if run and not _goes_on(run[-1], block, olds, news):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _goes_on(
    last: Block, block: Block, olds: Sequence[int], news: Sequence[int]
) -> bool:
    """Whether a block follows the last in both texts, and soon."""
    for starts, side in ((olds, 0), (news, 1)):
        follows = bisect_right(starts, last[side])
        if follows == len(starts) or starts[follows] != block[side]:
            return False
        if block[side] - last[side] - last[2] > _LARGEST_BREACH:
            return False
    return True


def _reach(run: Sequence[Block], side: int) -> Place:
    return run[0][side], run[-1][side] + run[-1][2]


def _masked(text: str, stretches: Iterable[Place], mark: str) -> str:
    """The text, as long as it was, with some of it gone."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(stretches):
        parts += (text[done:start], mark * (end - start))
        done = end
    return "".join((*parts, text[done:]))


def _filled(
    old: str, new: str, run: Sequence[Block], *, whole: bool = False
) -> Iterator[Block]:
    """A run with what agrees between its blocks; if whole, about them too."""
    ends = (0, 0) if whole or not run else run[0][:2]
    last = [(len(old), len(new), 0)] if whole else []
    for i, j, n in (*run, *last):
        yield from _between(old, new, ends, (i, j))
        if n:
            yield i, j, n
        ends = i + n, j + n


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
