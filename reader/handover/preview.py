"""A look at what an export would be, before there is a file."""

import csv
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Final
from zipfile import ZipFile

from reader.exchange.formats import Format, written
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving
from reader.store import Store
from reader.store.bulk import Chosen

_LOOKED_AT: Final = 6
"""Annotations of which a preview is made."""
_LINES: Final = 8
_WIDEST: Final = 400
"""Characters of a line of it; no window is wider."""
_CELL: Final = 26
_FIRST: Final = ("tag", "quote", "memo", "article_title", "coder")
"""What is looked at of annotations; their ids and sums tell a person little."""


def preview(store: Store, form: Format, chosen: Chosen) -> str:
    """The first lines of what a format would make of a library.

    Of a table its first rows in columns; of a format that is no text, the names of
    the files in it.

    Raises:
        NotWrittenError: When there would be no file.
    """
    out = BytesIO()
    written(form, Leaving(store, chosen, _LOOKED_AT), out, Choices(raw=True))
    data = out.getvalue()
    if data.startswith(b"PK"):
        with ZipFile(out) as archive:
            lines = archive.namelist()
    elif form.suffix == ".csv":
        lines = list(_table(data.decode()))
    else:
        lines = data.decode().split("\n")
    return "\n".join(line[:_WIDEST] for line in lines[:_LINES])


def _table(text: str) -> Iterator[str]:
    """The rows of a CSV, each on one line, its cells in columns."""
    # Python's own limit is 128 KiB; a memo may be longer.
    csv.field_size_limit(sys.maxsize)
    rows = list(csv.reader(StringIO(text, newline="")))
    names = rows[0]
    wanted = [names.index(name) for name in _FIRST if name in names]
    if len(wanted) < len(_FIRST):
        wanted = list(range(len(names)))
    cells = [[_short(row[column]) for column in wanted] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield _line(row, widths)
    if len(wanted) < len(names):
        yield f"and {len(names) - len(wanted)} more columns"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(row, widths, strict=True)
    return "  ".join(cell.ljust(width) for cell, width in pairs).rstrip()


def _short(cell: str) -> str:
    words = " ".join(cell[: 4 * _CELL].split())
    return words if len(words) <= _CELL else words[: _CELL - 1] + "…"
