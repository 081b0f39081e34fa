"""The keys of the figures of agreement."""

from reader.tui.keys.command import Command

AGREEMENT = (
    Command("next-figure", "j,down", "Next", "Mark the next tag."),
    Command("previous-figure", "k,up", "Previous", "Mark the tag before."),
    Command(
        "whose",
        "w",
        "Whose",
        "Compare other coders: all, two of them, you with yourself.",
        True,
    ),
    Command(
        "see-passages",
        "enter",
        "Passages",
        "Go through the passages behind the figures, the disputed ones.",
        True,
    ),
    Command(
        "see-all-passages",
        "space",
        "All of them",
        "Go through all passages with the tag.",
        True,
    ),
)
