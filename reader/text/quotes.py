"""Where a quote stands in a text."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from reader.model import Span

_LONGEST_FOLDED: Final = 20_000
"""Code points of a quote that is looked for loosely; a longer one is not retyped."""

_ALIKE: Final = (
    "'‘’‚‛`´′ʼ",
    '"“”„‟«»″',
    "-‐‑‒–—−",
)
"""Marks that editors and programs change into one another."""
_CLASSES: Final = {mark: f"[{re.escape(marks)}]" for marks in _ALIKE for mark in marks}
_UNSEEN: Final = "[\u00ad\u200b\u2060\ufeff]*"
"""What takes no room on the page: soft hyphen, zero-width space, joiner, mark."""
_TOKEN: Final = re.compile(r"\s+|…|\.\.\.|[\u00ad\u200b\u2060\ufeff]+|.", re.DOTALL)


def places(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands, in order, overlapping ones too.

    When it stands nowhere to the letter, its runs of blanks and line ends are taken
    for any others, for a quote copied off a screen is wrapped anew; and when that
    finds nothing, quotation marks, dashes and dots are taken for their like.
    """
    for way in (_exact, _composed, _wrapped, _alike):
        found = list(way(text, quote))
        if found:
            return found
    return []


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


def _composed(text: str, quote: str) -> Iterator[Span]:
    """The quote in the other Unicode form, for files that were normalised."""
    for form in ("NFC", "NFD"):
        other = normalize(form, quote)
        if other != quote:
            yield from _exact(text, other)


def _wrapped(text: str, quote: str) -> Iterator[Span]:
    return _matches(text, r"\s+".join(map(re.escape, quote.split())), quote)


def _alike(text: str, quote: str) -> Iterator[Span]:
    if len(quote) > _LONGEST_FOLDED:
        return iter(())
    tokens = _TOKEN.findall(quote.strip())
    return _matches(text, _UNSEEN.join(filter(None, map(_loosely, tokens))), quote)


def _loosely(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token in ("…", "..."):
        return r"(?:…|\.\.\.)"
    if re.fullmatch(_UNSEEN, token):
        return ""
    return _CLASSES.get(token) or re.escape(token)


def _matches(text: str, pattern: str, quote: str) -> Iterator[Span]:
    if not pattern or len(quote) > _LONGEST_FOLDED:
        return
    for found in re.finditer(pattern, text):
        yield Span(*found.span())


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
