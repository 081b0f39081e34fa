"""The numbers of paragraphs and sentences, counted over the whole text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from threading import Lock
from typing import Final

from reader.text.marks import CLOSING, STOPS, WIDE_STOPS
from reader.text.paragraphs import line_at, paragraphs
from reader.text.pieces import Pieces, Size
from reader.text.sentences import blocks, sentences
from reader.text.stops import MAYBE_END, WIDE_END

_ALONE: Final = (
    "!-~\xa1-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u064a\u0904-\u0939"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u2bff\u3001\u3003-\u3029"
    "\u3030-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ufeff\ufffd"
    "\uff02-\uff1e\uff20-\uff60"
)
"""Signs that no space before them belongs to: letters of Latin, Greek, Cyrillic,
Hebrew, Arabic, Hindi, Chinese, Japanese and Korean, all marks but full-width stops,
the mark that begins a file and the one for what could not be read."""
_BEGUN: Final = rf"(?:[^\S\n]*+\n)*+(?:[^\S\n]++(?=[{_ALONE}]))?+()"
"""Blank lines, and white space in front of a sign that it is no part of."""
_SHORT: Final = r"(?=\S.{0,4000}(?:\n|\Z))"
_PLAIN_LINE: Final = re.compile(
    rf"{_BEGUN}{_SHORT}(?:"
    rf"[^\n{STOPS}]*+(?:[.!?\u2026](?=\w)[^\n{STOPS}]*+)*+(?:\n|\Z)"
    rf"|[^\s{WIDE_STOPS}]*+[{WIDE_STOPS}]*+[{CLOSING}]*+[^\S\n]*+(?:\n|\Z))"
)
"""A line without a full stop but such as in `3.5`, or of one word, in front of it blank
ones: a paragraph of one sentence, for sure. A million short lines are counted in a
second by it, not in ten."""
_TEEMING_LINE: Final = re.compile(rf"{_BEGUN}{_SHORT}[^\n{WIDE_STOPS}]*+(?:\n|\Z)")
"""The same with full stops, in a text in which their ends are taken as they stand."""
_WIDE_LINE: Final = re.compile(
    rf"{_BEGUN}{_SHORT}(?=[^\n]*[{WIDE_STOPS}])"
    rf"(?:(?![.!?\u2026](?!\w))[{_ALONE}{WIDE_STOPS}]|[^\S\n])*+(?:\n|\Z)"
)
"""The same with full-width stops, which alone end sentences in it, and no mark that
one of them could carry."""
_MIXED_LINE: Final = re.compile(
    rf"{_BEGUN}{_SHORT}(?:[{_ALONE}{WIDE_STOPS}]|[^\S\n])*+(?:\n|\Z)"
)
"""The same with full stops of both kinds, in such a text."""
_SIMPLE: Final = ((_PLAIN_LINE, ()), (_WIDE_LINE, (WIDE_END,)))
_SIMPLE_TEEMING: Final = (
    *_SIMPLE,
    (_TEEMING_LINE, (MAYBE_END,)),
    (_MIXED_LINE, (MAYBE_END, WIDE_END)),
)
"""Lines that are counted at once, each with what ends the sentences in one; their group
is empty and stands where the line begins."""


class Numbering:
    """Which paragraph and sentence a place is in, from 1, hidden ones counted.

    It counts as far as it is asked and remembers what it counted; threads may ask
    at once.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._lock = Lock()
        self._starts = array("Q")
        self._paragraphs = array("Q")
        self._sentences_before = array("Q")
        self._walk = self._blocks()

    def at(self, offset: int) -> tuple[int, int]:
        """The numbers of the paragraph and the sentence that hold `offset`.

        Between two it is the one before, ahead of the first the first; (0, 0) in a
        text of nothing but white space.
        """
        with self._lock:
            for start in self._walk:
                if start > offset:
                    break
        if not self._starts:
            return 0, 0
        block = max(0, bisect_right(self._starts, offset) - 1)
        begun = takewhile(
            lambda sentence: sentence.start <= offset,
            self._pieces.forward(self._starts[block], Size.SENTENCE),
        )
        count = sum(1 for _ in begun)
        return self._paragraphs[block], self._sentences_before[block] + max(1, count)

    def _blocks(self) -> Iterator[int]:
        """Count on block by block; yields where each begins."""
        text, wrapped, counted = self._pieces.text, self._pieces.wrapped, 0
        teeming = self._pieces.teeming
        simple = _SIMPLE_TEEMING if teeming else _SIMPLE
        number = offset = 0
        while offset < len(text):
            number += 1
            for shape, ends in () if wrapped else simple:
                if line := shape.match(text, offset):
                    yield self._counted(line.start(1), number, counted)
                    counted += 1 + (_ends(line, ends) if ends else 0)
                    offset = line.end()
                    break
            else:
                paragraph = next(paragraphs(text, offset, wrapped=wrapped), None)
                if paragraph is None:
                    return
                for block in blocks(text, paragraph):
                    yield self._counted(block.start, number, counted)
                    counted += len(sentences(text, block, teeming=teeming))
                offset = line_at(text, paragraph.end).end + 1

    def _counted(self, start: int, paragraph: int, sentences_before: int) -> int:
        self._starts.append(start)
        self._paragraphs.append(paragraph)
        self._sentences_before.append(sentences_before)
        return start


def _ends(line: re.Match[str], ends: Sequence[re.Pattern[str]]) -> int:
    """How many sentences of a simple line end before the line does."""
    text, begun, end = line.string, line.start(1), line.end()
    found = {match.end() for each in ends for match in each.finditer(text, begun, end)}
    return len(found - {end})
