"""Rows of the key table as Textual's bindings, with the user's own keys in them."""

from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding, BindingType

from reader.tui.keys import COMMANDS, Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The `BINDINGS` of whoever has the commands' actions."""
    return [binding for command in commands for binding in _of(command)]


def _of(command: Command) -> Iterator[Binding]:
    """One binding for all keys, or, where the action asks which, one for each."""
    for keys in command.keys.split(",") if command.each_key else (command.keys,):
        yield Binding(
            keys,
            f"{command.action}('{keys}')" if command.each_key else command.action,
            command.label,
            show=command.footer,
            tooltip=command.help,
            id=f"{command.id}-{keys}" if command.each_key else command.id,
        )


def clashes(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a user's keys, one line each.

    Textual itself passes over a key that takes another command's place, and that
    command is then out of reach.
    """
    known = {command.id for rows in COMMANDS.values() for command in rows}
    wrong = [f"there is no command “{name}”" for name in keymap if name not in known]
    everywhere = COMMANDS["Everywhere"]
    for place, rows in COMMANDS.items():
        owner: dict[str, str] = {}
        for command in rows if rows is everywhere else (*rows, *everywhere):
            for key in keymap.get(command.id, command.keys).split(","):
                other = owner.setdefault(key.strip(), command.id)
                if other != command.id:
                    wrong.append(f"{place}: “{key}” is both {other} and {command.id}")
    return wrong
