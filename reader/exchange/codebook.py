"""Codebooks as CSV or as plain lists: what the tags are and mean."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TextIO, TypeVar

from reader.exchange.cells import BYTE_ORDER_MARK, begin, cell_by, row_of, unguarded
from reader.exchange.incoming import (
    LONGEST_PATH,
    NO_COLOUR,
    Entry,
    Incoming,
    Remark,
    Unread,
)
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.model import Tag
from reader.palette import colour_hex, colour_named

COLUMNS: Final = (
    "tag", "description", "colour", "key", "uses", "articles", "memo", "retired",
)  # fmt: skip
"""`tag` has the whole path. It is the only one that names the tag: Taguette refuses a
table with two such columns, and puts what stands in a column `parent` in front."""

_NAMES: Final = frozenset({"tag", "name", "code", "path"})
"""Columns that name a tag; in a `Code` of MAXQDA, `>` or a backslash parts the levels,
and a slash is part of a name."""
_QUOTES: Final = frozenset({"quote", "content", "text", "segment", "coded", "tags"})
"""Columns that no codebook has: the table is one of passages."""
_BULLETS: Final = "-*•"
_LISTED: Final = 10
_MOST: Final = 50_000
"""Tags of a codebook by itself; the largest that anybody publishes have thousands."""


_R = TypeVar("_R", Entry, Entry | Unread)


class CodebookError(Exception):
    """The file is no codebook; the message names the rows."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a row for each tag, those that are not used too."""
    begin(out, choices, COLUMNS)
    cell = cell_by(choices)
    tags, articles = outgoing.tags(), outgoing.spread()
    for tag in tags:
        values = (
            tag.path, tag.description, colour_hex(tag.colour), tag.key, str(tag.uses),
            str(articles.get(tag.id, 0)), tag.memo, "yes" if tag.is_retired else "",
        )  # fmt: skip
        out.write(row_of([cell(value) for value in values]))
    return Written(len(tags), what="tag")


def is_codebook(names: Sequence[str]) -> bool:
    """Whether the first row of a CSV is that of a codebook: tags, and no quotes."""
    there = {name.strip().casefold() for name in names}
    return bool(there & _NAMES) and not there & _QUOTES


def read(lines: Iterator[str], delimiter: str, choices: Choices) -> Iterator[Incoming]:
    """Read such a table, ours, Taguette's, MAXQDA's or Potato's.

    Args:
        lines: Its lines with their ends, the names of the columns first.
        delimiter: What stands between cells.
        choices: `raw` when nothing in it was guarded.
    """
    yield Remark("a codebook")
    yield from _rows(lines, delimiter, choices)


def entries(text: str) -> list[Entry]:
    """The tags of a codebook alone, be it a table or a list.

    A file whose first row names a `tag`, `name`, `code` or `path` is a table, with
    commas, semicolons or tabs; any other is a list of one tag a line, of which those
    that are indented stand under the one before.

    Raises:
        CodebookError: When rows cannot be read, each of which is named, or there are
            too many.
    """
    text = text.removeprefix(BYTE_ORDER_MARK).lstrip("\r\n")
    delimiter = _delimiter(text.partition("\n")[0])
    if delimiter is None:
        return _bounded(_list(text))
    lines = io.StringIO(text, newline="")
    found = _bounded(_rows(lines, delimiter, Choices()))
    wrong = [str(each) for each in found if isinstance(each, Unread)]
    if wrong:
        more = [f"and {len(wrong) - _LISTED:,} more"] * (len(wrong) > _LISTED)
        raise CodebookError("; ".join([*wrong[:_LISTED], *more]))
    return [each for each in found if isinstance(each, Entry)]


def _bounded(rows: Iterable[_R]) -> list[_R]:
    found = list(islice(rows, _MOST + 1))
    if len(found) > _MOST:
        raise CodebookError(f"has more than {_MOST:,} tags; so many are read")
    return found


def _delimiter(head: str) -> str | None:
    """What parts the names of the columns; None when the first line has none."""
    for delimiter in ",;\t":
        names = [name.strip(' "\r').casefold() for name in head.split(delimiter)]
        if set(names) & _NAMES and (len(names) > 1 or names[0] in ("tag", "code")):
            return delimiter
    return None


def _rows(
    lines: Iterator[str], delimiter: str, choices: Choices
) -> Iterator[Entry | Unread]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        heads = [head.strip().casefold() for head in next(reader, [])]
        for number, cells in enumerate(reader, 2):
            place = f"row {number}"
            if len(cells) > len(heads):
                said = f"has {len(cells)} cells, and there are {len(heads)} columns"
                yield Unread(place, said)
            elif any(cell.strip() for cell in cells):
                texts = cells if choices.raw else map(unguarded, cells)
                # Some programs leave empty cells at the end of a row out.
                yield _entry(place, dict(zip(heads, texts, strict=False)))
    except csv.Error as error:
        yield Unread(f"line {reader.line_num}", f"is no CSV from here on: {error}")


def _entry(place: str, cells: Mapping[str, str]) -> Entry | Unread:
    """A row as a tag, or why it is none."""

    def cell(*names: str) -> str:
        return next((cells[name].strip() for name in names if cells.get(name)), "")

    path, colour, key = _path(cells), cell("colour", "color"), cell("key")
    place_of_colour = colour_named(colour) if colour else NO_COLOUR
    if not path:
        return Unread(place, "names no tag")
    if place_of_colour is None:
        return Unread(place, f"{colour} is no colour; write a name or #rrggbb")
    if len(key) > 1:
        return Unread(place, f"{key} is no key; a key is one letter, digit or sign")
    # MAXQDA's memo is what a code means; ours is what was noted beside that.
    is_code = "code" in cells and "tag" not in cells
    tag = Tag(
        id=0,
        path=path,
        description=cell("description", "definition", *(["memo"] if is_code else [])),
        colour=place_of_colour,
        key=key,
        memo="" if is_code else cell("memo"),
        is_retired=cell("retired").casefold() in ("yes", "true", "1"),
    )
    return Entry(place, tag, says_keys="key" in cells)


def _path(cells: Mapping[str, str]) -> str:
    """The whole path of the tag that a row names; empty when it names none."""
    if path := cells.get("path", "").strip():
        return path
    name = (cells.get("tag") or cells.get("name") or "").strip()
    if not name and (code := cells.get("code", "")):
        levels = code.replace("\\", ">").split(">")
        name = "/".join(level.strip().replace("/", "\u2215") for level in levels)
    parent = cells.get("parent", "").strip()
    return f"{parent}/{name}" if parent and name else name


def _list(text: str) -> Iterator[Entry]:
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
        path = (f"{above[-1][1]}/{name}" if above else name)[:LONGEST_PATH]
        above.append((indent, path))
        yield Entry(f"line {number}", Tag(0, path, colour=NO_COLOUR))
