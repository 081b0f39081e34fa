"""Passages of which nobody could say from the two texts where they went.

Their words stand elsewhere too, and neither what is beside them nor the order of the
copies tells which is which. It is asked of the truth, not of what was carried: else
the measure would agree with whatever the program finds hard.
"""

from collections.abc import Iterator

from reader.model import Span
from reader.text.anchoring.folding import fold

_FAR = 200
"""Folded code points on either side that a person would look at."""


class Undecidable:
    """Two texts, and the question whether a passage's place can be told."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = fold(old), fold(new)

    def __call__(self, was: Span, truth: Span) -> bool:
        old, new = self._old.text, self._new.text
        (start, end), (now, after) = self._old.inward(was), self._new.inward(truth)
        size = end - start
        words = old[start:end]
        if not words or new[now:after] != words:
            return False
        olds, news = list(_places(words, old)), list(_places(words, new))
        if len(olds) == len(news) and olds.index(start) == news.index(now):
            return False
        ours = _agreement(old, start, new, now, size)
        return _is_rivalled(old, start, new, now, size, ours) or _is_rivalled(
            new, now, old, start, size, ours
        )


def _is_rivalled(
    here: str, at: int, there: str, own: int, size: int, ours: int
) -> bool:
    """Whether another place agrees as well, and with no other here better."""
    return any(
        not any(back != at for back, _ in _alike(there, other, here, size, agreed + 1))
        for other, agreed in _alike(here, at, there, size, ours)
        if other != own
    )


def _alike(
    here: str, at: int, there: str, size: int, least: int
) -> Iterator[tuple[int, int]]:
    """Where the words stand there with so much beside them that is the same.

    At least half of it is on one side: so they are looked for with that half.
    """
    half = (least + 1) // 2
    left = here[max(0, at - half) : at + size]
    found = {place + len(left) - size for place in _places(left, there)}
    found.update(_places(here[at : at + size + half], there))
    for place in found:
        agreed = _agreement(here, at, there, place, size)
        if agreed >= least:
            yield place, agreed


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _agreement(old: str, i: int, new: str, j: int, size: int) -> int:
    """Code points beside two places that are the same, on both sides together."""
    before = _common(old[max(0, i - _FAR) : i][::-1], new[max(0, j - _FAR) : j][::-1])
    i, j = i + size, j + size
    return before + _common(old[i : i + _FAR], new[j : j + _FAR])


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((n for n, (a, b) in pairs if a != b), shorter)
