r"""Text from outside made inert for a terminal, one code point for one.

A news text may hold `\x1b]52;…` (write the clipboard), `\x9b` (the same introducer
as one C1 byte), U+202E (turn the reading order round: CVE-2021-42574) or invisible
tag characters. None of them may reach a terminal (CWE-150). Each is exchanged for
one visible code point, so that an offset into the shown text is an offset into the
stored one.
"""

import re
from typing import Final

_SYMBOL_FOR_NEWLINE: Final = "\u2424"
_SYMBOL_FOR_DELETE: Final = "\u2421"
_REPLACEMENT: Final = "\ufffd"
_CONTROL_PICTURES: Final = 0x2400
"""U+2400 shows U+0000, U+2401 shows U+0001, and so on."""

_KEPT: Final = frozenset("\t\n")

_REPLACED: Final = (
    (0x80, 0x9F),  # C1 controls
    (0x061C, 0x061C),  # Arabic letter mark
    (0x200E, 0x200F),  # left-to-right and right-to-left marks
    (0x202A, 0x202E),  # embeddings and overrides of direction
    (0x2066, 0x206F),  # isolates, and the deprecated format characters
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE0FFF),  # tags and the supplementary variation selectors
    (0xD800, 0xDFFF),  # lone surrogates
)
"""First and last code point of what has no picture of its own. The joiners U+200C
and U+200D and the selectors U+FE00 to U+FE0F stay: scripts and emoji need them."""


def _table() -> dict[int, str]:
    table = {
        code: chr(_CONTROL_PICTURES + code)
        for code in range(0x20)
        if chr(code) not in _KEPT
    }
    table |= {
        code: _REPLACEMENT
        for first, last in _REPLACED
        for code in range(first, last + 1)
    }
    return table | {
        0x7F: _SYMBOL_FOR_DELETE,
        0x2028: _SYMBOL_FOR_NEWLINE,
        0x2029: _SYMBOL_FOR_NEWLINE,
    }


_TABLE: Final = _table()
_UNSAFE: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f\u2028\u2029"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _REPLACED)
    + "]"
)
_FEW: Final = 32
"""Up to so many different controls are exchanged one by one, 20 times as fast as
`str.translate`: a text with CRLF has one."""


def safe(text: str) -> str:
    """The text with nothing in it that a terminal would obey.

    Tabs and line feeds stay; every other control becomes its picture (`␛`) or
    U+FFFD. It has as many code points as before, and making it safe twice changes
    nothing more.
    """
    if not _UNSAFE.search(text):
        return text
    found = set(_UNSAFE.findall(text))
    if len(found) > _FEW:
        return text.translate(_TABLE)
    for control in found:
        text = text.replace(control, _TABLE[ord(control)])
    return text


def safe_line(text: str) -> str:
    """`safe` for a title, a tag, or any place of one line.

    Tabs and line feeds become a space each.
    """
    return safe(text).replace("\t", " ").replace("\n", " ")
