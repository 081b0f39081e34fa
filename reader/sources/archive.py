"""A zip file as the files in it; nothing is unpacked to disk."""

import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from reader.model import Document
from reader.sources.refusal import Refusal, UnreadableError

MOST: Final = 4 * 1024**3
"""Bytes that all files of one archive may have together, unpacked."""
RATIO: Final = 200
"""Times that a file may grow in unpacking; prose grows three- or fourfold, and no
file that was written by a person a hundredfold."""
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (
    BadZipFile, NotImplementedError, RuntimeError, zlib.error, lzma.LZMAError, EOFError,
    OSError, ValueError,
)  # fmt: skip
"""What `zipfile` raises, depending on which byte of a file is wrong."""

Found = Document | Refusal


def members(
    source: str,
    stream: BinaryIO,
    reads: Callable[[str], bool],
    read: Callable[[str, BinaryIO], Iterator[Found]],
    most: int,
) -> Iterator[Found]:
    """The articles in an archive, in its order.

    Sizes are checked before anything is inflated, and again by what comes out.

    Args:
        source: The archive.
        stream: What is in it.
        reads: Whether a file of this name is read; others are passed over.
        read: Reads one, by its name and its bytes.
        most: Bytes that one file may have.

    Raises:
        UnreadableError: When it is no zip file, or too much is in it.
    """
    try:
        with ZipFile(stream) as archive:
            wanted = [each for each in archive.infolist() if _is_file(each, reads)]
            if sum(each.file_size for each in wanted) > MOST:
                raise UnreadableError(f"holds more than {MOST // 1024**3} GiB unpacked")
            for each in wanted:
                yield from _member(source, archive, each, read, most)
    except _BROKEN as error:
        raise UnreadableError(f"is no zip file that can be read: {error}") from error


def _is_file(info: ZipInfo, reads: Callable[[str], bool]) -> bool:
    parts = info.filename.split("/")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not info.is_dir() and not is_hidden and reads(parts[-1])


def _member(
    source: str,
    archive: ZipFile,
    info: ZipInfo,
    read: Callable[[str, BinaryIO], Iterator[Found]],
    most: int,
) -> Iterator[Found]:
    name = f"{source}/{info.filename}"
    if reason := _refused(info, most):
        yield Refusal(name, reason)
        return
    try:
        with archive.open(info) as member:
            # What is declared is what comes out, at most: zipfile reads no further.
            yield from read(name, cast("BinaryIO", member))
    except UnreadableError as error:
        yield Refusal(name, str(error))
    except _BROKEN as error:
        yield Refusal(name, f"cannot be unpacked: {error or 'it ends too soon'}")


def _refused(info: ZipInfo, most: int) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if info.file_size > most:
        return f"is too large unpacked: at most {most // 1024**2} MiB are read"
    if info.file_size > RATIO * max(1, info.compress_size):
        return f"would grow more than {RATIO} times in unpacking"
    return ""
