"""The keys of the matrix."""

from reader.tui.keys.command import Command

MATRIX = (
    Command("next-row", "j,down", "Next", "One tag on."),
    Command("previous-row", "k,up", "Previous", "One tag back."),
    Command("next-column", "l,right", "Right", "One column on."),
    Command("previous-column", "h,left", "Left", "One column back."),
    Command(
        "open-cell",
        "enter",
        "Passages",
        "List the passages of the cell.",
        True,
        needs_row=True,
    ),
    Command(
        "other-columns",
        "o",
        "Columns",
        "Count against months, sites, articles or tags.",
        True,
        needs_row=True,
    ),
    Command(
        "other-unit",
        "n",
        "Unit",
        "For tags by tags: passage, sentence, paragraph or article.",
        True,
        needs_row=True,
    ),
    Command(
        "shallower",
        "minus",
        "Shallower",
        "Take tags up into those above them.",
        True,
        needs_row=True,
    ),
    Command(
        "deeper",
        "plus",
        "Deeper",
        "Count one more part of their paths.",
        True,
        needs_row=True,
    ),
    Command("rows-down", "space,pagedown", "Page down", "One page on."),
    Command("rows-up", "b,pageup", "Page up", "One page back."),
    Command("first-row", "home", "First", "Go to the first tag."),
    Command("last-row", "end", "Last", "Go to the last tag."),
)

TO_MATRIX = Command(
    "matrix",
    "B",
    "Matrix",
    "Count tags by month, site, article and tag, with bars and a heat map.",
    opens="matrix:MatrixScreen",
)
"""The way to it, from where there is one."""
