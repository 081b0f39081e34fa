"""What is no text at all, known by its first bytes or by what it is full of."""

import re
from typing import Final

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

_CONTROL: Final = re.compile("[\0-\x06\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
"""What no one types. A bell, a backspace, an escape and a next-line do occur in
text that came from a terminal or a mainframe. U+FFFD stands for a NUL."""
_ASCII_CONTROLS: Final = bytes(n for n in range(128) if _CONTROL.match(chr(n)))
_MOST_CONTROLS: Final = 0.1
"""A text may hold a stray NUL, however short it is; a tenth of it are none."""


def kind_of_file(data: bytes) -> str:
    """What it is, with its article, when its first bytes say that it is no text."""
    if not data.startswith(_STARTS):
        return ""
    return next(kind for magic, kind in _MAGIC if data.startswith(magic))


def is_binary(text: str) -> bool:
    """Whether so much of the decoded text is control characters that it is none."""
    found = _controls(text)
    stray = 1 if found < len(text) else 0
    return found > max(stray, _MOST_CONTROLS * len(text))


def _controls(text: str) -> int:
    """How many control characters there are."""
    data = text.encode("utf-8")
    if b"\xc2" in data:  # What the controls from U+0080 on begin with.
        return len(_CONTROL.findall(text))
    rest = data.translate(None, _ASCII_CONTROLS)
    return len(data) - len(rest) + text.count("\ufffd")
