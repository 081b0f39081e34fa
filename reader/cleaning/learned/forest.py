"""The trees of a model, all asked at once: a bit for every leaf.

A tree is a walk from question to question, and hundreds of walks for each line
are slow. But it is known beforehand which leaves an answer rules out: all those of
the branch not taken. So each value of a feature leaves some leaves open in all
trees, as the bits of one long number; joined over the features they leave of each
tree the one leaf where its walk would have ended (after QuickScorer, Lucchese et
al. 2015; ruling out both branches spares the search for the first leaf left, and
lets the leaves lie in any order).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate
from operator import and_
from typing import Any, NamedTuple

from reader.cleaning.learned.columns import Column
from reader.cleaning.remembered import Remembered

Tree = Sequence[Any] | int
"""A leaf's hundredths of a log-odds; or a feature's place, the greatest value that
goes to the first branch, and the two branches."""
TOGETHER = 512
"""So many lines are asked together: what is left of each takes a third of a KB."""


class Forest:
    """Trees, and the names of the features that they ask for by their places."""

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        self.trees = trees
        self.features = features

    def sums(self, found: Mapping[str, Column]) -> list[int]:
        """For each line the sum of the leaves where the walks end; high is junk.

        Args:
            found: A column for each feature, all of one length.
        """
        grown = self._grown
        size = len(next(iter(found.values()), ()))
        everywhere = grown.all
        asked = []
        for name, open_at in grown.open.items():
            column = found[name]
            if size and column[0] == column[-1] and column.count(column[0]) == size:
                # What holds for the whole text is asked once, not for every line.
                everywhere &= open_at[column[0]]
            else:
                asked.append((open_at, column))
        sums: list[int] = []
        for start in range(0, size, TOGETHER):
            left = [everywhere] * min(TOGETHER, size - start)
            for open_at, column in asked:
                some = column[start : start + TOGETHER]
                left = list(map(and_, left, map(open_at.__getitem__, some)))
            sums += map(grown.sum, left)
        return sums

    @cached_property
    def _grown(self) -> "Grown":
        return Grown(self.trees, self.features)


class _Branches(NamedTuple):
    """A question, and the leaves of its two branches, by their bits."""

    edge: int
    lower: int
    upper: int


class Grown:
    """The leaves of all trees; those that count for most have the lowest bits."""

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        leaves = list(map(_leaves, trees))
        self.base = sum(map(min, leaves))
        """What the least leaves come to, over which the others are counted."""
        values = [leaf - min(tree) for tree in leaves for leaf in tree]
        order = sorted(range(len(values)), key=values.__getitem__, reverse=True)
        bits = [0] * len(values)
        for place, number in enumerate(order):
            bits[number] = 1 << place
        asked: dict[int, list[_Branches]] = {}
        rest = iter(bits)
        for tree in trees:
            _plant(tree, rest, asked)
        self.all = (1 << len(values)) - 1
        self.open = {
            features[at]: _opened(branches, self.all) for at, branches in asked.items()
        }
        """For each feature the leaves that each value of it leaves open."""
        by_digit = [
            sum(bits[n] for n, leaf in enumerate(values) if leaf >> digit & 1)
            for digit in range(max(values, default=0).bit_length())
        ]
        self.digits = [
            (digit, having) for digit, having in enumerate(by_digit) if having
        ]
        """For each binary digit that is there the leaves whose value has it. The order
        of the leaves makes those of the higher digits short numbers, which are quickly
        counted."""

    def sum(self, left: int) -> int:
        """What the leaves come to that are left, one of each tree."""
        total = self.base
        for digit, leaves in self.digits:
            total += (left & leaves).bit_count() << digit
        return total


def _leaves(tree: Tree) -> list[int]:
    """The leaves of a tree from the first branch to the last."""
    return [tree] if isinstance(tree, int) else _leaves(tree[2]) + _leaves(tree[3])


def _plant(tree: Tree, bits: Iterator[int], asked: dict[int, list[_Branches]]) -> int:
    """The bits of a tree's leaves, each of which takes the next one.

    Puts into `asked`, for each feature, the questions about it.
    """
    if isinstance(tree, int):
        return next(bits)
    feature, edge, lower, upper = tree
    branches = _Branches(edge, _plant(lower, bits, asked), _plant(upper, bits, asked))
    asked.setdefault(feature, []).append(branches)
    return branches.lower | branches.upper


def _opened(branches: Sequence[_Branches], leaves: int) -> Remembered[int, int]:
    """For each value of a feature the leaves that it leaves open, by their bits.

    Args:
        branches: The questions about the feature.
        leaves: All leaves.
    """
    rising = sorted(branches)
    edges = [one.edge for one in rising]
    # Up to an edge its upper branch is closed; beyond it the lower one.
    above = accumulate((~one.lower for one in rising), and_, initial=leaves)
    below = accumulate((~one.upper for one in reversed(rising)), and_, initial=leaves)
    left = [upper & lower for upper, lower in zip(above, [*below][::-1], strict=True)]
    return Remembered(partial(_left_at, edges, left))


def _left_at(edges: Sequence[int], left: Sequence[int], value: int) -> int:
    return left[bisect_left(edges, value)]
