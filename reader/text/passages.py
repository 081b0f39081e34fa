"""Passages of a text as it is shown: the pieces of any size, hidden lines left out.

Every question is answered around the place it asks about, whatever the length of the
text.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.model import Span
from reader.text.clauses import quotations
from reader.text.hiding import shown
from reader.text.numbering import Numbering
from reader.text.pieces import Pieces, Size
from reader.text.spaces import next_visible, trim

__all__ = ["Passages", "Size"]

_GROWING = (Size.WORD, Size.CLAUSE, Size.SENTENCE, Size.PARAGRAPH, Size.ARTICLE)


class Passages:
    """The passages that can be picked in a text whose `hidden` lines are not shown.

    A passage is trimmed of white space and of hidden lines at its ends; it may hold
    hidden lines in its middle, which `shown` leaves out. One that is wholly hidden
    is passed over.
    """

    def __init__(self, text: str, hidden: Sequence[Span] = ()) -> None:
        """Take a text and the spans of its hidden lines, in order."""
        self.text = text
        self.hidden = tuple(hidden)
        self._pieces = Pieces(text)
        self._numbering = Numbering(self._pieces)
        self._runs = _runs(text, self.hidden)

    @property
    def wrapped(self) -> bool:
        """Whether the lines were broken to fit a margin."""
        return self._pieces.wrapped

    def hiding(self, hidden: Sequence[Span]) -> "Passages":
        """The same text with other lines hidden; what was cut stays remembered."""
        other = object.__new__(Passages)
        other.text, other.hidden = self.text, tuple(hidden)
        other._pieces, other._numbering = self._pieces, self._numbering
        other._runs = _runs(self.text, other.hidden)
        return other

    def forward(self, offset: int, size: Size) -> Iterator[Span]:
        """The passages in order, from the first that ends after `offset`."""
        ended = False
        while not ended:
            ended = True
            for piece in self._pieces.forward(offset, size):
                run = self._run_over(piece.start)
                if run and run.end >= piece.end:
                    offset, ended = run.end, False
                    break
                passage = self._shown_part(piece)
                if passage.end > offset:
                    yield passage

    def backward(self, offset: int, size: Size) -> Iterator[Span]:
        """The passages in reverse, from the last that begins before `offset`."""
        ended = False
        while not ended:
            ended = True
            for piece in self._pieces.backward(offset, size):
                run = self._run_over(piece.start)
                if run and run.end >= piece.end:
                    offset, ended = run.start, False
                    break
                passage = self._shown_part(piece)
                if passage.start < offset:
                    yield passage

    def at(self, offset: int, size: Size) -> Span | None:
        """The passage that holds `offset`, else the next one, else the one before.

        None when the text shows nothing.
        """
        return next(self.forward(offset, size), None) or self.last(size)

    def after(self, offset: int, size: Size) -> Span | None:
        """The first passage that starts at or after `offset`."""
        return next((p for p in self.forward(offset, size) if p.start >= offset), None)

    def before(self, offset: int, size: Size) -> Span | None:
        """The last passage that ends at or before `offset`."""
        return next((p for p in self.backward(offset, size) if p.end <= offset), None)

    def within(self, span: Span, size: Size) -> Iterator[Span]:
        """The passages that share a code point with `span`, in order."""
        for passage in self.forward(span.start, size):
            if passage.start >= span.end:
                return
            yield passage

    def first(self, size: Size) -> Span | None:
        """The first passage of the text."""
        return next(self.forward(0, size), None)

    def last(self, size: Size) -> Span | None:
        """The last passage of the text."""
        return next(self.backward(len(self.text), size), None)

    def grow(self, span: Span) -> tuple[Span, Size] | None:
        """The smallest passage that holds more than `span`, and its size.

        Words grow to clauses or to what stands in quotation marks, then to
        sentences, paragraphs, the article. None when nothing is larger.
        """
        for size in _GROWING:
            larger = [
                p for p in self._round(span, size) if p.covers(span) and p != span
            ]
            if larger:
                return min(larger, key=len), size
        return None

    def number(self, offset: int) -> tuple[int, int]:
        """The numbers of the paragraph and the sentence that hold `offset`, from 1.

        They count over the whole text, hidden lines and all, so they stay the same
        whatever is shown. The first answer costs a walk from the beginning of the
        text; later ones only what lies beyond the furthest so far.
        """
        return self._numbering.at(offset)

    def shown(self, span: Span) -> str:
        r"""The words of a span without its hidden lines, the parts joined by `"\n"`."""
        return shown(self.text, self.hidden, span)

    def _round(self, span: Span, size: Size) -> Iterator[Span]:
        """The passages of a size in which `span` begins, and quotations as clauses."""
        passage = self.at(span.start, size)
        if passage is None:
            return
        yield passage
        if size is Size.CLAUSE:
            sentence = self.at(span.start, Size.SENTENCE)
            yield from quotations(self.text, sentence) if sentence else ()

    def _run_over(self, offset: int) -> Span | None:
        """The hidden lines that hold `offset`, with those that follow at once."""
        number = bisect_right(self._runs, offset, key=lambda run: run.start) - 1
        run = self._runs[number] if number >= 0 else None
        return run if run and offset in run else None

    def _shown_part(self, piece: Span) -> Span:
        """A piece without the hidden lines at its ends; some of it must be shown."""
        above, below = self._run_over(piece.start), self._run_over(piece.end - 1)
        if not above and not below:
            return piece
        start = above.end if above else piece.start
        return trim(self.text, Span(start, below.start if below else piece.end))


def _runs(text: str, hidden: Sequence[Span]) -> tuple[Span, ...]:
    """Hidden lines with those that only white space parts from them made one."""
    runs: list[Span] = []
    for line in hidden:
        # No further than the line: blank ones may follow by the thousand.
        if runs and next_visible(text, runs[-1].end, line.start) is None:
            runs.append(Span(runs.pop().start, line.end))
        else:
            runs.append(line)
    return tuple(runs)
