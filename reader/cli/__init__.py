"""The `reader` command; a module a group of commands."""

from reader.cli.entry import main

__all__ = ["main"]
