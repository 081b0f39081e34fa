"""Every command that has a key, as rows; no Textual here, so the CLI may list them."""

from collections.abc import Mapping

from reader.tui.keys.changes import CHANGES
from reader.tui.keys.codebook import CODEBOOK
from reader.tui.keys.command import Command, shown
from reader.tui.keys.everywhere import EVERYWHERE, PROGRAM
from reader.tui.keys.history import HISTORY
from reader.tui.keys.library import LIBRARY
from reader.tui.keys.occurrences import OCCURRENCES
from reader.tui.keys.reading import READING
from reader.tui.keys.rules import RULES
from reader.tui.keys.search import SEARCH

__all__ = [
    "CHANGES",
    "CODEBOOK",
    "COMMANDS",
    "EVERYWHERE",
    "HISTORY",
    "LIBRARY",
    "OCCURRENCES",
    "PROGRAM",
    "READING",
    "RULES",
    "SEARCH",
    "Command",
    "clashes",
    "reading_command",
    "shown",
]

COMMANDS: Mapping[str, tuple[Command, ...]] = {
    "Everywhere": (*EVERYWHERE, *PROGRAM),
    "Library": LIBRARY,
    "Reading": READING,
    "Codebook": CODEBOOK,
    "Occurrences": OCCURRENCES,
    "Rules": RULES,
    "Search": SEARCH,
    "History": HISTORY,
    "Changes": CHANGES,
}
"""The rows of each place, by the name that its screen has."""


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


def reading_command(character: str) -> Command | None:
    """What a character does while reading, so that no tag takes it for its key."""
    for command in (*READING, *EVERYWHERE, *PROGRAM):
        names = command.keys.split(",")
        if not command.each_key and character in {shown(name) for name in names}:
            return command
    return None
