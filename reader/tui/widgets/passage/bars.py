"""The marks of a text by place, each with its lane in the margin."""

from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Final

from reader.model import Span
from reader.tui.widgets.passage.records import Mark

_BIN: Final = 4096
"""Code points to a bin: a row looks at one bin, seldom at two."""


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def pack(spans: Iterable[Span], text: str, reach: int) -> list[int]:
    """A lane for each span, 0 nearest the text, so that no two meet in a row.

    Greedy interval partitioning: each takes the nearest lane that is free. It uses as
    few lanes as spans overlap at any place (Kleinberg and Tardos, Algorithm Design,
    4.1).

    Args:
        spans: In the order of their beginnings, the longer first.
        text: What they are spans of.
        reach: Code points of a row. So long after a span's end its lane stays taken, or
            to the end of the line, so that two spans that share a row have a lane each.
    """
    lanes: list[int] = []
    taken: list[tuple[int, int]] = []
    free: list[int] = []
    for span in spans:
        while taken and taken[0][0] <= span.start:
            heappush(free, heappop(taken)[1])
        lane = heappop(free) if free else len(taken)
        lanes.append(lane)
        line_end = text.find("\n", max(0, span.end - 1), span.end + reach)
        until = span.end + reach if line_end < 0 else line_end
        heappush(taken, (until, lane))
    return lanes


class Bars:
    """Which marks stand on a piece of the text, and in which lanes."""

    def __init__(self, marks: Iterable[Mark], text: str, reach: int) -> None:
        ordered = sorted(marks, key=lambda mark: _order(mark.span))
        lanes = pack([mark.span for mark in ordered], text, reach)
        self.placed: dict[str, tuple[Mark, int]] = {}
        self._bins: dict[int, list[tuple[Mark, int]]] = {}
        for placed in zip(ordered, lanes, strict=True):
            self.placed[placed[0].id] = placed
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
