"""Which names are meant by a few typed letters, and how well."""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from unicodedata import normalize


class Fit(IntEnum):
    """How a path fits what was typed, the best first."""

    EXACT = 0
    NAME = 1
    """Its last part begins so."""
    PART = 2
    """Another part begins so."""
    WORD = 3
    """A word in it begins so."""
    INSIDE = 4
    """It holds the letters."""
    SHORT = 5
    """They stand for it: `stch` for `state/china`, `govt` for `government`."""
    SCATTERED = 6
    """It has them in this order, as many a long name has by chance."""
    NONE = 7


_BREAKS = r"\s/_.,:;()‐–-"
_WORD_ENDS = re.compile(f"[{_BREAKS}]+")
_AIR = 2
"""An abbreviation may leave out so many letters more than it has."""


def fitting(typed: str) -> Callable[[str], Fit]:
    """What tells of each path how it fits what was typed."""
    wanted = folded(typed.strip())
    part, words = f"/{wanted}", (f" {wanted}", f"-{wanted}", f"_{wanted}")
    letters = re.sub(r"\s", "", wanted)
    scattered = re.compile(_one_by_one(letters, ".*?"), re.DOTALL).match
    within = re.escape(letters[:1]) + _one_by_one(letters[1:], "[^/]*?")
    abbreviated = re.compile(f"(?<![^{_BREAKS}]){within}").search

    def fit(path: str) -> Fit:
        key = folded(path)
        at = key.find(wanted)
        if at < 0:
            if scattered(key) is None:
                return Fit.NONE
            found = abbreviated(key)
            is_short = found and len(found[0]) <= 2 * len(letters) + _AIR
            stands = is_short or _begins_words(letters, key)
            return Fit.SHORT if stands else Fit.SCATTERED
        if key == wanted:
            return Fit.EXACT
        if key.startswith(wanted, key.rfind("/") + 1):
            return Fit.NAME
        if at == 0 or part in key:
            return Fit.PART
        return Fit.WORD if any(word in key for word in words) else Fit.INSIDE

    return fit


def _one_by_one(letters: str, between: str) -> str:
    """An expression of letters with something between them.

    The next one that comes is taken, for good: where it leads nowhere no later one
    does, and to try them all took years where a letter stands forty times.
    """
    return "".join(f"(?>{between}{re.escape(letter)})" for letter in letters)


@lru_cache(maxsize=20_000)
def folded(path: str) -> str:
    """A path as it is compared: neither case nor Unicode form counts."""
    return normalize("NFC", path).casefold()


def _begins_words(letters: str, key: str) -> bool:
    """Whether the letters begin words that stand one after another."""
    reached = {0}
    for word in _WORD_ENDS.split(key):
        ends = {0}  # The first words may be passed over: the last often mean more.
        for taken in reached:
            for size in range(1, min(len(word), len(letters) - taken) + 1):
                if letters[taken : taken + size] == word[:size]:
                    ends.add(taken + size)
        if len(letters) in ends:
            return True
        reached = ends
    return False
