"""Offsets of a text counted in other units than code points."""

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from itertools import accumulate, chain, zip_longest


class Unit(StrEnum):
    """What an offset counts."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    """As JavaScript, Java and .NET count: two for an emoji."""
    UTF8 = "utf8"
    """Bytes of the text as UTF-8."""
    LF = "codepoint-lf"
    """Code points of the text with CR LF made one line end."""
    CRLF = "codepoint-crlf"
    """Code points of the text with each single LF made CR LF."""


class Counting:
    """The offsets of one text in a unit, both ways."""

    def __init__(self, text: str, unit: Unit) -> None:
        size = len(text)
        widths = {
            Unit.CODEPOINT: None,
            Unit.UTF16: None if size == _utf16(text) else map(_utf16_width, text),
            Unit.UTF8: None if text.isascii() else map(_utf8_width, text),
            Unit.LF: _with_lf(text) if "\r\n" in text else None,
            Unit.CRLF: _with_crlf(text) if "\n" in text else None,
        }[unit]
        self._size = size
        self._offsets = list(accumulate(widths, initial=0)) if widths else None
        """For each code point the offset of its first unit; None when they agree."""

    def of(self, offset: int) -> int:
        """The offset in the unit of a code point."""
        return self._offsets[offset] if self._offsets else offset

    def code_point(self, offset: int) -> int | None:
        """The first code point at an offset; None inside one, or outside."""
        if self._offsets is None:
            return offset if 0 <= offset <= self._size else None
        found = bisect_left(self._offsets, offset)
        there = found <= self._size and self._offsets[found] == offset
        return found if there else None


def _with_lf(text: str) -> Iterator[int]:
    """No width for a CR that an LF follows; together they are one line end."""
    return (
        here + after != "\r\n"
        for here, after in zip_longest(text, text[1:], fillvalue="")
    )


def _with_crlf(text: str) -> Iterator[int]:
    """Two for an LF that no CR comes before."""
    before = chain(" ", text)
    return (
        1 + (was != "\r" and here == "\n")
        for was, here in zip(before, text, strict=False)
    )


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf16_width(character: str) -> int:
    return 1 + (character > "\uffff")


def _utf8_width(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))
