"""Made-up news of any length, with marks, the same at every run."""

import random
import re
from typing import Final

from reader.model import Span
from reader.tui.widgets.passage import Mark

_WORDS: Final = re.findall(
    r"\S+",
    "the of minister said talks border sanctions Pyongyang leader visit agency"
    " reported summit a to in economy officials denied January analysts trade with"
    " and deal withdrew parliament’s on Monday spokeswoman confirmed 3.5% for U.S.",
)
_OTHER: Final = (
    "外務省は月曜日、協議を再開すると発表した。首脳会談の日程はまだ決まっていない。",
    "김정은 위원장은 다음 주 베이징을 방문할 예정이라고 통신이 전했다.",
    "قال المتحدث باسم الوزارة إن المحادثات ستستأنف قريبا.",
    "Le ministère a confirmé l’e\u0301change “à ce stade” 👨‍👩‍👧 🇰🇵🇨🇳 ❤️ 👍🏽.",
)
_COLOURS: Final = ("#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2")
STACKED: Final = 60
"""Marks at one place, at the beginning."""


def news(size: int) -> str:
    """About `size` UTF-8 bytes in paragraphs, one in seven not in English."""
    chance = random.Random(size)
    paragraphs = ["First light over the harbour."]
    written = len(paragraphs[0])
    while written < size:
        if chance.random() < 1 / 7:
            paragraph = chance.choice(_OTHER)
        else:
            paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(1, 6)))
        paragraphs.append(paragraph)
        written += len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randint(6, 28))
    return " ".join(words).capitalize() + "."


def marks(text: str, count: int) -> tuple[Mark, ...]:
    """Marks of all lengths all over a text, and `STACKED` at its beginning."""
    chance = random.Random(count)
    made = [_mark(number, 0, 400 - number, text) for number in range(STACKED)]
    for number in range(STACKED, STACKED + count):
        start = chance.randrange(len(text))
        made.append(_mark(number, start, start + chance.randint(3, 600), text))
    return tuple(made)


def _mark(number: int, start: int, end: int, text: str) -> Mark:
    colour = _COLOURS[number % len(_COLOURS)]
    letter = chr(ord("a") + number % 26)
    return Mark(str(number), Span(start, min(end, len(text))), colour, letter)
