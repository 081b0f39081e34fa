"""Rows of the key table as Textual's bindings."""

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

from reader.tui.keys import Command


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
            priority=command.in_dialogs,
            tooltip=command.help,
            id=f"{command.id}-{keys}" if command.each_key else command.id,
        )
