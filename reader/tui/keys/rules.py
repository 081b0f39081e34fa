"""The keys of the list of cleaning rules."""

from reader.tui.keys.command import Command

RULES = (
    Command("next-rule", "j,down", "Next", "Mark the next rule.", runs="next_row"),
    Command(
        "previous-rule",
        "k,up",
        "Previous",
        "Mark the rule before.",
        runs="previous_row",
    ),
    Command(
        "rules-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("rules-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command(
        "edit-rule",
        "enter",
        "Edit",
        "Change the words of the rule.",
        True,
        needs_row=True,
    ),
    Command(
        "remove-rule",
        "d",
        "Forget",
        "Forget the rule; undo brings it back.",
        True,
        needs_row=True,
    ),
)
