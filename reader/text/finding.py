"""Finding words in a text: as they are typed, as whole words, or by a pattern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from unicodedata import normalize

from reader.model import Span
from reader.text.patterns import PatternError, typed_pattern

MOST: Final = 5000
"""More are not told of: nobody walks through them, and the reader shall stay quick."""

_PIECE: Final = 65_536
"""Code points that a pattern is tried on at once. Between two pieces a limit on time
is heard even by the loops of `re` that look at nothing else."""

_AS_TYPED: Final = {
    "'": "['\u2018\u2019\u02bc]",
    '"': '["\u201c\u201d\u201e\u00ab\u00bb]',
    "-": "[-\u2010-\u2015]",
    "ss": "(?:ss|\u00df|\u1e9e)",
    "...": r"(?:\.\.\.|\u2026)",
}
"""What one types for what typographers set; `ß` is folded to `ss`, as Unicode does."""
_TYPED: Final = re.compile(
    "|".join(map(re.escape, _AS_TYPED)) + "|.[\u0300-\u036f]*", re.DOTALL
)


class How(StrEnum):
    """How words are looked for."""

    WORDS = "words"
    WHOLE = "whole words"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found: in order, not overlapping, none of them empty."""

    spans: tuple[Span, ...] = ()
    trouble: str = ""
    """Why there may be more, or none at all."""


def find(text: str, words: str, how: How) -> Hits:
    """Where the words stand, whatever their case.

    Between two words stands any white space. A pattern is a regular expression of
    Python's; it is read for as long as the caller bears it, and one that raises
    `TimeoutError` in between gives what was found until then.
    """
    if not words.strip():
        return Hits()
    found: list[Span] = []
    try:
        pattern = typed_pattern(_expression(words, how), re.IGNORECASE | re.MULTILINE)
        for match in _matches(pattern, text, whole=how is not How.PATTERN):
            found.append(Span(*match.span()))
            if len(found) == MOST:
                return Hits(tuple(found), f"the first {MOST:,}")
    except PatternError as error:
        return Hits(trouble=f"no pattern: {error}")
    except TimeoutError:
        return Hits(tuple(found), "stopped, it took too long")
    return Hits(tuple(found))


def _matches(
    pattern: re.Pattern[str], text: str, *, whole: bool
) -> Iterator[re.Match[str]]:
    start = 0
    while start < len(text):
        end = len(text) if whole else _piece_end(text, start)
        for match in pattern.finditer(text, start, end):
            if match.end() > match.start():
                yield match
        start = end


def _piece_end(text: str, start: int) -> int:
    """The end of a piece: at a line's end, if there is one near enough."""
    limit = start + _PIECE
    if limit >= len(text):
        return len(text)
    line_end = text.rfind("\n", start, limit) + 1
    return line_end if line_end > start else limit


def _expression(words: str, how: How) -> str:
    if how is How.PATTERN:
        return words
    parts = map(_word, words.split())
    expression = r"\s+".join(parts)
    return rf"(?<!\w){expression}(?!\w)" if how is How.WHOLE else expression


def _word(word: str) -> str:
    """A word as it may be set; folded it can be longer, as `ﬀ` is, and is both."""
    folded = word.casefold()
    if len(folded) == len(word):
        return _typed(folded)
    return f"(?:{_typed(folded)}|{re.escape(word)})"


def _typed(word: str) -> str:
    return "".join(_sign(found[0]) for found in _TYPED.finditer(word))


def _sign(typed: str) -> str:
    """A sign, also as it is set, and with its accents apart or made one with it."""
    if typed in _AS_TYPED:
        return _AS_TYPED[typed]
    spellings = dict.fromkeys([typed, normalize("NFC", typed), normalize("NFD", typed)])
    either = "|".join(map(re.escape, spellings))
    return either if len(spellings) == 1 else f"(?:{either})"
