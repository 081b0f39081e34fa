"""The analyst's own rules about lines: what they match, and what they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.cleaning.wording import bare, line_key, plain, plain_once, straight

LONGEST_PATTERN = 500
"""A pattern of more code points than this matches nothing."""


class Match(StrEnum):
    """How a taught rule is compared with a line."""

    EXACT = "exact"
    """The same words; case, marks and spacing are put aside."""
    DIGITS_IGNORED = "digits-ignored"
    """The same words whatever the numbers in them."""
    PATTERN = "pattern"
    """`*` stands for anything, all else for itself; the whole line has to match."""


@dataclass(frozen=True, slots=True)
class Taught:
    """Lines like this one are hidden, or kept, from now on."""

    match: Match
    text: str
    """The line that was pointed at, or the pattern."""
    hide: bool
    site: str = ""
    """The site on which it holds; empty when it holds everywhere."""
    kind: str = "other"
    """The kind that a line gets which it hides."""

    @property
    def reason(self) -> str:
        """What it says beside a line that it hides."""
        where = f"on {self.site}" if self.site else "everywhere"
        said = self.text if len(self.text) <= 40 else f"{self.text[:39]}…"
        return f"your rule: “{said}” {where}"


def ruling(line: str, taught: Sequence[Taught]) -> Taught | None:
    """The rule that decides about the line, or None.

    Later rules stand above earlier ones, and a rule of one site above a rule
    for everywhere. The caller passes only the rules that hold on this site.
    """
    best: Taught | None = None
    for rule in taught:
        if matches(rule, line) and (best is None or rule.site or not best.site):
            best = rule
    return best


def matches(rule: Taught, line: str) -> bool:
    """Whether the rule knows the line; a blank line is known to none."""
    text = plain(line)
    if not text:
        return False
    if rule.match is Match.EXACT:
        return text == plain_once(rule.text)
    if rule.match is Match.DIGITS_IGNORED:
        key = line_key(line)
        return bool(key) and key == line_key(rule.text)
    return _like(text, rule.text)


def offered(line: str) -> str:
    """The pattern to offer for lines like this one: its opening, then anything.

    A line with a colon or a bar among its first words is cut there
    (`More news: …` gives `More news: *`); any other after two words.
    """
    head = straight(bare(line))
    for mark in (":", "|", " - ", " \u2013 "):
        start, found, rest = head.partition(mark)
        if found and rest.strip() and len(start.split()) <= 4:
            blank = " " if f"{found}{rest}"[1:2] == " " or found[-1] == " " else ""
            return f"{start}{found.rstrip()}{blank}*"
    few = head.split()[:2]
    return f"{' '.join(few)} *" if len(head.split()) > 2 else head


def _like(text: str, pattern: str) -> bool:
    """Match a pattern with `*` in time linear in the text for each of its pieces.

    Each piece between two stars is looked for once, from where the last one
    ended; there is nothing to go back to, so no pattern can make it hang.
    """
    pieces = _pieces(pattern)
    if not pieces or len(pattern) > LONGEST_PATTERN:
        return False
    first, *middle = pieces
    if not middle:
        return text == first
    last = middle.pop()
    if not text.startswith(first):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in middle:
        place = text.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return place <= end and text.endswith(last)


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[str, ...]:
    """The pieces between the stars; none when there is nothing but stars."""
    spaced = straight(pattern).lower()
    pieces = tuple(spaced.split("*"))
    return pieces if any(piece.strip() for piece in pieces) else ()
