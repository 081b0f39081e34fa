"""Where coders differ: passages of one place, side by side, the worst first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.model import Annotation, Span
from reader.review.agreement.overlap import common
from reader.review.layers import is_layer

_OTHER_TAG = 0.9
"""How far two who tag the same words otherwise are apart; 1 is one who tags nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """One place on which coders differ."""

    span: Span
    """All that any of them tagged there."""
    sides: Mapping[str, Sequence[Annotation]]
    """For each coder the annotations there; none is an answer too."""
    difference: str
    """`missing`, `tag` or `boundary`."""
    distance: float
    """The mean over pairs of coders, from 0 to 1."""

    @property
    def first(self) -> Annotation:
        """The annotation that the place is known by."""
        every = (a for side in self.sides.values() for a in side)
        return min(every, key=lambda a: (a.span.start, a.id))


def cases(annotations: Sequence[Annotation], coders: Sequence[str]) -> list[Case]:
    """The cases of one article, the greatest disagreement first.

    Args:
        annotations: All of the article, in the order of its text.
        coders: Those who have coded it; a layer is none of them.
    """
    persons = [name for name in coders if not is_layer(name)]
    if len(persons) < 2:
        return []
    found = [
        case
        for place in _places([a for a in annotations if a.coder in persons and a.tag])
        if (case := _case(place, persons)) is not None
    ]
    return sorted(found, key=lambda case: (-case.distance, case.span))


def _places(annotations: Sequence[Annotation]) -> list[list[Annotation]]:
    """The annotations that overlap, directly or by another, together."""
    places: list[list[Annotation]] = []
    end = -1
    for annotation in annotations:
        if annotation.span.start < end:
            places[-1].append(annotation)
        else:
            places.append([annotation])
        end = max(end, annotation.span.end)
    return places


def _case(place: Sequence[Annotation], coders: Sequence[str]) -> Case | None:
    sides = {name: [a for a in place if a.coder == name] for name in coders}
    said = {name: frozenset(map(_said, side)) for name, side in sides.items()}
    if len(set(said.values())) == 1:
        return None
    span = Span(min(a.span.start for a in place), max(a.span.end for a in place))
    pairs = [
        _distance(sides[one], sides[other]) for one, other in combinations(coders, 2)
    ]
    if not all(sides.values()):
        difference = "missing"
    elif len({frozenset(tag for _, tag in each) for each in said.values()}) > 1:
        difference = "tag"
    else:
        difference = "boundary"
    return Case(span, sides, difference, sum(pairs) / len(pairs))


def _distance(one: Sequence[Annotation], other: Sequence[Annotation]) -> float:
    """How far two coders are apart in one place."""
    if not one and not other:
        return 0
    if not one or not other:
        return 1
    if {tag for _, tag in map(_said, one)} != {tag for _, tag in map(_said, other)}:
        return _OTHER_TAG
    nearest = [max(common(a.span, b.span) for b in other) for a in one]
    return 1 - sum(nearest) / len(nearest)


def _said(annotation: Annotation) -> tuple[Span, str]:
    return annotation.span, annotation.tag.path if annotation.tag else ""
