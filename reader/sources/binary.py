"""What is no text at all, known by its first bytes or by what it is full of."""

import re
from typing import Final

from reader.sources.decoding import Decoded

_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document or e-book, which are such)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)

_STARTS: Final = tuple(magic for magic, _ in _MAGIC)

_CONTROL: Final = re.compile("[\0-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""What no one types. A bell, a backspace, an escape and a next-line do occur in
text that came from a terminal or a mainframe."""
_IS_CONTROL: Final = bytes(bool(_CONTROL.match(chr(n))) for n in range(256))
"""1 for each byte that is an ASCII control, as a table to translate by."""
_LATIN: Final = b"\xc2"
_LATIN_CONTROL: Final = re.compile(_LATIN + rb"[\x80-\x84\x86-\x9f]")
_MOST_CONTROLS: Final = 0.1
"""A text may hold a stray NUL, however short it is; a tenth of it are none."""


def kind_of_file(data: bytes) -> str:
    """What it is, with its article, when its first bytes say that it is no text."""
    if not data.startswith(_STARTS):
        return ""
    return next(kind for magic, kind in _MAGIC if data.startswith(magic))


def is_binary(decoded: Decoded) -> bool:
    """Whether so much of the text is control characters that it is none."""
    size, found = len(decoded.text), _controls(decoded)
    stray = 1 if found < size else 0
    return found > max(stray, _MOST_CONTROLS * size)


def _controls(decoded: Decoded) -> int:
    """How many control characters there are; U+FFFD stands for a NUL."""
    data = decoded.utf8
    latin_ones = len(_LATIN_CONTROL.findall(data)) if _LATIN in data else 0
    ascii_ones = data.translate(_IS_CONTROL).count(1)
    return ascii_ones + latin_ones + decoded.text.count("\ufffd")
