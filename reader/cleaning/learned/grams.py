"""The words and the look of a line as places in a table of weights."""

from collections.abc import Sequence
from zlib import crc32

from reader.cleaning.learned.marks import BEGINS, MOST_WORDS, ODD_END, Marks

BITS = 17
"""Words fall into 2 ** BITS places; two may fall into one."""
_MASK = (1 << BITS) - 1
HEAD, TAIL = 7, 3
"""Of a long line only the first and the last words are looked at."""
WHOLE = 4
"""A line of so many words has a place for all of them together."""
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
Look = tuple[int, int, int, int, int, int]
"""The words of a line, the numbers of its ends, the steps of its shares."""
LOOKS = _ENDS * (3 * _SIZES + 2 * BEGINS) + 3 * _SIZES * _STEPS
"""How many places there are for what is not a word."""


def look_of(mark: Marks) -> Look:
    """What of a line's marks is its look; there are a few thousand looks."""
    words, _, length, _, share, capitals, _, _, ends, begins, *_ = mark
    return words, ends, begins, capitals // 15, share // 10, length // 15


def look_places(look: Look) -> tuple[int, ...]:
    """The places of a look: the length of a line with its ends, capitals, little words.

    Five tables lie behind one another, each one for a pair of marks.
    """
    words, ends, begins, *steps = look
    size = _SIZES_OF[words]
    at = size * _STEPS
    capitals, stops, lengths = (min(step, _STEPS - 1) for step in steps)
    return (
        size * _ENDS + ends,
        _BEGINS_AT + ((words > 6) * BEGINS + begins) * _ENDS + ends,
        _CAPITALS_AT + at + capitals,
        _STOPS_AT + at + stops,
        _LENGTHS_AT + at + lengths,
    )


def read_words(tokens: Sequence[str]) -> Sequence[str]:
    """The words of a line that are looked at: of a long one the first and the last."""
    if len(tokens) <= HEAD + TAIL:
        return tokens
    return [*tokens[:HEAD], *tokens[-TAIL:]]


def word_places(tokens: Sequence[str]) -> list[int]:
    """The places of a line's words, and of its edges; a word given twice is twice.

    Its edges are the first word, the last one, and the first two together, which tell
    more than the words between; other pairs tell nothing that their words do not
    (measured). The words of a short line have a place together.
    """
    places = list(map(word_place, read_words(tokens)))
    if not places:
        return places
    edges = [first_place(places[0]), last_place(places[-1])]
    if len(places) > 1:
        edges.append(pair_place(places[0], places[1]))
    if len(places) <= WHOLE:
        edges.append(whole_place(places))
    return places + edges


def first_place(place: int) -> int:
    """The place of a word that begins a line, by that of the word alone."""
    return (place * 5 + 3) & _MASK


def last_place(place: int) -> int:
    """The place of a word that ends a line."""
    return (place * 7 + 5) & _MASK


def pair_place(first: int, second: int) -> int:
    """The place of two words that begin a line."""
    return (first * 13 + second * 11 + 1) & _MASK


def whole_place(places: Sequence[int]) -> int:
    """The place of all words of a short line together."""
    return (sum(places) * 19 + 11 + len(places)) & _MASK


def word_place(token: str) -> int:
    """The place of one word: a hash that is the same on every machine."""
    return crc32(token.encode("utf-8", "surrogatepass")) & _MASK
