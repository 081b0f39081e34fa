"""A rule about one line, and what it says of a line that it matches."""

import re
from dataclasses import dataclass

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that it matches is not the article.

    Each rule carries a line that it must hide and a near miss that it must
    keep, so the table is its own test and its own documentation. Everything
    but `pattern` is written as `plain` gives it: lower case, straight quotes.
    """

    name: str
    kind: str
    reason: str
    """What such a line is, in a word or two; it opens the explanation."""
    hides: str
    keeps: str
    lines: tuple[str, ...] = ()
    """Whole lines, without a last mark; any number is written 0."""
    starts: tuple[str, ...] = ()
    """How a line begins."""
    only: frozenset[str] = frozenset()
    """A line of these words and numbers alone, of two words or more."""
    pattern: str = ""
    """A regular expression, searched in the bare line, which keeps its case."""
    cues: tuple[str, ...] = ()
    """`pattern` and `only` are tried when one of these words stands in the line."""
    holds: tuple[str, ...] = ()
    """A pattern without cues is tried when the line holds one of these anywhere."""
    longest: int = 12
    """The rule leaves a line of more words alone."""
    alone: bool = True
    """Whether it hides by itself; else it names the kind and the model decides."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched, and in words what it saw."""

    rule: Rule
    reason: str


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list that is written with semicolons between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


def words_in(text: str) -> int:
    """How long a plain line is in words; two ideographs count as one.

    Single blanks stand between the words of a plain line, and nowhere else.
    """
    spaced = text.count(" ") + 1
    if text.isascii():
        return spaced
    return max(spaced, len(_EASTERN.findall(text)) // 2)
