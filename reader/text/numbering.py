"""The numbers of paragraphs and sentences, counted over the whole text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from threading import Lock
from typing import Final

from reader.text.marks import STOPS, WIDE_STOPS
from reader.text.paragraphs import line_at, paragraphs
from reader.text.pieces import Pieces, Size
from reader.text.sentences import blocks, sentences
from reader.text.stops import MAYBE_END

_ALONE: Final = (
    "!-~\xa1-\u02ff\u0370-\u0482\u048a-\u052f\u4e00-\u9fff\uac00-\ud7a3\ufeff"
)
"""Signs that no space before them belongs to: of Latin, Greek, Cyrillic, Chinese and
Korean, and the mark that begins a file."""
_BLANK: Final = r"(?:[ \t\r]*+\n)*+[ \t\r]*+"
_BEGUN: Final = rf"{_BLANK}((?![{STOPS}])[{_ALONE}])"
"""Blank lines, and the first sign of one that is none."""
_SHORT: Final = r"(?=.{0,4000}(?:\n|\Z))"
_PLAIN_LINE: Final = re.compile(
    rf"{_BLANK}((?![{STOPS}](?!\w))[{_ALONE}]){_SHORT}[^\n{STOPS}]*+(?:[.!?\u2026](?=\w)[^\n{STOPS}]*+)*+(?:\n|\Z)"
    rf"|{_BLANK}([{_ALONE}]){_SHORT}[^\s{WIDE_STOPS}]*+[ \t\r]*+(?:\n|\Z)"
)
"""A line without a full stop but such as in `3.5`, or of one word, in front of it blank
ones: a paragraph of one sentence, for sure. A million short lines are counted in a
second by it, not in ten."""
_TEEMING_LINE: Final = re.compile(rf"{_BEGUN}[{_ALONE} \t]{{0,4000}}+(?:\n|\Z)")
"""The same with full stops, in a text in which their ends are taken as they stand."""


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
        number = offset = 0
        while offset < len(text):
            number += 1
            if not wrapped and (plain := _PLAIN_LINE.match(text, offset)):
                yield self._counted(plain.start(plain.lastindex or 0), number, counted)
                counted += 1
                offset = plain.end()
                continue
            if teeming and not wrapped and (line := _TEEMING_LINE.match(text, offset)):
                start, offset = line.start(1), line.end()
                yield self._counted(start, number, counted)
                counted += 1 + sum(1 for _ in MAYBE_END.finditer(text, start, offset))
                continue
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
