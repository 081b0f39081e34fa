"""A rule about one line, and the index that finds the rule for a line quickly."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reader.cleaning.wording import LONGEST_READ, Wording, lookup

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LONGEST_LINE = LONGEST_READ
"""No rule looks at a longer line than this, in code points."""
FIRST_EASTERN = "\u2e80"
"""From here on scripts set no blanks between words, or glue endings to them."""
LONGEST_VOCABULARY = 25
"""No share bar has more words than this."""


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
    """How long a line is in words; two ideographs count as one."""
    spaced = len(text.split())
    if text.isascii():
        return spaced
    return max(spaced, len(_EASTERN.findall(text)) // 2)


class RuleIndex:
    """The rules, arranged so that a line meets only those that may match it."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._lines: dict[str, Rule] = {}
        self._starts: dict[str, list[tuple[str, Rule]]] = {}
        self._only: dict[str, list[Rule]] = {}
        self._cued: dict[str, list[tuple[int, Rule]]] = {}
        self._always: list[Rule] = []
        self._longest_whole = 0
        for number, rule in enumerate(rules):
            self._add(number, rule)
        self._cues = frozenset(self._cued)

    def _add(self, number: int, rule: Rule) -> None:
        for line in rule.lines:
            self._lines.setdefault(line, rule)
            self._longest_whole = max(self._longest_whole, rule.longest)
        for start in rule.starts:
            self._starts.setdefault(start[:2], []).append((start, rule))
        for word in rule.only:
            self._only.setdefault(word, []).append(rule)
        if rule.pattern and not rule.cues:
            self._always.append(rule)
        for cue in rule.cues if rule.pattern else ():
            self._cued.setdefault(cue, []).append((number, rule))

    def match(self, said: Wording) -> Hit | None:
        """The first rule that the line matches; sure rules before mere hints."""
        if not said.plain or len(said.bare) >= LONGEST_LINE - 1:
            return None
        best: Hit | None = None
        for hit in self._hits(said, words_in(said.plain)):
            if hit.rule.alone:
                return hit
            best = best or hit
        return best

    def _hits(self, said: Wording, size: int) -> Iterator[Hit]:
        if size <= self._longest_whole:
            rule = self._lines.get(lookup(said.plain))
            if rule and size <= rule.longest:
                yield Hit(rule, f"{rule.reason}: “{said.bare}”")
        for start, rule in self._starts.get(said.plain[:2], ()):
            if said.plain.startswith(start) and _opens(said.plain, start, size, rule):
                opening = said.bare[: len(start)]
                yield Hit(rule, f"{rule.reason}: starts with “{opening}”")
        if 1 < len(said.tokens) <= LONGEST_VOCABULARY:
            yield from self._vocabulary(said.tokens)
        for rule in self._tried(said.tokens):
            if size <= rule.longest:
                yield from _search(rule, said.bare)

    def _tried(self, tokens: list[str]) -> Iterable[Rule]:
        """The rules whose pattern is worth a try, in the order of the table."""
        cues = self._cues.intersection(tokens)
        if not cues:
            return self._always
        cued = sorted(
            {pair[0]: pair for cue in cues for pair in self._cued[cue]}.items()
        )
        return [*self._always, *(rule for _, (_, rule) in cued)]

    def _vocabulary(self, tokens: list[str]) -> Iterator[Hit]:
        first = tokens[0]
        if first[0].isdigit():
            first = next((token for token in tokens if not token[0].isdigit()), "")
        for rule in self._only.get(first, ()):
            words = [token for token in tokens if not token[0].isdigit()]
            if rule.only.issuperset(words) and _cued(rule, words):
                yield Hit(rule, f"{rule.reason}: nothing but “{first}” and the like")


def _opens(text: str, start: str, size: int, rule: Rule) -> bool:
    """Whether what the text starts with ends a word, and the line is short enough."""
    following, last = text[len(start) : len(start) + 1], start[-1]
    inside = following.isalpha() and last.isalpha() and last < FIRST_EASTERN
    return size <= rule.longest and not inside


def _cued(rule: Rule, words: list[str]) -> bool:
    return not rule.cues or any(cue in words for cue in rule.cues)


def _search(rule: Rule, line: str) -> Iterator[Hit]:
    if found := _compiled(rule.pattern).search(line):
        seen = " ".join(found[0].split())
        seen = seen if len(seen) <= 40 else f"{seen[:39]}…"
        how = "says" if found.start() else "starts with"
        yield Hit(rule, f"{rule.reason}: {how} “{seen}”")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
