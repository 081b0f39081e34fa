"""A query as SQL: its words for the index, the rest for the article's row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, NamedTuple

from reader.queries.beginnings import Known, has_beginning, without_beginnings
from reader.queries.nodes import About, All, Any, Near, Node, Not, Words
from reader.store.about_sql import Value, articles, condition, known

FIRST: Final = 1
"""The least id."""
LAST: Final = 1 << 62
"""Greater than any id."""


class Narrow(NamedTuple):
    """A part of a query that an index of articles answers by itself."""

    ids: str
    """Selects the ids of all articles of which it is true; some may be removed."""
    values: tuple[Value, ...]
    rest: str
    """What is asked of the row of such an article besides, as `Matching.where`."""
    rest_values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """What rows of `article`, with `article_fts` beside it, answer a query."""

    words: str
    """An FTS5 expression; empty when the index is not asked."""
    where: str
    """With `{first}` and `{last}`, between which the ids of the articles in question
    are."""
    values: tuple[Value, ...]
    narrows: tuple[Narrow, ...] = ()
    """Each holds all that answer."""
    has_beginning: bool = False
    """Whether the index is asked for words that begin so."""
    around: "Callable[[Known], Matching] | None" = None
    """Makes, of what has beginnings, what has none; what answers this answers it, too.
    Of words that begin as an exception does, those that are known are excepted."""
    needed: Node | None = None
    """What the words of `words` are; None without any."""
    stretched: "Matching | None" = None
    """The same for a stretch of ids, where something is asked besides one word: each
    other word, or exception, is a condition. None where words must stand in a certain
    way: FTS5 looks on for the next that do, past the end of any stretch."""
    spelt: "Callable[[], Matching | None] | None" = None
    """Makes of beginnings what answers alike, and is quicker where the newest are
    enough: to look up what words may become takes some milliseconds, so it is asked
    late. None when they are too many."""

    def within(self, first: int, last: int) -> str:
        """`where`, of articles with ids from the first to the last.

        Words are looked for in these alone: else SQLite would find them in all
        articles before it gives the first.
        """
        return self.where.format(first=first, last=last)

    def source(self, first: int = FIRST, last: int = LAST) -> str:
        """Tables and conditions, from FROM on; `marked` says the values."""
        where = self.within(first, last)
        if not self.words:
            return f"FROM article NOT INDEXED WHERE {where}"
        return (
            "FROM article_fts CROSS JOIN article ON article.id = article_fts.rowid"
            f" WHERE article_fts MATCH ? AND {where}"
        )

    @property
    def marked(self) -> tuple[Value, ...]:
        """The values for the marks of `source`."""
        return (self.words, *self.values) if self.words else self.values

    @property
    def walked(self) -> "Matching":
        """What the index is asked where it is walked from the newest back."""
        return (self.spelt and self.spelt()) or self

    @property
    def is_dear(self) -> bool:
        """Whether a beginning may become so many words that the index is slow."""
        return self.spelt is not None and self.spelt() is None


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
    about = [part for part in parts if part not in indexed]
    where, values = _conditions(about, columns, only)

    def around(known: Known) -> Matching:
        less = without_beginnings(root, known)
        return matching(All(()) if less is None else less, columns, only)

    has_beginnings = any(map(has_beginning, indexed))
    return Matching(
        _in_columns(columns, words),
        where,
        values,
        tuple(
            Narrow(
                *articles(part, only),
                *_conditions((one for one in about if one not in part), columns, only),
            )
            for part in known(about)
        ),
        has_beginnings,
        around if has_beginnings else None,
        All(tuple(indexed)) if indexed else None,
        _stretched(indexed, about, columns, only),
    )


def _stretched(
    indexed: Sequence[Node], about: Sequence[Node], columns: str, only: int | None
) -> Matching | None:
    """One word for the index, and all the rest as conditions."""
    wanted = [part for part in indexed if not isinstance(part, Not)]
    excepted = [part for part in indexed if isinstance(part, Not)]
    if not (about or excepted) or not wanted or not all(map(_is_one_word, wanted)):
        return None
    first, *others = wanted
    where, values = _conditions([*others, *excepted, *about], columns, only)
    return Matching(_in_columns(columns, _all([first])), where, values)


def _is_one_word(node: Node) -> bool:
    """Whether each article with any word of it answers."""
    match node:
        case Words(tokens):
            return len(tokens) == 1
        case Any(parts):
            return all(map(_is_one_word, parts))
        case _:
            return False


def _in_columns(columns: str, words: str | None) -> str:
    return f"{columns} : ({words})" if words else ""


def _conditions(
    parts: Iterable[Node], columns: str, only: int | None
) -> tuple[str, tuple[Value, ...]]:
    """All of the nodes as a condition on an article that was not removed."""
    each = [_condition(part, columns, only) for part in parts]
    where = " AND ".join(["article.removed = 0", *(where for where, _ in each)])
    return where, tuple(value for _, values in each for value in values)


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
        case About():
            return condition(node, only)
        case _:
            return (
                "article.id IN (SELECT rowid FROM article_fts"
                " WHERE article_fts MATCH ? AND rowid BETWEEN {first} AND {last})",
                (f"{columns} : ({_expression(node)})",),
            )
