"""The keys of the search."""

from reader.tui.keys.command import Command

SEARCH = (
    Command("next-hit", "j,down", "Next", "Mark the next passage."),
    Command("previous-hit", "k,up", "Previous", "Mark the passage before."),
    Command(
        "open-hit",
        "enter",
        "Read",
        "Read the article at the passage.",
        True,
        needs_row=True,
    ),
    Command(
        "tag-hits",
        "t",
        "Tag",
        "Tag the ticked passages, else the marked.",
        True,
        needs_row=True,
    ),
    Command(
        "tick",
        "space,x",
        "Tick",
        "Tick the passage, to tag several at once.",
        True,
        needs_row=True,
    ),
    Command("tick-all", "X", "Tick all", "Tick every listed passage, or none."),
    Command("search-hidden", "z", "Hidden", "Search the hidden lines too.", True),
    Command(
        "sort-hits",
        "o",
        "Order",
        "The newest first, or the most relevant.",
        True,
        needs_row=True,
    ),
    Command("search-words", "slash", "Search", "Type other words.", True),
    Command("tag-word", "w", "Words", "Tag just the words that were found."),
    Command("tag-sentence", "s", "Sentence", "Tag the sentence around them."),
    Command("tag-paragraph", "p", "Paragraph", "Tag the paragraph around them."),
    Command(
        "next-found", "right_square_bracket", "Next article", "Go to the next article."
    ),
    Command(
        "previous-found", "left_square_bracket", "Article before", "Go back to one."
    ),
    Command("hits-down", "pagedown", "Page down", "One page on."),
    Command("hits-up", "b,pageup", "Page up", "One page back."),
    Command("first-hit", "home", "First", "Mark the first passage."),
    Command("last-hit", "end", "Last", "Mark the last passage that is listed."),
)

TO_SEARCH = Command(
    "search",
    "slash",
    "Search",
    "Search all articles; the passages come with what stands around them.",
    True,
    opens="search:SearchScreen",
)
"""The way to it, from where there is one."""
