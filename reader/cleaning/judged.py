"""The verdicts on the lines of a text of any size, made when they are looked at."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from reader.cleaning.verdicts import Line
from reader.model import Span


class Said(NamedTuple):
    """What was said of a line, wherever it lies."""

    hidden: bool
    kind: str = ""
    rule: str = ""
    confidence: float = 0.0


class Untold(NamedTuple):
    """What is known of a text whose lines were judged but not named yet."""

    hidden: Sequence[int]
    """The numbers of the hidden lines from 0, in order."""
    tell: Callable[[], Mapping[int, Said]]
    """Gives what is said of lines."""


class Judged(Sequence[Line]):
    r"""One verdict for each piece of `text.split("\n")`.

    Of a large text hardly a line is ever asked for, and a record for each would take
    more memory than the text, and longer than reading it from the library. Only the
    hidden ones are made at once, when they are first asked for.
    """

    def __init__(self, text: str, said: Mapping[int, Said] | Untold) -> None:
        """Take a text, and what was said of lines that are not plainly content.

        Args:
            text: What was judged.
            said: By the number of the line, from 0; those beyond the text's are
                passed over. What is not told yet is told when it is asked for.
        """
        self._text = text
        self._given = said

    @property
    def said(self) -> Mapping[int, Said]:
        """What was said of lines that are not plainly content, by their numbers."""
        if isinstance(self._given, Untold):
            self._given = self._given.tell()
        return self._given

    @cached_property
    def _starts(self) -> "array[int]":
        starts, at = array("Q", [0]), self._text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self._text.find("\n", at + 1)
        return starts

    @cached_property
    def hidden(self) -> tuple[Line, ...]:
        """The hidden lines, in order."""
        numbers = self.hidden_numbers
        return tuple(self[n] for n in numbers if n < len(self)) if numbers else ()

    @property
    def hidden_numbers(self) -> Sequence[int]:
        """Their numbers from 0, in order; for this no line is looked for or named."""
        if isinstance(self._given, Untold):
            return self._given.hidden
        return sorted(n for n, said in self._given.items() if said.hidden)

    @property
    def is_all_hidden(self) -> bool:
        """Whether nothing is left to read: every line that says anything is hidden."""
        if not self.hidden:
            return False
        said = (line for line in self if line.span.of(self._text).strip())
        first = next(said, None)
        if first is None or not first.hidden:
            return False
        return all(line.hidden for line in said)

    @property
    def hidden_spans(self) -> tuple[Span, ...]:
        """Their spans, in order; for this none is named."""
        numbers = self.hidden_numbers
        return tuple(self._span(n) for n in numbers if n < len(self)) if numbers else ()

    def on(self, span: Span) -> Sequence[int]:
        """The numbers of the lines that share a code point with a span, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [n for n in range(first, last) if self._span(n).overlaps(span)]

    def _span(self, number: int) -> Span:
        starts = self._starts
        is_last = number + 1 == len(starts)
        end = len(self._text) if is_last else starts[number + 1] - 1
        return Span(starts[number], end)

    def _line(self, number: int, span: Span) -> Line:
        said = self.said.get(number)
        if said is None:
            return Line(span, hidden=False)
        return Line(span, *said)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Line]:
        """The lines one after the other; those beyond are not looked for yet."""
        number = start = 0
        while (end := self._text.find("\n", start)) >= 0:
            yield self._line(number, Span(start, end))
            number, start = number + 1, end + 1
        yield self._line(number, Span(start, len(self._text)))

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...

    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(f"there is no line {index}")
        number = index % len(self)
        return self._line(number, self._span(number))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Judged):
            return NotImplemented
        return self._text == other._text and self.said == other.said

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Cleaned:
    r"""The verdicts on a text, one for each piece of `text.split("\n")`."""

    lines: Judged

    @property
    def hidden(self) -> tuple[Span, ...]:
        """The spans of the hidden lines, in order."""
        return self.lines.hidden_spans

    def text(self, original: str) -> str:
        """The lines of `original` that are shown, joined by line feeds.

        Args:
            original: The text that was cleaned.
        """
        hidden = frozenset(self.lines.hidden_numbers)
        lines = enumerate(original.split("\n"))
        return "\n".join(line for number, line in lines if number not in hidden)
