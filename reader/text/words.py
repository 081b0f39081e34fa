"""Words: what `h` and `l` step over.

A word is kept whole where a reader sees one (`Jong-un's`, `U.S.`, `3.5%`, `$1,000`,
an address on the web), as the rules of Unicode Standard Annex 29 do not. Scripts
written without spaces are cut where the script changes, which in Japanese is nearly
where the words are. Punctuation is a token of its own, so that pulling back by one
leaves out a final full stop.
"""

import re
from typing import Final

from reader.model import Span
from reader.text.graphemes import snap_all
from reader.text.marks import APOSTROPHES, DASHES

KANA_AND_HAN: Final = (
    r"\u3041-\u309f",  # hiragana
    r"\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f",  # katakana
    r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff",  # ideographs
)
PICTURES: Final = (
    r"\u2190-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff"  # arrows to emoji
)
FLAG_LETTERS: Final = r"\U0001f1e6-\U0001f1ff"
PUNCTUATION: Final = (
    r"\0-/:-@\[-^`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u2010-\u205e\u20a0-\u20cf"  # general punctuation, currencies
    r"\u060c\u061b\u061f\u066a-\u066c\u06d4\u0964\u0965"  # Arabic, danda
    r"\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe19\ufe30-\ufe6f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"  # full width
    r"\ufff9-\ufffd"
)
_LETTER: Final = rf"[^\s{PUNCTUATION}{PICTURES}{FLAG_LETTERS}{''.join(KANA_AND_HAN)}]"
"""What is none of these is part of a word: letters, digits, their combining marks."""

_CURRENCY: Final = r"$\u00a2-\u00a5\u20a0-\u20cf"
# No group is repeated possessively: Python 3.11 before 3.11.5 matches those wrongly.
_UNIT: Final = rf"(?:(?:[^\W\d_]\.){{2,}}|{_LETTER}++)"
_JOINER: Final = (
    rf"(?:[{APOSTROPHES}\-\u2010\u2011\u00b7\u200d&@_]"
    rf"|\.(?=[a-z\d]|[A-Z]\.)|(?<=\d)[,:/](?=\d)|(?<=\d)[{DASHES}](?=\d))"
)
_TOKEN: Final = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"]*[^\s<>\"{PUNCTUATION}]"
    rf"|(?:[{_CURRENCY}#@]|[-+\u2212](?=\d)){_UNIT}(?:{_JOINER}{_UNIT})*[%\u2030]?"
    rf"|{_UNIT}(?:{_JOINER}{_UNIT})*(?:(?<=\d)[%\u2030\u00b0])?"
    + "".join(rf"|[{script}]++" for script in KANA_AND_HAN)
    + rf"|[{FLAG_LETTERS}]{{1,2}}|[{PICTURES}]"
    rf"|(?:(?![{_CURRENCY}#@]{_LETTER}|[-+\u2212]\d)[{PUNCTUATION}](?<!\s))+"
    r"|\S"
)


def words(text: str, within: Span) -> tuple[Span, ...]:
    """The words and the punctuation of a sentence, in order.

    Every code point that is no space lies in one, and none cuts a character.
    """
    return snap_all(
        text,
        (found.span() for found in _TOKEN.finditer(text, within.start, within.end)),
    )
