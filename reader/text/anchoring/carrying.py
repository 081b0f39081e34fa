"""Carrying passages from one version of a text to the next, or saying it cannot."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from reader.model import Anchor, Span
from reader.text.anchoring.anchors import Place
from reader.text.anchoring.copies import Copies
from reader.text.anchoring.edges import edged
from reader.text.anchoring.evidence import (
    CONTEXT,
    SHORT,
    TELLING,
    TRACE,
    Asked,
    Found,
    found_at,
    is_told,
    is_trace,
    stands,
)
from reader.text.anchoring.folding import fold
from reader.text.anchoring.pairing import Pairing
from reader.text.anchoring.searching import candidates, overlapping
from reader.text.graphemes import snap

_OTHERS = 0.6
"""A place of which so much came from elsewhere in the old text is not the passage's."""

_COPIED = 0.8
"""How like the text on one side must be, for a copy of the words to be offered."""

_NO_CHANCE = 16
"""Code points running that two texts do not share by chance."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a passage."""

    span: Span | None
    """Where it stands now, or, for `REVIEW`, the best guess; None for an orphan."""
    anchor: Anchor
    method: str
    """`compared`, `searched` or `lost`: how that was found."""
    likeness: float
    """How like the old words the new are, from 0 to 1."""


class Carrier:
    """Two versions of one text.

    Both are compared over anchors, moved paragraphs too; a passage whose words and
    surroundings agree with what it is paired with goes there. Else it is searched for.
    A place that is already paired with another passage of the old text is no
    candidate: this alone keeps a deleted passage from being found elsewhere. Where the
    words stand more often than before, two places do equally, or it may as well be
    another copy that stands there, a person is asked. The whole text stays the whole.
    """

    def __init__(self, old: str, new: str) -> None:
        self._new_text = new
        self._old = fold(old)
        self._new = fold(new)
        self._is_same = old == new

    @cached_property
    def _pairing(self) -> Pairing:
        return Pairing(self._old.text, self._new.text)

    @cached_property
    def _copies(self) -> Copies:
        return Copies(self._old.text, self._new.text, self._pairing)

    def carry(self, span: Span) -> Carried:
        """Find one passage of the old text in the new."""
        if self._is_same:
            return Carried(span, Anchor.ANCHORED, "compared", 1.0)
        asked = self._ask(span)
        if not asked.quote:
            return _LOST
        if span == Span(0, self._old.origins[-1]):
            return self._carried_whole()
        paired = self._paired(asked)
        if paired and stands(paired, asked):
            is_open = self._copies.leave_open(asked.place, paired.place)
            doubtful = is_open or self._has_grown(asked)
            return self._answer(paired, "compared", doubtful=doubtful)
        return self._searched(asked, paired) or self._doubtful(asked, paired)

    def _carried_whole(self) -> Carried:
        """What is said of a text as a whole is said of all of the newer one.

        A person is asked when most of the shorter of the two is not in the other.
        """
        whole = Span(0, len(self._new_text))
        if not whole.of(self._new_text).strip():
            return _LOST
        shorter = min(len(self._old.text), len(self._new.text))
        share = self._pairing.shared(_NO_CHANCE) / shorter
        anchor = Anchor.ANCHORED if share >= TRACE else Anchor.REVIEW
        return Carried(whole, anchor, "compared", share)

    def places(self, span: Span, most: int = 9) -> list[Carried]:
        """Where the passage may stand in the new text, the likeliest first.

        For a person to choose from: nothing is left out for being unsure.
        """
        asked = self._ask(span)
        if not asked.quote:
            return []
        found = [
            found_at(asked, self._new.text, place[:2], place[2])
            for place in candidates(asked.quote, self._new.text)
        ]
        if (paired := self._paired(asked)) and paired.likeness >= TRACE:
            found.append(paired)
        by_place = {(each.start, each.end): each for each in found}
        best = sorted(by_place.values(), key=lambda each: -each.total)[:most]
        return [self._answer(each, "searched", doubtful=True) for each in best]

    def gap(self, span: Span) -> int:
        """The offset in the new text after what stood before the passage.

        Where there is nothing like the passage, a person looks there for what became
        of it.
        """
        at = self._pairing.follows(self._ask(span).place)
        return self._new.origins[at]

    def _ask(self, span: Span) -> Asked:
        text = self._old.text
        start, end = self._old.inward(span)
        before = text[max(0, start - CONTEXT) : start]
        return Asked(start, end, text[start:end], before, text[end : end + CONTEXT])

    def _paired(self, asked: Asked) -> Found | None:
        place = self._whole(asked)
        if place is None:
            return None
        words = self._new.text[slice(*place)]
        likeness = Levenshtein.normalized_similarity(asked.quote, words)
        return found_at(asked, self._new.text, place, likeness)

    def _whole(self, asked: Asked) -> Place | None:
        """The very words, if they overlap what they are paired with; else whole words.

        At the seam of two paragraphs the pairing may give a word to the wrong one.
        """
        there = self._pairing.onward(asked.place)
        if there and (exact := overlapping(asked.quote, self._new.text, there)):
            return exact
        return edged(self._old.text, self._new.text, self._pairing, asked.place)

    def _has_grown(self, asked: Asked) -> bool:
        """Whether the words stand more often than before, so that one is a copy."""
        old, new = self._old.text, self._new.text
        if len(asked.quote) >= TELLING:
            return new.count(asked.quote) > old.count(asked.quote)
        left = asked.before[-24:] + asked.quote
        right = asked.quote + asked.after[:24]
        return any(new.count(words) > old.count(words) for words in (left, right))

    def _searched(self, asked: Asked, paired: Found | None) -> Carried | None:
        free, taken = self._candidates(asked)
        if not free:
            return self._copied(taken)
        best = _closer(free[0], paired)
        if len(free) > 1 and free[1].total > best.total - 0.03:
            return self._answer(best, "searched", doubtful=True)
        if is_told(best, len(asked.quote)):
            doubtful = self._has_grown(asked) or self._is_one_of_many(asked, best)
            return self._answer(best, "searched", doubtful=doubtful)
        if len(asked.quote) >= SHORT:
            return self._answer(best, "searched", doubtful=True)
        return None

    def _candidates(self, asked: Asked) -> tuple[list[Found], list[Found]]:
        """Where the words are found: places that are free, and others', best first."""
        free: list[Found] = []
        taken: list[Found] = []
        for candidate in candidates(asked.quote, self._new.text):
            found = found_at(asked, self._new.text, candidate[:2], candidate[2])
            share = self._pairing.from_elsewhere(found.place, asked.place)
            (taken if share >= _OTHERS else free).append(found)
        for each in free, taken:
            each.sort(key=lambda found: -found.total)
        return free, taken

    def _copied(self, taken: Sequence[Found]) -> Carried | None:
        """Where a copy of the words still is: which of them went, no text can tell."""
        best = next(iter(taken), None)
        if best is None or best.likeness < 1.0 or best.best_side < _COPIED:
            return None
        return self._answer(best, "searched", doubtful=True)

    def _is_one_of_many(self, asked: Asked, found: Found) -> bool:
        """Whether of several copies another may stand there.

        One of them may have been edited: then what is most like it is the other.
        """
        if self._old.text.count(asked.quote) < 2:
            return False
        copies, places = self._copies, (asked.place, found.place)
        return copies.leave_open(*places) or not copies.is_left_over(*places)

    def _doubtful(self, asked: Asked, paired: Found | None) -> Carried:
        if paired and is_trace(paired, asked):
            return self._answer(paired, "compared", doubtful=True)
        return _LOST

    def _answer(self, found: Found, method: str, *, doubtful: bool) -> Carried:
        text, start, end = self._new.text, found.start, found.end
        while start < end - 1 and text[start] == " ":
            start += 1
        while end > start + 1 and text[end - 1] == " ":
            end -= 1
        span = snap(self._new_text, self._new.outward(start, end, self._new_text))
        anchor = Anchor.REVIEW if doubtful else Anchor.ANCHORED
        return Carried(span, anchor, method, found.likeness)


_LOST = Carried(None, Anchor.ORPHAN, "lost", 0.0)


def _closer(found: Found, paired: Found | None) -> Found:
    """Of two readings of one place that which is more like the passage."""
    if paired is None or paired.likeness < found.likeness:
        return found
    is_there = paired.start < found.end and found.start < paired.end
    return paired if is_there else found
