"""What went wrong, as one line and an exit status; never a traceback."""

import os

import click

from reader.cli.asked import NoLibraryError
from reader.cli.streams import talk
from reader.config import ConfigError

DID_NOT_WORK, ASKED_WRONGLY = 1, 2
_TRACEBACK = "READER_TRACEBACK"
"""With this variable set, a fault of the program shows where it happened."""


def told(error: Exception) -> int:
    """Tell the user what went wrong, and give the exit status for it."""
    if isinstance(error, BrokenPipeError):
        return DID_NOT_WORK  # There is nobody to be told.
    if isinstance(error, click.Abort):
        talk("reader: stopped")
        return DID_NOT_WORK
    if isinstance(error, click.UsageError):
        talk(f"reader: {_usage(error)}")
        return ASKED_WRONGLY
    talk(f"reader: {_message(error)}")
    return _status(error)


def _status(error: Exception) -> int:
    """Whether it has to be asked otherwise: a name that nothing has, no such value."""
    from reader.store.errors import AskedWronglyError

    return ASKED_WRONGLY if isinstance(error, AskedWronglyError) else DID_NOT_WORK


def _usage(error: click.UsageError) -> str:
    message = error.format_message()
    if error.ctx is None:
        return message
    return f"{message.rstrip('.')} (`{error.ctx.command_path} --help` tells more)"


def _message(error: Exception) -> str:
    from reader.store import StoreError

    if isinstance(error, StoreError | ConfigError | NoLibraryError):
        return str(error)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return f"{error.filename}: {reason}" if error.filename else reason
    if os.environ.get(_TRACEBACK):
        raise error
    return (
        f"a fault of the program: {type(error).__name__}: {error}"
        f" ({_TRACEBACK}=1 shows where)"
    )
