"""Which articles a filter lets through, each of its fields answered by one index."""

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any
from unicodedata import normalize

from reader.store.filtering import UNTAGGED, Filter
from reader.store.id_set import IdSet
from reader.store.in_parts import in_parts, marks
from reader.store.tags import path_key
from reader.store.walk import Leg, walk

_ON_ARTICLES = "SELECT article_id FROM {0} INDEXED BY {0}_by_{1} WHERE {2}"
_TAGGED = "SELECT 1 FROM annotation WHERE article_id = article.id AND tag_id > 0"
_FAMILY = """tag_id IN (
    SELECT id FROM tag WHERE path_key = ? OR path_key > ? AND path_key < ?)"""
_CODER = "coder_id = (SELECT id FROM coder WHERE name = ?)"

_IN_FAMILY = """
    SELECT article_id FROM family INDEXED BY family_by_articles
    CROSS JOIN compared ON compared.family = family.id WHERE articles >= ?
"""
_OF_FAMILY = """EXISTS (
    SELECT 1 FROM compared JOIN family ON family.id = compared.family
    WHERE article_id = article.id AND articles >= ?)"""

_FEW = 5_000
"""So many articles are looked up one by one sooner than all others are read."""
_AT_ONCE = 500
"""Ids in one query."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Signs of scripts that put no space between words: there is no word to begin with."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that an article must be, as SQL in two forms."""

    ids: str
    """Selects the ids of all articles of which it is true."""
    holds: str
    """Says whether it is true of one row of `article`; empty when that is dear."""
    values: tuple[Any, ...]
    is_dear: bool = False
    """Whether all its ids are dear, so that it is asked when few are left."""
    leg: Leg | None = None
    """Walks the same ids piece by piece; None where they are never very many."""


def _of_article(column: str, condition: str, *values: Any) -> Criterion:
    by = "title" if column == "title_key" else column
    there = f"article INDEXED BY article_by_{by} WHERE removed = 0 AND {condition}"
    return Criterion(
        f"SELECT id FROM {there}",
        condition,
        values,
        leg=Leg(there, (column, "id"), values=values),
    )


def _from(column: str, least: int | str, last: int | str | None = None) -> Leg:
    """Walks what is no less, up to the last if there is one.

    The least is where the walk begins: of two lower bounds SQLite would seek by the
    first, and read past all that the pieces before have given.
    """
    there = f"article INDEXED BY article_by_{column} WHERE removed = 0"
    return Leg(there, (column, "id"), (least, -1), end=last)


def _on_article(table: str, index: str, condition: str, *values: Any) -> Criterion:
    """What is true when the table has such a row on the article."""
    exists = f"SELECT 1 FROM {table} WHERE article_id = article.id AND {condition}"
    ids = _ON_ARTICLES.format(table, index, condition)
    return Criterion(ids, f"EXISTS ({exists})", values)


def _words(said: str) -> Iterator[Criterion]:
    """All words as beginnings; what has no beginnings, anywhere in the title."""
    begun: list[str] = []
    for word in normalize("NFC", said).casefold().split():
        if _UNSPACED.search(word):
            yield _of_article("title_key", "instr(title_key, ?) > 0", word)
        else:
            begun += _WORD.findall(word)
    if begun:
        found = "article_name WHERE article_name MATCH ?"
        values = (" AND ".join(f'"{word}"*' for word in begun),)
        leg = Leg(found, ("rowid",), values=values)
        yield Criterion(f"SELECT rowid FROM {found}", "", values, leg=leg)


def _tag(said: str) -> Iterator[Criterion]:
    if said == UNTAGGED:
        untagged = f"(annotations = 0 OR NOT EXISTS ({_TAGGED}))"
        yield replace(_of_article("annotations", untagged), is_dear=True)
    else:
        key = path_key(said)
        # The descendants lie between `key/` and `key0`: 0 is the sign after the slash.
        yield _on_article("annotation", "tag", _FAMILY, key, f"{key}/", f"{key}0")


def _attribute(said: str) -> Iterator[Criterion]:
    name, _, value = (part.strip() for part in said.partition("="))
    key = normalize("NFC", name).casefold()
    if value:
        condition = "name_key = ? AND value = ?"
        yield _on_article("attribute", "value", condition, key, value)
    else:
        yield _on_article("attribute", "value", "name_key = ?", key)


