"""The codebook as a CSV: ours, Taguette's, MAXQDA's, Potato's."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TextIO

from reader.exchange.cells import BYTE_ORDER_MARK, guarded, quoted, unguarded
from reader.exchange.incoming import Entry, Incoming, Remark, Unread
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.palette import colour_hex, colour_named

COLUMNS: Final = ("tag", "description", "color", "key", "memo", "uses")
_NAMES: Final = ("tag", "path", "name", "code")
"""What programs call the column of the tags, in the order in which it is looked for."""
_BETWEEN: Final = re.compile(r"\s*[>\\]\s*")
"""What MAXQDA has between the levels of a code."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a row for each tag, those that are not used too."""
    shown = choices.shown or str
    if choices.excel:
        out.write(BYTE_ORDER_MARK)
    out.write(",".join(COLUMNS) + "\r\n")
    tags = outgoing.tags()
    for tag in tags:
        colour = colour_hex(tag.colour)
        values = (tag.path, tag.description, colour, tag.key, tag.memo, str(tag.uses))
        cells = values if choices.raw else map(guarded, values)
        out.write(",".join(quoted(shown(cell)) for cell in cells) + "\r\n")
    return Written(len(tags), what="tag")


def is_codebook(names: Sequence[str]) -> bool:
    """Whether the first row of a CSV is that of a codebook: tags, and no quotes."""
    there = {name.strip().casefold() for name in names}
    quotes = {"quote", "content", "text", "segment", "coded", "tags"}
    return bool(there & set(_NAMES)) and not there & quotes


def read(lines: Iterator[str], delimiter: str, choices: Choices) -> Iterator[Incoming]:
    """Read such a table.

    Args:
        lines: Its lines with their ends, the names of the columns first.
        delimiter: What stands between cells.
        choices: `raw` when nothing in it was guarded.
    """
    reader = csv.reader(lines, delimiter=delimiter)
    names = [name.strip().casefold() for name in next(reader, [])]
    column = next(name for name in _NAMES if name in names)
    yield Remark("a codebook")
    try:
        for number, cells in enumerate(reader, 1):
            if len(cells) == len(names):
                texts = cells if choices.raw else map(unguarded, cells)
                row = dict(zip(names, texts, strict=True))
                if row[column].strip():
                    yield _entry(row, column)
            elif any(cells):
                said = f"has {len(cells)} cells, and there are {len(names)} columns"
                yield Unread(f"row {number}", said)
    except csv.Error as error:
        yield Unread(f"line {reader.line_num}", f"is no CSV from here on: {error}")


def _entry(row: Mapping[str, str], column: str) -> Entry:
    path = row[column].strip()
    if column == "code":
        path = "/".join(_BETWEEN.split(path.replace("/", "\u2215")))
    if row.get("parent", "").strip():
        path = f"{row['parent'].strip()}/{path}"
    # MAXQDA's memo is what it means; ours is what was noted beside that.
    means = row.get("description", "" if column == "tag" else row.get("memo", ""))
    return Entry(
        path,
        description=means,
        colour=colour_named(row.get("color") or row.get("colour", "")),
        memo=row.get("memo", "") if "description" in row else "",
    )
