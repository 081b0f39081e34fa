"""The keys of the lists of like paragraphs and of typical words."""

from reader.tui.keys.command import Command

ALIKE = (
    Command("next-alike", "j,down", "Next", "Mark the next one.", runs="next_row"),
    Command(
        "previous-alike",
        "k,up",
        "Previous",
        "Mark the one before.",
        runs="previous_row",
    ),
    Command(
        "alike-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("alike-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command(
        "open-alike", "enter", "Read", "Read the article there.", True, needs_row=True
    ),
    Command("tag-alike", "t", "Tag", "Tag the paragraph.", True, needs_row=True),
)

TYPICAL = (
    Command("next-typical", "j,down", "Next", "Mark the next word.", runs="next_row"),
    Command(
        "previous-typical",
        "k,up",
        "Previous",
        "Mark the word before.",
        runs="previous_row",
    ),
    Command(
        "typical-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("typical-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command(
        "find-typical",
        "enter",
        "Places",
        "List every place of it, to be tagged.",
        True,
        needs_row=True,
    ),
    Command(
        "suggest-typical",
        "W",
        "Keyword",
        "Suggest the tag wherever it stands.",
        True,
        needs_row=True,
    ),
)
