"""The keys of two versions of an article compared."""

from dataclasses import replace

from reader.tui.keys.command import Command
from reader.tui.keys.copies import DIFFERENCE

_OF_COPIES = ("next-compared", "previous-compared", "read-compared")
VERSIONS = (
    *(
        replace(command, id=f"version-{command.id}", runs=command.action)
        for command in DIFFERENCE
        if command.id not in _OF_COPIES
    ),
    Command(
        "newer-version",
        "right_square_bracket",
        "Newer",
        "See what the next version changed.",
        True,
        runs="next_compared",
    ),
    Command(
        "older-version",
        "left_square_bracket",
        "Older",
        "See what the version before changed.",
        True,
        runs="previous_compared",
    ),
)
"""Those of two copies compared, but that the pairs are of one article."""
