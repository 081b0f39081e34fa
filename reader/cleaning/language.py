"""The language of a text, guessed from the little words that it begins with."""

import re

from reader.cleaning.learned.languages import language_of

SAMPLE = 1000
"""Code points that are looked at: a hundred words tell."""

_WORD = re.compile(r"[^\W\d_]+")
_CODES = {
    "English": "en",
    "German": "de",
    "French": "fr",
    "Spanish": "es",
    "Russian": "ru",
    "Korean": "ko",
    "Chinese": "zh",
}


def language_code(text: str) -> str:
    """The ISO 639-1 code of the text's language, or empty when it is none we know."""
    language = language_of(_WORD.findall(text[:SAMPLE].lower()))
    return _CODES.get(language.name, "") if language else ""
