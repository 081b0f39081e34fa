"""The keys of the library."""

from reader.tui.keys.browser import TO_BROWSER
from reader.tui.keys.command import Command
from reader.tui.keys.copies import TO_COPIES
from reader.tui.keys.matrix import TO_MATRIX
from reader.tui.keys.passages import TO_PASSAGES
from reader.tui.keys.search import TO_SEARCH

LIBRARY = (
    Command("mark-next", "j,down", "Next", "Mark the next article."),
    Command("mark-previous", "k,up", "Previous", "Mark the article before."),
    Command("list-down", "space,pagedown", "Page down", "One page on."),
    Command("list-up", "b,pageup", "Page up", "One page back."),
    Command("mark-first", "home", "First", "Mark the first article."),
    Command("mark-last", "end", "Last", "Mark the last article."),
    Command(
        "open-article",
        "enter",
        "Read",
        "Read the marked article.",
        True,
        needs_row=True,
    ),
    TO_BROWSER,
    TO_COPIES,
    TO_SEARCH,
    TO_PASSAGES,
    TO_MATRIX,
    Command(
        "filter",
        "f",
        "Filter",
        "List only some articles: by words, status, tag, site, date and more.",
        True,
    ),
    Command(
        "saved-filter",
        "1,2,3,4,5,6,7,8,9",
        "Saved filter",
        "Filter as it was saved under a name; the filter dialog numbers them.",
        each_key=True,
    ),
    Command(
        "jump-title", "apostrophe", "Jump", "Type how a title begins, and go there."
    ),
    Command("order", "o", "Order", "Sort by the next column.", True, needs_row=True),
    Command("turn-order", "O", "Turn", "Sort the other way round."),
    Command(
        "review",
        "r",
        "Review",
        "Judge passages or read a queue, one key an answer.",
        True,
        opens="reviews:ReviewsScreen",
    ),
    Command(
        "agreement",
        "A",
        "Agreement",
        "How far coders agree, and the passages behind it.",
        opens="agreement:AgreementScreen",
    ),
    Command("import", "i", "Import", "Bring in files or a folder.", True),
    Command(
        "import-annotations", "I", "Annotations in", "Bring in annotations of a file."
    ),
    Command("tick-article", "x", "Tick", "Tick the article, to act on several."),
    Command("tick-articles", "X", "Tick all", "Tick all that is listed, or nothing."),
    Command(
        "status", "s", "Status", "Say of the ticked articles how far they were read."
    ),
    Command(
        "tag-articles", "t", "Tag", "Tag the first line of each of the ticked articles."
    ),
    Command(
        "remove-article",
        "d",
        "Remove",
        "Take the ticked articles out, else the marked one; undo brings them back.",
    ),
    Command(
        "library-strength",
        "S",
        "Strength",
        "Clean all articles more, or less: the next strength.",
    ),
    Command("preview", "v", "Preview", "Show or hide the preview."),
)
