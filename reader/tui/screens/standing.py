"""What stands on a text, to be asked for by place without looking at all of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from reader.model import Span


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def span(self) -> Span:
        """Where it is."""
        ...


Item = TypeVar("Item", bound=Placed)


class Standing(Generic[Item]):
    """Items in the order of the text, the longer first where two begin together."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        """Put them in order; those with the same span stay as they come."""
        self.all: Sequence[Item] = sorted(items, key=lambda each: _place(each.span))
        self._places = [_place(each.span) for each in self.all]
        self._starts = [each.span.start for each in self.all]
        self._reach = list(accumulate((each.span.end for each in self.all), max))

    def on(self, span: Span) -> list[Item]:
        """Those that share a code point with a span, in the order of the text."""
        end = first = bisect_left(self._starts, span.end)
        while first and self._reach[first - 1] > span.start:
            first -= 1
        return [each for each in self.all[first:end] if each.span.overlaps(span)]

    def nearest(self, span: Span, way: int) -> Item | None:
        """The nearest at another place than a span's, on (1) or back (-1)."""
        place = _place(span)
        onward = bisect_right(self._places, place)
        return self._numbered(
            onward if way > 0 else bisect_left(self._places, place) - 1
        )

    def beside(self, item: Item, way: int) -> Item | None:
        """The next one, or the one before, in the same place or at another."""
        place = _place(item.span)
        first = bisect_left(self._places, place)
        last = bisect_right(self._places, place)
        for number in range(first, last):
            if self.all[number] == item:
                return self._numbered(number + way)
        return self.nearest(item.span, way)

    def _numbered(self, number: int) -> Item | None:
        return self.all[number] if 0 <= number < len(self.all) else None


def _place(span: Span) -> tuple[int, int]:
    return span.start, -span.end
