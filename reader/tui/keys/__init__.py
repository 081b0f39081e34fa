"""Every command that has a key, as rows; no Textual here, so the CLI may list them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from reader.tui.keys.agreement import AGREEMENT
from reader.tui.keys.alike import ALIKE, TYPICAL
from reader.tui.keys.changes import CHANGES, PLACING
from reader.tui.keys.codebook import CODEBOOK
from reader.tui.keys.command import Command, shown
from reader.tui.keys.copies import COPIES, DIFFERENCE, PROVENANCE
from reader.tui.keys.everywhere import EVERYWHERE, PROGRAM
from reader.tui.keys.history import HISTORY
from reader.tui.keys.keywords import KEYWORDS
from reader.tui.keys.library import LIBRARY
from reader.tui.keys.matrix import MATRIX
from reader.tui.keys.occurrences import OCCURRENCES
from reader.tui.keys.passages import PASSAGES
from reader.tui.keys.reading import READING
from reader.tui.keys.review import ADJUDICATING, JUDGING, QUEUE, REVIEWS, while_fixing
from reader.tui.keys.rules import RULES
from reader.tui.keys.search import SEARCH
from reader.tui.keys.versions import VERSIONS

__all__ = [
    "ADJUDICATING",
    "AGREEMENT",
    "ALIKE",
    "CHANGES",
    "CODEBOOK",
    "COMMANDS",
    "COPIES",
    "DIFFERENCE",
    "EVERYWHERE",
    "HISTORY",
    "JUDGING",
    "KEYWORDS",
    "LIBRARY",
    "MATRIX",
    "OCCURRENCES",
    "PASSAGES",
    "PLACING",
    "PROGRAM",
    "PROVENANCE",
    "QUEUE",
    "READING",
    "REVIEWS",
    "RULES",
    "SEARCH",
    "TYPICAL",
    "VERSIONS",
    "Command",
    "as_mapped",
    "clashes",
    "layers",
    "reading_command",
    "shown",
    "while_fixing",
]

COMMANDS: Mapping[str, tuple[Command, ...]] = {
    "Everywhere": (*EVERYWHERE, *PROGRAM),
    "Library": LIBRARY,
    "Reading": READING,
    "Codebook": CODEBOOK,
    "Occurrences": OCCURRENCES,
    "Provenance": PROVENANCE,
    "Copies": COPIES,
    "Difference": DIFFERENCE,
    "Versions": VERSIONS,
    "Rules": RULES,
    "Search": SEARCH,
    "Passages": PASSAGES,
    "Keywords": KEYWORDS,
    "Matrix": MATRIX,
    "Alike": ALIKE,
    "Typical": TYPICAL,
    "History": HISTORY,
    "Changes": CHANGES,
    "Placing": PLACING,
    "Agreement": AGREEMENT,
    "Reviews": REVIEWS,
    "Judging": JUDGING,
    "Adjudicating": ADJUDICATING,
    "Reading queue": QUEUE,
}
"""The rows of each place, by the name that its screen has."""

_OVER = dict.fromkeys(
    ("Judging", "Adjudicating", "Reading queue", "Placing"), "Reading"
)
"""Places that have the keys of another too, but for those that they take themselves."""


def layers(place: str) -> Mapping[str, tuple[Command, ...]]:
    """The rows that hold in a place: its own, those below, those of everywhere.

    In a place that lies over another, a row below is without the keys that a row
    above it takes; one that is left without a key is out. What the whole program
    does comes last.
    """
    below: dict[str, tuple[Command, ...]]
    below = {"Everywhere": EVERYWHERE, "Program": PROGRAM}
    if place in _OVER:
        below = {_OVER[place]: COMMANDS[_OVER[place]], **below}
        taken = {key for row in COMMANDS[place] for key in row.keys.split(",")}
        below = {name: _without(taken, rows) for name, rows in below.items()}
    return below if place in below else {place: COMMANDS[place], **below}


def _without(taken: set[str], rows: tuple[Command, ...]) -> tuple[Command, ...]:
    free = []
    for command in rows:
        keys = [key for key in command.keys.split(",") if key not in taken]
        if keys:
            free.append(replace(command, keys=",".join(keys)))
    return tuple(free)


def as_mapped(
    rows: Iterable[Command], keymap: Mapping[str, str]
) -> tuple[Command, ...]:
    """The rows with the keys that a user has given their commands."""
    return tuple(
        replace(row, keys=",".join(map(str.strip, keymap[row.id].split(","))))
        if row.id in keymap and not row.each_key
        else row
        for row in rows
    )


def clashes(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a user's keys, one line each.

    Textual itself passes over a key that takes another command's place, and that
    command is then out of reach.
    """
    known = {command.id for rows in COMMANDS.values() for command in rows}
    wrong = [f"there is no command “{name}”" for name in keymap if name not in known]
    told: set[frozenset[str]] = set()
    for place in COMMANDS:
        owner: dict[str, str] = {}
        for command in chain.from_iterable(layers(place).values()):
            for key in keymap.get(command.id, command.keys).split(","):
                other = owner.setdefault(key.strip(), command.id)
                both = frozenset((key, other, command.id))
                if other != command.id and both not in told:
                    told.add(both)
                    wrong.append(f"{place}: “{key}” is both {other} and {command.id}")
    return wrong


def reading_command(character: str) -> Command | None:
    """What a character does while reading, so that no tag takes it for its key."""
    for command in (*READING, *EVERYWHERE, *PROGRAM):
        names = command.keys.split(",")
        if not command.each_key and character in {shown(name) for name in names}:
            return command
    return None
