"""`reader stats`: tags counted against articles, months, sites and one another."""

import csv
from collections import defaultdict
from io import StringIO
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.streams import not_both, put, put_json, put_table, talk

if TYPE_CHECKING:
    from reader.store.matrices import Matrix

_KINDS = ("articles", "tags", "months", "sites")
_UNITS = ("passage", "sentence", "paragraph", "article")
_BAR = 24
"""Characters of the longest bar."""


@click.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, a row a tag.")
@click.option(
    "--unit",
    type=click.Choice(_UNITS),
    default="paragraph",
    show_default=True,
    help="For tags: where two must stand to be counted together.",
)
@click.option(
    "--level",
    type=click.IntRange(min=0),
    default=0,
    help="Take tags up into the first so many parts of their paths.",
)
@click.pass_obj
def stats(
    asked: Asked, kind: str, as_json: bool, as_csv: bool, unit: str, level: int
) -> None:
    """Count tags by article, tag, month or site.

    KIND says by what; two tags are counted where both stand together. Without --json or
    --csv each tag comes with a bar and with the columns in which it stands most.
    """
    from reader.queries.tagged import Unit
    from reader.store.matrices import Kind

    not_both(csv=as_csv, json=as_json)
    with asked.opened_or_empty() as store:
        matrix = store.matrices.of(Kind(kind), unit=Unit(unit), level=level)
    if as_json:
        put_json(_fields(matrix))
    elif as_csv:
        put(_csv(matrix), exact=True)
    else:
        put_table(_lines(matrix), ("count", "", "tag", f"most {kind}"))
        talk(f"cells count {matrix.counts}" if matrix.rows else "nothing is tagged yet")


def _fields(matrix: "Matrix") -> dict[str, object]:
    return {
        "kind": matrix.kind.value,
        "counts": matrix.counts,
        "rows": list(matrix.rows),
        "columns": list(matrix.columns),
        "totals": list(matrix.totals),
        "cells": [
            [matrix.cell(row, column) for column in range(len(matrix.columns))]
            for row in range(len(matrix.rows))
        ],
    }


def _csv(matrix: "Matrix") -> str:
    from reader.exchange.cells import guarded

    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(["tag", *map(guarded, matrix.columns)])
    for row, path in enumerate(matrix.rows):
        cells = [matrix.cell(row, column) for column in range(len(matrix.columns))]
        rows.writerow([guarded(path), *cells])
    return out.getvalue()


def _lines(matrix: "Matrix") -> list[tuple[int, str, str, str]]:
    most = max(matrix.totals, default=0)
    beside: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for (row, column), count in matrix.cells.items():
        if matrix.columns[column] != matrix.rows[row]:
            beside[row].append((-count, matrix.columns[column]))
    return [
        (
            total,
            "█" * max(1, _BAR * total // most),
            matrix.rows[row],
            ", ".join(f"{name} {-count}" for count, name in sorted(beside[row])[:3]),
        )
        for row, total in enumerate(matrix.totals)
    ]
