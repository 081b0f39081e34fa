"""The words and the look of a line as places in a table of weights."""

from collections.abc import Sequence
from zlib import crc32

from reader.cleaning.learned.marks import BEGINS, ODD_END, Marks
from reader.cleaning.remembered import Remembered

BITS = 17
"""Words fall into 2 ** BITS places; two may fall into one."""
_MASK = (1 << BITS) - 1
HEAD, TAIL = 10, 4
"""Of a long line only the first and the last words are looked at."""
_SIZES, _ENDS, _STEPS = 12, ODD_END + 1, 12
LOOKS = _ENDS * (3 * _SIZES + 2 * BEGINS) + 3 * _SIZES * _STEPS
"""How many places there are for what is not a word."""


def look_places(mark: Marks) -> tuple[int, ...]:
    """The places of a line's look: its length with its ends, capitals, little words.

    Five tables lie behind one another, each one for a pair of marks.
    """
    words = mark.words
    size = words if words < 5 else min(4 + (words // 2).bit_length(), _SIZES - 1)
    at = _ENDS * _SIZES
    ends = size * _ENDS + mark.ends
    begins = at + ((words > 6) * BEGINS + mark.begins) * _ENDS + mark.ends
    at += _ENDS * BEGINS * 2
    capitals = at + size * _STEPS + min(mark.capitals // 15, _STEPS - 1)
    at += _SIZES * _STEPS
    stops = at + size * _STEPS + min(mark.stop_share // 10, _STEPS - 1)
    at += _SIZES * _STEPS
    lengths = at + size * _STEPS + min(mark.word_length // 15, _STEPS - 1)
    return ends, begins, capitals, stops, lengths


def seen(tokens: Sequence[str]) -> Sequence[str]:
    """The words of a line that are looked at: all, or the first and the last."""
    if len(tokens) <= HEAD + TAIL:
        return tokens
    return [*tokens[:HEAD], *tokens[-TAIL:]]


def word_places(tokens: Sequence[str]) -> list[int]:
    """The places of a line's words, and of its edges; a word given twice is twice."""
    said = seen(tokens)
    return [*map(word_place, said), *edge_places(said)]


def edge_places(tokens: Sequence[str]) -> list[int]:
    """The places of the first and the last word, and of pairs of words beside them.

    Pairs from the middle of a line tell nothing that its words do not (measured).
    The words of a short line have a place together.
    """
    size = len(tokens)
    if not size:
        return []
    first, last = _PLACES[tokens[0]], _PLACES[tokens[-1]]
    places = [(first * 5 + 3) & _MASK, (last * 7 + 5) & _MASK]
    if size > 1:
        second, last_but_one = _PLACES[tokens[1]], _PLACES[tokens[-2]]
        places.append((first * 13 + second * 11 + 1) & _MASK)
        places.append((last_but_one * 23 + last * 29 + 9) & _MASK)
        if size > 2:
            third = _PLACES[tokens[2]]
            places.append((second * 13 + third * 11 + 1) & _MASK)
    if size < 5:
        together = sum([_PLACES[token] for token in tokens])
        places.append((together * 19 + 11 + size) & _MASK)
    return places


def word_place(token: str) -> int:
    """The place of one word: a hash that is the same on every machine."""
    return crc32(token.encode("utf-8", "surrogatepass")) & _MASK


_PLACES = Remembered(word_place)
