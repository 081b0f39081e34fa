"""A line for the path of a file, completed from what is on the disk."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.text.safe import safe_line

_LONGEST: Final = 1000
"""Code points of a path."""
_MOST: Final = 10_000
"""Entries of a folder that are looked at."""
_SHOWN: Final = 12
"""Names that are shown of those that begin alike."""


class PathInput(Input):
    """Shows dimly what is there that begins so, which the arrow takes.

    Tab takes what all names have in common that begin so, as in a shell.
    """

    @dataclass
    class Offered(Message):
        """Several names begin so, and more was to be typed."""

        names: Sequence[str]

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
        """Take what is certain, be it shown already or not, and offer the rest."""
        typed = self.value
        before, names = await asyncio.to_thread(beginning, typed)
        if self.value != typed or not names:
            return
        # Of so many not all were looked at, and another may have less in common.
        if len(names) < _MOST:
            common = os.path.commonprefix(names)  # noqa: RUF071 -- Letters are meant.
            self.value = before + common
            self.cursor_position = len(self.value)
        if len(names) > 1:
            self.post_message(self.Offered(names))

    def offer_nothing(self) -> None:
        """Show only what was typed, until it changes."""
        self._suggestion = ""


class PathLine(Vertical):
    """The line, and under it the names that are offered, until something is typed."""

    def __init__(self, path: str = "", *, placeholder: str) -> None:
        super().__init__()
        self._path, self._placeholder = path, placeholder

    def compose(self) -> ComposeResult:
        """The line and the names."""
        yield PathInput(self._path, placeholder=self._placeholder)
        yield Static("", id="offered", markup=False)

    def on_mount(self) -> None:
        """Offer nothing yet."""
        self.query_one("#offered").display = False

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#offered").display = False

    @on(PathInput.Offered)
    def _offered(self, event: PathInput.Offered) -> None:
        offered = self.query_one("#offered", Static)
        offered.update(_in_short(event.names))
        offered.display = True


class _OnDisk(Suggester):
    """Looks into a folder, beside all else: it may be on a disk far away."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first that begins so."""
        before, names = await asyncio.to_thread(beginning, value)
        return f"{before}{names[0]}" if names else None


def beginning(typed: str) -> tuple[str, Sequence[str]]:
    """The names in a folder that begin as a path ends, in order.

    A folder ends with a slash. Names that begin with a dot come once a dot is typed;
    one that a terminal could obey is never offered.

    Returns:
        The path up to its last name, and what that may become.
    """
    before, slash, begun = typed.rpartition("/")
    try:
        place = Path(before + slash).expanduser()
        names = sorted(islice(_names(place, begun), _MOST))
    except (OSError, RuntimeError, ValueError):
        return "", ()  # No such folder, no such user, no path at all.
    return before + slash, names


def _in_short(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return "  ".join(names[:_SHOWN]) + (f"  and {more:,} more" if more > 0 else "")


def _names(folder: Path, begun: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            is_wanted = begun.startswith(".") or not entry.name.startswith(".")
            is_wanted = is_wanted and safe_line(entry.name) == entry.name
            if is_wanted and entry.name.startswith(begun):
                yield f"{entry.name}/" if entry.is_dir() else entry.name
