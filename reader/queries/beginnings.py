"""Words of a query that may go on, and the query without them."""

from collections.abc import Iterable

from reader.queries.nodes import All, Any, Near, Node, Not, Words


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


def without_beginnings(node: Node) -> Node | None:
    """What is true wherever the node is, without words that may go on.

    None when nothing is left of it.
    """
    match node:
        case Words(tokens, is_prefix=True):
            return Words(tokens[:-1]) if len(tokens) > 1 else None
        case Near(parts) if has_beginning(node):
            return _and(map(without_beginnings, parts))
        case All(parts):
            return _and(map(without_beginnings, parts))
        case Any(parts):
            each = [without_beginnings(part) for part in parts]
            found = [one for one in each if one is not None]
            return Any(tuple(found)) if len(found) == len(each) else None
        case Not(part) if has_beginning(part):
            return None
        case _:
            return node


def _and(parts: Iterable[Node | None]) -> Node | None:
    found = tuple(part for part in parts if part is not None)
    return All(found) if found else None
