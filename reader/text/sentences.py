"""Sentences inside one paragraph: nupunkt, under rules of our own.

nupunkt decides where a full stop ends a sentence (Kiss and Strunk, 2006, with a
model of abbreviations). Over it: what goes on in lower case is the same sentence,
and the rules of `stops` end one after `U.S.` before a word that begins sentences,
after a plain word before a capital, after full-width stops. A long quotation is cut
at its own sentences. Sentences are derived, never stored as the identity of
anything, so better rules can come later without moving a tag.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, Protocol

from reader.model import Span
from reader.text.marks import APOSTROPHES, DASHES, OPENING, STOPS
from reader.text.spaces import trim, trim_all
from reader.text.stops import (
    CLOSED_FIRST,
    CLOSED_LATE,
    ENDS,
    LOOKED_BACK,
    MAYBE_END,
    SURE_END,
    UNFINISHED,
    WIDE_END,
)

LONGEST_BLOCK: Final = 8_000
"""Code points that are cut into sentences at once. A longer paragraph is first cut
into blocks, at sure ends of sentences, so that one place costs the same in any text."""

_SEARCHED: Final = 2_000
"""Where in a block its end is looked for: so many code points before the limit."""

_FIRST_WORD: Final = re.compile(rf"[{OPENING}{DASHES}\s-]*([\w{APOSTROPHES}-]*)")
_STOP: Final = re.compile(rf"[{STOPS}]")
_OPEN_STOP: Final = re.compile(r"[.!?\u2026](?!\w)")
"""Only after one of these does nupunkt end a sentence; most Chinese has none."""
_SPACE: Final = re.compile(r"\s")
_LAST_SPACE: Final = re.compile(r".*\s", re.DOTALL)
_LONG_TOKEN: Final = re.compile(r"\S{200,}+")
_LONG: Final = 1_000
_DENSE: Final = 1 / 6
"""Stops for each code point of a long block in which nobody would look for sentences:
to ask every rule about each would take seconds for a megabyte."""
_LARGE: Final = 200_000
"""Code points from which it counts how many ends a text has in its paragraphs."""
_SAMPLE: Final = 20_000
_TEEMING: Final = 1 / 40
"""Ends for each code point of a large text in which nobody would look for sentences:
to ask every rule about 200,000 numbered lines would take ten seconds."""
_TAIL: Final = 32
"""What is left of a long token: enough to see how it ends."""


class _Splitter(Protocol):
    def span_tokenize(self, text: str) -> Iterator[tuple[int, int]]: ...


@cache
def _splitter() -> _Splitter:
    # Loading the model costs about 0.1 s, which a program that cuts nothing saves.
    import nupunkt

    splitter: _Splitter = nupunkt.load("default")
    return splitter


def _readable(block: str) -> str:
    """The block as nupunkt takes it, code point for code point.

    Every space becomes a plain one, for a line feed in wrapped text says nothing. A
    token too long for a word loses all but its tail: nupunkt's time grows with the
    square of the punctuation in one.
    """
    spaced = _SPACE.sub(" ", block)
    return _LONG_TOKEN.sub(
        lambda token: token[0][-_TAIL:].rjust(len(token[0]), "x"), spaced
    )


def _goes_on(block: str, start: int, end: int) -> bool:
    """Whether what nupunkt began a sentence with only goes on with the last one."""
    if not block[start - 1].isspace() or UNFINISHED.search(
        block, max(0, start - LOOKED_BACK), start
    ):
        return True
    if CLOSED_FIRST.match(block, start):
        return True
    found = _FIRST_WORD.match(block, start, end)
    word = found[1] if found else ""
    if word[:1].islower():
        # `al-Assad` and `iPhone` may begin a sentence.
        return not any(letter.isupper() for letter in word)
    return not any(letter.isalnum() for letter in block[start:end])


def is_teeming(text: str) -> bool:
    """Whether a large text has so many ends that they are taken as they stand.

    That is decided once, by its beginning, its middle and its end.
    """
    if len(text) < _LARGE:
        return False
    middle = len(text) // 2
    parts = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    ends = sum(len(MAYBE_END.findall(part)) for part in parts)
    return ends > _TEEMING * len(parts) * _SAMPLE


def _starts(block: str, teeming: bool) -> list[int]:
    """Where the sentences of a block begin, by nupunkt and by our rules."""
    stops = len(_STOP.findall(block))
    if not stops:
        return []
    if teeming or (len(block) > _LONG and stops > _DENSE * len(block)):
        plain = {
            found.end()
            for end in (MAYBE_END, WIDE_END)
            for found in end.finditer(block)
        }
        return sorted(plain - {len(block)})
    is_asked = _OPEN_STOP.search(block) is not None
    found_by_it = _splitter().span_tokenize(_readable(block)) if is_asked else ()
    edges = sorted({0, len(block), *(start for start, _ in found_by_it)})
    kept = {
        start
        for start, end in pairwise(edges)
        if start > 0 and not _goes_on(block, start, end)
    }
    kept |= {found.end() for found in WIDE_END.finditer(block)}
    for found in MAYBE_END.finditer(block):
        stop, start = found.span(1)
        if start not in kept and any(rule.ends(block, stop, start) for rule in ENDS):
            kept.add(start)
    late = ((CLOSED_LATE.match(block, start), start) for start in kept)
    starts = {found.end() if found else start for found, start in late}
    return sorted(starts - {len(block)})


def blocks(text: str, within: Span) -> tuple[Span, ...]:
    """A paragraph in pieces short enough to cut into sentences at once.

    Nearly every paragraph is one block. The pieces are the same wherever one begins
    to look.
    """
    if len(within) <= LONGEST_BLOCK:
        return (within,)
    starts = [within.start]
    while within.end - starts[-1] > LONGEST_BLOCK:
        starts.append(_end_of_block(text, starts[-1]))
    return trim_all(text, pairwise([*starts, within.end]))


def _end_of_block(text: str, start: int) -> int:
    limit = start + LONGEST_BLOCK
    searched = limit - _SEARCHED
    for rule in (SURE_END, WIDE_END):
        *_, found = (None, *rule.finditer(text, searched, limit))
        if found is not None:
            return found.end()
    space = _LAST_SPACE.match(text, searched, limit)
    return space.end() if space else limit


def sentences(text: str, within: Span, *, teeming: bool = False) -> tuple[Span, ...]:
    """The sentences of a paragraph: ordered, trimmed, none across another.

    Every code point that is no space lies in one.

    Args:
        text: The text.
        within: The paragraph.
        teeming: Whether its text `is_teeming`.
    """
    if not _STOP.search(text, within.start, within.end):
        whole = trim(text, within)
        return (whole,) if whole else ()
    cut: list[Span] = []
    for block in blocks(text, within):
        starts = (block.start + start for start in _starts(block.of(text), teeming))
        cut += trim_all(text, pairwise([block.start, *starts, block.end]))
    return tuple(cut)
