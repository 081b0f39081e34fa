"""What the options before the command ask for, with the settings behind them."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import paths
from reader.cli.streams import talk
from reader.config import Config, load

if TYPE_CHECKING:
    from reader.store import Store


class Asked:
    """Which library, and who works on it: an option, else the settings, else usual."""

    def __init__(self, library: Path | None = None, coder: str | None = None) -> None:
        self._library = library
        self._coder = coder

    @cached_property
    def config(self) -> Config:
        """The settings, read when they are first needed."""
        return load(paths.config_file())

    @property
    def library(self) -> Path:
        """The library file; it need not be there."""
        return self._library or self.config.library or paths.library()

    @property
    def coder(self) -> str:
        """Who tags."""
        return self._coder or self.config.coder or _login_name()

    @contextmanager
    def opened(self, *, make: bool = False) -> Generator["Store"]:
        """Open the library for the block.

        Args:
            make: Whether to make it when it is not there.

        Raises:
            NoLibraryError: When it is not there, and is not to be made.
        """
        from reader.store import library

        if not make and not self.library.exists():
            raise NoLibraryError(self.library)
        with library(self.library, self.coder) as store:
            _warn(store)
            yield store

    @contextmanager
    def opened_or_empty(self) -> Generator["Store"]:
        """Open the library to list what is in it; one that is not there is empty."""
        from reader.store import library

        path = self.library if self.library.exists() else None
        with library(path, self.coder) as store:
            _warn(store)
            yield store


class NoLibraryError(Exception):
    """There is no library file yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"there is no library at {path} yet; `reader import PATH…` makes it"
        )


def _warn(store: "Store") -> None:
    if said := store.remark:
        talk(f"reader: {said}")


def asked_alone(ctx: click.Context) -> Asked | None:
    """What a group was asked by itself; None where one of its commands is to run."""
    return ctx.find_object(Asked) if ctx.invoked_subcommand is None else None


def _login_name() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "me"
