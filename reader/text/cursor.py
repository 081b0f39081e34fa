"""The reading cursor: the passage that is always picked, and how keys change it.

A pure machine: every verb takes the passages of the text and gives the next cursor.
At the ends of the text it gives an equal one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Literal

from reader.model import Span
from reader.text.graphemes import snap
from reader.text.passages import Passages, Size
from reader.text.spaces import trim

End = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The picked span, the size it moves by, and which of its ends is stretched."""

    span: Span
    size: Size = Size.SENTENCE
    moving: End = "end"
    trail: tuple["Cursor", ...] = ()
    """The cursors that grew into this one, the first of them first."""

    @classmethod
    def start(
        cls, passages: Passages, offset: int = 0, size: Size = Size.SENTENCE
    ) -> "Cursor":
        """The cursor on the passage at `offset`; on nothing when nothing is shown."""
        return cls(passages.at(offset, size) or Span(0, 0), size)

    def move(self, passages: Passages, step: int, size: Size | None = None) -> "Cursor":
        """Go `step` passages on, or back when it is negative, by `size` or its own.

        A stretched cursor goes from its moving end. One that is a whole passage of
        its own size goes into it when asked for smaller steps: a sentence and a step
        of a word give its first word, a step back its last. `size` is for this step;
        the cursor keeps its own.
        """
        wanted, onward = size or self.size, step > 0
        here = passages.at(self._head, wanted)
        if here is None:
            return self
        if self._holds_more_than(passages, here):
            # Going in is the first of the steps.
            inside = self.span.start if onward else self.span.end - 1
            here = passages.at(inside, wanted) or here
            entered = [here]
        else:
            entered = []
            here = here if here.overlaps(self.span) else self.span
        ahead = chain(entered, _beyond(passages, here, onward, wanted))
        *_, reached = (None, *islice(ahead, abs(step)))
        return Cursor(reached, self.size) if reached else self

    def resize(self, passages: Passages, size: Size) -> "Cursor":
        """Pick the passage of a size at the cursor's beginning."""
        span = passages.at(self.span.start, size)
        return Cursor(span, size) if span else self

    def stretch(
        self, passages: Passages, step: int, size: Size | None = None
    ) -> "Cursor":
        """Move the moving end `step` edges of passages on, or back.

        Where nothing is left to pull back, the other end moves the same way: a
        single sentence stretched back takes in the one before. It is never empty.
        """
        cursor = self
        for _ in range(abs(step)):
            cursor = cursor._stretched(passages, step > 0, size or self.size)
        return cursor

    def other_end(self) -> "Cursor":
        """Let the other end be the one that is stretched."""
        return replace(self, moving="start" if self.moving == "end" else "end")

    def grow(self, passages: Passages) -> "Cursor":
        """Pick the smallest passage that holds more."""
        grown = passages.grow(self.span) if self.span else None
        if grown is None:
            return self
        span, size = grown
        bare = replace(self, trail=())
        return Cursor(span, size, trail=(*self.trail, bare))

    def shrink(self, passages: Passages) -> "Cursor":
        """Go back to just where it last grew from.

        If that has been hidden since, it is the passage nearest to it.
        """
        if not self.trail:
            return self
        *earlier, last = self.trail
        if not passages.shown(last.span):
            return last.put(passages, last.span.start)
        return replace(last, trail=tuple(earlier))

    def put(
        self, passages: Passages, offset: int, size: Size | None = None
    ) -> "Cursor":
        """Pick the passage at an offset."""
        span = passages.at(offset, size or self.size)
        return Cursor(span, self.size) if span else self

    def pick(self, passages: Passages, span: Span) -> "Cursor":
        """Pick any span, widened to whole characters and trimmed of white space."""
        trimmed = trim(passages.text, snap(passages.text, span))
        return Cursor(trimmed, self.size) if trimmed else self

    @property
    def _head(self) -> int:
        """A code point at the moving end, inside the span."""
        if self.moving == "start" or not self.span:
            return self.span.start
        return self.span.end - 1

    def _holds_more_than(self, passages: Passages, piece: Span) -> bool:
        """Whether it is a whole passage of its size, and `piece` a part of that."""
        return (
            self.span != piece
            and self.span.covers(piece)
            and passages.at(self.span.start, self.size) == self.span
        )

    def _stretched(self, passages: Passages, onward: bool, size: Size) -> "Cursor":
        """One edge further, outward or inward."""
        moving = self.moving
        inward = onward == (moving == "start")
        edge = _edge(passages, self.span, moving, onward, size)
        if inward and (edge is None or not self._leaves_some(edge)):
            moving = self.other_end().moving
            edge = _edge(passages, self.span, moving, onward, size)
        if edge is None or not self.span:
            return self
        start, end = self.span.start, self.span.end
        span = Span(start, edge) if moving == "end" else Span(edge, end)
        return Cursor(span, self.size, moving)

    def _leaves_some(self, edge: int) -> bool:
        return self.span.start < edge < self.span.end


def _edge(
    passages: Passages, span: Span, end: End, onward: bool, size: Size
) -> int | None:
    """The nearest beginning or end of a passage past that end of the span."""
    at = span.end if end == "end" else span.start
    near = passages.forward(at, size) if onward else passages.backward(at, size)
    edges = (p.end if end == "end" else p.start for p in near)
    return next((edge for edge in edges if (edge > at if onward else edge < at)), None)


def _beyond(passages: Passages, span: Span, onward: bool, size: Size) -> Iterator[Span]:
    """The passages on one side of a passage, the nearest first."""
    if onward:
        return passages.forward(span.end, size)
    return passages.backward(span.start, size)
