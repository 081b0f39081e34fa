"""A file that is written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class NotWrittenError(OSError):
    """The file was not written, and what was there before is still there."""


class AlreadyThereError(NotWrittenError):
    """There is a file of that name, and nobody said to replace it."""


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Generator[BinaryIO]:
    """Give a stream whose bytes become the file when the block ends well.

    Until then they lie beside it under another name, and when the block fails they
    are gone. Nobody else may read the file (mode 0600).

    Args:
        path: The file to write.
        replace: Whether a file that is there may be replaced.

    Raises:
        AlreadyThereError: When there is one, and it may not.
        NotWrittenError: When the place is no place for a file, or the disk fails.
    """
    _check(path, replace)
    try:
        descriptor, name = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part"
        )
    except OSError as error:
        raise NotWrittenError(f"{path} cannot be written: {error.strerror}") from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _put(part, path, replace)
    except NotWrittenError:
        raise
    except OSError as error:
        raise NotWrittenError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


def _check(path: Path, replace: bool) -> None:
    """Refuse what is no plain file, and a link whatever it leads to."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise NotWrittenError(f"there is no folder {path.parent}") from None
        return
    except OSError as error:
        raise NotWrittenError(f"{path} cannot be written: {error.strerror}") from error
    if stat.S_ISDIR(mode):
        raise NotWrittenError(f"{path} is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise NotWrittenError(f"{path} is a link or a device; name a plain file")
    if not replace:
        raise AlreadyThereError(f"{path} is there already")


def _put(part: Path, path: Path, replace: bool) -> None:
    if replace:
        part.replace(path)
    else:
        _put_new(part, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Some network file systems cannot sync a folder; the file is safe by now.
        with suppress(OSError):
            os.fsync(folder)
    finally:
        os.close(folder)


def _put_new(part: Path, path: Path) -> None:
    """Name the file without a moment in which another's could be overwritten."""
    try:
        path.hardlink_to(part)
    except FileExistsError as error:
        raise AlreadyThereError(f"{path} is there already") from error
    except OSError:
        # A file system without hard links: look once more, then rename.
        _check(path, replace=False)
        part.replace(path)
