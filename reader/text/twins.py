"""Names so near to one another that they may be meant as one.

Two names are near twins when they differ only in case, accents, hyphens, blanks or an
English plural, or in one slip of the keyboard. Plurals follow the S-stemmer of
D. Harman, “How effective is suffixing?” (JASIS 42, 1991). One slip is one letter too
many, too few or wrong, or two letters swapped, which F. Damerau found behind 80 % of
misspellings (CACM 7, 1964); shorter names than five letters are too near to each other
by nature, and a digit is no slip: `phase 1` and `phase 2` are two things.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

_SHORTEST = 5
"""Letters from which a slip is looked for."""


def near_twins(name: str, paths: Iterable[str]) -> Iterator[str]:
    """The paths that are near twins of a name, but not the name itself.

    A name without a slash is compared with the last part of each path too.
    """
    own = name.casefold().strip()
    plain = _plain_path(name)
    if not plain:
        return
    for path in paths:
        if path.casefold().strip() == own:
            continue
        other = _plain_path(path)
        if _near(plain, other) or (
            "/" not in plain and "/" in other and _near(plain, other.rpartition("/")[2])
        ):
            yield path


def _near(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _SHORTEST
        and abs(len(one) - len(other)) <= 1
        and _may_be_near(one, other)
        and _one_slip(one, other)
    )


def _may_be_near(one: str, other: str) -> bool:
    """Whether a slip is possible at all, asked first because it is quick.

    A slip touches at most two letters side by side, so of three pieces of the name
    the first or the last is whole.
    """
    third = len(one) // 3
    return other.startswith(one[:third]) or other.endswith(one[-third:])


def _one_slip(one: str, other: str) -> bool:
    """Whether one slip makes one of the other, and it is not one of a digit."""
    short, long = sorted((one, other), key=len)
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if len(short) < len(long):
        return short[at:] == long[at + 1 :] and not long[at].isdigit()
    if short[at + 1 :] == long[at + 1 :]:
        return not (short[at : at + 1].isdigit() or long[at : at + 1].isdigit())
    swapped = long[at + 1 : at + 2] + long[at : at + 1]
    return (
        short[at : at + 2] == swapped
        and short[at + 2 :] == long[at + 2 :]
        and not any(character.isdigit() for character in swapped)
    )


@lru_cache(maxsize=20_000)
def _plain_path(path: str) -> str:
    return "/".join(map(_plain, path.split("/")))


def _plain(part: str) -> str:
    """A part of a path without case, accents, marks between words and plural."""
    letters = normalize("NFD", part.casefold())
    words = "".join(" " if c in "-_‐–." else c for c in letters if not combining(c))
    return "".join(_singular(word) for word in words.split())


def _singular(word: str) -> str:
    """Harman's three rules, of which the first that fits is used."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word if word.endswith(("eies", "aies")) else f"{word[:-3]}y"
    if word.endswith("es"):
        return word if word.endswith(("aes", "ees", "oes")) else word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]
