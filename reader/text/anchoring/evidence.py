"""What speaks for a place: how like its words are, and what stands beside them."""

from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from reader.text.anchoring.anchors import Place

CONTEXT: Final = 32
"""Folded code points on either side that tell one place from another."""

_LETTERS, SHORT, _MIDDLING = 4, 12, 40
"""Lengths of a quotation below which it says nothing, little, or not enough."""

TELLING: Final = 30
"""From this length on a quotation is its own witness."""

_BETWEEN: Final = 0.9
"""How like both sides of what is left of a word must be, for it to be offered."""

_SURE: Final = 0.8
"""How like the words must be, whatever stands beside them, to ask nobody."""

TRACE: Final = 0.5
"""Half of the words are still there: not the passage, but where it was."""


class Asked(NamedTuple):
    """A passage in the folded old text."""

    start: int
    end: int
    quote: str
    before: str
    after: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.end


class Found(NamedTuple):
    """A place in the folded new text, and what speaks for it."""

    start: int
    end: int
    likeness: float
    before: float
    """How like the text before it is, from 0 to 1."""
    after: float

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.start, self.end

    @property
    def best_side(self) -> float:
        """How like the text on the side is that is more like it."""
        return max(self.before, self.after)

    @property
    def total(self) -> float:
        """Fifty parts the words, twenty each side, as Hypothes.is weighs them."""
        return (50 * self.likeness + 20 * self.before + 20 * self.after) / 90


def found_at(asked: Asked, text: str, place: Place, likeness: float) -> Found:
    """What speaks for a place, by what stands beside it."""
    start, end = place
    reach = CONTEXT + 4
    before = _tail_likeness(asked.before, text[max(0, start - reach) : start])
    after = _tail_likeness(asked.after[::-1], text[end : end + reach][::-1])
    return Found(start, end, likeness, before, after)


def stands(found: Found, asked: Asked) -> bool:
    """Whether words that are paired are the passage, by what stands beside them."""
    length = len(asked.quote)
    if found.likeness < _SURE:
        return False
    if length < _LETTERS:
        # Not what follows: before it another full stop may have come to stand.
        is_led_to = found.before == 1.0 and len(asked.before) == CONTEXT
        return is_led_to or min(found.before, found.after) >= 0.75
    if length >= TELLING:
        needed = 0.9 if length >= _MIDDLING else 1.0
        return found.likeness >= needed or found.best_side >= 0.4
    needed = 0.5 if found.likeness == 1.0 else 0.75
    return found.best_side >= needed


def is_told(found: Found, length: int) -> bool:
    """Whether words found by search are the passage; few need more beside them."""
    if found.likeness < _SURE:
        return False
    if length < SHORT:
        return found.best_side >= 0.8 and (found.before + found.after) / 2 >= 0.55
    if length < _MIDDLING:
        return found.best_side >= 0.6
    return found.likeness >= 0.9 or found.best_side >= 0.6


def is_trace(found: Found, asked: Asked) -> bool:
    """Whether enough is left to ask a person; of a word, more must stand beside it."""
    return found.likeness >= TRACE and (
        len(asked.quote) >= SHORT
        or min(found.before, found.after) >= _BETWEEN
        or (found.likeness == 1.0 and found.best_side == 1.0)
    )


def _tail_likeness(context: str, text: str) -> float:
    """How like the end of a text is to a context, wherever the context begins."""
    if not context:
        return 1.0
    lengths = {len(context) + more for more in (-4, 0, 4) if len(context) + more > 0}
    nearest = min(Levenshtein.distance(context, text[-n:]) for n in lengths)
    return max(0.0, 1 - nearest / len(context))
