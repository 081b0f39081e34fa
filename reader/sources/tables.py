"""A CSV file as articles, one a row."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO, Final

from reader.model import Document
from reader.sources.fields import Fields, from_row
from reader.sources.refusal import Refusal, UnreadableError

_DELIMITERS: Final = ",;\t|"
_LONGEST_NAME: Final = 1_000
"""Code points. Each article is kept with the names of its columns, so that one of half
a megabyte would be written a hundred thousand times."""


def read(
    source: str, stream: BinaryIO, fields: Fields, most: int
) -> Iterator[Document | Refusal]:
    """Each row's article, or why there is none.

    The first row names the columns; what parts them is the sign, of `, ; tab |`,
    that stands in it most often.

    Args:
        source: The file.
        stream: What is in it; it is read row by row.
        fields: How the columns are called.
        most: Bytes that a cell may have.

    Raises:
        UnreadableError: When it is no UTF-8, no column can be the text, or
            the name of one is a text by itself.
    """
    csv.field_size_limit(max(most, csv.field_size_limit()))
    head = stream.readline(most).decode("utf-8-sig", "replace")
    stream.seek(0)
    delimiter = max(_DELIMITERS, key=head.count)
    lines = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    # `DictReader` would go through all columns for each row, however short that is.
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 1
    try:
        names = next(rows, [])
        if max(map(len, names), default=0) > _LONGEST_NAME:
            raise UnreadableError(
                f"names a column with more than {_LONGEST_NAME:,} characters"
            )
        for number, row in enumerate(filter(None, rows), 2):
            cells = dict(zip(names, row, strict=False))
            yield _article(source, number, cells, fields)
    except UnicodeDecodeError as error:
        raise UnreadableError("is not UTF-8; save it as UTF-8 first") from error
    except csv.Error as error:
        raise UnreadableError(f"is no CSV after row {number}: {error}") from error
    finally:
        lines.detach()


def _article(
    source: str, number: int, cells: dict[str, str], fields: Fields
) -> Document | Refusal:
    original = "\n".join(f"{name}: {value}" for name, value in cells.items()).encode()
    try:
        return from_row(source, number, cells, original, fields)
    except UnreadableError as error:
        return Refusal(f"{source}:{number}", str(error))
