"""The marks of a text by place, each with its lane in the margin."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

from reader.model import Span
from reader.tui.widgets.passage.records import Mark

_BIN: Final = 4096
"""Code points to a bin: a row looks at one bin, seldom at two."""


def pack(spans: Sequence[Span], text: str, reach: int) -> list[int]:
    """A lane for each span, 0 nearest the text, so that no two meet in a row.

    Greedy interval partitioning: in the order of their beginnings, the longer first,
    each takes the nearest lane that is free. It uses as few lanes as spans overlap
    at any place (Kleinberg and Tardos, Algorithm Design, 4.1).

    Args:
        spans: In any order.
        text: What they are spans of.
        reach: Code points of a row. So long after a span's end its lane stays taken, or
            to the end of the line, so that two spans that share a row have a lane each.
    """
    lanes = [0] * len(spans)
    taken: list[tuple[int, int]] = []
    free: list[int] = []
    used = 0
    for index in sorted(
        range(len(spans)), key=lambda i: (spans[i].start, -spans[i].end)
    ):
        while taken and taken[0][0] <= spans[index].start:
            heappush(free, heappop(taken)[1])
        if free:
            lanes[index] = heappop(free)
        else:
            lanes[index], used = used, used + 1
        end = spans[index].end
        line_end = text.find("\n", max(0, end - 1), end + reach)
        until = end + reach if line_end < 0 else line_end
        heappush(taken, (until, lanes[index]))
    return lanes


class Bars:
    """Which marks stand on a piece of the text, and in which lanes."""

    def __init__(self, marks: Sequence[Mark], text: str, reach: int) -> None:
        lanes = pack([mark.span for mark in marks], text, reach)
        together = sorted(
            zip(marks, lanes, strict=True),
            key=lambda placed: (placed[0].span.start, -placed[0].span.end),
        )
        self.placed = {placed[0].id: placed for placed in together}
        self._bins: dict[int, list[tuple[Mark, int]]] = {}
        for placed in self.placed.values():
            span = placed[0].span
            for number in range(span.start // _BIN, max(span.end - 1, 0) // _BIN + 1):
                self._bins.setdefault(number, []).append(placed)

    def on(self, start: int, end: int) -> list[tuple[Mark, int]]:
        """The marks that share a code point with `[start, end)`, with their lanes.

        In the order of their beginnings, the longer first.
        """
        found: dict[str, tuple[Mark, int]] = {}
        for number in range(start // _BIN, max(start, end - 1) // _BIN + 1):
            for placed in self._bins.get(number, ()):
                mark = placed[0]
                if mark.span.start < end and mark.span.end > start:
                    found[mark.id] = placed
        return list(found.values())

    def changed(self, other: "Bars") -> list[Span]:
        """The spans of the marks that are not the same, or not in the same lane."""
        mine, theirs = self.placed, other.placed
        return [
            placed[0].span
            for one, two in ((mine, theirs), (theirs, mine))
            for name, placed in one.items()
            if two.get(name) != placed
        ]
