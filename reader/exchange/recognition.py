"""Which format a file of annotations is in, told by what is in it."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO, Final

from reader.exchange.foreign import doccano, label_studio, tables
from reader.exchange.incoming import FormatError, Incoming, Remark
from reader.exchange.json_lines import json_lines
from reader.exchange.outgoing import Choices

LARGEST_JSON: Final = 512 * 1024 * 1024
"""Bytes of a JSON file that has to be read as a whole."""
_DELIMITERS: Final = ",;\t"
_FORMATS: Final = (
    "CSV, JSONL, JSON-LD, REFI-QDA, brat, UIMA CAS JSON, or a file of Taguette,"
    " Hypothesis, Label Studio, doccano, Prodigy, QualCoder, INCEpTION or Potato"
)


def recognised(file: BinaryIO, choices: Choices) -> Iterator[Incoming]:
    """Read a file in the format that it is in.

    Raises:
        FormatError: When it is in none that is known.
    """
    head = file.read(4096)
    file.seek(0)
    if not head.strip():
        raise FormatError("it is empty")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(file)
        return
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<":
        yield from _xml(file)
        return
    stream = TextIOWrapper(file, encoding=_encoding(head), newline="")
    try:
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] in (b"{", b"["):
            yield from _json(stream)
        else:
            yield from _csv(stream, choices)
    except UnicodeDecodeError as error:
        raise FormatError(
            f"it is not {error.encoding.upper()}: byte {error.object[error.start]:#04x}"
            " does not belong there; save it as UTF-8"
        ) from error
    finally:
        stream.detach()


def _zip(file: BinaryIO) -> Iterator[Incoming]:
    from reader.exchange import brat, cas, qdpx
    from reader.exchange.archive import Archive

    archive = Archive(file)
    if any(archive.names(".qde")):
        yield from qdpx.read(file)
    elif any(archive.names(".ann")) or any(archive.names("annotation.conf")):
        yield from brat.read(file)
    elif any(archive.names(".json")):
        yield from cas.read(file)
    else:
        raise FormatError(
            "there is neither a REFI-QDA project nor brat's or INCEpTION's files in it"
        )


def _xml(file: BinaryIO) -> Iterator[Incoming]:
    from reader.exchange import qdc, refi

    root = refi.parsed(file)
    if refi.local(root) != "CodeBook":
        raise FormatError(
            f"its root is {refi.local(root)}; of XML only REFI-QDA codebooks are read,"
            " and whole projects (.qdpx)"
        )
    yield from qdc.read(root)


def _encoding(head: bytes) -> str:
    return "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _csv(stream: TextIOWrapper, choices: Choices) -> Iterator[Incoming]:
    from reader.exchange import codebook
    from reader.exchange import csv as ours

    # Python's own limit is 128 KiB; a memo may be longer.
    csv.field_size_limit(sys.maxsize)
    first = stream.readline()
    try:
        delimiter = max(_DELIMITERS, key=first.count)
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as error:
        raise FormatError(f"its first line is no CSV: {error}") from error
    lines = chain([first], stream)
    if ours.is_ours(names):
        yield from ours.read(lines, delimiter, choices)
    elif layout := tables.layout_of(names):
        yield from tables.read(lines, delimiter, layout)
    elif codebook.is_codebook(names):
        yield from codebook.read(lines, delimiter, choices)
    else:
        said = ", ".join(names)[:200]
        raise FormatError(
            f"no program is known that writes {said!r}; read are {_FORMATS}"
        )


def _json(stream: TextIOWrapper) -> Iterator[Incoming]:
    first = stream.readline()
    value = _parsed(first)
    if isinstance(value, dict) and "text" in value and "target" not in value:
        from reader.exchange import jsonl

        read: Callable[..., Iterator[Incoming]] = (
            doccano.read if doccano.is_doccano(value) else jsonl.read
        )
        yield from read(json_lines(chain([first], stream)))
        return
    if value is None:
        rest = stream.read(LARGEST_JSON)
        if stream.read(1):
            raise FormatError("it is too large a JSON file; at most 512 MiB are read")
        value = _parsed(first + rest, strict=True)
    yield from _whole_json(value)


def _whole_json(value: Any) -> Iterator[Incoming]:
    from reader.exchange import cas, w3c

    if cas.is_cas(value):
        yield Remark("UIMA CAS JSON")
        yield from cas.read_one(value)
        return
    items = value
    if isinstance(value, dict):
        first = value.get("first")
        page = first if isinstance(first, dict) else value
        items = page.get("items", page.get("annotations", page.get("rows", [value])))
    sample = items[0] if isinstance(items, list) and items else None
    if isinstance(sample, dict) and label_studio.is_label_studio(sample):
        yield from label_studio.read(items)
    elif isinstance(items, list) and (not items or _points(sample)):
        yield from w3c.read(items)
    else:
        raise FormatError(f"this JSON is of no known kind; read are {_FORMATS}")


def _points(sample: Any) -> bool:
    return isinstance(sample, dict) and "target" in sample


def _parsed(text: str, *, strict: bool = False) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise FormatError("it is nested too deeply") from error
    except ValueError as error:
        if strict:
            raise FormatError(f"it is no JSON: {error}") from error
        return None
