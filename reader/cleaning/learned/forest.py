"""The trees of a model, all asked at once: a bit for every leaf.

A tree is a walk from question to question, and hundreds of walks for each line
are slow. But it is known beforehand which leaves an answer rules out: those of
the branch not taken. So each value of a feature leaves some leaves open in all
trees, as the bits of one long number; joined over the features they leave, as
the lowest bit of each tree, the leaf where the walk would have ended
(QuickScorer, Lucchese et al. 2015, with the trees side by side in one number).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, partial, reduce
from operator import and_
from typing import Any

from reader.cleaning.learned.columns import Column
from reader.cleaning.remembered import Remembered

Tree = Sequence[Any] | int
"""A leaf's hundredths of a log-odds; or a feature's place, the greatest value that
goes to the first branch, and the two branches."""


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
        if not size:
            return []
        everywhere = grown.all
        columns: list[list[int]] = []
        for name, open_at in grown.open.items():
            column = found[name]
            if column.count(column[0]) == size:
                # What holds for the whole text is asked once, not for every line.
                everywhere &= open_at[column[0]]
            else:
                columns.append(list(map(open_at.__getitem__, column)))
        columns.append([everywhere] * size)
        sums = []
        for row in zip(*columns, strict=True):
            left = reduce(and_, row)
            # Each tree has a leaf left, so nothing is borrowed from the next one.
            ends = left & (left ^ (left - grown.firsts))
            total = grown.base
            for digit, leaves in grown.digits:
                total += (ends & leaves).bit_count() << digit
            sums.append(total)
        return sums

    @cached_property
    def _grown(self) -> "Grown":
        return Grown(self.trees, self.features)


class Grown:
    """The leaves of all trees, numbered from the first branch to the last."""

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        self.firsts = 0
        """The first leaf of each tree."""
        self.base = 0
        """What the least leaves come to, over which the others are counted."""
        values: list[int] = []
        closed: dict[int, list[tuple[int, int]]] = {}
        # Far-reaching trees come first: so the higher digits are short numbers.
        for tree in sorted(trees, key=_reach, reverse=True):
            leaves = _plant(tree, len(values), closed)
            self.firsts |= 1 << len(values)
            self.base += min(leaves)
            values += [leaf - min(leaves) for leaf in leaves]
        self.all = (1 << len(values)) - 1
        self.open = {
            features[at]: _opened(shut, len(values)) for at, shut in closed.items()
        }
        """For each feature the leaves that each value of it leaves open."""
        self.digits = [
            (digit, sum(1 << at for at, leaf in enumerate(values) if leaf >> digit & 1))
            for digit in range(max(values, default=0).bit_length())
        ]
        """For each binary digit the leaves whose value has it."""


def _reach(tree: Tree) -> int:
    """How far apart the greatest and the least leaf of a tree are."""
    leaves = _plant(tree, 0, {})
    return max(leaves) - min(leaves)


def _opened(closed: Sequence[tuple[int, int]], leaves: int) -> Remembered[int, int]:
    """For each value of a feature the leaves that it leaves open, by their bits.

    Args:
        closed: An edge and the leaves that are closed above it, again and again.
        leaves: How many leaves there are.
    """
    edges: list[int] = []
    left = [(1 << leaves) - 1]
    for edge, shut in sorted(closed):
        if not edges or edge > edges[-1]:
            edges.append(edge)
            left.append(left[-1])
        left[-1] &= ~shut
    return Remembered(partial(_left_at, edges, left))


def _left_at(edges: Sequence[int], left: Sequence[int], value: int) -> int:
    return left[bisect_left(edges, value)]


def _plant(
    tree: Tree, start: int, closed: dict[int, list[tuple[int, int]]]
) -> list[int]:
    """The leaves of a tree, the first of which has the number `start`.

    Puts into `closed`, for each feature, an edge and the leaves shut above it.
    """
    if isinstance(tree, int):
        return [tree]
    feature, edge, lower, upper = tree
    below = _plant(lower, start, closed)
    end = start + len(below)
    closed.setdefault(feature, []).append((edge, (1 << end) - (1 << start)))
    return below + _plant(upper, end, closed)
