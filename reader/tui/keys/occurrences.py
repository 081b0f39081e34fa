"""The keys of the list of places where words stand."""

from reader.tui.keys.command import Command

OCCURRENCES = (
    Command("next-place", "j,down", "Next", "Mark the next place.", runs="next_row"),
    Command(
        "previous-place",
        "k,up",
        "Previous",
        "Mark the place before.",
        runs="previous_row",
    ),
    Command("places-down", "pagedown", "Page down", "One page on.", runs="page_down"),
    Command("places-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command("first-place", "home", "First", "Mark the first place.", runs="first_row"),
    Command("last-place", "end", "Last", "Mark the last one listed.", runs="last_row"),
    Command(
        "tag-places",
        "t",
        "Tag",
        "Choose a tag for the ticked places.",
        True,
        needs_row=True,
    ),
    Command(
        "tick-place",
        "space,x",
        "Tick",
        "Tick the place, or do not tag it.",
        True,
        needs_row=True,
    ),
    Command("tick-places", "X", "Tick all", "Tick all that is not hidden, or nothing."),
    Command("all-articles", "A", "All articles", "Look in all articles, or one.", True),
    Command("seek-words", "slash", "Words", "Look for other words.", True),
    Command("whole-words", "W", "Whole words", "Whole words only, or parts of them."),
    Command("match-case", "C", "Case", "Capitals as typed, or any."),
    Command("as-pattern", "P", "Pattern", "Take the words for a regular expression."),
    Command("around-word", "w", "Words", "Tag just the words."),
    Command("around-sentence", "s", "Sentence", "Tag the sentence around them."),
    Command("around-paragraph", "p", "Paragraph", "Tag the paragraph around them."),
    Command(
        "open-place", "enter", "Read", "Read the article at the place.", needs_row=True
    ),
)
