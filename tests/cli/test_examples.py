"""The examples in the help are held to the options that there are."""

import re
import shlex

import click
import pytest

from reader.cli import main
from reader.cli.examples import EXAMPLES
from tests.cli.conftest import Command

LINES = [line for rows in EXAMPLES.values() for line, _ in rows]


@pytest.mark.parametrize("line", LINES)
def test_an_example_is_asked_rightly(line: str) -> None:
    command, *_ = re.split(r" [|<>] ", line)
    with click.Context(main) as ctx:
        arguments = shlex.split(command)
        while isinstance(ctx.command, click.Group):
            name, found, arguments = ctx.command.resolve_command(ctx, arguments)
            assert found
            ctx = found.make_context(name, arguments, parent=ctx)
            arguments = [*ctx._protected_args, *ctx.args]
            if not arguments:
                break


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_commands_examples_end_its_help_and_need_no_wide_terminal(
    reader: Command, name: str
) -> None:
    said = reader(name, "--help").stdout
    examples = said.partition("  Examples:\n")[2].partition("\n\n")[0].split("\n")
    lines = [line for line in examples if line]
    assert len(lines) == len(EXAMPLES[name])
    assert all(line.startswith(f"    reader {name}") for line in lines)
    assert max(map(len, lines)) <= 80
