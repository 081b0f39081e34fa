"""White space: where the words around it begin and end."""

import re
import sys
from collections.abc import Iterable
from typing import Final

from reader.model import Span
from reader.text.graphemes import cluster_at, is_edge, snap, snap_all

_VISIBLE: Final = re.compile(r"\S")
_STRIDE: Final = 256
"""How far back is looked at first; the double each time after."""


def next_visible(text: str, offset: int, end: int = sys.maxsize) -> int | None:
    """Where the first code point at or after `offset` stands that is no space.

    A space that belongs to a character, under a combining mark say, is none.

    Args:
        text: The text.
        offset: From where it is looked for.
        end: Before which it is looked for.
    """
    if offset < end and _is_carried(text, offset):
        return offset
    found = _VISIBLE.search(text, offset, end)
    return found.start() if found else None


def last_visible(text: str, offset: int) -> int | None:
    """Where the last code point before `offset` stands that is no space."""
    stride, end = _STRIDE, min(offset, len(text))
    if _is_carried(text, end - 1):
        return end - 1
    while end > 0:
        start = max(0, end - stride)
        kept = len(text[start:end].rstrip())
        if kept:
            return start + kept - 1
        stride, end = stride * 2, start
    return None


def _is_carried(text: str, offset: int) -> bool:
    """Whether the code point is a space and part of a character that is none."""
    if not 0 <= offset < len(text) or not text[offset].isspace():
        return False
    alone = is_edge(text, offset) and is_edge(text, offset + 1)
    return not alone and not cluster_at(text, offset).of(text).isspace()


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty where there is nothing else.

    A space that carries a combining mark is a character and stays.
    """
    start, end = span.start, span.end
    if start < end <= len(text) and not (
        text[start].isspace() or text[end - 1].isspace()
    ):
        return snap(text, span)
    first = next_visible(text, span.start)
    last = last_visible(text, span.end)
    if first is None or last is None or not span.start <= first <= last:
        return Span(span.start, span.start)
    return snap(text, Span(first, last + 1))


def trim_all(text: str, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Ordered pieces, each trimmed; those of nothing but space are left out.

    Two that share a character are made one.
    """
    trimmed: list[tuple[int, int]] = []
    for start, end in pieces:
        piece = text[start:end]
        kept = piece.lstrip()
        if kept:
            first = end - len(kept)
            trimmed.append((first, first + len(kept.rstrip())))
    return snap_all(text, trimmed)
