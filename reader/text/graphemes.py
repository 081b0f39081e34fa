"""Grapheme clusters: what a reader calls one character.

A passage never begins or ends inside one (the W3C's Web Annotation model asks the
same of its selectors). The clusters are those of Unicode Standard Annex 29, by
`wcwidth`; what is ours is to find the one at an offset by looking around it, not
from the beginning of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Final
from unicodedata import category

from wcwidth import iter_graphemes

from reader.model import Span

REACH: Final = 20_000
"""Code points looked at on either side of an offset. A longer cluster is nothing
that anybody reads, and is cut there so that no text can hang the reader."""

_SIMPLE: Final = "\u0300"
"""Below the first combining mark every code point stands alone, but for CR LF."""


_JOINING: Final = frozenset(("Mn", "Me", "Mc", "Cf", "Cn", "Lm", "Sk"))
"""Categories after which the pair alone does not say whether a cluster goes on; but
after a control, which not even a combining mark joins, a cluster always ends."""
_MARKS: Final = frozenset(("Mn", "Me", "Mc"))
_CASED: Final = frozenset(("Lu", "Ll"))
"""Letters that no mark before them is joined to: those it may be are Indic, and have
no case (GB9c of the annex)."""


@lru_cache(maxsize=4096)
def _parts(before: str, after: str) -> bool:
    """Whether a cluster surely ends between two neighbours, whatever precedes."""
    if category(before) in _MARKS and category(after) in _CASED:
        return True
    if category(before) in _JOINING and not _is_two(before + _SIMPLE):
        return False
    return _is_two(before + after)


def _is_two(pair: str) -> bool:
    return len(list(iter_graphemes(pair))) > 1


def _is_sure_edge(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if before < _SIMPLE and after < _SIMPLE:
        return not (before == "\r" and after == "\n")
    return _parts(before, after)


def _sure_edge(text: str, offset: int, lowest: int) -> int:
    """The last such edge at or before an offset, or the lowest that is looked at.

    Each pair is looked up here, for a call would take as long as that; from signs that
    no character has been given to, there is hardly a sure edge in a text.
    """
    parts, after = _parts, text[offset]
    while offset > lowest:
        before = text[offset - 1]
        if before < _SIMPLE and after < _SIMPLE:
            if not (before == "\r" and after == "\n"):
                break
        elif parts(before, after):
            break
        offset, after = offset - 1, before
    return offset


def cluster_at(text: str, offset: int) -> Span:
    """The cluster that holds the code point at `offset`.

    At or past the end of the text it is empty.
    """
    if offset >= len(text):
        return Span(len(text), len(text))
    start = _sure_edge(text, offset, max(0, offset - REACH))
    for cluster in iter_graphemes(text, start, min(len(text), offset + REACH)):
        end = start + len(cluster)
        if end > offset:
            return Span(start, end)
        start = end
    return Span(offset, offset + 1)


def is_edge(text: str, offset: int) -> bool:
    """Whether a cluster begins or the text ends at `offset`."""
    return _is_plain(text, offset) or cluster_at(text, offset).start == offset


def snap(text: str, span: Span) -> Span:
    """The span with both ends moved outward to the edges of clusters.

    An empty span stays empty and goes to the beginning of its cluster.
    """
    start, end = min(span.start, len(text)), min(span.end, len(text))
    if not is_edge(text, start):
        start = cluster_at(text, start).start
        end = max(start, end) if span else start
    if not is_edge(text, end):
        end = cluster_at(text, end).end
    return Span(start, end)


def snap_all(text: str, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Ordered pieces as spans, those that share a cluster made one."""
    spans = [Span(start, end) for start, end in pieces]
    if all(_is_plain(text, span.start) and _is_plain(text, span.end) for span in spans):
        return tuple(spans)
    # Looking round every edge would cost the square of a long run of flags.
    edges = _edges(text, Span(spans[0].start, spans[-1].end))
    joined: list[Span] = []
    for span in spans:
        start = edges[bisect_right(edges, span.start) - 1]
        end = edges[bisect_left(edges, span.end)]
        if joined and start < joined[-1].end:
            start = joined.pop().start
        joined.append(Span(start, end))
    return tuple(joined)


def _is_plain(text: str, offset: int) -> bool:
    return not 0 < offset < len(text) or _is_sure_edge(text, offset)


def _edges(text: str, span: Span) -> list[int]:
    """Every edge of a cluster from the one at or before the span to its end."""
    start = cluster_at(text, span.start).start
    end = snap(text, Span(span.start, span.end)).end
    sizes = map(len, iter_graphemes(text, start, end))
    return list(accumulate(sizes, initial=start))
