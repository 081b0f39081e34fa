"""Offsets of a text counted in other units than code points."""

from bisect import bisect_right
from enum import StrEnum
from itertools import accumulate


class Unit(StrEnum):
    """What an offset counts."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    """As JavaScript, Java and .NET count: two for an emoji."""
    UTF8 = "utf8"
    """Bytes of the text as UTF-8."""


class Counting:
    """The offsets of one text in a unit, both ways."""

    def __init__(self, text: str, unit: Unit) -> None:
        size = len(text)
        widths = {
            Unit.CODEPOINT: None,
            Unit.UTF16: None if size == _utf16(text) else map(_utf16_width, text),
            Unit.UTF8: None if text.isascii() else map(_utf8_width, text),
        }[unit]
        self._size = size
        self._offsets = list(accumulate(widths, initial=0)) if widths else None
        """For each code point the offset of its first unit; None when they agree."""

    def of(self, offset: int) -> int:
        """The offset in the unit of a code point."""
        return self._offsets[offset] if self._offsets else offset

    def code_point(self, offset: int) -> int | None:
        """The code point that begins at an offset; None inside one, or outside."""
        if self._offsets is None:
            return offset if 0 <= offset <= self._size else None
        found = bisect_right(self._offsets, offset) - 1
        return found if found >= 0 and self._offsets[found] == offset else None


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf16_width(character: str) -> int:
    return 1 + (character > "\uffff")


def _utf8_width(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))
