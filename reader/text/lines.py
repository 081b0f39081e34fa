"""The lines of a text: the pieces between its line feeds."""

from collections.abc import Collection
from itertools import accumulate, pairwise

from reader.model import Span


def lines(text: str) -> tuple[Span, ...]:
    r"""One span for each piece of `text.split("\n")`, without the line feed.

    A text always has a line; one that ends in a line feed has an empty last line.
    A carriage return belongs to its line, as does any other separator.
    """
    ends = accumulate(
        map(len, text.split("\n")), lambda end, size: end + 1 + size, initial=-1
    )
    starts_and_ends = list(ends)
    return tuple(Span(before + 1, end) for before, end in pairwise(starts_and_ends))


def lines_numbered(text: str, numbers: Collection[int]) -> list[Span]:
    """The spans of a few lines, by their numbers from 0; those beyond the text not.

    Quicker than `lines` where most are not wanted: it looks no further than the last.
    """
    found: list[Span] = []
    start = number = 0
    for wanted in sorted(numbers):
        while number < wanted:
            start = text.find("\n", start) + 1
            number += 1
            if not start:
                return found
        end = text.find("\n", start)
        found.append(Span(start, len(text) if end < 0 else end))
    return found
