"""Words of a query that may go on, and the query without them."""

from collections.abc import Callable, Iterable, Sequence

from reader.queries.nodes import All, Any, Near, Node, Not, Words

Known = Callable[[str], Sequence[str]]
"""Gives some words that begin so."""


def has_beginning(node: Node) -> bool:
    """Whether any word of it may go on."""
    match node:
        case Words():
            return node.is_prefix
        case Near(parts) | All(parts) | Any(parts):
            return any(map(has_beginning, parts))
        case Not(part):
            return has_beginning(part)
        case _:
            return False


def without_beginnings(node: Node, known: Known = lambda _: ()) -> Node | None:
    """What is true wherever the node is, without words that may go on.

    None when nothing is left of it.

    Args:
        node: What is asked.
        known: Some words that a beginning becomes: of an exception they are left.
    """
    match node:
        case Words(tokens, is_prefix=True):
            return Words(tokens[:-1]) if len(tokens) > 1 else None
        case Near(parts) if has_beginning(node):
            return _and(without_beginnings(part) for part in parts)
        case All(parts):
            return _and(without_beginnings(part, known) for part in parts)
        case Any(parts):
            each = [without_beginnings(part, known) for part in parts]
            found = [one for one in each if one is not None]
            return Any(tuple(found)) if len(found) == len(each) else None
        case Not(part) if has_beginning(part):
            some = _some_of(part, known)
            return None if some is None else Not(some)
        case _:
            return node


def _some_of(node: Node, known: Known) -> Node | None:
    """What makes the node true wherever it is true, without words that may go on."""
    match node:
        case Words((beginning,), is_prefix=True):
            words = tuple(Words((word,)) for word in known(beginning))
            return Any(words) if words else None
        case Any(parts):
            each = [_some_of(part, known) for part in parts]
            found = [one for one in each if one is not None]
            return Any(tuple(found)) if found else None
        case _:
            return None if has_beginning(node) else node


def _and(parts: Iterable[Node | None]) -> Node | None:
    found = tuple(part for part in parts if part is not None)
    return All(found) if found else None
