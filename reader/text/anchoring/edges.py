"""Where a passage begins and ends whose first or last word was changed."""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from reader.text.anchoring.anchors import Block, Place
from reader.text.anchoring.pairing import Pairing
from reader.text.words import KANA_AND_HAN

_LONGEST: Final = 64
"""Letters of a word; what is longer is no word, and has no edges that matter."""

_PARTED: Final = re.compile(rf"(?![{''.join(KANA_AND_HAN)}])\w")
"""A letter of a word that has an edge on either side."""


def edged(old: str, new: str, pairing: Pairing, was: Place) -> Place | None:
    """Where a passage went: what is left of it, in whole words.

    What came for the letters lost at its ends is taken in, as far as it comes from
    nowhere else in the old text; letters that agree by chance with a line put in
    beside it are left out.

    Args:
        old: The folded old text.
        new: The folded new text.
        pairing: What they have in common.
        was: The passage in the old text.
    """
    parts = _without_strays(new, pairing.parts(was))
    if not parts:
        return None
    (first, start, _), (last, end, n) = parts[0], parts[-1]
    last, end = last + n, end + n
    if new[start] != " ":
        room = max(pairing.come_before(start), start - _LONGEST)
        come = new[room:start][::-1]
        start -= _taken(come, first - was[0], at_edge=is_edge(old, was[0]))
    if new[end - 1] != " ":
        room = min(pairing.come_after(end), end + _LONGEST)
        come = new[end:room]
        end += _taken(come, was[1] - last, at_edge=is_edge(old, was[1]))
    return in_whole_words(old, was, new, (start, end))


def in_whole_words(old: str, was: Place, new: str, now: Place) -> Place:
    """The place with or without the words that its ends would cut.

    Whichever is more like the passage, at an end at which that was a whole word too.
    """
    starts, ends = (
        _edges(new, at) if is_edge(old, edge) else (at,)
        for at, edge in zip(now, was, strict=True)
    )
    quote = old[slice(*was)]
    return max(
        ((at, to) for at in starts for to in ends if at < to),
        key=lambda place: Levenshtein.normalized_similarity(quote, new[slice(*place)]),
        default=now,
    )


def _edges(text: str, at: int) -> tuple[int, ...]:
    """The edge of a word before an offset and that after it, or the offset."""
    near = range(_LONGEST)
    before = next((at - n for n in near if is_edge(text, at - n)), at)
    after = next((at + n for n in near if is_edge(text, at + n)), at)
    return (before, after) if before < after else (at,)


def is_edge(text: str, at: int) -> bool:
    """Whether no word goes over an offset."""
    return not (
        0 < at < len(text) and _PARTED.match(text, at - 1) and _PARTED.match(text, at)
    )


def _without_strays(new: str, parts: Sequence[Block]) -> Sequence[Block]:
    """The parts but those at the ends that are cut out of words of other stretches.

    Of a line `Advertisement` before `A spokesman` its first letter would be the first
    of the passage.
    """
    first, last = 0, len(parts)
    while last - first > 1 and _is_torn(new, parts[first], parts[first + 1], 0):
        first += 1
    while last - first > 1 and _is_torn(new, parts[last - 2], parts[last - 1], 1):
        last -= 1
    return parts[first:last]


def _is_torn(new: str, left: Block, right: Block, side: int) -> bool:
    """Whether one of two parts cuts a word that does not reach to the other."""
    end, start = left[1] + left[2], right[1]
    return " " in new[end:start] and not is_edge(new, (end, start)[side])


def _taken(come: str, lost: int, *, at_edge: bool) -> int:
    """How many of the code points that came belong to the passage.

    Args:
        come: What came right beside it, outwards.
        lost: How many code points of it are gone there.
        at_edge: Whether it ended there with a word.
    """
    blank = come.find(" ")
    most = len(come) if blank < 0 else blank
    count = min(lost, most)
    while at_edge and count < most and _PARTED.match(come, count):
        count += 1
    return count
