"""How the program that wrote a REFI-QDA project counts the positions in a text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.text.units import Counting, Unit


@dataclass(frozen=True)
class Way:
    """How a program counts the positions in a text."""

    remark: str
    index: Callable[[int], int | None]
    last: int = 0
    """1 when its ends are those of the last character and not one past it."""
    size: int = 0

    def span(self, selection: Any) -> tuple[int, int] | None:
        """Where a selection lies in the text, or None."""
        try:
            start = int(selection.get("startPosition") or "")
            end = int(selection.get("endPosition") or "") + self.last
        except ValueError:
            return None
        if not 0 <= start < end:
            return None
        first, past = self.index(start), self.index(end)
        if first is None or past is None or past > self.size:
            return None
        return first, past


def way_of(text: str, selections: Sequence[Any]) -> Way:
    """The way of counting by which the selections have the words that they say.

    The standard says code points; what programs do about line ends differs. Where no
    selection has its words for a name, the standard is believed.
    """
    size = len(text)
    single = Counting(text, Unit.LF)
    doubled = Counting(text, Unit.CRLF)
    utf16 = Counting(text, Unit.UTF16)
    ways = (
        Way("", lambda offset: offset, 0, size),
        Way("a line end counts as one", single.code_point, 0, size),
        Way("a line end counts as two", doubled.code_point, 0, size),
        Way("positions count UTF-16 units", utf16.code_point, 0, size),
        Way("ends are those of the last character", lambda offset: offset, 1, size),
    )
    named = [each for each in selections if (each.get("name") or "").strip()][:200]
    return max(ways, key=lambda way: sum(_says(way, each, text) for each in named))


def _says(way: Way, selection: Any, text: str) -> bool:
    """Whether a selection has the words of its place, or how they begin, for a name."""
    span = way.span(selection)
    if span is None:
        return False
    words = "".join(text[span[0] : span[1]].split())
    name = "".join((selection.get("name") or "").rstrip("….").split())
    return bool(name) and (words == name or (len(name) > 15 and words.startswith(name)))
