"""How many words a text has: what blanks part, as lists of articles count them."""

import re
from typing import Final

_WIDE_BLANKS: Final = tuple(
    map(
        re.compile,
        (
            rb"\xc2[\x85\xa0]",
            rb"\xe1\x9a\x80",
            rb"\xe2(?:\x80[\x80-\x8a\xa8\xa9\xaf]|\x81\x9f)",
            rb"\xe3\x80\x80",
        ),
    )
)
"""The blanks beyond ASCII in UTF-8. By its first byte, which most texts have not, each
is looked for at the speed of memory; in one pattern they would take three times."""
_SHAPES: Final = bytes(
    ord(" " if chr(n).isascii() and chr(n).isspace() else "x") for n in range(256)
)
"""Each byte as a blank or as part of a word, as a table to translate by."""


def word_count(data: bytes) -> int:
    """As many as `len(text.split())`, of the text in UTF-8 and in half the time."""
    if not data.isascii():
        for blank in _WIDE_BLANKS:
            data = blank.sub(b" ", data)
    shapes = data.translate(_SHAPES)
    return shapes.count(b" x") + shapes.startswith(b"x")
