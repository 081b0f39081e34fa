"""What a line says when marks, case and spacing are put aside."""

import re
import string
from collections.abc import Iterable, Sequence
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
_SIGNS = string.punctuation.replace("_", "") + _OTHER_SIGNS
_GAP = re.compile(rf"[\s{re.escape(_SIGNS)}]+")
"""What lies between words."""
_LATIN = [" " if chr(code) in _SIGNS else chr(code) for code in range(256)]
_LOWERED = "".join(_LATIN).lower().encode("latin-1")
_SHAPES = "".join(
    sign if sign in " \n" else "0" if sign in string.digits else "aA"[sign.isupper()]
    for sign in _LATIN
).encode()
"""Tables for `bytes.translate`, by which Western text is read in a few steps: signs
become blanks, and words are in lower case, or of `A`, `a` and `0` alone."""
_WIDE_SIGNS = [sign for sign in _OTHER_SIGNS if sign > "\u00ff"]
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
    return _single_blanks(_typed(text))


def _single_blanks(text: str) -> str:
    # Of all blanks only the plain one is printable; then there is nothing to do.
    if "  " not in text and _is_printed(text):
        return text
    return " ".join(text.split())


def _typed(text: str) -> str:
    if not text.isascii():
        for sign, typed in _ASCII:
            text = text.replace(sign, typed)
            if text.isascii():
                break
    return text


def _is_printed(text: str) -> bool:
    if text.isascii():
        return not text.encode().translate(None, _PRINTED)
    return text.isprintable()


def worded(line: str) -> Wording:
    """Read the head of a line; a line feed in it is a blank."""
    return worded_all([line.replace("\n", " ")])[0]


def worded_all(lines: Sequence[str]) -> list[Wording]:
    r"""Read the heads of many lines, which is far quicker than one by one.

    Each step is done to all lines in one text.

    Args:
        lines: Lines without a `"\n"` in them.
    """
    if not lines:
        return []
    heads = [bare(line[:LONGEST_READ]) for line in lines]
    typed = _straight_all(heads)
    text = "\n".join(typed)
    signs = text.replace("©", " © ")
    is_western = _is_western(signs)
    if not is_western:
        for sign in _WIDE_SIGNS:
            signs = signs.replace(sign, " ")
        is_western = _is_western(signs)
    latin = signs.encode("latin-1", "replace")
    shape = latin.translate(_SHAPES)
    shapes = ("\n" + shape.decode()).replace("\n", "\n ").split("\n")[1:]
    fields = zip(
        heads,
        # Line by line: hardly one has a letter that is not ASCII, and it is those
        # that take long.
        map(str.lower, typed),
        map(str.split, latin.translate(_LOWERED).decode("latin-1").split("\n")),
        [line.count(" A") for line in shapes],
        map(len, shape.translate(None, b" ").split(b"\n")),
        ["0" in line for line in shapes],
        strict=True,
    )
    found = list(map(_WORDING, fields))
    if not is_western:
        for place, line in enumerate(signs.split("\n")):
            if not line.isascii() and not _is_western(line):
                found[place] = _worded(heads[place], typed[place])
    return found


def _is_western(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _straight_all(lines: Sequence[str]) -> list[str]:
    text = _typed("\n".join(lines))
    typed = text.split("\n")
    if not _is_printed(text.replace("\n", " ")):
        return list(map(_single_blanks, typed))
    return [" ".join(line.split()) if "  " in line else line for line in typed]


def _worded(head: str, typed: str) -> Wording:
    """The same for one line of any script."""
    cased = list(filter(None, _GAP.split(typed.replace("©", " © "))))
    tokens = " ".join(cased).lower().split()
    return Wording(
        bare=head,
        plain=typed.lower(),
        tokens=tokens,
        capitals=sum([word[0].isupper() for word in cased]),
        letters=len("".join(tokens)),
        numbers=bool(_DIGITS.search(typed)),
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
    return key_of(worded(text), len(text))


def line_keys(lines: Iterable[str]) -> list[str]:
    r"""The `line_key` of each of many lines without a `"\n"` in them."""
    many = list(lines)
    said = worded_all(many)
    return [key_of(one, len(line)) for one, line in zip(said, many, strict=True)]


def key_of(said: Wording, length: int) -> str:
    """The `line_key` of a line that was read.

    Args:
        said: Its words.
        length: How long it is, in code points.
    """
    key = _DIGITS.sub("0", bare(" ".join(said.tokens)))
    if not any(map(str.isalpha, key)):
        return ""
    rest = length - LONGEST_READ
    return key if rest <= 0 else f"{key} +{rest}"


@lru_cache(maxsize=1024)
def plain_once(text: str) -> str:
    """`plain`, remembered: for what is compared with every line."""
    return plain(text)
