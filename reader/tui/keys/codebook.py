"""The keys of the codebook."""

from reader.tui.keys.command import Command

CODEBOOK = (
    Command("next-tag", "j,down", "Next", "Mark the next tag."),
    Command("previous-tag", "k,up", "Previous", "Mark the tag before."),
    Command("tags-down", "space,pagedown", "Page down", "One page on."),
    Command("tags-up", "b,pageup", "Page up", "One page back."),
    Command("first-tag", "home", "First", "Mark the first tag."),
    Command("last-tag", "end", "Last", "Mark the last tag."),
    Command("new-tag", "t", "New tag", "Make a tag, beside the marked one.", True),
    Command(
        "rename-tag",
        "enter",
        "Rename",
        "Change the tag's path, and so move it; what is under it comes along.",
        True,
    ),
    Command(
        "tag-passages", "G", "Passages", "List its passages, across articles.", True
    ),
    Command(
        "typical-words", "w", "Typical words", "List the words that are typical of it."
    ),
    Command("describe-tag", "D", "Describe", "Say what it means, in Markdown.", True),
    Command("tag-memo", "m", "Memo", "Note something about the tag."),
    Command("merge-tag", "ampersand", "Merge", "Make it one with another tag.", True),
    Command(
        "split-tag",
        "vertical_line",
        "Split",
        "Tick some of its passages, and give them a tag of their own.",
        True,
    ),
    Command("move-tag", "P", "Put under", "Choose the tag that it goes under."),
    Command("tag-later", "right_parenthesis", "Later", "One place down, for good."),
    Command("tag-earlier", "left_parenthesis", "Earlier", "One place up, for good."),
    Command("recolour-tag", "C", "Colour", "Choose another colour."),
    Command("tag-key", "number_sign", "Key", "Choose the key that applies it.", True),
    Command(
        "retire-tag", "i", "Retire", "Offer it no more, or again; it is kept.", True
    ),
    Command("show-retired", "z", "Retired", "Show the retired tags, or hide them."),
    Command(
        "delete-tag",
        "d",
        "Delete",
        "Delete the tag; if it is used, after a yes. Undo brings all back.",
    ),
    Command("filter-tags", "f", "Filter", "Keep only tags with these letters.", True),
)
