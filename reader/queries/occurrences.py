"""Where the words of a query stand among the tokens of a text."""

from collections.abc import Iterable, Iterator, Sequence

from reader.queries.nodes import Leaf, Near, Words

Place = tuple[int, int]
"""The first token and one past the last, counted from 0."""


def occurrences(leaves: Iterable[Leaf], tokens: Sequence[str]) -> list[Place]:
    """Where the leaves stand, in order; what lies inside another place is left out."""
    found: set[Place] = set()
    for leaf in leaves:
        if isinstance(leaf, Words):
            found.update(_words(leaf, tokens))
        else:
            found.update(_near(leaf, tokens))
    outermost: list[Place] = []
    for place in sorted(found, key=lambda place: (place[0], -place[1])):
        if not outermost or place[1] > outermost[-1][1]:
            outermost.append(place)
    return outermost


def _words(words: Words, tokens: Sequence[str]) -> Iterator[Place]:
    *rest, last = words.tokens
    first, size = words.tokens[0], len(words.tokens)
    if size == 1 and words.is_prefix:
        for number, token in enumerate(tokens):
            if token.startswith(last):
                yield number, number + 1
        return
    number = -1
    while (number := _next(tokens, first, number + 1)) >= 0:
        end = number + size - 1
        if end < len(tokens) and list(tokens[number:end]) == rest:
            token = tokens[end]
            if token == last or (words.is_prefix and token.startswith(last)):
                yield number, end + 1


def _next(tokens: Sequence[str], wanted: str, start: int) -> int:
    try:
        return tokens.index(wanted, start)
    except ValueError:
        return -1


def _near(near: Near, tokens: Sequence[str]) -> Iterator[Place]:
    """From each place of a part on, the nearest place of each other part.

    As in FTS5, the distance is from the end of the first to the start of the last.
    """
    each = [list(_words(part, tokens)) for part in near.parts]
    for place in sorted({place for places in each for place in places}):
        start, end = place
        group = [_from(places, start) for places in each]
        if place in group and all(group):
            others = [other for other in group if other]
            if max(other[0] for other in others) - end <= near.distance:
                yield start, max(other[1] for other in others)


def _from(places: Sequence[Place], start: int) -> Place | None:
    return next((place for place in places if place[0] >= start), None)
