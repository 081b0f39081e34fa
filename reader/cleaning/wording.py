"""What a line says when marks, case and spacing are put aside."""

import re
import string
from functools import lru_cache, partial
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
_ASCII_SIGNS = string.punctuation.replace("_", "")
_GAP = re.compile(rf"[\s{re.escape(_ASCII_SIGNS + _OTHER_SIGNS)}]+")
"""What lies between words."""
_BLANKS = bytes.maketrans(_ASCII_SIGNS.encode(), b" " * len(_ASCII_SIGNS))
_LOWERED = _BLANKS.lower()
_SHAPES = re.sub(
    rb"[^ A0]", b"a", re.sub(rb"[A-Z]", b"A", re.sub(rb"\d", b"0", _BLANKS))
)
"""Tables for `bytes.translate`, by which plain English is read in a few steps: signs
become blanks, and words are in lower case, or of `A`, `a` and `0` alone."""
_PRINTED = bytes(range(32, 127))
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
    capitals: int
    """How many of its words begin with a capital."""
    letters: int
    """How many code points its words have."""
    numbers: bool
    """Whether there is a digit in it."""


_WORDING = partial(tuple.__new__, Wording)
"""Quicker than its own constructor, which is asked for every line."""


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
            if text.isascii():
                break
    # Of all blanks only the plain one is printable; then there is nothing to do.
    if "  " not in text and _is_printed(text):
        return text
    return " ".join(text.split())


def _is_printed(text: str) -> bool:
    if text.isascii():
        return not text.encode().translate(None, _PRINTED)
    return text.isprintable()


def worded(line: str) -> Wording:
    """Read the head of a line."""
    stripped = bare(line[:LONGEST_READ])
    typed = straight(stripped)
    if typed.isascii():
        return _ascii_worded(stripped, typed)
    cased = list(filter(None, _GAP.split(typed.replace("©", " © "))))
    tokens = " ".join(cased).lower().split()
    return Wording(
        bare=stripped,
        plain=typed.lower(),
        tokens=tokens,
        capitals=sum([word[0].isupper() for word in cased]),
        letters=len("".join(tokens)),
        numbers=bool(_DIGITS.search(typed)),
    )


def _ascii_worded(stripped: str, typed: str) -> Wording:
    signs = typed.encode()
    shape = signs.translate(_SHAPES)
    return _WORDING(
        (
            stripped,
            typed.lower(),
            signs.translate(_LOWERED).decode().split(),
            shape.count(b" A") + shape.startswith(b"A"),
            len(shape) - shape.count(b" "),
            b"0" in shape,
        )
    )


def lookup(said: Wording) -> str:
    """What a whole line is looked up by: `12 comments:` gives `0 comments`."""
    text = said.plain.rstrip(_ENDS).rstrip()
    return _DIGITS.sub("0", text) if said.numbers else text


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
