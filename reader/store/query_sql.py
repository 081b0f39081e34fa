"""A query as SQL: its words for the index, the rest for the article's row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, NamedTuple

from reader.queries.nodes import About, All, Any, Near, Node, Not, Words

Value = str | int


class Narrow(NamedTuple):
    """A part of a query that an index of articles answers by itself."""

    ids: str
    """Selects the ids of all articles of which it is true, and perhaps of others."""
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """What rows of `article`, with `article_fts` beside it, answer a query."""

    words: str
    """An FTS5 expression; empty when the index is not asked."""
    where: str
    values: tuple[Value, ...]
    narrows: tuple[Narrow, ...] = ()
    """Each holds all that answer."""
    has_beginning: bool = False
    """Whether the index is asked for words that begin so."""
    spelt: Callable[[], str] | None = None
    """Makes of `words` what answers alike, and is quicker where the newest are enough:
    to look up what words may become takes some milliseconds, so it is asked late."""

    @property
    def walked(self) -> str:
        """What the index is asked where it is walked from the newest back."""
        return self.spelt() if self.spelt else self.words


def matching(root: Node, columns: str, only: int | None = None) -> Matching:
    """Split a query into what the index answers at once, and conditions.

    Args:
        root: The query.
        columns: The columns of the index that are meant, as FTS5 names them.
        only: The coder whose tags alone may be seen; None where all may.
    """
    parts = root.parts if isinstance(root, All) else (root,)
    indexed = [part for part in parts if _is_words(part)]
    words = _all(indexed)
    if words is None:
        indexed = []
    rest = [_condition(part, columns, only) for part in parts if part not in indexed]
    expression = f"{columns} : ({words})" if words else ""
    return Matching(
        expression,
        " AND ".join(["article.removed = 0", *(where for where, _ in rest)]),
        tuple(value for _, values in rest for value in values),
        tuple(
            _NARROW[part.field](part.value)
            for part in parts
            if isinstance(part, About) and part.field in _NARROW and part.value != "*"
        ),
        any(map(_has_beginning, indexed)),
    )


def _has_beginning(node: Node) -> bool:
    match node:
        case Words():
            return node.is_prefix
        case Near(parts) | All(parts) | Any(parts):
            return any(map(_has_beginning, parts))
        case Not(part):
            return _has_beginning(part)
        case _:
            return False


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
    """The parts in brackets, two and two, so that no chain is too long for FTS5.

    Pairs of pairs, as it does not read very many brackets within one another either.
    """
    while len(parts) > 1:
        pairs = zip_longest(parts[::2], parts[1::2])
        parts = [f"({one} {operator} {two})" if two else one for one, two in pairs]
    return parts[0]


def _phrase(words: Words) -> str:
    return f'"{" ".join(words.tokens)}"' + ("*" if words.is_prefix else "")


def _condition(
    node: Node, columns: str, only: int | None
) -> tuple[str, tuple[Value, ...]]:
    """The node as a condition on `article`, and the values for its marks."""
    match node:
        case Not(part):
            where, values = _condition(part, columns, only)
            return f"NOT {where}", values
        case All(parts) | Any(parts):
            operator = " AND " if isinstance(node, All) else " OR "
            each = [_condition(part, columns, only) for part in parts]
            where = operator.join(where for where, _ in each) or "1"
            return f"({where})", tuple(value for _, vs in each for value in vs)
        case About("tag", value):
            return _tag(value, only)
        case About(field, value):
            where, values = _ABOUT[field](value)
            return f"({where})", values
        case _:
            return (
                "article.id IN (SELECT rowid FROM article_fts"
                " WHERE article_fts MATCH ?)",
                (f"{columns} : ({_expression(node)})",),
            )


_TAGGED: Final = """
    SELECT DISTINCT article_id FROM annotation INDEXED BY annotation_by_tag
    WHERE tag_id IN (SELECT id FROM tag WHERE instr('/' || path_key || '/', ?) > 0)
"""
_ON_SITE: Final = """
    SELECT id FROM article INDEXED BY article_by_site
    WHERE removed = 0 AND site IN (
        SELECT site FROM site_size WHERE instr(lower(site), ?) > 0
        UNION SELECT site FROM site_changed WHERE instr(lower(site), ?) > 0)
"""
"""Sites whose articles are not counted yet are among those that have changed."""
_HERE: Final = "SELECT id FROM article INDEXED BY article_by_{0} WHERE removed = 0 AND"


def _tag(path: str, only: int | None) -> tuple[str, tuple[Value, ...]]:
    whose: tuple[Value, ...] = () if only is None else (only,)
    own = " AND coder_id = ?" if whose else ""
    if path == "*":
        any_tag = "SELECT article_id FROM annotation WHERE tag_id IS NOT NULL"
        return f"(article.id IN ({any_tag}{own}))", whose
    return f"(article.id IN ({_TAGGED}{own}))", (f"/{path}/", *whose)


_ABOUT: Final[Mapping[str, Callable[[str], tuple[str, tuple[Value, ...]]]]] = {
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

_NARROW: Final[Mapping[str, Callable[[str], Narrow]]] = {
    "tag": lambda value: Narrow(_TAGGED, (f"/{value}/",)),
    "site": lambda value: Narrow(_ON_SITE, (value, value)),
    "status": lambda value: Narrow(f"{_HERE.format('status')} status = ?", (value,)),
    "before": lambda value: Narrow(
        f"{_HERE.format('published')} published > '' AND published < ?", (value,)
    ),
    "after": lambda value: Narrow(
        f"{_HERE.format('published')} published >= ?", (value,)
    ),
}
