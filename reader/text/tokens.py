"""Tokens: what search compares, whatever the case, the accents and the punctuation.

Finer than `words`: `Jong-un's` is three tokens and `U.S.` two, so that a search finds
either spelling. Scripts written without spaces give a token for each character, and
words in them are found as phrases; so are pictures such as emoji.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from reader.text.words import FLAG_LETTERS, KANA_AND_HAN, PICTURES, PUNCTUATION

TOKENS: Final = "1"
"""Changes with whatever changes a token; an index of others is out of date."""

_JOINED: Final = r"\u00ad\u200b-\u200f\u2060"
"""Soft hyphens and what has no width: they stand inside words and count for nothing."""
_ALONE: Final = f"{''.join(KANA_AND_HAN)}{PICTURES}{FLAG_LETTERS}"
_BETWEEN: Final = PUNCTUATION.replace(r"\u00ab-\u00b1", r"\u00ab\u00ac\u00ae-\u00b1")
"""All punctuation but the soft hyphen, which parts no word."""
_LONGEST: Final = 64
"""Letters and digits of a token; what is longer is cut."""
_TOKEN: Final = re.compile(rf"[^\s_{_BETWEEN}{_ALONE}]{{1,{_LONGEST}}}|[{_ALONE}]")
_ASCII_TOKEN: Final = re.compile(rf"[0-9a-z]{{1,{_LONGEST}}}")
"""What `_TOKEN` is where all is ASCII and small: there is nothing more to fold."""
_IN_TOKENS: Final = bytes(chr(n).isascii() and chr(n).isalnum() for n in range(256))
"""1 for each byte that is part of a token of ASCII, as a table to translate by."""
_FOLDED: Final = bytes(
    n + 32 * chr(n).isupper() if is_in_token else ord(" ")
    for n, is_in_token in enumerate(_IN_TOKENS)
)
"""Each letter of ASCII as a small one, and blanks for what is between tokens: to cut
at blanks takes half the time that looking for tokens does."""
_TOO_LONG: Final = b"\1" * (_LONGEST + 1)
_COMMON_SIGNS: Final = "\u2019\u201c\u201d\u2018\u2013\u2014\u2026\u2022\u00a0\u00b7"
"""Quotation marks, dashes and blanks of typography; tokens have none of them."""
_IGNORED: Final = re.compile(
    rf"[\u0300-\u036f\ufe00-\ufe0f{_JOINED}]|[\0-/:-@\[-`{{-\x7f]"
)
"""Accents, what has no width, and what ASCII punctuation a folding may give."""


def tokens(text: str) -> list[str]:
    """The folded tokens of a text, in order."""
    if _is_plain(text):
        return text.encode().translate(_FOLDED).decode().split()
    if text.isascii():
        return _ASCII_TOKEN.findall(text.lower())
    return [folded for found in _TOKEN.findall(text) if (folded := fold(found))]


def told(lines: Iterable[str]) -> str:
    """The tokens of lines for FTS5, with blanks between, or what it cuts into them.

    Its `ascii` tokenizer takes runs of letters and digits for tokens, small and
    capital alike, and so do `tokens` where all is ASCII and no run is too long.
    """
    text = "\n".join(lines)
    if not text.isascii():
        for sign in _COMMON_SIGNS:
            text = text.replace(sign, " ")
    if _is_plain(text):
        return text
    return "\n".join(
        line if _is_plain(line) else " ".join(tokens(line)) for line in text.split("\n")
    )


def _is_plain(text: str) -> bool:
    """Whether FTS5 cuts it as `tokens` does: none of its tokens is too long."""
    return text.isascii() and _TOO_LONG not in text.encode().translate(_IN_TOKENS)


def has_token(small: str) -> bool:
    """Whether an ASCII text in small letters has any."""
    return _ASCII_TOKEN.search(small) is not None


def token_places(text: str) -> list[tuple[int, int]]:
    """Where each of the `tokens` of a text starts and ends."""
    if text.isascii():
        return [found.span() for found in _ASCII_TOKEN.finditer(text.lower())]
    return [found.span() for found in _TOKEN.finditer(text) if fold(found[0])]


@lru_cache(maxsize=1 << 16)
def fold(token: str) -> str:
    """What spellings of a token have in common: no case, no accents, no ligatures.

    Of ASCII only letters and digits are left in it. Empty for a lone mark.
    """
    if token.isascii():
        return token.lower()
    plain = normalize("NFKD", normalize("NFKD", token).casefold())
    return normalize("NFC", _IGNORED.sub("", plain))
