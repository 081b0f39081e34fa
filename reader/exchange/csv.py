"""Annotations as CSV (RFC 4180): one row an annotation, each row stands alone."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TextIO

from reader.exchange.cells import begin, cell_by, unguarded
from reader.exchange.incoming import Incoming, Mark, Named, Remark, Unread, whole
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.model import Span
from reader.text.units import Unit

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

_AT_ONCE: Final = 1000
"""Rows that are put together before they are written."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write the rows under their names, some at a time."""
    begin(out, choices, COLUMNS)
    rows = _rows(outgoing, choices)
    count = 0
    while some := list(islice(rows, _AT_ONCE)):
        out.write("".join(some))
        count += len(some)
    return Written(count)


def _rows(outgoing: Outgoing, choices: Choices) -> Iterator[str]:
    """Each annotation as a row; what its neighbours have in common is made once.

    A hundred thousand rows take less than a second, and so this is one plain loop.
    Only a quote of several lines can have a hidden line inside.
    """
    cell = cell_by(choices)
    tags = {tag.id: cell(tag.path) for tag in outgoing.tags()}
    coders = {key: cell(name) for key, name in outgoing.coders().items()}
    unit, heading, version_id = choices.unit, "", None
    counted = unit is not Unit.CODEPOINT
    for row in outgoing.rows():
        (key, version, start, end, quote, prefix, suffix, paragraph, sentence,
         tag, coder, memo, anchor, created, updated) = row  # fmt: skip
        if version != version_id:
            version_id, page = version, None
            article_id, *named = outgoing.heading(version)
            heading = ",".join([str(article_id), *map(cell, named)])
        if "\n" in quote or counted:
            page = page or outgoing.shown(version)
            quote = page.words(Span(start, end))
            if counted:
                counting = page.counting(unit)
                start, end = counting.of(start), counting.of(end)
        yield (
            f"{key},{heading},{'' if tag is None else tags[tag]},"
            f"{cell(memo) if memo else ''},{cell(quote)},{cell(prefix)},{cell(suffix)},"
            f"{start},{end},{unit},{paragraph},{sentence},{anchor},{coders[coder]},"
            f"{created},{updated}\r\n"
        )


def is_ours(names: Sequence[str]) -> bool:
    """Whether the first row of a CSV is of one that was written here."""
    return {"annotation_id", "text_sha256", "tag", "quote"} <= set(names)


def read(lines: Iterator[str], delimiter: str, choices: Choices) -> Iterator[Incoming]:
    """Read a CSV that was written here, perhaps edited since.

    Args:
        lines: Its lines with their ends, the names of the columns first.
        delimiter: What stands between cells; spreadsheets may have changed it.
        choices: `raw` when it was written so.
    """
    reader = csv.reader(lines, delimiter=delimiter)
    names = next(reader, [])
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        yield Remark(f"columns not read: {', '.join(unknown)}")
    named = Named()
    try:
        for number, cells in enumerate(reader, 2):
            if not any(cells):
                continue
            if len(cells) != len(names):
                said = f"has {len(cells)} cells, and there are {len(names)} columns"
                yield Unread(f"row {number}", said)
                continue
            texts = cells if choices.raw else map(unguarded, cells)
            row = dict(zip(names, texts, strict=True))
            mark = _mark(f"row {number}", row, named)
            if isinstance(mark, Mark):
                named = mark.on
            yield mark
    except csv.Error as error:
        yield Unread(f"line {reader.line_num}", f"is no CSV from here on: {error}")


def _mark(place: str, row: Mapping[str, str], last: Named) -> Mark | Unread:
    """A row as a mark; rows of one article share the record of it."""
    named = Named(
        title=row.get("article_title", ""),
        source=row.get("article_source", ""),
        published=row.get("article_published", ""),
        sha256=row.get("text_sha256", "").strip().lower(),
    )
    start, end = row.get("start", "").strip(), row.get("end", "").strip()
    unit = row.get("offset_unit", "").strip() or Unit.CODEPOINT.value
    for name, value in (("start", start), ("end", end)):
        if value and (not value.isascii() or not value.isdecimal()):
            return Unread(
                place, f"{name} is {value!r}, which is no whole number from 0 on"
            )
    if unit not in set(Unit):
        return Unread(place, f"offset_unit is {unit!r}; known: {', '.join(Unit)}")
    return Mark(
        place=place,
        on=last if last == named else named,
        tag=row.get("tag", ""),
        memo=row.get("memo", ""),
        quote=row.get("quote", ""),
        before=row.get("before", ""),
        after=row.get("after", ""),
        start=whole(start),
        end=whole(end),
        unit=Unit(unit),
        id=row.get("annotation_id", "").strip(),
        coder=row.get("coder", ""),
        paragraph=whole(row.get("paragraph", "")) or 0,
        sentence=whole(row.get("sentence", "")) or 0,
        status=row.get("status", "").strip(),
        created_at=row.get("created_at", "").strip(),
        updated_at=row.get("updated_at", "").strip(),
    )
