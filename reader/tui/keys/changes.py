"""The keys of the passages that a changed article left in doubt."""

from reader.tui.keys.command import Command

CHANGES = (
    Command("next-doubt", "j,down", "Next", "Mark the next passage.", runs="next_row"),
    Command(
        "previous-doubt",
        "k,up",
        "Previous",
        "Mark the passage before.",
        runs="previous_row",
    ),
    Command(
        "next-spot",
        "l,right",
        "Other place",
        "Show the next likely place.",
        True,
        needs_row=True,
    ),
    Command("previous-spot", "h,left", "Place before", "Show the place before."),
    Command(
        "accept-spot",
        "a",
        "Accept",
        "The passage is the one that is shown.",
        True,
        needs_row=True,
    ),
    Command(
        "pick-spot",
        "p",
        "Pick place",
        "Open the article and pick the words where the passage stands now.",
        True,
        needs_row=True,
    ),
    Command(
        "give-up",
        "x",
        "Not there",
        "It is not in the new text; the annotation stays with the old one.",
        True,
        needs_row=True,
    ),
    Command("remove-doubt", "d", "Untag", "Remove the annotation; u brings it back."),
    Command(
        "read-doubt",
        "enter",
        "Read",
        "Read the article at that place.",
        True,
        needs_row=True,
    ),
)

PLACING = (
    Command("place-here", "enter", "Put here", "The passage is what is picked.", True),
)
"""Over those of reading."""
