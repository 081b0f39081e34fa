"""The keys of a family of copies, of two compared, and of a sentence's places."""

from dataclasses import replace

from reader.tui.keys.command import Command
from reader.tui.keys.occurrences import OCCURRENCES

TO_COPIES = Command(
    "copies",
    "C",
    "Copies",
    "List the near copies of the article, and compare any two.",
)
"""The way to a family, from where an article is open or marked."""

COPIES = (
    Command("next-copy", "j,down", "Next", "Mark the next one.", runs="next_row"),
    Command(
        "previous-copy",
        "k,up",
        "Previous",
        "Mark the one before.",
        runs="previous_row",
    ),
    Command("copies-down", "pagedown", "Page down", "One page on.", runs="page_down"),
    Command("copies-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command("first-copy", "home", "Oldest", "Mark the oldest.", runs="first_row"),
    Command("last-copy", "end", "Newest", "Mark the newest.", runs="last_row"),
    Command(
        "open-copy", "enter", "Read", "Read the marked article.", True, needs_row=True
    ),
    Command(
        "compare-copy",
        "c",
        "Compare",
        "Read the marked one against the one with the tick.",
        True,
        needs_row=True,
    ),
    Command(
        "tick-copy",
        "space,x",
        "Tick",
        "Compare the others with the marked one.",
        True,
        needs_row=True,
    ),
)

DIFFERENCE = (
    Command("next-change", "n", "Next", "Go to the next change.", True),
    Command("previous-change", "N", "Previous", "Go to the change before.", True),
    Command("difference-down", "j,down", "Down", "A row down."),
    Command("difference-up", "k,up", "Up", "A row up."),
    Command("difference-page-down", "space,pagedown", "Page down", "One page on."),
    Command("difference-page-up", "b,pageup", "Page up", "One page back."),
    Command("difference-start", "home", "Start", "Go to the beginning."),
    Command("difference-end", "end", "End", "Go to the end."),
    Command(
        "beside",
        "v",
        "Beside",
        "Show the texts beside each other, or one in the other.",
        True,
    ),
    Command(
        "next-compared",
        "right_square_bracket",
        "Next copy",
        "Compare with the next of the family.",
        True,
    ),
    Command(
        "previous-compared",
        "left_square_bracket",
        "Copy before",
        "Compare with the one before.",
    ),
    Command("read-compared", "enter", "Read", "Read the article at the right.", True),
)

_OF_PLACES = (
    "next-place", "previous-place", "places-down", "places-up", "first-place",
    "last-place", "tag-places", "tick-place", "tick-places", "open-place",
)  # fmt: skip
PROVENANCE = tuple(
    replace(
        command,
        id=f"shared-{command.id}",
        runs=command.action,
        footer=command.footer or command.id == "open-place",
    )
    for command in OCCURRENCES
    if command.id in _OF_PLACES
)
"""Those of the other list of places that a sentence has, too."""
