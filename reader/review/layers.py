"""Coders that are no persons: the second look of one, and what was settled."""

from collections.abc import Sequence
from itertools import combinations

GOLD = "gold"
"""Who has what was settled between coders."""


def again(coder: str) -> str:
    """The name under which a coder codes the same articles a second time."""
    return f"{coder} (again)"


def is_layer(coder: str) -> bool:
    """Whether it is none of the persons."""
    return coder == GOLD or coder.endswith(" (again)")


def is_own(coder: str, me: str) -> bool:
    """Whether I may go on in this name; what is settled is everybody's."""
    return coder in (me, again(me), GOLD)


def comparable(finished: Sequence[str], me: str) -> list[Sequence[str]]:
    """The coders that can be compared: all, two and two of more, me and my second look.

    Args:
        finished: Who has finished something.
        me: The coder who works now.

    Returns:
        One group at least, the most usual first; the only one may be of fewer than two.
    """
    persons = [name for name in finished if not is_layer(name)]
    groups: list[Sequence[str]] = [persons]
    if len(persons) > 2:
        groups += combinations(persons, 2)
    if {me, again(me)} <= {*finished}:
        groups.append((me, again(me)))
    return [group for group in groups if len(group) > 1] or [persons]
