"""A query as SQL: its words for the index, the rest for the article's row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from reader.queries.nodes import About, All, Any, Near, Node, Not, Words

Value = str | int


@dataclass(frozen=True, slots=True)
class Matching:
    """What rows of `article`, with `article_fts` beside it, answer a query."""

    words: str
    """An FTS5 expression; empty when the index is not asked."""
    where: str
    values: tuple[Value, ...]


def matching(root: Node, columns: str) -> Matching:
    """Split a query into what the index answers at once, and conditions.

    Args:
        root: The query.
        columns: The columns of the index that are meant, as FTS5 names them.
    """
    parts = root.parts if isinstance(root, All) else (root,)
    indexed = [part for part in parts if _is_words(part)]
    words = _all(indexed)
    if words is None:
        indexed = []
    rest = [_condition(part, columns) for part in parts if part not in indexed]
    return Matching(
        f"{columns} : ({words})" if words else "",
        " AND ".join(["article.removed = 0", *(where for where, _ in rest)]),
        tuple(value for _, values in rest for value in values),
    )


def _is_words(node: Node) -> bool:
    """Whether the index can answer it, alone or as an exception."""
    return _expression(node.part if isinstance(node, Not) else node) is not None


def _expression(node: Node) -> str | None:
    """The node in FTS5's language; None when it cannot be said there."""
    match node:
        case Words():
            return _phrase(node)
        case Near(parts, distance):
            return f"NEAR({' '.join(map(_phrase, parts))}, {distance})"
        case All(parts):
            return _all(parts)
        case Any(parts):
            each = [_expression(part) for part in parts]
            found = [one for one in each if one is not None]
            return _joined("OR", found) if len(found) == len(each) else None
        case _:
            return None


def _all(parts: Iterable[Node]) -> str | None:
    """All parts at once: FTS5 needs something to take the exceptions from."""
    wanted: list[str] = []
    excepted: list[str] = []
    for part in parts:
        is_not = isinstance(part, Not)
        one = _expression(part.part if isinstance(part, Not) else part)
        if one is None:
            return None
        (excepted if is_not else wanted).append(one)
    if not wanted:
        return None
    found = _joined("AND", wanted)
    return f"({found} NOT {_joined('OR', excepted)})" if excepted else found


def _joined(operator: str, parts: Sequence[str]) -> str:
    """The parts in brackets, two and two, so that no chain is too long for FTS5."""
    return reduce(lambda left, right: f"({left} {operator} {right})", parts)


def _phrase(words: Words) -> str:
    return f'"{" ".join(words.tokens)}"' + ("*" if words.is_prefix else "")


def _condition(node: Node, columns: str) -> tuple[str, tuple[Value, ...]]:
    """The node as a condition on `article`, and the values for its marks."""
    match node:
        case Not(part):
            where, values = _condition(part, columns)
            return f"NOT {where}", values
        case All(parts) | Any(parts):
            operator = " AND " if isinstance(node, All) else " OR "
            each = [_condition(part, columns) for part in parts]
            where = operator.join(where for where, _ in each) or "1"
            return f"({where})", tuple(value for _, vs in each for value in vs)
        case About(field, value):
            where, values = _ABOUT[field](value)
            return f"({where})", values
        case _:
            return (
                "article.id IN (SELECT rowid FROM article_fts"
                " WHERE article_fts MATCH ?)",
                (f"{columns} : ({_expression(node)})",),
            )


def _tag(path: str) -> tuple[str, tuple[Value, ...]]:
    marked = "article.id IN (SELECT a.article_id FROM annotation AS a"
    if path == "*":
        return f"{marked} WHERE a.tag_id IS NOT NULL)", ()
    return (
        f"{marked} WHERE a.tag_id IN (SELECT id FROM tag"
        " WHERE instr('/' || path_key || '/', ?) > 0))",
        (f"/{path}/",),
    )


_ABOUT: Final[Mapping[str, Callable[[str], tuple[str, tuple[Value, ...]]]]] = {
    "tag": _tag,
    "site": lambda value: ("instr(lower(article.site), ?) > 0", (value,)),
    "title": lambda value: ("instr(article.title_key, ?) > 0", (value,)),
    "author": lambda value: ("instr(lower(article.author), ?) > 0", (value,)),
    "status": lambda value: ("article.status = ?", (value,)),
    "before": lambda value: (
        "article.published <> '' AND article.published < ?",
        (value,),
    ),
    "after": lambda value: ("article.published >= ?", (value,)),
}
