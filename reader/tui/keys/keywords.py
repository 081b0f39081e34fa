"""The keys of the list of keywords."""

from reader.tui.keys.command import Command

KEYWORDS = (
    Command("next-keyword", "j,down", "Next", "Mark the next one.", runs="next_row"),
    Command(
        "previous-keyword",
        "k,up",
        "Previous",
        "Mark the one before.",
        runs="previous_row",
    ),
    Command(
        "keywords-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("keywords-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command("new-keyword", "t", "New", "Choose a tag and type what suggests it.", True),
    Command("edit-keyword", "enter", "Edit", "Change the words.", True, needs_row=True),
    Command(
        "remove-keyword",
        "d",
        "Remove",
        "Suggest by it no more; undo can.",
        True,
        needs_row=True,
    ),
    Command("keyword-whole", "W", "Whole words", "Whole words only, or parts of them."),
    Command("keyword-case", "C", "Case", "Capitals as typed, or any."),
    Command(
        "keyword-pattern",
        "P",
        "Pattern",
        "A regular expression, or words.",
        True,
        needs_row=True,
    ),
)
