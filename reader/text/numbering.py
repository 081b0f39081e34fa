"""The numbers of paragraphs and sentences, counted over the whole text."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from threading import Lock

from reader.text.paragraphs import paragraphs
from reader.text.pieces import Pieces, Size
from reader.text.sentences import blocks, sentences


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
        text, counted = self._pieces.text, 0
        every = paragraphs(text, wrapped=self._pieces.wrapped)
        for number, paragraph in enumerate(every, start=1):
            for block in blocks(text, paragraph):
                self._starts.append(block.start)
                self._paragraphs.append(number)
                self._sentences_before.append(counted)
                yield block.start
                counted += len(sentences(text, block))
