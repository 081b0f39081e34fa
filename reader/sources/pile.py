"""Which files there are to read, in the paths that somebody named."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reader.sources.formats import SUFFIXES, collection_of, is_archive, is_article
from reader.sources.refusal import Refusal
from reader.text.counted import counted

STDIN = "-"
"""The path that means standard input."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The files to read, in their order, and what was found that is none."""

    files: tuple[str | Refusal, ...]
    """Paths, with `-` for standard input; a refusal where a path led nowhere."""
    passed_over: int = 0
    """Files in folders whose names are not those of articles."""
    many: int = 0
    """Those of them that hold many articles, and are read when they are named."""
    is_counted: bool = True
    """Whether each of the files is one article, so that it is known how many come."""

    @property
    def left_out(self) -> str:
        """What was passed over, and why, in words; empty where nothing was."""
        if not self.passed_over:
            return ""
        many = counted(self.many, "table or archive", "tables or archives")
        return (
            f"{counted(self.passed_over, 'file')} in folders passed over: only names"
            f" that end in {' '.join(SUFFIXES)}, or have no ending, are read there"
            + (f"; among them {many}, read when named" if self.many else "")
        )


class _PassedOver(Enum):
    """A file in a folder that is not read there."""

    MANY = "holds many articles"
    OTHER = "holds none, as far as its name tells"


_Found = str | Refusal | _PassedOver


def pile(paths: Iterable[str | Path]) -> Pile:
    """Find the files in the paths; nothing is read yet.

    A named file is taken whatever it is called. In a folder, and the folders in it,
    the files with the name of an article are taken, in the order of their names.
    What begins with a dot is left alone; so are links to folders, which may lead
    round in a circle.
    """
    named = [os.fspath(path) for path in paths]
    found = [each for path in named for each in _found(path)]
    files = tuple(each for each in found if not isinstance(each, _PassedOver))
    return Pile(
        files,
        passed_over=len(found) - len(files),
        many=found.count(_PassedOver.MANY),
        is_counted=not any(map(_holds_many, named)),
    )


def _holds_many(name: str) -> bool:
    return collection_of(name) is not None or is_archive(name)


def _found(path: str) -> Iterator[_Found]:
    """What a named path leads to."""
    if path == STDIN:
        yield path
        return
    try:
        is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
    except OSError as error:
        yield refused(path, error)
        return
    except ValueError:
        yield Refusal(path.replace("\0", "\ufffd"), "cannot be a path")
        return
    if is_folder:
        yield from _in_folder(path)
    else:
        yield path


def _in_folder(path: str) -> Iterator[_Found]:
    # A stack and not recursion: a folder may be nested deeper than Python calls.
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries(folder)
        except OSError as error:
            yield refused(folder, error)
            continue
        inner = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                inner.append(entry.path)
            elif is_article(entry.name) and not _is_link_to_folder(entry):
                yield entry.path
            elif _holds_many(entry.name):
                yield _PassedOver.MANY
            else:
                yield _PassedOver.OTHER
        waiting.extend(reversed(inner))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(shown, key=lambda entry: entry.name)


def _is_link_to_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and Path(entry.path).is_dir()


def refused(path: str, error: OSError) -> Refusal:
    """The refusal of a path that the system does not open."""
    if isinstance(error, FileNotFoundError):
        return Refusal(printable(path), "is not there")
    reason = (error.strerror or str(error)).lower()
    return Refusal(printable(path), f"cannot be read: {reason}")


def printable(path: str) -> str:
    """The path as text that can be stored.

    A name on disk may be bytes that are no UTF-8; what of it is none becomes U+FFFD.
    """
    return os.fsencode(path).decode("utf-8", "replace")
