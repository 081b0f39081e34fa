"""A page's bytes to text: as it says itself how it is written, where that is so."""

import codecs
import re
from typing import Final

from reader.sources.decoding import NOT_KEPT, Decoded, decode

_HEAD: Final = 4096
"""Bytes. A browser looks for the declaration in the first 1024; scripts that stand
before it push it further down on real pages."""
_DECLARATION: Final = re.compile(
    rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|<meta[^>]*?[\s;"']charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)

_ENCODINGS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "cp950",
} | {
    name: name
    for name in (
        *(f"cp{page}" for page in (866, 874, 932, 949, 950, *range(1250, 1259))),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-cyrillic", "mac-roman", "big5hkscs"),
        *("euc_jp", "gb18030"),
    )
}
"""The declared encoding by Python's name, and what browsers read it as: the larger
one that Windows made of it (WHATWG Encoding Standard, section 4.2). Whatever is not
here is no encoding of the web, and some of Python's are none of text."""


def decode_page(data: bytes, sent_as: str = "") -> Decoded:
    """The text of a page and how it was written.

    A byte-order mark says it, or the bytes do that are UTF-8 throughout; else the
    encoding that it was sent as or that it declares, if that explains every byte; else
    as any text.

    Raises:
        UnreadableError: When no encoding explains every byte.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _encoding(sent_as) or _declared(data)
        if encoding:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return decode(data)
            text, replaced = NOT_KEPT.subn("\ufffd", text)
            return Decoded(text, encoding, "lf", text.encode(), replaced)
    return decode(data)


def _declared(data: bytes) -> str:
    """What to read the page as by its own word, or nothing."""
    found = _DECLARATION.search(data, 0, _HEAD)
    return _encoding((found[1] or found[2]).decode("ascii")) if found else ""


def _encoding(label: str) -> str:
    """What to read by a name of the web, or nothing."""
    name = label.lower().removeprefix("x-").replace("windows-", "cp")
    try:
        return _ENCODINGS.get(codecs.lookup(name).name, "")
    except (LookupError, ValueError):
        return ""
