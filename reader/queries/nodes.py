"""What a query is made of, whatever was typed."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens that follow one another; one alone is a word."""

    tokens: tuple[str, ...]
    is_prefix: bool = False
    """Whether the last one may go on."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words with no more than so many tokens between the first and the last."""

    parts: tuple[Words, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class About:
    """Something that is known of the article."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class All:
    """Each part; without parts, anything."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One part, or several."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Where the part is not."""

    part: "Node"


Node = Words | Near | About | All | Any | Not
Leaf = Words | Near


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, and what could not be taken as it was meant."""

    root: Node
    notes: tuple[str, ...] = ()
    """A sentence each, for the person who typed."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return self.root == All(())

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The words that are looked for, not those that may not be there."""
        return tuple(_leaves(self.root))


NOTHING = Query(All(()))
"""What an empty line asks."""


def abouts(node: Node) -> Iterator[About]:
    """What is said of the article itself, also of those that are not wanted."""
    match node:
        case About():
            yield node
        case Not(part):
            yield from abouts(part)
        case All(parts) | Any(parts):
            for each in parts:
                yield from abouts(each)
        case _:
            pass


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case Words() | Near():
            yield node
        case All(parts) | Any(parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            pass
