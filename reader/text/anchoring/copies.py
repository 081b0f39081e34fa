"""Whether equal words leave open which of them a passage is."""

from collections.abc import Iterator
from typing import Final

from reader.text.anchoring.anchors import Place, agreeing, agreeing_back
from reader.text.anchoring.pairing import Pairing
from reader.text.anchoring.searching import occurrences, overlapping

_SIDE: Final = 24
"""Code points beside the words that tell one place from another, if any do."""

_TELLING: Final = 30
"""From this length on words stand twice only where they were copied."""

_MOST: Final = 40
"""Copies that are followed one by one; of more than these a person is asked."""


class Copies:
    """The words that stand several times in two paired texts.

    They are told apart by what is beside them, by their order, and by where the others
    went. What none of these tells is open.
    """

    def __init__(self, old: str, new: str, pairing: Pairing) -> None:
        self._old, self._new, self._pairing = old, new, pairing

    def leave_open(self, was: Place, now: Place) -> bool:
        """Whether other old words may as well be what stands there, or these elsewhere.

        Args:
            was: The passage in the old text.
            now: What it is paired with.
        """
        if self._pairing.slides(was):
            return True
        if self._pairing.tells(was):
            return False
        return any(
            self._is_at_large(rival, was, now) for rival in self._rivals(was, now)
        )

    def _rivals(self, was: Place, now: Place) -> Iterator[tuple[Place, int]]:
        """Other places of the words where something beside them is the same too.

        And those in the old text that are right beside it.

        Yields:
            A place, and of which text: 0 the old, 1 the new.
        """
        quote, words = self._old[slice(*was)], self._new[slice(*now)]
        for further in (-len(quote) - 1, len(quote) + 1):
            beside = was[0] + further, was[1] + further
            if beside[0] >= 0 and self._old[slice(*beside)] == quote:
                yield beside, 0
        before, after = _sides(self._old, was)
        left, right = _sides(self._new, now)
        if (before, quote, after) == (left, words, right):
            claims = [(0, before, quote, after), (1, before, quote, after)]
        else:
            claims = [
                (0, left, words, ""),
                (0, "", words, right),
                (1, before, quote, ""),
                (1, "", quote, after),
            ]
        for side, left, words, right in claims:
            if len(left + words + right) >= _SIDE:
                text, own = ((self._old, was), (self._new, now))[side]
                for found in occurrences(left + words + right, text, _MOST):
                    place = found + len(left), found + len(left) + len(words)
                    if not _is_same(place, own):
                        yield place, side

    def _is_at_large(self, rival: tuple[Place, int], was: Place, now: Place) -> bool:
        """Whether words are paired with nothing that is their own."""
        place, side = rival
        there = (self._pairing.back if side else self._pairing.onward)(place)
        here, other = (self._old, self._new)[:: -1 if side else 1]
        if there is None:
            return True
        found = overlapping(here[slice(*place)], other, there)
        return found is None or found == (was if side else now)

    def is_left_over(self, was: Place, now: Place) -> bool:
        """Whether every other copy of the words surely stands in another place."""
        back, on = self._agreeing(was, now)
        words = self._old[was[0] - back : was[1] + on]
        olds = list(occurrences(words, self._old, _MOST))
        news = set(occurrences(words, self._new, _MOST))
        if len(words) < _TELLING or len(olds) == _MOST or len(olds) != len(news):
            return False
        news.discard(now[0] - back)
        for at in olds:
            if at == was[0] - back:
                continue
            place = at, at + len(words)
            there = self._pairing.onward(place)
            if there is None or there[0] not in news or self.leave_open(place, there):
                return False
            news.discard(there[0])
        return not news

    def _agreeing(self, was: Place, now: Place) -> tuple[int, int]:
        """How many code points before and after two places are the same."""
        most = min(_SIDE, was[0], now[0])
        back = agreeing_back(self._old, was[0], self._new, now[0], most)
        most = min(_SIDE, len(self._old) - was[1], len(self._new) - now[1])
        return back, agreeing(self._old, was[1], self._new, now[1], most)


def _is_same(one: Place, other: Place) -> bool:
    """Whether one of two places lies in the other: they are of the same words."""
    (start, end), (begin, after) = one, other
    return (begin <= start and end <= after) or (start <= begin and after <= end)


def _sides(text: str, place: Place) -> tuple[str, str]:
    start, end = place
    return text[max(0, start - _SIDE) : start], text[end : end + _SIDE]
