"""How many words a text has: what blanks part, as lists of articles count them."""

import re
from typing import Final

_WIDE_BLANKS: Final = (
    (b"\xc2", re.compile(rb"\xc2[\x85\xa0]")),
    (b"\xe1", re.compile(rb"\xe1\x9a\x80")),
    (b"\xe2", re.compile(rb"\xe2(?:\x80[\x80-\x8a\xa8\xa9\xaf]|\x81\x9f)")),
    (b"\xe3", re.compile(rb"\xe3\x80\x80")),
)
"""The blanks beyond ASCII in UTF-8, each with its first byte: that a text has none of
those, as most have not, is told at the speed of memory."""
_SHAPES: Final = bytes(
    ord(" " if chr(n).isascii() and chr(n).isspace() else "x") for n in range(256)
)
"""Each byte as a blank or as part of a word, as a table to translate by."""


def word_count(data: bytes) -> int:
    """As many as `len(text.split())`, of the text in UTF-8 and in half the time."""
    if not data.isascii():
        for first, blank in _WIDE_BLANKS:
            if first in data:
                data = blank.sub(b" ", data)
    shapes = data.translate(_SHAPES)
    return shapes.count(b" x") + shapes.startswith(b"x")
