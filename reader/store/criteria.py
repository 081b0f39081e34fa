"""What an article must be for a filter, each of its fields answered by one index."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from unicodedata import normalize

from reader.store.filtering import UNTAGGED, Filter
from reader.store.tags import path_key
from reader.store.walk import Leg

_ON_ARTICLES = "SELECT article_id FROM {0} INDEXED BY {0}_by_{1} WHERE {2}"
_TAGGED = "SELECT 1 FROM annotation WHERE article_id = article.id AND tag_id > 0"
_HERE = "article INDEXED BY article_by_annotations WHERE removed = 0 AND"
_NOTED = f"""{_HERE} annotations > 0 AND NOT EXISTS ({_TAGGED}) AND id IN (
    SELECT article_id FROM annotation INDEXED BY annotation_by_tag
    WHERE tag_id IS NULL)"""
_UNANNOTATED = Leg(f"{_HERE} annotations = 0", ("id",))
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

_GREATEST = 1 << 62
"""Greater than any id."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Signs of scripts that put no space between words: there is no word to begin with."""


class Stretch(NamedTuple):
    """The part of an order in which all articles are that something is true of."""

    column: str
    rising: Sequence[Leg]
    falling: Sequence[Leg]
    is_exact: bool = True
    """Whether it is true of all articles there."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that an article must be, as SQL in two forms."""

    ids: str
    """Selects the ids of all articles of which it is true."""
    holds: str
    """Says whether it is true of one row of `article`; empty when that is dear, as it
    is of an expression for the index of names, which is all of `values` then."""
    values: tuple[Any, ...]
    is_dear: bool = False
    """Whether all its ids are dear, so that it is asked when few are left."""
    leg: Leg | None = None
    """Walks the same ids piece by piece; None where they are never very many."""
    stretch: Stretch | None = None
    """Where they are in one order of the list; None where that is anywhere."""


def _of_article(column: str, condition: str, *values: Any) -> Criterion:
    by = "title" if column == "title_key" else column
    there = f"article INDEXED BY article_by_{by} WHERE removed = 0 AND {condition}"
    leg = Leg(there, (column, "id"), values=values)
    return Criterion(
        f"SELECT id FROM {there}",
        condition,
        values,
        leg=leg,
        stretch=Stretch(column, [leg], [leg]),
    )


def _from(column: str, least: int | str, last: int | str | None = None) -> Stretch:
    """What is no less, up to the last if there is one.

    Either is where a walk begins: of two bounds SQLite would seek by the first, and
    read past all that the pieces before have given.
    """
    there = f"article INDEXED BY article_by_{column} WHERE removed = 0"
    leg = Leg(there, (column, "id"), (least, -1), end=last)
    above = () if last is None else (last, _GREATEST)
    return Stretch(column, [leg], [leg._replace(begin=above, end=least)])


def _in(one: Criterion, stretch: Stretch) -> Criterion:
    """It, walked by a range and not by what it asks of each."""
    return replace(one, leg=stretch.rising[0], stretch=stretch)


def _annotated(one: Criterion) -> Criterion:
    """It, which is true of none without annotations."""
    return replace(one, stretch=_from("annotations", 1)._replace(is_exact=False))


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
        untagged = _of_article(
            "annotations", f"(annotations = 0 OR NOT EXISTS ({_TAGGED}))"
        )
        assert untagged.leg
        # Most of what has annotations has tags: only what has a memo is looked at.
        noted = untagged.leg._replace(source=_NOTED)
        stretch = Stretch("annotations", [untagged.leg], [noted, _UNANNOTATED])
        yield replace(untagged, is_dear=True, stretch=stretch)
    else:
        key = path_key(said)
        # The descendants lie between `key/` and `key0`: 0 is the sign after the slash.
        family = (key, f"{key}/", f"{key}0")
        yield _annotated(_on_article("annotation", "tag", _FAMILY, *family))


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
    return _in(one, _from("published", first, last))


_CRITERIA: Mapping[str, Callable[[str], Iterable[Criterion]]] = {
    "words": _words,
    "status": lambda said: [_of_article("status", "status = ?", said)],
    "tag": _tag,
    "site": lambda said: [_of_article("site", "site IN (?, ?)", said, said.lower())],
    "since": lambda said: [_published(said, "")],
    "until": lambda said: [_published("", said)],
    "coder": lambda said: [
        _annotated(_on_article("annotation", "coder", _CODER, said))
    ],
    "hidden": lambda said: [
        _in(
            _of_article("hidden_share", "hidden_share >= ?", int(said)),
            _from("hidden_share", int(said)),
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
