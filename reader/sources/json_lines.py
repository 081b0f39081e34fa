"""A file of JSON objects, one on each line, as articles."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from reader.model import Document
from reader.sources.fields import Fields, from_row
from reader.sources.refusal import Refusal, UnreadableError


def read(
    source: str, stream: BinaryIO, fields: Fields, most: int
) -> Iterator[Document | Refusal]:
    """Each line's article, or why there is none; blank lines are none.

    Args:
        source: The file.
        stream: What is in it; it is read line by line.
        fields: How the keys are called.
        most: Bytes that a line may have.
    """
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        place = f"{source}:{number}"
        if len(line) > most:
            yield Refusal(place, f"is a line of more than {most:,} bytes")
            return
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if not line.strip():
            continue
        try:
            yield from_row(source, number, _object(line), line, fields)
        except UnreadableError as error:
            yield Refusal(place, str(error))


def _object(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8 at byte {error.start + 1}") from error
    except RecursionError as error:
        raise UnreadableError("is nested too deep") from error
    except json.JSONDecodeError as error:
        # Its own words count lines, of which this is one.
        raise UnreadableError(
            f"is not JSON at character {error.pos + 1}: {error.msg}"
        ) from error
    except ValueError as error:
        raise UnreadableError(f"is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise UnreadableError("is JSON, but no object with named fields")
    return found
