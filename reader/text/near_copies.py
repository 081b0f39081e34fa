"""Near copies of a text, by the runs of five words that two texts share.

MinHash after A. Broder, On the resemblance and containment of documents (1997), with
bands as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4. A sketch
only says which texts to compare; what counts is the exact Jaccard index.
"""

import re
from collections.abc import Sequence, Set
from itertools import islice
from struct import pack, unpack
from typing import Final
from zlib import crc32

from rensa import RMinHash

from reader.text.sought import UNSPACED
from reader.text.tokens import tokens

SAME: Final = 0.5
"""The Jaccard index from which two texts are copies of one story."""
_RUN: Final = 5
"""Words of a run: so many that two stories seldom share one by chance."""
_SHORTEST: Final = 20
"""Words; a shorter text is a notice, and no story."""
_LONGEST: Final = 600_000
"""Code points, 100,000 words, that are looked at: a longer text is told by them."""

_SLOTS: Final = 64
_FORM: Final = f"<{_SLOTS}I"
"""Of a sketch: 4 bytes a slot."""
_ROWS: Final = 3
BANDS: Final = 18
"""Of texts with a Jaccard index of a half nine in ten meet in a band, at 0.6 all but
one in a hundred; of those with 0.05 one in four hundred."""
_CUTS: Final = [(n << 32, 4 * _ROWS * n, 4 * _ROWS * (n + 1)) for n in range(BANDS)]
"""For each band its number, above the 32 bits of a sum, and its bytes of a sketch."""
_UNLIKELY: Final = 0.25
"""Of the slots; texts that share half have so few equal once in thirty thousand."""
_SEED: Final = 1

SKETCHES: Final = f"{_RUN} {_SLOTS} {_ROWS} {BANDS} {RMinHash.ALGORITHM_VERSION}"
"""Changes with whatever changes a sketch; others cannot be compared with it."""

_SIGNS: Final = "“”„‘’‚«»–—‐‑…\u00a0\u202f"
_BLANKS: Final = {code: " " for code in range(0x80) if not chr(code).isalnum()}
_UNSPACED: Final = re.compile(UNSPACED)


def runs(text: str) -> list[str]:
    """The runs of five words of a text, without its capitals and its punctuation.

    None of a text that is too short to be a story.
    """
    words = _words(text[:_LONGEST])
    if len(words) < _SHORTEST:
        return []
    # Not slices: of half a million Chinese letters they took 20 MB.
    beside = (islice(words, n, None) for n in range(_RUN))
    return list(map(" ".join, zip(*beside, strict=False)))


def _words(text: str) -> list[str]:
    """The same as `tokens` for what news are mostly written in, and quicker."""
    if not text.isascii():
        if _UNSPACED.search(text):
            return tokens(text)
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text.lower().translate(_BLANKS).split()


def sketches(texts: Sequence[Sequence[str]]) -> list[bytes]:
    """What is kept of each text, by its runs, to find those it may be a copy of.

    Empty for a text without runs.
    """
    made = RMinHash.digest_matrix_from_token_sets(texts, _SLOTS, _SEED).to_rows()
    return [
        pack(_FORM, *row) if each else b""
        for each, row in zip(texts, made, strict=True)
    ]


def bands(sketch: bytes) -> list[int]:
    """What texts have in common with each other that may be copies, one at least."""
    return [first | crc32(sketch[start:end]) for first, start, end in _CUTS if sketch]


def may_be_copies(one: bytes, other: bytes) -> bool:
    """Whether it is worth the while to compare two texts, by their sketches."""
    slots = zip(unpack(_FORM, one), unpack(_FORM, other), strict=True)
    equal: int = sum(a == b for a, b in slots)
    return equal >= _UNLIKELY * _SLOTS


def likeness(one: Set[str], other: Set[str]) -> float:
    """The Jaccard index: of the runs of either, the share that both have."""
    shared = len(one & other)
    either = len(one) + len(other) - shared
    return shared / either if either else 0.0
