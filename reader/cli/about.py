"""`reader keys`, `reader where`, `reader completion`: about the program itself."""

import click

from reader.cli.asked import Asked
from reader.cli.streams import put, put_json, put_table, talk

_SHELLS = {
    "bash": "~/.local/share/bash-completion/completions/reader",
    "zsh": "~/.zfunc/_reader",
    "fish": "~/.config/fish/completions/reader.fish",
}
"""Each shell that can be taught, and where it looks for what it is taught."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON object of arrays.")
@click.pass_obj
def keys(asked: Asked, as_json: bool) -> None:
    """List the keys of each place on the screen.

    They are those that the settings give them.
    """
    from reader.tui.keys import COMMANDS, as_mapped, shown

    mapped = {
        place: as_mapped(rows, asked.config.keys) for place, rows in COMMANDS.items()
    }
    if as_json:
        put_json(
            {
                place: [
                    {
                        "id": command.id,
                        "keys": command.keys.split(","),
                        "label": command.label,
                        "help": command.help,
                    }
                    for command in commands
                ]
                for place, commands in mapped.items()
            }
        )
        return
    put_table(
        [
            (
                place.lower(),
                " ".join(shown(key) for key in command.keys.split(",")),
                command.id,
                command.help,
            )
            for place, commands in mapped.items()
            for command in commands
        ],
        ("where", "keys", "command", "does"),
    )


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.pass_obj
def where(asked: Asked, as_json: bool) -> None:
    """Say where the library and the settings are, or would be."""
    from reader.paths import config_file

    found = {"library": str(asked.library), "config": str(config_file())}
    if as_json:
        put_json(found)
    else:
        put_table(list(found.items()))


@click.command()
@click.argument("shell", type=click.Choice(tuple(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    It knows the commands, the options, the tags and the articles. To try it in bash:
    eval "$(reader completion bash)".
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script, "click knows each shell of the table"
    root = ctx.find_root().command
    put(script(root, {}, "reader", "_READER_COMPLETE").source())
    talk(f"to keep it: reader completion {shell} > {_SHELLS[shell]}")
