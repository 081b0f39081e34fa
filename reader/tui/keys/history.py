"""The keys of the history."""

from reader.tui.keys.command import Command

HISTORY = (
    Command("next-step", "j,down", "Next", "Mark the next step.", runs="next_row"),
    Command(
        "previous-step",
        "k,up",
        "Previous",
        "Mark the step before.",
        runs="previous_row",
    ),
    Command(
        "steps-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("steps-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command("first-step", "home", "Newest", "Mark the newest step.", runs="first_row"),
    Command("last-step", "end", "Oldest", "Mark the oldest listed.", runs="last_row"),
    Command(
        "open-step",
        "enter",
        "Read",
        "Read the article where it was done.",
        True,
        needs_row=True,
    ),
    Command(
        "go-to-step",
        "backspace",
        "Back to here",
        "Undo your steps back to this one, or redo them up to it.",
        True,
        needs_row=True,
    ),
    Command(
        "filter-steps", "f", "Filter", "Keep only steps or coders with words.", True
    ),
)
