"""A line for the path of a file, completed from what is on the disk."""

import asyncio
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

from reader.text.safe import safe_line

_LONGEST: Final = 1000
"""Code points of a path."""
_MOST: Final = 10_000
"""Entries of a folder that are looked at."""


class PathInput(Input):
    """Shows dimly what is there that begins so; tab takes it, and so does the arrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False),
    ]

    def __init__(self, path: str = "", *, placeholder: str) -> None:
        super().__init__(
            safe_line(path),
            placeholder=placeholder,
            max_length=_LONGEST,
            suggester=_OnDisk(use_cache=False, case_sensitive=True),
        )

    async def action_complete(self) -> None:
        """Take the first that begins so, be it shown already or not."""
        found = await asyncio.to_thread(completed, self.value)
        if found is not None:
            self.value = found
            self.cursor_position = len(found)

    def offer_nothing(self) -> None:
        """Show only what was typed, until it changes."""
        self._suggestion = ""


class _OnDisk(Suggester):
    """Looks into a folder, beside all else: it may be on a disk far away."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first that begins so."""
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """A path with its last name made whole: the first, in order, that begins so.

    A folder ends with a slash. Names that begin with a dot come once a dot is typed;
    one that a terminal could obey is never offered.
    """
    before, slash, begun = typed.rpartition("/")
    try:
        place = Path(before + slash).expanduser()
        names = sorted(islice(_names(place, begun), _MOST))
    except (OSError, RuntimeError, ValueError):
        return None  # No such folder, no such user, no path at all.
    first = next((name for name in names if safe_line(name) == name), None)
    return None if first is None else f"{before}{slash}{first}"


def _names(folder: Path, begun: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            is_wanted = begun.startswith(".") or not entry.name.startswith(".")
            if is_wanted and entry.name.startswith(begun):
                yield f"{entry.name}/" if entry.is_dir() else entry.name
