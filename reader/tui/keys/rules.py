"""The keys of the list of cleaning rules."""

from reader.tui.keys.command import Command

RULES = (
    Command("next-rule", "j,down", "Next", "Mark the next rule."),
    Command("previous-rule", "k,up", "Previous", "Mark the rule before."),
    Command("edit-rule", "enter", "Edit", "Change the words of the rule.", True),
    Command(
        "remove-rule", "d", "Forget", "Forget the rule; undo brings it back.", True
    ),
)
