"""A text as every layer of the cleaner sees it: its paragraphs, read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reader.cleaning import rules
from reader.cleaning.learned.languages import ENGLISH, Language, language_of
from reader.cleaning.learned.marks import Marks, marks
from reader.cleaning.paragraphs import paragraphs
from reader.cleaning.rules import Hit
from reader.cleaning.wording import Wording, worded

SAMPLE = 3000
"""So many words are enough to tell a language."""


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
    known: dict[str, tuple[Wording, Hit | None]] = {}
    for text in texts:
        if text not in known:
            words = worded(text)
            known[text] = words, rules.match(words)
    once = [known[text] for text in texts]
    said = [words for words, _ in once]
    language = language_of(
        list(islice(chain.from_iterable(words.tokens for words in said), SAMPLE))
    )
    looked: dict[str, Marks] = {}
    for text, (words, hit) in zip(texts, once, strict=True):
        if text not in looked:
            looked[text] = marks(text, words, language or ENGLISH, hit)
    hits = [hit for _, hit in once]
    return Paper(groups, texts, said, hits, language, [looked[text] for text in texts])
