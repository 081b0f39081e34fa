"""A text cut into pieces of any size, only where one looks.

Nothing here goes through the whole text but what walks it on purpose; the sentences
of a paragraph and the words of a sentence are remembered while one reads there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reader.model import Span
from reader.text.clauses import clauses
from reader.text.graphemes import cluster_at
from reader.text.paragraphs import is_wrapped, paragraphs, paragraphs_back
from reader.text.sentences import blocks, is_teeming, sentences
from reader.text.spaces import last_visible, next_visible, trim
from reader.text.words import words

_REMEMBERED: Final = 1024
"""Blocks and sentences whose pieces are kept: some hundred pages."""


class Size(StrEnum):
    """How much a passage holds."""

    CHARACTER = "character"
    WORD = "word"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    LINE = "line"
    ARTICLE = "article"


class Pieces:
    """The pieces of one text, hidden or not.

    Those of a size are ordered, disjoint and trimmed of white space; no edge cuts a
    character; and a word lies in one sentence, a sentence in one paragraph.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.wrapped = is_wrapped(text)
        self.teeming = teeming = is_teeming(text)
        self._here = Span(0, 0)
        """The paragraph met last. In one of many megabytes, only to find its ends
        takes a millisecond."""
        remember = lru_cache(maxsize=_REMEMBERED)
        self._blocks = remember(lambda paragraph: blocks(text, paragraph))
        self._cut: dict[Size, Callable[[Span], Sequence[Span]]] = {
            Size.SENTENCE: remember(
                lambda block: sentences(text, block, teeming=teeming)
            ),
            Size.CLAUSE: remember(lambda sentence: clauses(text, sentence)),
            Size.WORD: remember(lambda sentence: words(text, sentence)),
        }

    def whole(self) -> Span:
        """The text from its first word to its last; empty when there is none."""
        return trim(self.text, Span(0, len(self.text)))

    def forward(self, offset: int, size: Size) -> Iterator[Span]:
        """The pieces in order, from the first that ends after `offset`."""
        text = self.text
        match size:
            case Size.CHARACTER:
                return self._characters(offset)
            case Size.WORD | Size.CLAUSE:
                outer = self.forward(offset, Size.SENTENCE)
                return _inside(outer, self._cut[size], offset)
            case Size.SENTENCE:
                outer = self._paragraphs(offset)
                outer = _inside(outer, self._blocks, offset)
                return _inside(outer, self._cut[size], offset)
            case Size.PARAGRAPH:
                return self._paragraphs(offset)
            case Size.LINE:
                return paragraphs(text, offset, wrapped=False)
            case Size.ARTICLE:
                return (whole for whole in (self.whole(),) if whole.end > offset)

    def backward(self, offset: int, size: Size) -> Iterator[Span]:
        """The pieces in reverse, from the last that begins before `offset`."""
        text = self.text
        match size:
            case Size.CHARACTER:
                return self._characters_back(offset)
            case Size.WORD | Size.CLAUSE:
                outer = self.backward(offset, Size.SENTENCE)
                return _inside_back(outer, self._cut[size], offset)
            case Size.SENTENCE:
                outer = self._paragraphs_back(offset)
                outer = _inside_back(outer, self._blocks, offset)
                return _inside_back(outer, self._cut[size], offset)
            case Size.PARAGRAPH:
                return self._paragraphs_back(offset)
            case Size.LINE:
                return paragraphs_back(text, offset, wrapped=False)
            case Size.ARTICLE:
                return (
                    whole for whole in (self.whole(),) if whole and whole.start < offset
                )

    def _paragraphs(self, offset: int) -> Iterator[Span]:
        here = self._here
        if offset in here:
            yield here
            offset = here.end
        for paragraph in paragraphs(self.text, offset, wrapped=self.wrapped):
            self._here = paragraph
            yield paragraph

    def _paragraphs_back(self, offset: int) -> Iterator[Span]:
        here = self._here
        if here.start < offset <= here.end:
            yield here
            offset = here.start
        for paragraph in paragraphs_back(self.text, offset, wrapped=self.wrapped):
            self._here = paragraph
            yield paragraph

    def _characters(self, offset: int) -> Iterator[Span]:
        found = next_visible(self.text, offset)
        while found is not None:
            cluster = cluster_at(self.text, found)
            yield cluster
            found = next_visible(self.text, cluster.end)

    def _characters_back(self, offset: int) -> Iterator[Span]:
        found = last_visible(self.text, offset)
        while found is not None:
            cluster = cluster_at(self.text, found)
            yield cluster
            found = last_visible(self.text, cluster.start)


def _inside(
    outers: Iterable[Span], cut: Callable[[Span], Sequence[Span]], offset: int
) -> Iterator[Span]:
    """The pieces of each outer one, from the first that ends after `offset`."""
    for outer in outers:
        pieces = cut(outer)
        yield from pieces[bisect_right(pieces, offset, key=lambda piece: piece.end) :]


def _inside_back(
    outers: Iterable[Span], cut: Callable[[Span], Sequence[Span]], offset: int
) -> Iterator[Span]:
    """The pieces in reverse, from the last that begins before `offset`."""
    for outer in outers:
        pieces = cut(outer)
        first = bisect_left(pieces, offset, key=lambda piece: piece.start)
        yield from reversed(pieces[:first])
