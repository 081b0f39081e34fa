"""The files of a pile as documents, one after the other."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO, Final

from reader.model import Document
from reader.sources.fields import Fields
from reader.sources.formats import (
    collection_of,
    format_in,
    format_of,
    is_archive,
    is_readable,
)
from reader.sources.pile import STDIN, printable, refused
from reader.sources.refusal import Refusal, UnreadableError

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is refused. No article is as long, and an hour of typing
fits in a thousandth of it."""

_STDIN_NAME = "stdin"


_ANYHOW: Final = Fields()


def documents(
    files: Iterable[str | Refusal],
    stdin: BinaryIO | None = None,
    fields: Fields = _ANYHOW,
) -> Iterator[Document | Refusal]:
    """Read each file; what cannot be read is refused, and the next one follows.

    Args:
        files: The files of a `Pile`.
        stdin: Where `-` is read from; without one it is refused.
        fields: How the columns are called in files of many articles.
    """
    for file in files:
        if isinstance(file, Refusal):
            yield file
        elif file == STDIN or holds_one(file):
            yield document(file, stdin)
        else:
            yield from _many(file, fields)


def holds_one(file: str) -> bool:
    """Whether it is a file that by its name is one document, read as a whole."""
    return file != STDIN and not is_archive(file) and not collection_of(file)


def _many(file: str, fields: Fields) -> Iterator[Document | Refusal]:
    """The articles of a file that holds many."""
    source, place = printable(file), _location(file)
    try:
        with _opened(file) as stream:
            if is_archive(file):
                from reader.sources.archive import members

                member = partial(_member, fields, source)
                found = _some(
                    source, members(source, stream, is_readable, member, LARGEST)
                )
            else:
                found = _in_stream(fields, source, stream)
            for each in found:
                yield each if isinstance(each, Refusal) else _placed(each, place)
    except UnreadableError as error:
        yield Refusal(source, str(error))
    except OSError as error:
        yield refused(file, error)


def _member(
    fields: Fields, archive: str, name: str, stream: BinaryIO
) -> Iterator[Document | Refusal]:
    """What one file of an archive holds."""
    for each in _in_stream(fields, name, stream):
        if isinstance(each, Refusal) or "://" in each.location:
            yield each
        else:
            inner = name[len(archive) + 1 :]
            yield replace(each, location=f"#{inner}{each.location}")


def _in_stream(
    fields: Fields, source: str, stream: BinaryIO
) -> Iterator[Document | Refusal]:
    if collection := collection_of(source):
        yield from _some(source, collection.read(source, stream, fields, LARGEST))
    else:
        yield format_of(source).read(source, stream.read(LARGEST + 1))


def _some(
    source: str, found: Iterator[Document | Refusal]
) -> Iterator[Document | Refusal]:
    """What is found; a refusal of the file as a whole when that is nothing."""
    is_without = True
    for each in found:
        is_without = False
        yield each
    if is_without:
        yield Refusal(source, "has no article in it")


def _placed(document: Document, place: str) -> Document:
    """The document with its whole place; an address is one by itself."""
    if "://" in document.location:
        return document
    return replace(document, location=place + document.location)


def document(file: str, stdin: BinaryIO | None = None) -> Document | Refusal:
    """Read one file, or standard input when it is `-`."""
    source = _STDIN_NAME if file == STDIN else printable(file)
    try:
        if file == STDIN:
            data = _stdin_bytes(stdin)
            return format_in(data).read(source, data)
        return format_of(file).read(source, _file_bytes(file), _location(file))
    except UnreadableError as error:
        return Refusal(source, str(error))
    except OSError as error:
        return refused(file, error)


def _location(file: str) -> str:
    """The file's place, from wherever it is named; a link is a place of its own."""
    cut = file.rfind("/") + 1
    start = "" if file.startswith("/") else str(Path.cwd())
    return printable(f"{_folder(start, file[:cut])}{file[cut:]}")


@lru_cache(maxsize=8)
def _folder(start: str, folder: str) -> str:
    """A folder's place, with a slash at its end; files of one come one by one."""
    place = str(Path(start, folder))
    return place if place.endswith("/") else f"{place}/"


def _stdin_bytes(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        raise UnreadableError("is not open here")
    data = stdin.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large("more")
    return data


def _file_bytes(path: str) -> bytes:
    """What is in a file; without the buffer that `open` makes, in half the time."""
    descriptor, size = _descriptor(path)
    try:
        if size > LARGEST:
            raise _too_large(f"{size / 1024 / 1024:,.0f} MiB")
        # No more room is asked for than is needed, unless it grows meanwhile.
        data = os.read(descriptor, size + 1)
        while len(data) != size and len(data) <= LARGEST:
            if not (more := os.read(descriptor, LARGEST + 1 - len(data))):
                break
            data += more
    finally:
        os.close(descriptor)
    if len(data) > LARGEST:
        raise _too_large("more")
    return data


def _opened(path: str) -> BinaryIO:
    """A file to be read as a stream, if it is one."""
    return os.fdopen(_descriptor(path)[0], "rb")


def _descriptor(path: str) -> tuple[int, int]:
    """An open file, if it is one, and its size in bytes."""
    # A pipe that no one writes to would otherwise hold up the opening forever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    said = os.fstat(descriptor)
    if stat.S_ISREG(said.st_mode):
        return descriptor, said.st_size
    os.close(descriptor)
    if stat.S_ISDIR(said.st_mode):
        raise UnreadableError("is a folder")
    raise UnreadableError("is a pipe or a device; pass it as standard input, -")


def _too_large(size: str) -> UnreadableError:
    return UnreadableError(
        f"is too large: {size}, and at most {LARGEST // 1024 // 1024} MiB are read"
    )
