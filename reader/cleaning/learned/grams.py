"""The words and the look of a line as places in a table of weights."""

from collections.abc import Sequence
from zlib import crc32

from reader.cleaning.learned.marks import BEGINS, MOST_WORDS, ODD_END, Marks
from reader.cleaning.remembered import Remembered

BITS = 17
"""Words fall into 2 ** BITS places; two may fall into one."""
_MASK = (1 << BITS) - 1
HEAD, TAIL = 10, 4
"""Of a long line only the first and the last words are looked at."""
_SIZES, _ENDS, _STEPS = 12, ODD_END + 1, 12
_SIZES_OF = [
    words if words < 5 else min(4 + (words // 2).bit_length(), _SIZES - 1)
    for words in range(MOST_WORDS + 1)
]
"""For each number of words which of the sizes it is."""
_BEGINS_AT = _ENDS * _SIZES
_CAPITALS_AT = _BEGINS_AT + _ENDS * BEGINS * 2
_STOPS_AT = _CAPITALS_AT + _SIZES * _STEPS
_LENGTHS_AT = _STOPS_AT + _SIZES * _STEPS
LOOKS = _ENDS * (3 * _SIZES + 2 * BEGINS) + 3 * _SIZES * _STEPS
"""How many places there are for what is not a word."""


def look_places(mark: Marks) -> tuple[int, ...]:
    """The places of a line's look: its length with its ends, capitals, little words.

    Five tables lie behind one another, each one for a pair of marks.
    """
    words, ends = mark.words, mark.ends
    size = _SIZES_OF[words]
    at = size * _STEPS
    capitals, stops = mark.capitals // 15, mark.stop_share // 10
    lengths = mark.word_length // 15
    return (
        size * _ENDS + ends,
        _BEGINS_AT + ((words > 6) * BEGINS + mark.begins) * _ENDS + ends,
        _CAPITALS_AT + at + (capitals if capitals < _STEPS else _STEPS - 1),
        _STOPS_AT + at + (stops if stops < _STEPS else _STEPS - 1),
        _LENGTHS_AT + at + (lengths if lengths < _STEPS else _STEPS - 1),
    )


def word_places(tokens: Sequence[str]) -> list[int]:
    """The places of a line's words, and of its edges; a word given twice is twice.

    Of a long line only the first and the last words are looked at.
    """
    if len(tokens) > HEAD + TAIL:
        tokens = [*tokens[:HEAD], *tokens[-TAIL:]]
    places = list(map(_PLACES.__getitem__, tokens))
    return [*places, *_edges(places)]


def _edges(places: Sequence[int]) -> tuple[int, ...]:
    """The places of the edges of a line, which tell more than the words between.

    The edges are the first and the last word, and pairs of words beside them. Pairs
    from the middle of a line tell nothing that its words do not (measured). The words
    of a short line have a place together.
    """
    if len(places) < 5:
        return _few_edges(places)
    first, second, third = places[0], places[1], places[2]
    before, last = places[-2], places[-1]
    return (
        (first * 5 + 3) & _MASK,
        (last * 7 + 5) & _MASK,
        (first * 13 + second * 11 + 1) & _MASK,
        (before * 23 + last * 29 + 9) & _MASK,
        (second * 13 + third * 11 + 1) & _MASK,
    )


def _few_edges(places: Sequence[int]) -> tuple[int, ...]:
    """The edges of a line of fewer than five words, and all of these together."""
    size = len(places)
    if not size:
        return ()
    first, last = places[0], places[-1]
    together = (sum(places) * 19 + 11 + size) & _MASK
    if size == 1:
        return (first * 5 + 3) & _MASK, (last * 7 + 5) & _MASK, together
    second = places[1]
    pairs = (
        (first * 5 + 3) & _MASK,
        (last * 7 + 5) & _MASK,
        (first * 13 + second * 11 + 1) & _MASK,
        (places[-2] * 23 + last * 29 + 9) & _MASK,
    )
    if size == 2:
        return (*pairs, together)
    return (*pairs, (second * 13 + places[2] * 11 + 1) & _MASK, together)


def word_place(token: str) -> int:
    """The place of one word: a hash that is the same on every machine."""
    return crc32(token.encode("utf-8", "surrogatepass")) & _MASK


_PLACES = Remembered(word_place)
