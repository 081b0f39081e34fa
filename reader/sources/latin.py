"""Which one-byte encoding a text in Latin letters is in.

These encodings share ASCII and differ in what the other 128 bytes mean, so the
right one is the one in which those bytes are letters of one language and ordinary
marks: `¹` inside a word is the `ą` of another encoding.
"""

import re
from collections import Counter
from typing import Final

_ENCODINGS: Final = (
    "cp1252",
    "iso8859-15",
    "cp1250",
    "iso8859-2",
    "cp1254",
    "mac-roman",
    "cp850",
)
"""The likelier first; of two that fit alike the first is taken."""

_ALPHABETS: Final = tuple(
    frozenset(letters)
    for letters in (
        "àâæçèéêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúüï",  # Spanish, Catalan
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíòóùúî",  # Italian
        "áéèëïíóöüú",  # Dutch
        "åäöéüà",  # Swedish, Finnish
        "æøåéòôâ",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Slovenian
        "çğıöşüâîû",  # Turkish
    )
)
_MARKS: Final = frozenset("“”„‘’‚–—…•·«»‹›¿¡°§©®™€£¥ºª½¼¾×\u00a0\u00ad")
_WORST_FIT: Final = 0.6
"""Below this share of fitting bytes the text is in none of these encodings."""
_MOST: Final = 0.5
"""No Latin text has a larger share of accented letters and marks than this."""
_FOREIGN_WORD: Final = re.compile(rb"[\xc0-\xff]{4}")
"""No word of these languages has four such letters on end; a Cyrillic one does."""
_HIGH: Final = re.compile(rb"[a-z]?[\x80-\xff]")
"""With the small letter before it: no capital stands after one."""
_VISIBLE: Final = re.compile(rb"[^\x00-\x20]")


def latin_encoding(data: bytes) -> str | None:
    """The encoding, or None when this is no text in Latin letters."""
    high = Counter(_HIGH.findall(data))
    if high.total() > _MOST * len(_VISIBLE.findall(data)):
        return None
    if _FOREIGN_WORD.search(data):
        return None
    fits = {encoding: _fit(high, encoding) for encoding in _ENCODINGS}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best] >= _WORST_FIT else None


def _fit(high: Counter[bytes], encoding: str) -> float:
    """The share of the bytes that are marks, or letters of the best language."""
    letters: Counter[str] = Counter()
    marks = 0
    for found, count in high.items():
        try:
            character = found.decode(encoding)[-1]
        except UnicodeDecodeError:
            return 0.0
        if character in _MARKS:
            marks += count
        elif len(found) == 1 or not character.isupper():
            letters[character.lower()] += count
    known = max(sum(letters[letter] for letter in alphabet) for alphabet in _ALPHABETS)
    return (marks + known) / max(1, high.total())