def _published(since: str, until: str) -> Criterion:
    # Anything that begins as `until` is still in: no date goes on with so great a sign.
    first, last = since or "0", f"{until}~"
    one = _of_article("published", "published BETWEEN ? AND ?", first, last)
    return replace(one, leg=_from("published", first, last))


_CRITERIA: Mapping[str, Callable[[str], Iterable[Criterion]]] = {
    "words": _words,
    "status": lambda said: [_of_article("status", "status = ?", said)],
    "tag": _tag,
    "site": lambda said: [_of_article("site", "site IN (?, ?)", said, said.lower())],
    "since": lambda said: [_published(said, "")],
    "until": lambda said: [_published("", said)],
    "coder": lambda said: [_on_article("annotation", "coder", _CODER, said)],
    "hidden": lambda said: [
        replace(
            _of_article("hidden_share", "hidden_share >= ?", int(said)),
            leg=_from("hidden_share", int(said)),
        )
    ],
    "language": lambda said: [_of_article("language", "language = ?", said)],
    "attribute": _attribute,
    "copies": lambda said: [Criterion(_IN_FAMILY, _OF_FAMILY, (int(said),))],
}


def criteria(asked: Filter) -> list[Criterion]:
    """What an article must be, one by one; the two ends of a time are one."""
    said = asked.said
    found = []
    if asked.since and asked.until:
        found.append(_published(said.pop("since"), said.pop("until")))
    found += [each for name, value in said.items() for each in _CRITERIA[name](value)]
    return found


def matching(conn: sqlite3.Connection, wanted: Sequence[Criterion]) -> IdSet:
    """The articles of which all is true; some of them may have been removed."""
    few, broad = narrowed(conn, wanted)
    *_, found = gathering(conn, broad, few)
    return found or IdSet()


def narrowed(
    conn: sqlite3.Connection, wanted: Iterable[Criterion]
) -> tuple[IdSet | None, list[Criterion]]:
    """The articles of which all is true that is true of few; and all the rest.

    Without anything that is true of few, None.
    """
    few: IdSet | None = None
    broad: list[Criterion] = []
    for one in wanted:
        if one.holds:
            rows = conn.execute(f"{one.ids} LIMIT ?", (*one.values, _FEW + 1))
            ids = array("q", map(itemgetter(0), rows))
            if len(ids) <= _FEW:
                few = _both(few, IdSet(ids))
                continue
        broad.append(one)
    return few, sorted(broad, key=lambda one: one.is_dear)


def gathering(
    conn: sqlite3.Connection, wanted: Sequence[Criterion], few: IdSet | None
) -> Iterator[IdSet | None]:
    """The same, with pauses for other questions.

    Args:
        conn: The library.
        wanted: What is true of many.
        few: The articles that come into question, if they are known.

    Yields:
        None while there is something left to read; then the set.
    """
    found = few
    for one in wanted:
        yield None
        if found is not None and one.holds and len(found) <= _FEW:
            found = IdSet(holding(conn, found, [one]))
            continue
        those = IdSet()
        for piece in _read(conn, one):
            those.turn(piece, on=True)
            yield None
        found = _both(found, those)
    yield found


def _read(conn: sqlite3.Connection, one: Criterion) -> Iterator["array[int]"]:
    """All ids of which it is true."""
    if one.leg is not None:
        yield from walk(conn, one.leg)
    else:
        yield array("q", map(itemgetter(0), conn.execute(one.ids, one.values)))


def _both(one: IdSet | None, other: IdSet) -> IdSet:
    return other if one is None else one & other


def holding(
    conn: sqlite3.Connection, ids: Iterable[int], wanted: Sequence[Criterion]
) -> Iterator[int]:
    """Those of the articles of which all is true, in no order; they are looked up."""
    conditions = "".join(f" AND {one.holds}" for one in wanted)
    values = [value for one in wanted for value in one.values]
    for some in in_parts(ids, _AT_ONCE):
        rows = conn.execute(
            f"SELECT id FROM article NOT INDEXED WHERE id IN ({marks(some)})"
            f"{conditions}",
            (*some, *values),
        )
        yield from map(itemgetter(0), rows)
