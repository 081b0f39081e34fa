"""The index that finds the rule for a line quickly."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from reader.cleaning.rules.rule import Hit, Rule, words_in
from reader.cleaning.wording import LONGEST_READ, Wording, lookup

LONGEST_LINE = LONGEST_READ
"""No rule looks at a longer line than this, in code points."""
FIRST_EASTERN = "\u2e80"
"""From here on scripts set no blanks between words, or glue endings to them."""
LONGEST_VOCABULARY = 25
"""No share bar has more words than this."""


class RuleIndex:
    """The rules, arranged so that a line meets only those that may match it."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._lines: dict[str, Rule] = {}
        self._starts: dict[str, list[tuple[str, Rule]]] = {}
        self._only: dict[str, list[Rule]] = {}
        self._hits: dict[tuple[str, str], Hit] = {}
        """Those of such rules, by their names and the first word of the lines."""
        self._patterns: list[Rule] = []
        self._most_words = 0
        """A line of more words is not one of the whole lines."""
        for rule in rules:
            self._add(rule)
        self._openings = {
            key: tuple(start for start, _ in starts)
            for key, starts in self._starts.items()
        }
        """All of them are tried by one question to the string."""
        longest = max((rule.longest for rule in self._patterns), default=0)
        self._by_size = [_Patterns(self._patterns, size) for size in range(longest + 1)]

    def _add(self, rule: Rule) -> None:
        for line in rule.lines:
            self._lines.setdefault(line, rule)
            # One more, for a mark at the end may stand by itself: "Comments :".
            self._most_words = max(self._most_words, words_in(line) + 1)
        for start in rule.starts:
            self._starts.setdefault(start[:2], []).append((start, rule))
        for word in rule.only:
            self._only.setdefault(word, []).append(rule)
        if rule.pattern:
            self._patterns.append(rule)

    def match(self, lines: Iterable[Wording]) -> Iterator[Hit | None]:
        """For each line the first rule that it matches; sure rules before mere hints.

        What is asked of every line is written out here: to call for it would take as
        long as the answers.
        """
        known, most_words, openings = self._lines.get, self._most_words, self._openings
        only, by_size, sizes = self._only, self._by_size, len(self._by_size)
        for said in lines:
            text, plain, tokens, *_ = said
            if not plain or len(text) >= LONGEST_LINE - 1:
                yield None
                continue
            # What may match, by the quickest of questions; for most lines nothing.
            found: list[Iterable[Hit]] = []
            size = plain.count(" ") + 1 if plain.isascii() else words_in(plain)
            if size <= most_words:
                rule = known(lookup(said))
                if rule and size <= rule.longest:
                    found.append((Hit(rule, f"{rule.reason}: “{text}”"),))
            if plain.startswith(openings.get(plain[:2], ())):
                found.append(self._opened(said, size))
            if 1 < len(tokens) <= LONGEST_VOCABULARY and (
                tokens[0] in only or tokens[0][0].isdigit()
            ):
                found.append(self._vocabulary(tokens))
            if size < sizes and (rules := by_size[size].worth_a_try(text, tokens)):
                found.append(_searched(rules, text))
            yield _first(chain.from_iterable(found)) if found else None

    def _opened(self, said: Wording, size: int) -> Iterator[Hit]:
        for start, rule in self._starts[said.plain[:2]]:
            if said.plain.startswith(start) and _opens(said.plain, start, size, rule):
                opening = said.bare[: len(start)]
                yield Hit(rule, f"{rule.reason}: starts with “{opening}”")

    def _vocabulary(self, tokens: list[str]) -> Iterator[Hit]:
        words = [token for token in tokens if not token[0].isdigit()]
        first = words[0] if words else ""
        for rule in self._only.get(first, ()):
            if rule.only.issuperset(words) and _cued(rule, words):
                yield self._nothing_but(rule, first)

    def _nothing_but(self, rule: Rule, first: str) -> Hit:
        """The same hit for all lines that begin alike: a list may have 80,000."""
        key = rule.name, first
        if key not in self._hits:
            seen = f"nothing but “{first}” and the like"
            self._hits[key] = Hit(rule, f"{rule.reason}: {seen}")
        return self._hits[key]


class _Patterns:
    """The patterns for lines of one size.

    Most cues are usual words, and most of their rules are for short lines: a
    paragraph meets so few of them that it seldom has a cue.
    """

    def __init__(self, rules: Iterable[Rule], size: int) -> None:
        self._rules = [rule for rule in rules if size <= rule.longest]
        self._held = [
            (sign, rule) for rule in self._rules if not rule.cues for sign in rule.holds
        ]
        """The rules without a cue, each by a sign that a line has to hold; few."""
        self._held_plain = [one for one in self._held if one[0].isascii()]
        """Those that may stand in a line of plain signs; most lines are such."""
        self._cued: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for cue in rule.cues:
                self._cued.setdefault(cue, []).append(number)
        self._cues = frozenset(self._cued)
        """The cues of all others."""

    def worth_a_try(self, text: str, tokens: Sequence[str]) -> list[Rule]:
        """The rules whose cue a line has, in the order of the table."""
        held = self._held_plain if text.isascii() else self._held
        found = [rule for sign, rule in held if sign in text]
        if not self._cues.isdisjoint(tokens):
            numbers = {n for word in tokens for n in self._cued.get(word, ())}
            found += [self._rules[number] for number in sorted(numbers)]
        return found


def _first(hits: Iterable[Hit]) -> Hit | None:
    """The first hit of a sure rule; without one the first of all."""
    best: Hit | None = None
    for hit in hits:
        if hit.rule.alone:
            return hit
        best = best or hit
    return best


def _opens(text: str, start: str, size: int, rule: Rule) -> bool:
    """Whether what the text starts with ends a word, and the line is short enough."""
    following, last = text[len(start) : len(start) + 1], start[-1]
    inside = following.isalpha() and last.isalpha() and last < FIRST_EASTERN
    return size <= rule.longest and not inside


def _cued(rule: Rule, words: list[str]) -> bool:
    return not rule.cues or any(cue in words for cue in rule.cues)


def _searched(rules: Iterable[Rule], line: str) -> Iterator[Hit]:
    for rule in rules:
        if found := _compiled(rule.pattern).search(line):
            seen = " ".join(found[0].split())
            seen = seen if len(seen) <= 40 else f"{seen[:39]}…"
            how = "says" if found.start() else "starts with"
            yield Hit(rule, f"{rule.reason}: {how} “{seen}”")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
