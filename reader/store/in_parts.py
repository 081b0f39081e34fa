"""Many values in statements: so many marks, and so many values in each."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice


def marks(values: Collection[object]) -> str:
    """A question mark for each of them."""
    return ", ".join("?" * len(values))


def in_parts(ids: Iterable[int], size: int) -> Iterator[tuple[int, ...]]:
    """The same ids in their order, some at a time."""
    rest = iter(ids)
    while part := tuple(islice(rest, size)):
        yield part
