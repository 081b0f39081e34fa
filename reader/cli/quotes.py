"""Where a quote stands in a text."""

import re
from collections.abc import Iterator

from reader.model import Span


def places(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands, in order, overlapping ones too.

    When it stands nowhere to the letter, its runs of blanks and line ends are
    taken for any others, for a quote copied off a screen is wrapped anew.
    """
    exact = list(_exact(text, quote))
    return exact or [Span(*found.span()) for found in _wrapped(quote).finditer(text)]


def _exact(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _wrapped(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, quote.split())))
