"""Which lines of a text are shown, and where air stands between them."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reader.text.paragraphs import is_wrapped
from reader.text.spaces import last_visible, next_visible
from reader.tui.widgets.passage.records import Hidden

_SAMPLE: Final = 65_536
"""Code points that tell whether blank lines stand between the paragraphs."""
_AIRED: Final = 10
"""With fewer blank lines than one in so many line breaks, each line is a paragraph."""
_VISIBLE: Final = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something to see, as far as a block of the text holds it."""

    start: int
    end: int
    has_air: bool
    """Whether a blank row stands above it."""


class Shown:
    """A text with the lines that are not shown taken out.

    A line is hidden when hidden spans cover all that can be seen of it: in doubt it
    is shown. With `revealed`, hidden lines are shown too, and `reason` knows them.
    """

    def __init__(self, text: str, hidden: Iterable[Hidden], revealed: bool) -> None:
        self.text = text
        self.revealed = revealed
        self._starts = array("I")
        self._ends = array("I")
        self._reasons: list[str] = []
        for each in sorted(hidden, key=lambda each: each.span):
            self._hide(each)
        self.first = self._first()
        self._airs_every_line = self._is_unaired()

    def _hide(self, hidden: Hidden) -> None:
        """Keep the whole lines that a span covers."""
        text = self.text
        start, end = hidden.span.start, min(hidden.span.end, len(text))
        line_start = text.rfind("\n", 0, start) + 1
        if text[line_start:start].strip():
            line_start = text.find("\n", start) + 1 or len(text)
        if end and text[end - 1] == "\n":
            end -= 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        if text[end:line_end].strip():
            line_end = text.rfind("\n", 0, end)
        if line_start < line_end:
            self._starts.append(line_start)
            self._ends.append(line_end)
            self._reasons.append(hidden.reason)

    def _hidden(self, offset: int) -> int:
        """Which hidden piece holds `offset`, or -1."""
        found = bisect_right(self._starts, offset) - 1
        return found if found >= 0 and offset <= self._ends[found] else -1

    def reason(self, offset: int) -> str | None:
        """Why the line at `offset` is hidden; None where it is not."""
        found = self._hidden(offset)
        return self._reasons[found] if found >= 0 else None

    def _skip(self, offset: int) -> int:
        """Where the hidden piece ends that holds `offset`, or -1."""
        if self.revealed:
            return -1
        found = self._hidden(offset)
        return self._ends[found] if found >= 0 else -1

    def _first(self) -> int:
        found = next_visible(self.text, 0)
        while found is not None:
            end = self._skip(found)
            if end < 0:
                return found
            found = next_visible(self.text, end)
        return len(self.text)

    def _is_unaired(self) -> bool:
        """Whether the paragraphs follow one another without blank lines.

        Hidden lines count neither way, so that revealing them moves no other.
        """
        sample = self.text[:_SAMPLE]
        breaks = blanks = start = 0
        for line in sample.split("\n"):
            if self._hidden(start) < 0:
                breaks += bool(line.strip())
                blanks += not line.strip()
            start += len(line) + 1
        return blanks * _AIRED < breaks and not is_wrapped(sample)

    def _above(self, start: int) -> tuple[bool, bool]:
        """Whether a line shown, and whether a blank one, stands above a line."""
        is_blank, end = False, start
        while True:
            visible = last_visible(self.text, end)
            if visible is None or visible < self.first:
                return False, is_blank
            is_blank = is_blank or self.text.count("\n", visible, end) > 1
            hidden = self._hidden(visible)
            if hidden < 0 or self.revealed:
                return True, is_blank
            end = self._starts[hidden]

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """The lines shown between two offsets.

        A piece that begins with a line feed begins with that line's end; any other
        begins with the text, or inside of a line.
        """
        text, follows, is_blank = self.text, False, False
        is_known = start == 0 or text[start] != "\n"
        start += start > 0 and not is_known
        while found := _VISIBLE.search(text, start, end):
            line = text.rfind("\n", start, found.start()) + 1 or start
            is_blank = is_blank or line > start
            skip = self._skip(found.start())
            if skip >= 0:
                start = skip + 1
                continue
            stop = text.find("\n", found.start(), end)
            stop = end if stop < 0 else stop
            if not is_known:
                follows, is_blank = self._above(line)
            yield Line(line, stop, follows and (is_blank or self._airs_every_line))
            is_known, follows, is_blank = True, True, False
            start = stop + 1
