"""Zip files: looked at before anything is inflated, and never unpacked to the disk."""

import lzma
import re
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Final

from reader.exchange.incoming import FormatError
from reader.model import Article

_MOST_PARTS: Final = 200_000
_LARGEST: Final = 2 << 30
LARGEST_PART: Final = 256 << 20
_MOST_SHRUNK: Final = 200
_SMALL: Final = 64 << 20
"""Parts up to here may be shrunk as much as they like."""
_BROKEN: Final = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, lzma.LZMAError,
    EOFError, OSError, ValueError,
)  # fmt: skip
"""What `zipfile` raises, depending on which byte of a file is wrong."""
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same library gives the same file."""


def part(name: str) -> zipfile.ZipInfo:
    """A part of a zip file that is to be written."""
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def stem(article: Article) -> str:
    """What an article's parts are called: its id and title, as any disk takes them."""
    title = _NOT_IN_NAMES.sub("-", article.title)[:40].strip("-")
    return f"{article.id:05}-{title}"


class Archive:
    """The parts of a zip file, by their names without a folder, in any case."""

    def __init__(self, file: BinaryIO) -> None:
        """Look at what is in it.

        Raises:
            FormatError: When it is no zip file, or one made to do harm.
        """
        try:
            self._archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise FormatError(f"it is no whole zip file: {error}") from error
        infos = self._archive.infolist()
        if len(infos) > _MOST_PARTS:
            raise FormatError(f"it has {len(infos):,} parts; {_MOST_PARTS:,} are read")
        total = sum(info.file_size for info in infos)
        if total > _LARGEST:
            raise FormatError(
                f"it would inflate to {total >> 20:,} MiB; 2,048 are read"
            )
        for info in infos:
            shrunk = info.file_size / max(1, info.compress_size)
            if info.file_size > _SMALL and shrunk > _MOST_SHRUNK:
                raise FormatError(
                    f"{info.filename} would inflate to {shrunk:,.0f} times its size"
                )
        self._by_name = {
            info.filename.replace("\\", "/").rpartition("/")[2].casefold(): info
            for info in infos
            if not info.is_dir()
        }

    def names(self, ending: str) -> Iterator[str]:
        """The names that end so, in small letters."""
        return (name for name in self._by_name if name.endswith(ending))

    def text(self, name: str) -> str | None:
        """The text of a part; None without such a part.

        A mark at its beginning is no character of it, whoever counted it.

        Raises:
            FormatError: When it is too large or broken.
            UnicodeDecodeError: When it is no UTF-8.
        """
        if name.casefold() not in self._by_name:
            return None
        with self.opened(name) as stream:
            data = stream.read(LARGEST_PART)
        return data.decode("utf-8-sig")

    @contextmanager
    def opened(self, name: str) -> Generator[IO[bytes]]:
        """A part as a stream of bytes, for the block.

        Raises:
            FormatError: When it is too large or broken, or needs a password.
        """
        info = self._by_name[name.casefold()]
        if info.file_size > LARGEST_PART:
            raise FormatError(f"{info.filename} is larger than 256 MiB")
        try:
            with self._archive.open(info) as stream:
                yield stream
        except FormatError:
            raise
        except _BROKEN as error:
            why = str(error) or "it ends too soon"
            raise FormatError(f"{info.filename} in it is broken: {why}") from error
