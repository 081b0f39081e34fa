"""A text as every layer of the cleaner sees it: its paragraphs, read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from reader.cleaning.learned.languages import ENGLISH, Language, language_of
from reader.cleaning.learned.marks import Marks, marks
from reader.cleaning.paragraphs import paragraphs
from reader.cleaning.remembered import Remembered
from reader.cleaning.rules import Hit, match
from reader.cleaning.wording import Wording, worded

SAMPLE = 600
"""So many words are enough to tell a language."""
SHORT, REMEMBERED = 100, 1 << 11
"""So many lines no longer than this, in code points, are remembered."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The paragraphs of a text; one is a line, but where text was hard-wrapped."""

    groups: list[list[int]]
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
    said = [
        _SHORT_WORDED[text] if len(text) <= SHORT else worded(text) for text in texts
    ]
    language = language_of(
        list(islice(chain.from_iterable(words.tokens for words in said), SAMPLE))
    )
    spoken = language or ENGLISH
    short = _SHORT_LOOKED[spoken]
    looks = [
        short[text] if len(text) <= SHORT else _look(text, words, spoken)
        for text, words in zip(texts, said, strict=True)
    ]
    hits = [hit for hit, _ in looks]
    return Paper(groups, texts, said, hits, language, [mark for _, mark in looks])


def _look(text: str, said: Wording, language: Language) -> tuple[Hit | None, Marks]:
    hit = match(said)
    return hit, marks(text, said, language, hit)


def _short_look(language: Language, text: str) -> tuple[Hit | None, Marks]:
    return _look(text, _SHORT_WORDED[text], language)


_SHORT_WORDED = Remembered(worded, REMEMBERED)
_SHORT_LOOKED = Remembered[Language, Remembered[str, tuple[Hit | None, Marks]]](
    lambda language: Remembered(partial(_short_look, language), REMEMBERED)
)
"""For each language what was seen of the short lines: sites repeat their menus."""
