"""The annotations of an article, to be asked for by place without looking at all."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from reader.model import Annotation, Span


class Standing:
    """Annotations in the order of the text, and how far those before each reach."""

    def __init__(self, annotations: Sequence[Annotation] = ()) -> None:
        """Take those of an article, but for those on the article as a whole."""
        found = [each for each in annotations if not each.covers_article]
        self.all: Sequence[Annotation] = found
        self._starts = [each.span.start for each in found]
        self._reach = list(accumulate((each.span.end for each in found), max))

    def on(self, span: Span) -> list[Annotation]:
        """Those that share a code point with a span, in the order of the text."""
        end = first = bisect_left(self._starts, span.end)
        while first and self._reach[first - 1] > span.start:
            first -= 1
        return [each for each in self.all[first:end] if each.span.overlaps(span)]
