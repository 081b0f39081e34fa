"""Codebooks as CSV or as plain lists: what the tags are and mean."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TextIO

from reader.exchange.cells import BYTE_ORDER_MARK, guarded, quoted, unguarded
from reader.model import Tag
from reader.palette import colour_hex, colour_named

COLUMNS: Final = (
    "tag", "parent", "path", "description", "colour", "key", "uses", "articles",
    "memo", "retired",
)  # fmt: skip
NO_COLOUR: Final = -1
"""The colour of a tag whose file names none."""

_NAMES: Final = {"tag": "tag", "name": "tag", "code": "code", "path": "path"}
"""Columns that name a tag, and what their words mean: in a `Code` of MAXQDA, `>` or a
backslash parts the levels, and a slash is part of a name."""
_BULLETS: Final = "-*•"
_LISTED: Final = 10


class CodebookError(Exception):
    """The file is no codebook; the message names the rows."""


def write(
    tags: Sequence[Tag],
    articles: Mapping[int, int],
    out: TextIO,
    *,
    excel: bool = False,
) -> int:
    """Write a row for each tag, and give their number.

    Args:
        tags: The codebook.
        articles: On how many articles each tag stands, by its id.
        out: A stream that leaves line ends alone.
        excel: Whether to begin with the mark by which Excel knows UTF-8.
    """
    if excel:
        out.write(BYTE_ORDER_MARK)
    out.write(",".join(COLUMNS) + "\r\n")
    for tag in tags:
        values = (
            tag.name, tag.parent, tag.path, tag.description, colour_hex(tag.colour),
            tag.key, str(tag.uses), str(articles.get(tag.id, 0)), tag.memo,
            "yes" if tag.is_retired else "",
        )  # fmt: skip
        out.write(",".join(quoted(guarded(value)) for value in values) + "\r\n")
    return len(tags)


def read(text: str) -> list[tuple[int, Tag]]:
    """The tags of a codebook, each with the number of its row.

    A file whose first row names a `tag`, `name`, `code` or `path` is a table, with
    commas, semicolons or tabs; any other is a list of one tag a line, of which those
    that are indented stand under the one before.

    Raises:
        CodebookError: When rows cannot be read; each is named.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    head = text.lstrip("\r\n").partition("\n")[0]
    for delimiter in ",;\t":
        names = [name.strip(' "\r').casefold() for name in head.split(delimiter)]
        if set(names) & set(_NAMES) and (len(names) > 1 or names[0] in ("tag", "code")):
            return _table(text, delimiter)
    return list(_list(text))


def _table(text: str, delimiter: str) -> list[tuple[int, Tag]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, Tag]] = []
    wrong: list[str] = []
    try:
        heads = [head.strip().casefold() for head in next(r for r in rows if any(r))]
        for row in rows:
            cells = dict(zip(heads, map(unguarded, row), strict=False))
            if any(cell.strip() for cell in row):
                try:
                    found.append((rows.line_num, _tag(cells)))
                except CodebookError as error:
                    wrong.append(f"row {rows.line_num}: {error}")
    except csv.Error as error:
        raise CodebookError(f"row {rows.line_num}: {error}") from error
    _refuse(wrong)
    return found


def _tag(cells: Mapping[str, str]) -> Tag:
    """A row as a tag without an id.

    Raises:
        CodebookError: When it names no tag, or a colour that is none.
    """

    def cell(*names: str) -> str:
        return next((cells[name].strip() for name in names if cells.get(name)), "")

    path = cell("path")
    if not path and (code := cell("code")):
        path = "/".join(_levels(code))
    elif not path:
        parent, name = cell("parent"), cell("tag", "name")
        path = f"{parent}/{name}" if parent and name else name
    if not path:
        raise CodebookError("it names no tag")
    colour = cell("colour", "color")
    place = colour_named(colour) if colour else NO_COLOUR
    if place is None:
        raise CodebookError(f"{colour} is no colour; write a name or #rrggbb")
    key = cell("key")
    if len(key) > 1:
        raise CodebookError(f"{key} is no key; a key is one letter, digit or sign")
    is_code = "code" in cells and "tag" not in cells
    description = cell("description", "definition", *(["memo"] if is_code else []))
    memo = "" if is_code else cell("memo")
    is_retired = cell("retired").casefold() in ("yes", "true", "1")
    return Tag(0, path, description, place, key, 0, memo, is_retired)


def _levels(code: str) -> list[str]:
    parts = code.replace("\\", ">").split(">")
    return [part.strip().replace("/", "\u2215") for part in parts]


def _list(text: str) -> Iterator[tuple[int, Tag]]:
    above: list[tuple[int, str]] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        name = line.strip()
        if name[:1] in _BULLETS and name[1:2].isspace():
            name = name[1:].strip()
        if not name:
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        path = f"{above[-1][1]}/{name}" if above else name
        above.append((indent, path))
        yield number, Tag(0, path, colour=NO_COLOUR)


def _refuse(wrong: Iterable[str]) -> None:
    each = list(wrong)
    if each:
        more = [f"and {len(each) - _LISTED:,} more"] * (len(each) > _LISTED)
        raise CodebookError("; ".join([*each[:_LISTED], *more]))
