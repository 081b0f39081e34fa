"""Where in a text something like a quotation stands, without knowing where it stood."""

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from reader.text.anchoring.anchors import Place
from reader.text.anchoring.edges import in_whole_words

_MOST = 400
"""Exact occurrences looked at; what stands more often is no quotation but a phrase."""

_LEAST_FUZZY = 12
"""Code points below which only the very words count as found."""

_PLACES = 5
"""Likely places that are looked at closely."""

Candidate = tuple[int, int, float]
"""Start, end, and how like the quotation the text is there, from 0 to 1."""


def candidates(quote: str, text: str) -> list[Candidate]:
    """Every place that holds the quotation, or, without one, those that resemble it."""
    exact = [(at, at + len(quote), 1.0) for at in occurrences(quote, text, _MOST)]
    if exact or len(quote) < _LEAST_FUZZY:
        return exact
    return list(_alike(quote, text))


def occurrences(words: str, text: str, most: int) -> Iterator[int]:
    """The offsets at which words stand in a text, overlapping ones too."""
    at = text.find(words)
    while at >= 0 and most:
        yield at
        most -= 1
        at = text.find(words, at + 1)


def overlapping(words: str, text: str, place: Place) -> Place | None:
    """Where the very words stand that share a code point with a place, if they do."""
    start, end = place
    low = max(0, start - len(words) + 1)
    at = text.find(words, low, end + len(words) - 1)
    return None if at < 0 else (at, at + len(words))


def _alike(quote: str, text: str) -> Iterator[Candidate]:
    """Places on which many short pieces of the quotation agree (seed and extend)."""
    size = 10 if len(quote) >= 40 else 6
    width = max(8, len(quote) // 4)
    votes: Counter[int] = Counter()
    starts = (match.start() for match in re.finditer(r"\b\w", quote))
    for start in starts:
        piece = quote[start : start + size]
        if len(piece) == size:
            for at in occurrences(piece, text, 30):
                votes[(at - start) // width] += 1
    seen: set[int] = set()
    for bucket, _ in votes.most_common(_PLACES):
        found = _align(quote, text, bucket * width, width)
        if found and not any(abs(found[0] - other) < width for other in seen):
            seen.add(found[0])
            yield found


def _align(quote: str, text: str, at: int, width: int) -> Candidate | None:
    """The stretch about there that the quotation fits best."""
    slack = width + len(quote) * 3 // 10
    low = max(0, at - slack)
    window = text[low : at + len(quote) + slack]
    equal = [
        step
        for step in Levenshtein.opcodes(quote, window)
        if step.tag == "equal" and step.src_end - step.src_start >= 3
    ]
    if not equal:
        return None
    start = max(0, low + equal[0].dest_start - equal[0].src_start)
    rest = len(quote) - equal[-1].src_end
    end = min(len(text), low + equal[-1].dest_end + rest)
    start, end = in_whole_words(quote, (0, len(quote)), text, (start, end))
    likeness = Levenshtein.normalized_similarity(quote, text[start:end])
    return (start, end, likeness) if likeness >= 0.7 else None
