"""Which tagged passages answer a query: those that stand together as it asks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.queries.nodes import About, All, Any, Node, Not
from reader.queries.tagged import TagQuery, Unit


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag on a passage of one article."""

    id: str
    path: str
    """As tags are compared: NFC, case folded."""
    span: Span
    first: int
    """The number of the sentence or paragraph in which it starts; else 0."""
    last: int
    """That in which it ends."""


def answering(query: TagQuery, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of the wanted tags that stand where the whole query holds.

    Args:
        query: What is asked.
        marks: All marks of one article.
    """
    found: set[str] = set()
    for group, listed in groups(query.unit, marks):
        if holds(query.root, {mark.path for mark in group}):
            found.update(mark.id for mark in listed)
    wanted = query.wanted
    return [
        mark
        for mark in marks
        if mark.id in found
        and (not wanted or any(is_under(mark.path, path) for path in wanted))
    ]


Marks = Sequence[Mark]


def groups(unit: Unit, marks: Marks) -> Iterable[tuple[Marks, Marks]]:
    """The marks that stand together, and those of them that are meant by it."""
    if unit is Unit.ARTICLE:
        return [(marks, marks)]
    if unit is Unit.PASSAGE:
        return [
            ([other for other in marks if other.span.overlaps(mark.span)], [mark])
            for mark in marks
        ]
    standing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for number in range(mark.first, mark.last + 1):
            standing[number].append(mark)
    return [(group, group) for group in standing.values()]


def holds(node: Node, paths: Collection[str]) -> bool:
    """Whether a query is true where just these tags stand."""
    match node:
        case About(value=path):
            return any(is_under(one, path) for one in paths)
        case Not(part):
            return not holds(part, paths)
        case All(parts):
            return all(holds(part, paths) for part in parts)
        case Any(parts):
            return any(holds(part, paths) for part in parts)
        case _:
            return True


def is_under(path: str, level: str) -> bool:
    """Whether a tag is this one or stands under it; `*` is any.

    A level may be named without what is above it: `china` for `actor/state/china`.
    """
    return level == "*" or f"/{level}/" in f"/{path}/"
