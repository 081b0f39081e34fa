"""What a line says when marks, case and spacing are put aside."""

import re
import string
from functools import lru_cache
from typing import NamedTuple

_MARKS = (
    " \t\r\f\v\u00a0\u2007\u202f\u200b\ufeff•·*#|>"
    "+\u2013\u2014-□☐●▪◦○►▶→←↓↑»«\u2039\u203a_`=~[]\\"
)
_ENDS = ".:…!?*"
_DIGITS = re.compile(r"\d+")
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()\s]{0,300}\)")
_ASCII = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u00a0", " "),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2026", "..."),
    ("\uff1a", ":"),
    ("\uff08", "("),
    ("\uff09", ")"),
    ("\u3000", " "),
)
"""What typographers put for plain signs; without it most English lines are ASCII."""
_OTHER_SIGNS = (
    "\u2013\u2014\u2026•·«»\u2039\u203a®™°¡¿„□☐●▪◦○►▶→←↓↑\u200b\ufeff"
    "、。\uff0c\uff01\uff1f\uff1a\uff1b「」『』《》\uff08\uff09【】"
)
_GAPS = dict.fromkeys(map(ord, string.punctuation), " ") | {ord("_"): "_"}
_SIGNS = string.punctuation.replace("_", "") + _OTHER_SIGNS
_GAP = re.compile(rf"[\s{re.escape(_SIGNS)}]+")
"""What lies between words; quicker than `translate` where not all is ASCII."""
LONGEST_READ = 400
"""A line is read no further than this, in code points; 5 MB are not a menu entry."""


class Wording(NamedTuple):
    """The head of a line, read once for all who ask."""

    bare: str
    """Without list marks, heading marks and the address of a link."""
    plain: str
    """Besides in lower case, with straight quotation marks and single blanks."""
    tokens: list[str]
    """Its words in lower case, and © by itself."""
    cased: list[str]
    """Its words as they are written."""


def bare(line: str) -> str:
    """The line without list marks, heading marks and the address of a link."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    return line.strip(_MARKS)


def plain(line: str) -> str:
    """The bare line in lower case with straight quotation marks and single blanks."""
    return straight(bare(line)).lower()


def straight(text: str) -> str:
    """The text with the typewriter's quotation marks and single plain blanks."""
    if not text.isascii():
        for sign, typed in _ASCII:
            text = text.replace(sign, typed)
    return " ".join(text.split())


def worded(line: str) -> Wording:
    """Read the head of a line."""
    stripped = bare(line[:LONGEST_READ])
    typed = straight(stripped)
    cased = _split(typed)
    return Wording(stripped, typed.lower(), " ".join(cased).lower().split(), cased)


def _split(typed: str) -> list[str]:
    if typed.isascii():
        return typed.translate(_GAPS).split()
    return list(filter(None, _GAP.split(typed.replace("©", " © "))))


def lookup(text: str) -> str:
    """What a whole plain line is looked up by: `12 comments:` gives `0 comments`."""
    return _DIGITS.sub("0", text.rstrip(_ENDS).rstrip())


def line_key(text: str) -> str:
    """The key that two lines of a site share when they say the same.

    Case, marks, spacing and the values of numbers are put aside. Empty when
    the line holds no letter, for such a line says nothing. Beyond the first
    `LONGEST_READ` code points only the length counts.
    """
    key = _DIGITS.sub("0", bare(" ".join(worded(text).tokens)))
    if not any(map(str.isalpha, key)):
        return ""
    rest = len(text) - LONGEST_READ
    return key if rest <= 0 else f"{key} +{rest}"


@lru_cache(maxsize=1024)
def plain_once(text: str) -> str:
    """`plain`, remembered: for what is compared with every line."""
    return plain(text)
