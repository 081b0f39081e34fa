"""The command of commands: a path where a command would stand opens the program."""

import sys
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from reader.cli.examples import epilog
from reader.cli.failures import told


class ReaderGroup(click.Group):
    """Commands, or else paths; and every error as one line."""

    sections: Mapping[str, Mapping[str, str]]
    """By section of the help: for each command its module and its name there."""
    opener: str
    """The same of the command that gets the paths."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the table."""
        return [name for section in self.sections.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        for section in self.sections.values():
            if cmd_name in section:
                return _imported(section[cmd_name])
        return None

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List them by section, with what each does."""
        widest = max(map(len, self.list_commands(ctx)))
        for title, section in self.sections.items():
            with formatter.section(title):
                formatter.write_dl(
                    [
                        (f"{name:<{widest}}", _imported(place).get_short_help_str(60))
                        for name, place in section.items()
                    ]
                )

    def opening(self) -> click.Command:
        """The command that gets the paths."""
        return _imported(self.opener)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and end the process with 0, 1 (did not work) or 2 (asked wrongly)."""
        if not sys.warnoptions:
            # Python's warnings, of a pattern that was typed, say, name lines of code.
            warnings.simplefilter("ignore")
        try:
            status = super().main(
                args, "reader", complete_var, standalone_mode=False, **extra
            )
        except Exception as error:
            if not standalone_mode:
                raise
            status = told(error)
        if standalone_mode:
            sys.exit(status or 0)
        return status

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first; when none is, the opener gets it all."""
        if self.get_command(ctx, args[0]) is not None or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        return "open", self.opening(), ["--", *args]

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """The commands that begin so; where none does, files."""
        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


@cache
def _imported(place: str) -> click.Command:
    module, _, name = place.partition(":")
    command: click.Command = getattr(import_module(f"reader.cli.{module}"), name)
    command.epilog = epilog(command)
    return command
