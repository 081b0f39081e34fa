"""The words that were found, each with what stands before and after it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby, islice
from typing import Final

from reader.model import Span
from reader.queries.nodes import Leaf, Words
from reader.queries.occurrences import Place, occurrences
from reader.text.together import Together
from reader.text.tokens import has_token, token_places, tokens

CONTEXT = 160
"""Code points of context on each side, before blanks are made one."""

_OTHER: Final = ("",)
"""Equal to no token, and none begins with what is looked for."""

Part = tuple[Span, bool]
"""A line, and whether it is hidden."""


@dataclass(frozen=True, slots=True)
class Also:
    """Another place in the same sentence as a hit."""

    span: Span
    words: str
    at: int
    """Where they begin, counted from the end of the hit's own words; places of words
    that are near to one another may overlap, and then it is before that end."""

    @property
    def lit(self) -> tuple[int, int]:
        """Where they stand in what comes after the hit's own words."""
        return max(0, self.at), self.at + len(self.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words of the query stand, with the others of its sentence."""

    span: Span
    before: str
    words: str
    after: str
    is_hidden: bool = False
    also: tuple[Also, ...] = ()

    @property
    def places(self) -> tuple[tuple[Span, str], ...]:
        """Every place with its words, in order."""
        others = ((other.span, other.words) for other in self.also)
        return ((self.span, self.words), *others)

    def each(self) -> Iterator["Hit"]:
        """Every place as a hit by itself."""
        yield replace(self, after=self.after[:CONTEXT], also=())
        whole = f"{self.before}{self.words}{self.after}"
        for other in self.also:
            start = len(self.before) + len(self.words) + other.at
            before = whole[max(0, start - CONTEXT) : start]
            after = whole[start + len(other.words) :][:CONTEXT]
            yield Hit(other.span, before, other.words, after, self.is_hidden)


def places(
    text: str, lines: Sequence[Part], leaves: Sequence[Leaf], *, hidden: bool
) -> list[Part]:
    """The spans in a text, in its order, and whether each is of hidden lines.

    Words that only stand side by side because a line between them is hidden are
    found; words of which one is hidden are not.

    Args:
        text: The text.
        lines: All its lines.
        leaves: What is looked for.
        hidden: Whether the hidden lines are looked through as well.
    """
    return sorted(
        (span, is_hidden)
        for is_hidden in (False, True)[: 1 + hidden]
        for line in _found(text, _those(lines, is_hidden), leaves)[0]
        for span in line
    )


def first_sentences(
    text: str,
    lines: Sequence[Part],
    leaves: Sequence[Leaf],
    most: int,
    *,
    hidden: bool,
) -> tuple[list[tuple[Sequence[Span], bool]], int]:
    """The `places` of no more than so many sentences, and how many there are in all.

    To count them takes less than to say where in the text each one is.
    """
    found: list[tuple[Sequence[Span], bool]] = []
    total = 0
    together = Together(text)
    for is_hidden in (False, True)[: 1 + hidden]:
        each, count = _found(text, _those(lines, is_hidden), leaves)
        total += count
        groups = islice(together.by_sentence(each), most)
        found += [(group, is_hidden) for group in groups]
    return (sorted(found)[:most] if hidden else found), total


def _those(lines: Sequence[Part], is_hidden: bool) -> list[Span]:
    return [span for span, hid in lines if hid == is_hidden]


def _found(
    text: str, lines: Sequence[Span], leaves: Sequence[Leaf]
) -> tuple[Iterator[Iterator[Span]], int]:
    """Where the leaves stand in each line that has one, and how often in all."""
    wanted = _tokens_of(leaves)
    each = [_cut(line.of(text), wanted) for line in lines]
    here = occurrences(leaves, list(chain.from_iterable(each)))
    return _spans(text, lines, list(map(len, each)), here), len(here)


def _tokens_of(leaves: Sequence[Leaf]) -> frozenset[str] | None:
    """All that are looked for; None where it matters how many others are between."""
    words = [leaf for leaf in leaves if isinstance(leaf, Words)]
    if len(words) < len(leaves):
        return None
    return frozenset(chain.from_iterable(leaf.tokens for leaf in words))


def _cut(line: str, wanted: frozenset[str] | None) -> Sequence[str]:
    """The tokens of a line; one for all of them where none can be looked for.

    Most lines have none, and to find that out takes a tenth of cutting them. The one
    parts the words of a phrase as they all would.
    """
    if wanted is not None and line.isascii():
        small = line.lower()
        if not any(word in small for word in wanted):
            return _OTHER if has_token(small) else ()
    return tokens(line)


def _spans(
    text: str, lines: Sequence[Span], sizes: Sequence[int], found: Sequence[Place]
) -> Iterator[Iterator[Span]]:
    """Where tokens stand, line by line.

    Only a line with one is cut a second time, with care, and only when it is asked for.
    """
    ends = list(accumulate(sizes))
    cut: dict[int, list[tuple[int, int]]] = {}

    def place(token: int) -> Span:
        number = bisect_right(ends, token)
        if number not in cut:
            cut[number] = token_places(lines[number].of(text))
        start, end = cut[number][token - ends[number]]
        return Span(lines[number].start + start, lines[number].start + end)

    for _, places in groupby(found, lambda each: bisect_right(ends, each[0])):
        yield (
            place(first)
            if first + 1 == end
            else Span(place(first).start, place(end - 1).end)
            for first, end in places
        )


def in_context(
    text: str, lines: Sequence[Part], spans: Sequence[Span], *, is_hidden: bool = False
) -> Hit:
    """Places of one sentence with what stands around them.

    Args:
        text: The text.
        lines: All its lines, in order.
        spans: The places, in order.
        is_hidden: Whether hidden lines are shown around them, and not the others.
    """
    first, last = spans[0], spans[-1]

    def shown(start: int, end: int) -> str:
        return _shown(text, lines, Span(start, end), is_hidden)

    def said(span: Span) -> str:
        words = span.of(text)
        # Most are on one line, of which all is shown or nothing.
        return shown(span.start, span.end).strip() if "\n" in words else _spaced(words)

    def also(span: Span) -> Also:
        words = said(span)
        if span.start < first.end:
            return Also(span, words, -len(shown(span.start, first.end).rstrip()))
        # A single blank between the two is no words, and then it is not told.
        at = after.find(words, len(shown(first.end, span.start)))
        return Also(span, words, at if at >= 0 else len(after))

    after = shown(first.end, min(len(text), last.end + CONTEXT))
    return Hit(
        first,
        shown(max(0, first.start - CONTEXT), first.start),
        said(first),
        after,
        is_hidden,
        tuple(map(also, spans[1:])),
    )


def _spaced(words: str) -> str:
    """With every blank made one."""
    return " ".join(words.split())


def _shown(text: str, lines: Sequence[Part], span: Span, is_hidden: bool) -> str:
    """The words of a span that stand in lines of one sort, blanks made one.

    A blank at either end stays, as one.
    """
    parts = []
    first = bisect_right(lines, span.start, key=lambda part: part[0].start) - 1
    for line, hid in islice(lines, max(0, first), None):
        if line.start >= span.end:
            break
        if hid == is_hidden:
            parts.append(text[max(line.start, span.start) : min(line.end, span.end)])
            if span.end > line.end:
                parts.append(" ")
    words = "".join(parts)
    if not words.strip():
        return ""
    lead = " " if words[0].isspace() else ""
    trail = " " if words[-1].isspace() else ""
    return lead + _spaced(words) + trail
