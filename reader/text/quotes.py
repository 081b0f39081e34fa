"""Where a quote stands in a text."""

from collections.abc import Iterator
from functools import lru_cache

from reader.model import Span
from reader.text.anchoring.folding import Folded, fold

_folded = lru_cache(maxsize=2)(fold)
"""Quotes of one article come one after the other."""


def places(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands, in order, overlapping ones too.

    When it stands nowhere to the letter, both are folded first: a quote copied off a
    screen is wrapped anew, and programs exchange quotation marks and dashes.
    """
    return list(_exact(text, quote)) or list(_alike(_folded(text), text, quote))


def best_places(text: str, quote: str, before: str, after: str) -> list[Span]:
    """The places of the quote, only those between these words if there are any.

    Args:
        text: Where to look.
        quote: What stands there.
        before: What came before it, the last words of it at least; or empty.
        after: What came after it, or empty.
    """
    found = places(text, quote)
    if len(found) < 2 or not (before or after):
        return found
    scores = [_agreement(text, place, before, after) for place in found]
    best = max(scores)
    return [place for place, score in zip(found, scores, strict=True) if score == best]


def _exact(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _alike(folded: Folded, text: str, quote: str) -> Iterator[Span]:
    wanted = fold(quote).text.strip()
    for place in _exact(folded.text, wanted):
        yield folded.outward(place.start, place.end, text)


def _agreement(text: str, place: Span, before: str, after: str) -> int:
    """How many code points around a place are as they were, white space apart."""
    reach = 2 * max(len(before), len(after))
    left = "".join(text[max(0, place.start - reach) : place.start].split())
    right = "".join(text[place.end : place.end + reach].split())
    return _common("".join(before.split())[::-1], left[::-1]) + _common(
        "".join(after.split()), right
    )


def _common(one: str, other: str) -> int:
    """The length of what two texts begin with alike."""
    for count, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return count
    return min(len(one), len(other))
