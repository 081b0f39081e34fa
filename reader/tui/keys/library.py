"""The keys of the library."""

from reader.tui.keys.command import Command

LIBRARY = (
    Command("mark-next", "j,down", "Next", "Mark the next article."),
    Command("mark-previous", "k,up", "Previous", "Mark the article before."),
    Command("list-down", "space,pagedown", "Page down", "One page on."),
    Command("list-up", "b,pageup", "Page up", "One page back."),
    Command("mark-first", "home", "First", "Mark the first article."),
    Command("mark-last", "end", "Last", "Mark the last article."),
    Command("open-article", "enter", "Read", "Read the marked article.", True),
    Command(
        "filter", "f", "Filter", "Keep only titles and sources with these words.", True
    ),
    Command("order", "o", "Order", "Sort by the next column.", True),
    Command("import", "i", "Import", "Bring in files or a folder.", True),
    Command(
        "remove-article", "d", "Remove", "Take the article out; undo brings it back."
    ),
    Command("preview", "v", "Preview", "Show or hide the preview."),
)
