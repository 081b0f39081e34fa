r"""Paragraphs, in text with a line for each and in text wrapped at a margin.

Only `"\n"` separates lines. Where the lines were broken to fit a page, a blank line
ends a paragraph; elsewhere each line is one. Which of the two it is, is decided once
for a text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reader.model import Span
from reader.text.marks import CLOSING, STOPS
from reader.text.spaces import last_visible, next_visible, trim

_SAMPLE: Final = 65_536
"""Code points from the beginning that decide whether a text is wrapped."""
_NARROWEST: Final = 50
_WIDEST: Final = 100
_MOST: Final = 0.6
"""The share of lines that must be full and unfinished."""
_CONTINUED: Final = 0.4
"""The share of those after which no capital may follow. A list of headlines is full
and unfinished too, but each begins with a capital."""
_ENDS: Final = re.compile(rf"[{STOPS}][{CLOSING}]*$")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*(?=\n)")


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken to fit a margin.

    They were when six in ten of the lines that another follows are 50 to 100 code
    points wide and end without terminal punctuation. A line wider than any margin
    counts against, so that one short list among long paragraphs decides nothing.
    """
    sample = [line.strip() for line in text[:_SAMPLE].split("\n")]
    followed = [(line, after) for line, after in pairwise(sample) if line and after]
    full = [
        after
        for line, after in followed
        if _NARROWEST <= len(line) <= _WIDEST and not _ENDS.search(line)
    ]
    too_wide = sum(len(line) > _WIDEST for line in sample)
    continued = sum(not after[0].isupper() for after in full)
    return (
        continued > 0
        and len(full) >= _MOST * (len(followed) + too_wide)
        and continued >= _CONTINUED * len(full)
    )


def line_at(text: str, offset: int) -> Span:
    """The line that holds `offset`, without its line feed."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Span(start, end if end >= 0 else len(text))


def _is_blank(text: str, line: Span) -> bool:
    return next_visible(text, line.start, line.end) is None


def _first_line(text: str, line: Span) -> int:
    """Where the unbroken block of lines begins that `line` belongs to."""
    start = line.start
    while start > 0:
        above = line_at(text, start - 1)
        if _is_blank(text, above):
            break
        start = above.start
    return start


def paragraph_at(text: str, offset: int, wrapped: bool) -> Span:
    """The paragraph whose lines hold `offset`, trimmed of white space.

    Empty, at `offset`, when that line is blank.
    """
    line = line_at(text, offset)
    if _is_blank(text, line):
        return Span(offset, offset)
    if not wrapped:
        return trim(text, line)
    blank = _BLANK_LINE.search(text, line.end)
    end = blank.start() if blank else len(text)
    return trim(text, Span(_first_line(text, line), end))


def paragraphs(
    text: str, offset: int = 0, *, wrapped: bool | None = None
) -> Iterator[Span]:
    """The paragraphs in order, from the one that holds or follows `offset`."""
    wrapped = is_wrapped(text) if wrapped is None else wrapped
    found = next_visible(text, offset)
    while found is not None:
        # In a text of a million lines it counts that none is looked at twice.
        paragraph = (
            paragraph_at(text, found, wrapped)
            if wrapped
            else trim(text, line_at(text, found))
        )
        yield paragraph
        found = next_visible(text, paragraph.end)


def paragraphs_back(text: str, offset: int, *, wrapped: bool) -> Iterator[Span]:
    """The paragraphs in reverse, from the last that begins before `offset`."""
    found = last_visible(text, offset)
    while found is not None:
        paragraph = paragraph_at(text, found, wrapped)
        yield paragraph
        found = last_visible(text, paragraph.start)
