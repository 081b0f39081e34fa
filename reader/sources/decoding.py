"""Bytes to text, exactly: nothing guessed where something is certain, nothing lost."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from reader.sources.latin import latin_encoding
from reader.sources.refusal import UnreadableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
"""A byte-order mark, how its encoding is named to the user, and the codec behind
it. UTF-32 before UTF-16, whose mark the other begins with."""

_OTHER_SCRIPTS: Final = (
    "cp1251",
    "koi8_r",
    "cp866",
    "iso8859_5",
    "cp1253",
    "iso8859_7",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)
"""What the web and Windows wrote before UTF-8. Left free, the detector also answers
with code pages of typewriters and mainframes."""

NOT_KEPT: Final = re.compile("[\0\ud800-\udfff]")
"""What no database and no terminal takes; U+FFFD stands for each."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\1-\x08\x0e-\x1f]")
_LINE_END: Final = re.compile("\r\n|\r|\n")
_NEWLINES: Final = {"\n": "lf", "\r\n": "crlf", "\r": "cr"}
_FEWEST: Final = 3
"""Zero bytes that a text without a mark must have to be UTF-16, unless each of its
units has one: a single NUL in a few words says nothing."""
_ONE_SIDED: Final = 0.05
"""So many of its 16-bit units must have a zero byte on one side, and at most a
tenth of those on the other, for a text without a mark to be UTF-16 for sure."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was written."""

    text: str
    encoding: str
    newline: str
    """`lf`, `crlf`, `cr`, `mixed` or `none`."""
    utf8: bytes
    """The text in UTF-8, which mostly is the very bytes that were read."""
    replaced: int = 0
    """NULs and lone surrogates, each of which is U+FFFD in the text."""


def in_utf8(data: bytes, charset: str) -> bytes:
    """The bytes in UTF-8 when the charset that is named is true; else as they are."""
    try:
        return data.decode(charset).encode() if charset else data
    except (LookupError, ValueError):
        return data


def decode(data: bytes) -> Decoded:
    """The text that the bytes hold, one code point for each that was written.

    The byte-order mark is left out. A NUL and a lone surrogate, which no database
    and no terminal takes, become U+FFFD each.

    Raises:
        UnreadableError: When no encoding explains every byte.
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            try:
                return _decoded(data[len(mark) :], name, codec)
            except UnicodeDecodeError as error:
                if codec.startswith("utf-32"):
                    continue
                raise _broken(name, error, len(mark)) from error
    if codec := _unmarked_utf16(data):
        return _decoded(data, codec, codec)
    try:
        return _decoded(data, "utf-8", "utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _broken("utf-8", error, 0) from error
        return _legacy(data, error.start)


def _decoded(data: bytes, name: str, codec: str) -> Decoded:
    surrogates = 0
    try:
        text = data.decode(codec)
        if codec == "utf-8" and b"\0" not in data:
            return Decoded(text, name, _newline(text), data)
    except UnicodeDecodeError:
        if not codec.startswith("utf"):
            raise
        # Lone surrogates are let through, so that each becomes one U+FFFD.
        text = data.decode(codec, "surrogatepass")
        text, surrogates = _SURROGATE.subn("\ufffd", text)
    replaced = surrogates + text.count("\0")
    text = text.replace("\0", "\ufffd")
    return Decoded(text, name, _newline(text), text.encode(), replaced)


def _newline(text: str) -> str:
    if "\r" not in text:
        return "lf" if "\n" in text else "none"
    used = set(_LINE_END.findall(text))
    if len(used) > 1:
        return "mixed"
    return _NEWLINES[used.pop()] if used else "none"


def _unmarked_utf16(data: bytes) -> str:
    """The codec, when the zero bytes leave no doubt; else nothing."""
    units = len(data) // 2
    if not units or len(data) % 2 or b"\0" not in data:
        return ""
    first, second = data[::2].count(0), data[1::2].count(0)
    if second > first:
        codec, high, low = "utf-16-le", second, first
    else:
        codec, high, low = "utf-16-be", first, second
    if high < _FEWEST and not 1 < high == units:
        return ""
    if high < _ONE_SIDED * units or low > high / 10:
        return ""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return ""
    return "" if _CONTROL.search(text) else codec


def _is_broken_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with damage, not another encoding by its own right."""
    text = data.decode("utf-8", "replace")
    damage = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) > 2 * damage


def _legacy(data: bytes, first_high: int) -> Decoded:
    if b"\0" in data:
        raise UnreadableError("is not text")
    encoding = latin_encoding(data)
    if encoding is None:
        from charset_normalizer import from_bytes

        found = from_bytes(data, cp_isolation=list(_OTHER_SCRIPTS)).best()
        encoding = found.encoding.replace("_", "-") if found else None
    if encoding is not None:
        try:
            return _decoded(data, encoding, encoding)
        except UnicodeDecodeError:
            pass
    raise UnreadableError(
        f"is in no encoding known here (byte 0x{data[first_high]:02X} at"
        f" {first_high:,}); save it as UTF-8"
    )


def _broken(name: str, error: UnicodeDecodeError, before: int) -> UnreadableError:
    return UnreadableError(
        f"is {name} but for byte 0x{error.object[error.start]:02X} at"
        f" {error.start + before:,}; mend it there or save it anew"
    )
