"""Annotations as CSV (RFC 4180): one row an annotation, each row stands alone."""

import csv
import re
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from reader.exchange.rows import Row

COLUMNS: Final = (
    "annotation_id",
    "article_id",
    "article_title",
    "article_source",
    "article_published",
    "text_sha256",
    "tag",
    "memo",
    "quote",
    "before",
    "after",
    "start",
    "end",
    "offset_unit",
    "paragraph",
    "sentence",
    "status",
    "coder",
    "created_at",
    "updated_at",
)
"""The names in the first row, in their order."""

_OFFSET_UNIT: Final = "codepoint"
_BYTE_ORDER_MARK: Final = "\ufeff"

_RUNS: Final = re.compile("'*\n*[=+\\-@\t\r＝＋－＠]")
"""A cell that a spreadsheet would run as a formula (CWE-1236), or that looks like
one already guarded. Both get one more `'`, so that taking one away from a cell that
matches and begins with `'` gives back exactly what was there."""


def write_csv(
    rows: Iterable[Row],
    out: TextIO,
    *,
    raw: bool = False,
    excel: bool = False,
    shown: Callable[[str], str] = str,
) -> int:
    """Write the rows under their names, one at a time.

    Args:
        rows: What to write.
        out: Where to; a stream that leaves line ends alone.
        raw: Whether cells that a spreadsheet would run stay as they are.
        excel: Whether to begin with the byte-order mark by which Excel knows UTF-8.
        shown: What each text goes through at last; for a terminal, `safe`.

    Returns:
        How many rows there were.
    """
    if excel:
        out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow(
            cell if isinstance(cell, int) else shown(cell if raw else _guarded(cell))
            for cell in _cells(row)
        )
        count += 1
    return count


def _guarded(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _cells(row: Row) -> tuple[str | int, ...]:
    article, annotation = row.article, row.annotation
    return (
        annotation.id,
        article.id,
        article.title,
        article.source,
        article.published,
        row.text_sha256,
        annotation.tag.path if annotation.tag else "",
        annotation.memo,
        row.quote,
        annotation.prefix,
        annotation.suffix,
        annotation.span.start,
        annotation.span.end,
        _OFFSET_UNIT,
        annotation.paragraph,
        annotation.sentence,
        annotation.anchor.value,
        annotation.coder,
        annotation.created_at.isoformat(),
        annotation.updated_at.isoformat(),
    )
