"""How far the index has to be walked until all articles with some words are known."""

import sqlite3
from typing import Final

from reader.queries.nodes import All, Any, Near, Node, Not, Words

_FAR: Final = 10_000
"""Articles that are walked in some milliseconds, though few of them should answer."""


def reaches_far(conn: sqlite3.Connection, node: Node | None) -> bool:
    """Whether words that stand in very many articles must stand in a certain way there.

    Such as in a phrase: how few those are is known only at the end of the walk.
    """
    return node is not None and _is_made_of_several(node) and _is_far(conn, node)


def _is_made_of_several(node: Node) -> bool:
    match node:
        case Words(tokens):
            return len(tokens) > 1
        case All((part,)):
            return _is_made_of_several(part)
        case _:
            return True


def _is_far(conn: sqlite3.Connection, node: Node) -> bool:
    """Whether every word that cannot be missing stands in many articles."""
    match node:
        case Words(tokens, is_prefix):
            whole = tokens[:-1] if is_prefix else tokens
            return bool(whole) and all(_is_frequent(conn, each) for each in whole)
        case Near(parts) | All(parts):
            return all(_is_far(conn, part) for part in parts)
        case Any(parts):
            return any(_is_far(conn, part) for part in parts)
        case Not():
            return True  # It says nothing of what there is.
        case _:
            return False


def _is_frequent(conn: sqlite3.Connection, token: str) -> bool:
    found = conn.execute(
        "SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT 1 OFFSET ?",
        (f'"{token}"', _FAR),
    )
    return found.fetchone() is not None
