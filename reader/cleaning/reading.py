"""A text as every layer of the cleaner sees it: its paragraphs, read once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

from reader.cleaning.learned.languages import ENGLISH, Language, language_of
from reader.cleaning.learned.marks import Marks, marks
from reader.cleaning.paragraphs import paragraphs
from reader.cleaning.rules import Hit, match
from reader.cleaning.wording import Wording, worded_all

Look = tuple[Hit | None, Marks]
Answer = TypeVar("Answer")
SAMPLE = 600
"""So many words are enough to tell a language."""
SHORT, REMEMBERED = 100, 1 << 11
"""So many lines no longer than this, in code points, are remembered."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The paragraphs of a text; one is a line, but where text was hard-wrapped."""

    groups: Sequence[Sequence[int]]
    """The places of each paragraph's lines among all lines."""
    texts: list[str]
    said: list[Wording]
    hits: list[Hit | None]
    """The rule that knows each, if one does."""
    language: Language | None
    """None when it is none of ours: then no learned model can judge it."""
    marks: list[Marks]


def read(lines: Sequence[str]) -> Paper:
    """Read the lines of a text, blank ones and all."""
    groups = paragraphs(lines)
    texts = [
        lines[group[0]]
        if len(group) == 1
        else " ".join([lines[place].strip() for place in group])
        for group in groups
    ]
    # A line that stands on a text again and again is read, and kept, but once.
    once = list(dict.fromkeys(texts))
    worded = dict(zip(once, worded_all(once), strict=True))
    said = list(map(worded.__getitem__, texts))
    language = language_of(
        list(islice(chain.from_iterable(words.tokens for words in said), SAMPLE))
    )
    spoken = language or ENGLISH
    short = _SHORT_LOOKED[spoken.name]
    looks = {
        text: short.get(text) or _look(text, words, spoken)
        for text, words in worded.items()
    }
    seen = list(map(looks.__getitem__, texts))
    hits = [hit for hit, _ in seen]
    return Paper(groups, texts, said, hits, language, [mark for _, mark in seen])


def _look(text: str, said: Wording, language: Language) -> Look:
    hit = match(said)
    look = hit, marks(text, said, language, hit)
    _remember(_SHORT_LOOKED[language.name], text, look)
    return look


def _remember(known: dict[str, Answer], text: str, answer: Answer) -> None:
    """Keep what a short line gave; when there is too much of it all is forgotten."""
    if len(text) <= SHORT:
        if len(known) >= REMEMBERED:
            known.clear()
        known[text] = answer


_SHORT_LOOKED: defaultdict[str, dict[str, Look]] = defaultdict(dict)
"""For each language what was seen of the short lines: sites repeat their menus."""
