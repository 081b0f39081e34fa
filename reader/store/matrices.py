"""Tags counted against articles, months, sites, and one another."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from reader.queries.tagged import Unit
from reader.queries.together import Mark, groups
from reader.store.retrieval import Retrieval


class Kind(StrEnum):
    """What stands in the columns; the rows are tags."""

    ARTICLES = "articles"
    TAGS = "tags"
    MONTHS = "months"
    SITES = "sites"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers of tags; what is not in `cells` is 0."""

    kind: Kind
    counts: str
    """What a cell counts, in words."""
    rows: tuple[str, ...]
    """Paths of tags, in their order."""
    columns: tuple[str, ...]
    cells: Mapping[tuple[int, int], int]
    """By the places of the row and of the column."""
    totals: tuple[int, ...]
    """Of each row: the annotations of the tag; for tags, the units it stands in."""

    def cell(self, row: int, column: int) -> int:
        """The number in one place."""
        return self.cells.get((row, column), 0)


_COLUMNS: Final = {
    Kind.ARTICLES: ("article.id", "article.id || ' ' || article.title"),
    Kind.MONTHS: (
        "article.published = '', substr(article.published, 1, 7)",
        "coalesce(nullif(substr(article.published, 1, 7), ''), 'undated')",
    ),
    Kind.SITES: (
        "article.site = '', article.site",
        "coalesce(nullif(article.site, ''), 'no site')",
    ),
}
"""For each kind, what orders its columns, and what they are called."""


class Matrices:
    """What is counted anew whenever it is asked for."""

    def __init__(self, conn: sqlite3.Connection, retrieval: Retrieval) -> None:
        self._conn = conn
        self._retrieval = retrieval

    def of(self, kind: Kind, *, unit: Unit = Unit.PARAGRAPH, level: int = 0) -> Matrix:
        """Count all annotations of the articles that are in the library.

        Args:
            kind: What stands in the columns.
            unit: For tags by tags: where two must stand to be counted together.
            level: So many parts of a path count, the rest is taken up in them; with 0
                all do.
        """
        if kind is Kind.TAGS:
            return self._together(unit, level)
        order, name = _COLUMNS[kind]
        found = self._conn.execute(
            f"SELECT tag.path, {name}, count(*) FROM annotation AS a"
            " JOIN tag ON tag.id = a.tag_id JOIN article ON article.id = a.article_id"
            f" WHERE article.removed = 0 GROUP BY {order}, tag.id"
            f" ORDER BY {order}, tag.path_key"
        )
        counted: Counter[tuple[str, str]] = Counter()
        for path, column, count in found:
            counted[rolled(path, level), column] += count
        columns = tuple(dict.fromkeys(column for _, column in counted))
        totals: Counter[str] = Counter()
        for (path, _), count in counted.items():
            totals[path] += count
        return _matrix(kind, "annotations", columns, counted, totals)

    def _together(self, unit: Unit, level: int) -> Matrix:
        """In how many units two tags stand both; on the diagonal, a tag by itself."""
        counted: Counter[tuple[str, str]] = Counter()
        for marks in self._retrieval.every(unit, lambda path: rolled(path, level)):
            for pair in _pairs(unit, marks):
                counted[pair] += 1
        totals = Counter({a: n for (a, b), n in counted.items() if a == b})
        both = counted + Counter({(b, a): n for (a, b), n in counted.items() if a != b})
        said = (
            "pairs of passages that overlap"
            if unit is Unit.PASSAGE
            else f"{unit}s in which both stand"
        )
        return _matrix(Kind.TAGS, said, tuple(sorted(totals)), both, totals)


def rolled(path: str, level: int) -> str:
    """The first parts of a path; all of them with level 0."""
    return "/".join(path.split("/")[:level]) if level else path


def _pairs(unit: Unit, marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """What stands together, each pair in the order of its names."""
    if unit is Unit.PASSAGE:
        for mark in marks:
            yield mark.path, mark.path
        for one, other in combinations(marks, 2):
            if one.path != other.path and one.span.overlaps(other.span):
                first, second = sorted((one.path, other.path))
                yield first, second
        return
    for group, _ in groups(unit, marks):
        paths = sorted({mark.path for mark in group})
        for path in paths:
            yield path, path
        yield from combinations(paths, 2)


def _matrix(
    kind: Kind,
    counts: str,
    columns: tuple[str, ...],
    counted: Mapping[tuple[str, str], int],
    totals: Mapping[str, int],
) -> Matrix:
    rows = tuple(sorted(totals, key=str.casefold))
    row_at = {path: place for place, path in enumerate(rows)}
    column_at = {name: place for place, name in enumerate(columns)}
    return Matrix(
        kind,
        counts,
        rows,
        columns,
        {(row_at[row], column_at[column]): n for (row, column), n in counted.items()},
        tuple(totals[path] for path in rows),
    )
