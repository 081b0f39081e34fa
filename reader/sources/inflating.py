"""A gzip file as the bytes in it, as they are asked for; it cannot swell in secret."""

import zlib
from io import BufferedReader, RawIOBase
from typing import BinaryIO, Final

from reader.sources.archive import RATIO
from reader.sources.refusal import UnreadableError

_MAGIC: Final = b"\x1f\x8b"
_WITH_HEADER: Final = 16 + zlib.MAX_WBITS
_PIECE: Final = 1 << 16
"""Bytes that are read at a time."""
_UNASKED: Final = 1 << 20
"""Bytes that may come out of however few."""


def inflated(stream: BinaryIO) -> BufferedReader:
    """What is in a stream: unpacked when it is gzip's, else as it is.

    Reading raises `UnreadableError` where the packing is broken, where it ends too
    soon, and where more than 200 times what went in has come out.
    """
    head = stream.read(len(_MAGIC))
    raw: RawIOBase = _Inflated(stream, head) if head == _MAGIC else _Given(stream, head)
    return BufferedReader(raw, _PIECE)


class _Given(RawIOBase):
    """A stream with what has been read of it put back."""

    def __init__(self, stream: BinaryIO, head: bytes) -> None:
        self._stream, self._head = stream, head

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill as much of the buffer as there is at once."""
        data = self._head or self._stream.read(len(buffer))
        self._head = b""
        buffer[: len(data)] = data
        return len(data)


class _Inflated(RawIOBase):
    """The members of a gzip file, one after the other."""

    def __init__(self, stream: BinaryIO, head: bytes) -> None:
        self._stream, self._packed = stream, head
        self._inside: zlib._Decompress | None = None
        """None between two members."""
        self._taken = self._given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Inflate no more than is asked for."""
        data = b""
        while not data and self._has_more():
            data = self._some(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _has_more(self) -> bool:
        if not self._packed:
            self._packed = self._stream.read(_PIECE)
            self._taken += len(self._packed)
        if not self._packed and self._inside is not None:
            raise UnreadableError("ends in the middle of what is packed in it")
        return bool(self._packed)

    def _some(self, most: int) -> bytes:
        self._inside = self._inside or zlib.decompressobj(_WITH_HEADER)
        try:
            data = self._inside.decompress(self._packed, most)
        except zlib.error as error:
            raise UnreadableError(f"cannot be unpacked: {error}") from error
        self._packed = self._inside.unconsumed_tail
        if self._inside.eof:
            # Some writers fill up with zeros behind a member.
            self._packed = self._inside.unused_data.lstrip(b"\0")
            self._inside = None
        self._given += len(data)
        if self._given > _UNASKED + RATIO * self._taken:
            raise UnreadableError(f"grows more than {RATIO} times in unpacking")
        return data
