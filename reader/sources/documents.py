"""The files of a pile as documents, one after the other."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reader.model import Document
from reader.sources.formats import format_of
from reader.sources.pile import STDIN, printable, refused
from reader.sources.refusal import Refusal, UnreadableError

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is refused. No article is as long, and an hour of typing
fits in a thousandth of it."""

_STDIN_NAME = "stdin"


def documents(
    files: Iterable[str | Refusal], stdin: BinaryIO | None = None
) -> Iterator[Document | Refusal]:
    """Read each file; what cannot be read is refused, and the next one follows.

    Args:
        files: The files of a `Pile`.
        stdin: Where `-` is read from; without one it is refused.
    """
    for file in files:
        yield file if isinstance(file, Refusal) else document(file, stdin)


def document(file: str, stdin: BinaryIO | None = None) -> Document | Refusal:
    """Read one file, or standard input when it is `-`."""
    source = _STDIN_NAME if file == STDIN else printable(file)
    try:
        data = _stdin_bytes(stdin) if file == STDIN else _file_bytes(file)
        found = format_of(file).read(source, data)
        return found if file == STDIN else replace(found, location=_location(file))
    except UnreadableError as error:
        return Refusal(source, str(error))
    except OSError as error:
        return refused(file, error)


def _location(file: str) -> str:
    """The file's place, from wherever it is named; a link is a place of its own."""
    return printable(str(Path(file).absolute()))


def _stdin_bytes(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        raise UnreadableError("is not open here")
    data = stdin.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large("more")
    return data


def _file_bytes(path: str) -> bytes:
    # A pipe that no one writes to would otherwise hold up the opening forever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("is a pipe or a device; pass it as standard input, -")
        if status.st_size > LARGEST:
            raise _too_large(f"{status.st_size / 1024 / 1024:,.0f} MiB")
        data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large("more")
        return data


def _too_large(size: str) -> UnreadableError:
    return UnreadableError(
        f"is too large: {size}, and at most {LARGEST // 1024 // 1024} MiB are read"
    )
