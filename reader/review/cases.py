"""Where coders differ: passages of one place, side by side, the worst first."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from reader.model import Annotation, Span
from reader.review.agreement.overlap import common
from reader.review.layers import is_layer

_OTHER_TAG = 0.9
"""How far two who tag the same words otherwise are apart; 1 is one who tags nothing."""


class Said(NamedTuple):
    """What one coder tagged, as far as others can differ from it."""

    start: int
    end: int
    tag: Hashable
    coder: Hashable
    id: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_Sides = Mapping[Hashable, Sequence[Said]]


@dataclass(frozen=True, slots=True)
class Place:
    """One place on which coders differ."""

    span: Span
    """All that any of them tagged there."""
    sides: _Sides
    """For each coder what is tagged there; nothing is an answer too."""
    difference: str
    """`missing`, `tag` or `boundary`."""
    distance: float
    """The mean over pairs of coders, from 0 to 1."""

    @property
    def first(self) -> str:
        """The id of the annotation that the place is known by."""
        every = (said for side in self.sides.values() for said in side)
        return min(every, key=lambda said: (said.start, said.id)).id


@dataclass(frozen=True, slots=True)
class Case:
    """A place on which coders differ, with their annotations."""

    span: Span
    sides: Mapping[str, Sequence[Annotation]]
    difference: str
    distance: float


def cases(annotations: Sequence[Annotation], coders: Sequence[str]) -> list[Case]:
    """The cases of one article, the greatest disagreement first.

    Args:
        annotations: All of one text, in the order of it.
        coders: Those who have coded it; a layer is none of them.
    """
    by_id = {a.id: a for a in annotations}
    said = [
        Said(a.span.start, a.span.end, a.tag.path, a.coder, a.id)
        for a in annotations
        if a.tag
    ]
    persons = [name for name in coders if not is_layer(name)]
    found = [
        Case(
            place.span,
            {name: [by_id[each.id] for each in place.sides[name]] for name in persons},
            place.difference,
            place.distance,
        )
        for place in places(said, persons)
    ]
    return sorted(found, key=lambda case: (-case.distance, case.span))


def places(said: Sequence[Said], coders: Sequence[Hashable]) -> Iterator[Place]:
    """The places of one text on which coders differ, in the order of the text.

    Args:
        said: What anybody tagged, in the order of the text.
        coders: Those who have coded it, and whose tags count.
    """
    if len(coders) > 1:
        known = frozenset(coders)
        for together in _together([each for each in said if each.coder in known]):
            if not _agree(together, coders):
                yield _place(together, coders)


def _together(said: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """What overlaps, directly or by another."""
    place: list[Said] = []
    end = -1
    for each in said:
        if each.start >= end and place:
            yield place
            place = []
        place.append(each)
        end = max(end, each.end)
    if place:
        yield place


def _agree(together: Sequence[Said], coders: Sequence[Hashable]) -> bool:
    """Whether all coders tagged the same; of most places this is all that is asked."""
    first = together[0][:3]
    if len(together) == len(coders) and all(each[:3] == first for each in together):
        return len({each.coder for each in together}) == len(coders)
    sides: dict[Hashable, set[tuple[int, int, Hashable]]] = {c: set() for c in coders}
    for each in together:
        sides[each.coder].add(each[:3])
    one, *others = sides.values()
    return all(one == other for other in others)


def _place(together: Sequence[Said], coders: Sequence[Hashable]) -> Place:
    sides = {name: [each for each in together if each.coder == name] for name in coders}
    pairs = [
        _distance(sides[one], sides[other]) for one, other in combinations(coders, 2)
    ]
    if not all(sides.values()):
        difference = "missing"
    elif len({_tags(side) for side in sides.values()}) > 1:
        difference = "tag"
    else:
        difference = "boundary"
    span = Span(together[0].start, max(each.end for each in together))
    return Place(span, sides, difference, sum(pairs) / len(pairs))


def _distance(one: Sequence[Said], other: Sequence[Said]) -> float:
    """How far two coders are apart in one place."""
    if not one and not other:
        return 0
    if not one or not other:
        return 1
    if _tags(one) != _tags(other):
        return _OTHER_TAG
    nearest = [max(common(a.span, b.span) for b in other) for a in one]
    return 1 - sum(nearest) / len(nearest)


def _tags(side: Sequence[Said]) -> frozenset[Hashable]:
    return frozenset(each.tag for each in side)
