"""The keys of the figures of agreement."""

from reader.tui.keys.command import Command

AGREEMENT = (
    Command("next-figure", "j,down", "Next", "Mark the next tag.", runs="next_row"),
    Command(
        "previous-figure",
        "k,up",
        "Previous",
        "Mark the tag before.",
        runs="previous_row",
    ),
    Command("figures-down", "pagedown", "Page down", "One page on.", runs="page_down"),
    Command("figures-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command(
        "whose",
        "w",
        "Whose",
        "Choose who is compared: all, two of them, you with yourself.",
        True,
    ),
    Command(
        "see-passages",
        "enter",
        "Passages",
        "Go through the passages behind the figures, the disputed ones.",
        True,
        needs_row=True,
    ),
    Command(
        "see-all-passages",
        "space",
        "All of them",
        "Go through all passages with the tag.",
        True,
        needs_row=True,
    ),
)
