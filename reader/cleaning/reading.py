"""A text as every layer of the cleaner sees it: its paragraphs, read once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reader.cleaning.learned.languages import (
    ENGLISH,
    Language,
    content_words,
    language_of,
)
from reader.cleaning.learned.marks import Marks, marks
from reader.cleaning.paragraphs import paragraphs
from reader.cleaning.rules import Hit, match
from reader.cleaning.wording import Wording, worded_all

Look = tuple[Hit | None, Marks, list[str]]
"""What is seen of one line: the rule that knows it, its marks, its content words."""
SAMPLE = 300
"""So many words are enough to tell a language."""
MOST_CRUMBS, CRUMB = 20_000, 24
"""More paragraphs than this, of fewer code points than that on average, are no page
that a model has learned from: what it knows of each would take a megabyte of them 15
seconds and 400 MB. They are left to the rules, as a language that it does not know."""
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
    """None when it is none of ours, or of crumbs: no learned model can judge it."""
    marks: list[Marks]
    content: list[list[str]]
    """The words of each that are not little ones."""


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
    looks = _looks(worded, language or ENGLISH)
    if len(texts) > MOST_CRUMBS and sum(map(len, texts)) < CRUMB * len(texts):
        language = None
    seen = list(map(looks.__getitem__, texts))
    # Not by `zip(*seen)`: to unpack a million lines takes 30 MB.
    hits = [hit for hit, _, _ in seen]
    marked = [mark for _, mark, _ in seen]
    content = [words for _, _, words in seen]
    return Paper(groups, texts, said, hits, language, marked, content)


def _looks(worded: Mapping[str, Wording], language: Language) -> dict[str, Look]:
    """What is seen of each line; of a short one, if it was seen before, the same."""
    known = _SHORT_LOOKED[language.name]
    # At once: another thread may forget them all while this one looks at the others.
    seen = {text: look for text in worded if (look := known.get(text)) is not None}
    unseen = {text: said for text, said in worded.items() if text not in seen}
    said = unseen.values()
    content = content_words([words.tokens for words in said], language)
    hits = list(match(said))
    marked = marks(unseen, said, content, language, hits)
    looks = dict(zip(unseen, zip(hits, marked, content, strict=True), strict=True))
    if len(known) >= REMEMBERED:
        known.clear()
    short = (text for text in unseen if len(text) <= SHORT)
    known.update((text, looks[text]) for text in islice(short, REMEMBERED))
    return looks | seen


_SHORT_LOOKED: defaultdict[str, dict[str, Look]] = defaultdict(dict)
"""For each language what was seen of the short lines: sites repeat their menus."""
