"""The marks of punctuation that the rules about text speak of, as regex classes."""

from typing import Final

OPENING: Final = r"\"'\u201c\u2018\u201e\u00ab\u2039(\[\u300c\u300e\uff08\u3010\u300a"
"""Quotation marks and brackets that a sentence may begin with."""

CLOSING: Final = r"\"'\u201d\u2019\u00bb\u203a)\]\u300d\u300f\uff09\u3011\u300b"
"""Quotation marks and brackets that may follow the stop of a sentence."""

WIDE_STOPS: Final = r"\u3002\uff01\uff1f\uff61"
"""Full-width full stop, exclamation and question mark; half-width full stop."""

STOPS: Final = rf".!?\u2026{WIDE_STOPS}"
"""What a sentence may end with."""

DASHES: Final = r"\u2012-\u2015"
"""Figure dash, en dash, em dash, horizontal bar."""

APOSTROPHES: Final = r"'\u2019\u02bc"
"""Straight, typographic, and the letter apostrophe."""
