"""The words that were found, each with what stands before and after it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import Final

from reader.model import Span
from reader.queries.nodes import Leaf, Words
from reader.queries.occurrences import Place, occurrences
from reader.text.tokens import has_token, token_places, tokens

CONTEXT = 160
"""Code points of context on each side, before blanks are made one."""

_OTHER: Final = ("",)
"""Equal to no token, and none begins with what is looked for."""

Part = tuple[Span, bool]
"""A line, and whether it is hidden."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where words of the query stand; all its words are on one line."""

    span: Span
    before: str
    words: str
    after: str
    is_hidden: bool = False


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
    return first_places(text, lines, leaves, None, hidden=hidden)[0]


def first_places(
    text: str,
    lines: Sequence[Part],
    leaves: Sequence[Leaf],
    most: int | None,
    *,
    hidden: bool,
) -> tuple[list[Part], int]:
    """No more than so many of the `places`, and how many there are in all.

    To count them takes less than to say where in the text each one is.
    """
    found: list[Part] = []
    total = 0
    wanted = _tokens_of(leaves)
    for is_hidden in (False, True)[: 1 + hidden]:
        those = [span for span, hid in lines if hid == is_hidden]
        each = [_cut(line.of(text), wanted) for line in those]
        here = occurrences(leaves, list(chain.from_iterable(each)))
        total += len(here)
        spans = _spans(text, those, list(map(len, each)), here[:most])
        found += [(span, is_hidden) for span in spans]
    return sorted(found)[:most], total


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
) -> Iterator[Span]:
    """Where tokens stand; only lines with one are cut a second time, with care."""
    ends = list(accumulate(sizes))
    cut: dict[int, list[tuple[int, int]]] = {}

    def place(token: int) -> Span:
        number = bisect_right(ends, token)
        if number not in cut:
            cut[number] = token_places(lines[number].of(text))
        start, end = cut[number][token - ends[number]]
        return Span(lines[number].start + start, lines[number].start + end)

    for first, end in found:
        yield Span(place(first).start, place(end - 1).end)


def in_context(
    text: str, lines: Sequence[Part], span: Span, *, is_hidden: bool = False
) -> Hit:
    """A passage with what stands around it.

    Args:
        text: The text.
        lines: All its lines, in order.
        span: The passage.
        is_hidden: Whether hidden lines are shown around it, and not the others.
    """
    before = Span(max(0, span.start - CONTEXT), span.start)
    after = Span(span.end, min(len(text), span.end + CONTEXT))
    return Hit(
        span,
        _shown(text, lines, before, is_hidden),
        _shown(text, lines, span, is_hidden).strip(),
        _shown(text, lines, after, is_hidden),
        is_hidden,
    )


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
    return lead + " ".join(words.split()) + trail
