"""The keys of the passages of tags."""

from reader.tui.keys.command import Command

PASSAGES = (
    Command("next-tagged", "j,down", "Next", "Mark the next passage.", runs="next_hit"),
    Command(
        "previous-tagged",
        "k,up",
        "Previous",
        "Mark the passage before.",
        runs="previous_hit",
    ),
    Command(
        "open-tagged",
        "enter",
        "Read",
        "Read the article at the passage.",
        True,
        runs="open_hit",
        needs_row=True,
    ),
    Command(
        "retag",
        "t",
        "Retag",
        "Give the ticked passages another tag.",
        True,
        needs_row=True,
    ),
    Command(
        "tick-tagged",
        "space,x",
        "Tick",
        "Tick the passage.",
        True,
        runs="tick",
        needs_row=True,
    ),
    Command(
        "tick-all-tagged",
        "X",
        "Tick all",
        "Tick every listed passage, or none.",
        runs="tick_all",
    ),
    Command(
        "remove-passages",
        "d",
        "Untag",
        "Take the tag off the ticked passages.",
        True,
        needs_row=True,
    ),
    Command(
        "ask-tags",
        "slash",
        "Query",
        "Type tags with AND, OR, NOT, in:sentence.",
        True,
        runs="search_words",
    ),
    Command(
        "next-tagged-article",
        "right_square_bracket",
        "Next article",
        "Go to the next article.",
        runs="next_found",
    ),
    Command(
        "previous-tagged-article",
        "left_square_bracket",
        "Article before",
        "Go back to one.",
        runs="previous_found",
    ),
    Command("tagged-down", "pagedown", "Page down", "One page on.", runs="hits_down"),
    Command("tagged-up", "b,pageup", "Page up", "One page back.", runs="hits_up"),
    Command("first-tagged", "home", "First", "Mark the first.", runs="first_hit"),
    Command("last-tagged", "end", "Last", "Mark the last listed.", runs="last_hit"),
)

TO_PASSAGES = Command(
    "passages",
    "G",
    "Passages",
    "List the passages of tags across articles: china AND trade in:sentence.",
    opens="tagged:PassagesScreen",
)
"""The way to them, from where there is one."""
