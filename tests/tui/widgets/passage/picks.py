"""Texts whose characters are not as many as their code points, or cells."""

PICKS = [
    ("one two three", "two", 4, 7),
    ("漢字仮名 two", "字仮", 2, 6),
    ("漢字仮名 two", "two", 9, 12),
    ("e\u0301a\u0301 cafe\u0301 x", "cafe\u0301", 3, 7),
    ("👨\u200d👩\u200d👧 abc", "👨\u200d👩\u200d👧", 0, 2),
    ("👨\u200d👩\u200d👧 abc", "abc", 3, 6),
    ("🇰🇵🇨🇳 abc", "🇨🇳", 2, 4),
    ("👍🏽 abc", "👍🏽 a", 0, 4),
    ("❤\ufe0f abc", "abc", 3, 6),
    ("שלום עולם", "עולם", 5, 9),
    ("a\tb\tc", "b", 4, 5),
    ("a\tb\tc", "c", 8, 9),
    ("a" + "\u0301" * 10_000 + "bc", "b", 1, 2),
    ("one\u2028two", "two", 4, 7),
    ("one\x0ctwo", "two", 4, 7),
    ("a\x1b[31mb", "b", 6, 7),
    ("한국어 문장", "문장", 7, 11),
    ("ｶﾞｷﾞ x", "x", 5, 6),
    ("क्षत्रिय x", "x", 6, 7),
]
"""A text, words of it, and the cells from and to before which they are painted."""
