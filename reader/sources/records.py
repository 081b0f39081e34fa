"""A WARC file as its records: ISO 28500, header lines and a block of stated length."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, parse_headers
from io import BufferedReader, BytesIO
from typing import Final

from reader.sources.refusal import UnreadableError

_VERSION: Final = b"WARC/"
_PIECE: Final = 1 << 16
"""Bytes of a line, and of what is passed over at a time."""


class Block:
    """What a record holds, of which no more is read than is asked for."""

    def __init__(self, stream: BufferedReader, length: int) -> None:
        self._stream, self._left = stream, length

    def read(self, most: int) -> bytes:
        """As many bytes as there are, up to a number.

        Raises:
            UnreadableError: When the file ends before the record does.
        """
        wanted = min(most, self._left)
        data = self._stream.read(wanted)
        self._left -= len(data)
        if len(data) < wanted:
            raise UnreadableError("ends too soon")
        return data

    def skip(self) -> None:
        """Go behind it."""
        while self.read(_PIECE):
            pass


def _nothing() -> Block:
    return Block(BufferedReader(BytesIO()), 0)


@dataclass(frozen=True, slots=True)
class Record:
    """One record, to be read before the next one is asked for."""

    number: int
    """Its place in the file, from 1."""
    headers: Message = field(default_factory=Message)
    address: str = ""
    """Of what was fetched; empty where nothing was."""
    block: Block = field(default_factory=_nothing)
    wrong: str = ""
    """Why it cannot be read, if so, as the rest of a sentence."""


def records(stream: BufferedReader) -> Iterator[Record]:
    """The records of a file, in its order; behind a broken one the next one follows.

    Raises:
        UnreadableError: When it does not begin with a record, or ends within one.
    """
    number, wrong = 0, ""
    while True:
        is_there, is_more = _to_version_line(stream)
        if not number and (is_more or not is_there):
            raise UnreadableError("is no web archive: it begins with no record")
        if is_more and not wrong:
            yield Record(number, wrong="goes on behind the end that its header states")
        if not is_there:
            return
        number += 1
        record = _record(number, stream)
        wrong = record.wrong
        yield record
        record.block.skip()


def _to_version_line(stream: BufferedReader) -> tuple[bool, bool]:
    """Go behind the line that begins a record: whether one is there, and any other."""
    is_more = False
    while line := stream.readline(_PIECE):
        if line.startswith(_VERSION):
            return True, is_more
        is_more = is_more or bool(line.strip())
    return False, is_more


def _record(number: int, stream: BufferedReader) -> Record:
    try:
        headers = parse_headers(stream)
    except HTTPException as error:
        return Record(number, wrong=f"has headers that are none: {error}")
    address = str(headers.get("WARC-Target-URI", "")).strip(" <>")
    length = str(headers.get("Content-Length", "")).strip()
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        wrong = f"says that it is “{length[:20]}” bytes long"
        return Record(number, headers, address, wrong=wrong)
    return Record(number, headers, address, Block(stream, int(length)))
