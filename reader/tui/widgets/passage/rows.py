"""The row table: which piece of the text each row of the pane shows."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from time import perf_counter
from typing import Final

from reader.text.graphemes import cluster_at
from reader.text.safe import safe
from reader.tui.widgets.passage.columns import for_reason
from reader.tui.widgets.passage.shown import Shown
from reader.tui.widgets.passage.wrapping import row_starts

BLOCK: Final = 4096
"""Code points wrapped at one go: 0.1 ms of English, 5 ms of Japanese."""
_LONGEST: Final = 10
"""Blocks in the longest line that is wrapped as one; where the pieces of a longer
one meet, a row may be short."""
_TRIMMED: Final = " \t\r"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `text[start:end]`, or air, which holds the line feed above a line."""

    start: int
    end: int
    is_air: bool


def _edges(text: str, block: int) -> "array[int]":
    """Where the blocks begin: at a line feed, if there is one near enough."""
    edges = array("I", [0])
    start, longest = 0, _LONGEST * block
    while start + block < len(text):
        edge = text.find("\n", start + block, start + longest)
        if edge < 0:
            if start + longest >= len(text):
                break
            edge = _edge_in_line(text, start, block)
        edges.append(edge)
        start = edge
    return edges


def _edge_in_line(text: str, start: int, block: int) -> int:
    """Where to cut a very long line: after a space, or else between clusters."""
    edge = text.rfind(" ", start + 1, start + block) + 1
    if edge <= start:
        edge = cluster_at(text, start + block).start
    return edge if edge > start else start + block


class Rows:
    """The rows of a text at one width, wrapped a block at a time, where looked at.

    The rows of a block that was not looked at are estimated from its length, so that
    a text of any size is there at once, at any place. `settle` makes the rows round
    a place exact; only there are `row` and `row_of` to be asked.
    """

    def __init__(self, shown: Shown, columns: int, block: int = BLOCK) -> None:
        self.shown = shown
        self.columns = columns
        self.changes = 0
        """How often rows have got other numbers."""
        self._text = shown.text
        self._edges = _edges(shown.text, block)
        blocks = len(self._edges)
        self._starts: list[array[int] | None] = [None] * blocks
        self._ahead: dict[int, array[int]] = {}
        self._counts = [0] * blocks
        self._firsts: list[int] = []
        self._estimate()

    def _estimate(self) -> None:
        """Guess the rows of every block from those of the first that has any."""
        block = max(0, bisect_right(self._edges, self.shown.first) - 1)
        count = len(self._wrap(block))
        density = count / max(1, self._block_end(block) - self._edges[block])
        for other in range(len(self._edges)):
            size = self._block_end(other) - self._edges[other]
            if self._starts[other] is None:
                self._counts[other] = max(1, round(size * density))
        self._firsts = []

    def _block_end(self, block: int) -> int:
        following = block + 1
        return (
            self._edges[following] if following < len(self._edges) else len(self._text)
        )

    def _wrapped(self, block: int) -> "array[int]":
        text, starts = self._text, array("I")
        end = self._block_end(block)
        for line in self.shown.lines(self._edges[block], end):
            if line.has_air:
                starts.append(line.start - 1)
            piece = safe(text[line.start : line.end].rstrip(_TRIMMED))
            width = self.columns
            if self.shown.reason(line.start) is not None:
                width -= for_reason(width)
            starts.extend(line.start + start for start in row_starts(piece, width))
        return starts

    def _wrap(self, block: int) -> "array[int]":
        starts = self._starts[block]
        if starts is None:
            starts = self._ahead.pop(block, None) or self._wrapped(block)
            self._starts[block] = starts
            self._counts[block] = len(starts)
            self._firsts = []
            self.changes += 1
        return starts

    def _first_rows(self) -> list[int]:
        if not self._firsts:
            self._firsts = list(accumulate(self._counts, initial=0))
        return self._firsts

    def __len__(self) -> int:
        return self._first_rows()[-1]

    def wrap_ahead(self, seconds: float) -> bool:
        """Wrap blocks that nobody has looked at, for so long; True when all are done.

        No row moves until `take_ahead`.
        """
        until = perf_counter() + seconds
        for block, starts in enumerate(self._starts):
            if starts is None and block not in self._ahead:
                self._ahead[block] = self._wrapped(block)
                if perf_counter() > until:
                    return False
        return True

    def take_ahead(self, top: int) -> int:
        """Make every row exact; gives the new number of the row that was `top`."""
        top = self.settle(top, 0, 1)
        place = self.row(top).start if len(self) else 0
        within = top - self.row_of(place)
        for block in range(len(self._edges)):
            self._wrap(block)
        return self.row_of(place) + within

    @property
    def is_exact(self) -> bool:
        """Whether no block is estimated any more."""
        return all(starts is not None for starts in self._starts)

    def _block_of_row(self, row: int) -> int:
        return min(bisect_right(self._first_rows(), row) - 1, len(self._edges) - 1)

    def settle(self, top: int, above: int, below: int) -> int:
        """Make exact the rows from `above` over the row `top` to `below` under it.

        Gives the new number of that row: wrapping what stands above it moves it.
        """
        while True:
            top = max(0, min(top, len(self) - 1))
            block = self._block_of_row(top)
            if self._starts[block] is not None:
                break
            self._wrap(block)
        following = block + 1
        while (
            following < len(self._edges) and self._first_rows()[following] < top + below
        ):
            self._wrap(following)
            following += 1
        while block > 0 and self._first_rows()[block] > top - above:
            block -= 1
            before = self._counts[block]
            self._wrap(block)
            top += self._counts[block] - before
        return top

    def row(self, number: int) -> Row:
        """The row of a number from 0 to `len(self) - 1`."""
        block = self._block_of_row(number)
        starts = self._wrap(block)
        within = min(number - self._first_rows()[block], len(starts) - 1)
        start = starts[within]
        following = within + 1
        limit = starts[following] if following < len(starts) else self._block_end(block)
        if self._text[start] == "\n":
            return Row(start, start + 1, True)
        line_end = self._text.find("\n", start, limit)
        end = limit if line_end < 0 else line_end
        trimmed = len(self._text[start:end].rstrip(_TRIMMED))
        return Row(start, start + trimmed if trimmed else end, False)

    def row_of(self, offset: int) -> int:
        """The row that shows `offset`, or the last one above it; 0 above them all."""
        block = max(0, bisect_right(self._edges, offset) - 1)
        within = bisect_right(self._wrap(block), offset) - 1
        while within < 0 < block:
            block -= 1
            within = len(self._wrap(block)) - 1
        return max(0, self._first_rows()[block] + within)

    def guess_of(self, offset: int) -> float:
        """About which row shows `offset`; wraps nothing."""
        block = max(0, bisect_right(self._edges, offset) - 1)
        if self._starts[block] is not None:
            return self.row_of(offset)
        size = max(1, self._block_end(block) - self._edges[block])
        share = (offset - self._edges[block]) / size
        return self._first_rows()[block] + share * self._counts[block]
