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
_LONG: Final = 100
"""Code points; a longer line is a paragraph."""
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
        sample = text[:_SAMPLE]
        self._is_wrapped = is_wrapped(sample)
        self._airs_every_line = not self._is_wrapped and self._is_unaired(sample)

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

    def _is_unaired(self, sample: str) -> bool:
        """Whether the paragraphs follow one another without blank lines.

        Hidden lines count neither way, so that revealing them moves no other.
        """
        breaks = blanks = start = 0
        for line in sample.split("\n"):
            if self._hidden(start) < 0:
                breaks += bool(line.strip())
                blanks += not line.strip()
            start += len(line) + 1
        return blanks * _AIRED < breaks

    def _parts(self, above: int, start: int) -> bool:
        """Whether air stands between two lines that no blank one parts.

        It does when one of them is a paragraph: the other is another, or its heading.
        The rows of a table may be as long.
        """
        return self._airs_every_line or (
            not self._is_wrapped
            and not self.text.startswith("|", start)
            and (self._is_paragraph(start) or self._is_paragraph(above))
        )

    def _is_paragraph(self, offset: int) -> bool:
        """Whether the line that holds `offset` is too long for anything else."""
        text, earliest = self.text, max(0, offset - _LONG - 1)
        before = text.rfind("\n", earliest, offset)
        if before < 0 and earliest > 0:
            return True
        start, limit = before + 1, before + 1 + _LONG
        return limit < len(text) and text.find("\n", start, limit + 1) < 0

    def _above(self, start: int) -> tuple[int, bool]:
        """Where the line shown above ends, or -1, and whether blank ones follow it."""
        is_blank, end = False, start
        while True:
            visible = last_visible(self.text, end)
            if visible is None or visible < self.first:
                return -1, is_blank
            is_blank = is_blank or self.text.count("\n", visible, end) > 1
            hidden = self._hidden(visible)
            if hidden < 0 or self.revealed:
                return visible, is_blank
            end = self._starts[hidden]

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """The lines shown between two offsets.

        A piece that begins with a line feed begins with that line's end; any other
        begins with the text, or inside of a line.
        """
        text, above, is_blank = self.text, -1, False
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
                above, is_blank = self._above(line)
            has_air = above >= 0 and (is_blank or self._parts(above, line))
            yield Line(line, stop, has_air)
            is_known, above, is_blank = True, stop, False
            start = stop + 1
