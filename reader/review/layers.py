"""Coders that are no persons: the second look of one, and what was settled."""

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
