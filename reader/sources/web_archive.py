"""A web archive (WARC) as the pages in it, one after the other; none goes to disk."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from http.client import HTTPException, parse_headers
from io import BytesIO
from typing import BinaryIO, Final

from reader.model import Document
from reader.sources import html, plain
from reader.sources.dates import day
from reader.sources.decoding import in_utf8
from reader.sources.fields import Fields, site_of
from reader.sources.inflating import inflated
from reader.sources.records import Record, records
from reader.sources.refusal import Refusal, UnreadableError

_HEAD: Final = 8 << 20
"""Bytes that are read beside a page: `parse_headers` takes 100 lines of 64 KiB."""
_GIVEN: Final = re.compile(rb"HTTP/\d(?:\.\d)? +20[03]\b")
"""An answer that is what was asked for."""
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_READ: Final = _PAGES | {"text/plain"}
_CHUNK: Final = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_GZIP: Final = frozenset({"gzip", "x-gzip", "deflate"})
_EITHER: Final = 32 + zlib.MAX_WBITS
"""With gzip's header or with zlib's."""

_Payload = tuple[Message, bytes]
"""What was fetched, and the header lines that tell what it is."""


def read(
    source: str, stream: BinaryIO, _fields: Fields, most: int
) -> Iterator[Document | Refusal]:
    """Each web page and each plain text that was fetched, in the order of the file.

    An article's place is the address that it was fetched from; where its page does
    not say when it was published, it has the day on which it was fetched. Requests,
    pictures, errors, forwardings and repetitions are passed over.

    Args:
        source: The file.
        stream: What is in it, packed by gzip or not; it is read once, forward.
        most: Bytes that a page may have.

    Raises:
        UnreadableError: When it is no web archive, it is broken from some record on,
            or none holds a page.
    """
    number, is_empty = 0, True
    try:
        for record in records(inflated(stream)):
            number = record.number
            data = record.block.read(most + _HEAD)
            if made := _made(source, record, data, most):
                is_empty = False
                yield made
    except UnreadableError as error:
        where = f", in or behind its record {number}" if number else ""
        raise UnreadableError(f"{error}{where}") from error
    if is_empty:
        raise UnreadableError("has no web page in it, and no text")


def _made(
    source: str, record: Record, data: bytes, most: int
) -> Document | Refusal | None:
    """The article of a record, or why there is none where one was to be expected."""
    try:
        if record.wrong:
            raise UnreadableError(record.wrong)
        payload = _payload(record, data)
        return payload and _article(record, *payload, most)
    except UnreadableError as error:
        place = f"{source}:{record.number} {record.address}"
        return Refusal(place.rstrip(), str(error))


def _payload(record: Record, data: bytes) -> _Payload | None:
    """What was fetched, as it was sent; None for what is no text."""
    kind = str(record.headers.get("WARC-Type", "")).lower()
    if kind in {"resource", "conversion"}:
        said, payload = record.headers, data
    elif kind == "response" and _GIVEN.match(data):
        stream = BytesIO(data)
        stream.readline()
        try:
            said = parse_headers(stream)
        except HTTPException as error:
            raise UnreadableError(f"has an answer without headers: {error}") from error
        payload = stream.read()
    else:
        return None
    is_read = "Content-Type" in said and said.get_content_type() in _READ
    return (said, payload) if is_read else None


def _article(record: Record, said: Message, data: bytes, most: int) -> Document:
    data = _unpacked(said, data, most)
    charset = said.get_content_charset() or ""
    if said.get_content_type() in _PAGES:
        document = html.read(record.address, data, sent_as=charset)
    else:
        document = plain.read(record.address, in_utf8(data, charset))
    return replace(
        document,
        original=data,
        site=document.site or site_of(record.address),
        published=document.published or day(str(record.headers.get("WARC-Date", ""))),
        location=record.address or f"#{record.number}",
    )


def _unpacked(said: Message, data: bytes, most: int) -> bytes:
    """The page itself, out of the packing that it was sent in."""
    if "chunked" in str(said.get("Transfer-Encoding", "")).lower():
        data = _joined(data)
    packing = str(said.get("Content-Encoding", "")).strip().lower()
    # Some that fetch pages unpack them, and leave the header as it was.
    if packing in _GZIP and data[:1] in {b"\x1f", b"\x78"}:
        data = _inflated(data, most + 1)
    elif packing not in _GZIP | {"", "identity"} and data.lstrip()[:1] != b"<":
        raise UnreadableError(f"is packed by “{packing[:20]}”, which is not read")
    if len(data) > most:
        raise UnreadableError(f"is too large: at most {most // 1024**2} MiB are read")
    return data


def _inflated(data: bytes, most: int) -> bytes:
    inside = zlib.decompressobj(_EITHER)
    try:
        found = inside.decompress(data, most)
    except zlib.error as error:
        raise UnreadableError(f"cannot be unpacked: {error}") from error
    if not inside.eof and len(found) < most:
        raise UnreadableError("breaks off within what it was packed in")
    return found


def _joined(data: bytes) -> bytes:
    """The chunks of an answer as one; some archives hold it joined already."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(data, at):
        size = int(found[1], 16)
        at = found.end() + size
        if not size:
            return b"".join(parts)
        parts.append(data[found.end() : at])
    return data
