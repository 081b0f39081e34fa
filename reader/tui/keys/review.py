"""The keys of reviews: the list of them, passages to judge, articles to read."""

from collections.abc import Iterable
from dataclasses import replace

from reader.tui.keys.command import Command

REVIEWS = (
    Command("next-review", "j,down", "Next", "Mark the next row.", runs="next_row"),
    Command(
        "previous-review",
        "k,up",
        "Previous",
        "Mark the row before.",
        runs="previous_row",
    ),
    Command(
        "reviews-down", "space,pagedown", "Page down", "One page on.", runs="page_down"
    ),
    Command("reviews-up", "b,pageup", "Page up", "One page back.", runs="page_up"),
    Command(
        "start-review",
        "enter",
        "Start",
        "Start it, or go on with it.",
        True,
        needs_row=True,
    ),
    Command("filter-reviews", "f", "Filter", "Only articles with these words.", True),
    Command(
        "review-summary",
        "s",
        "Summary",
        "Show what came of a session.",
        True,
        needs_row=True,
    ),
    Command(
        "forget-review",
        "d",
        "Forget",
        "Take a session off the list; undo helps.",
        True,
        needs_row=True,
    ),
)

_FLAG = ("G", "Flag", "Mark it for the codebook, or no longer.", True)

JUDGING = (
    Command("accept", "a,enter", "Accept", "It is right; on to the next.", True),
    Command("reject", "x", "Reject", "It is wrong; your own is removed.", True),
    Command("skip", "space", "Skip", "Decide later; it comes again.", True),
    Command("back", "backspace", "Back", "Go back to the item before.", True),
    Command("fix", "e", "Fix", "Change tag, ends or memo with the reading keys.", True),
    Command("flag", *_FLAG),
    Command("definition", "D", "Definition", "Show what its tag means.", True),
)
"""Over those of reading."""

_WHILE_FIXING = {
    "accept": ("Keep", "enter"),
    "keep-mine": ("Keep", "enter"),
    "tag": ("Tag", ""),
    "memo": ("Memo", ""),
    "stretch-passage": ("Stretch", ""),
    "stretch-word": ("a word", ""),
    "other-end": ("Other end", ""),
    "leave": ("Give up", "escape"),
    "help": ("Keys", ""),
}
"""What commands do while a passage is fixed, and the key that is then shown."""


def while_fixing(commands: Iterable[Command]) -> list[Command]:
    """The rows that the last line has while a passage is fixed."""
    rows = {command.id: command for command in commands}
    return [
        replace(rows[name], label=label, keys=_with_first(key, rows[name]), footer=True)
        for name, (label, key) in _WHILE_FIXING.items()
        if name in rows
    ]


def _with_first(key: str, command: Command) -> str:
    """One of a command's keys alone, unless a user has given it others."""
    return key if key in command.keys.split(",") else command.keys


ADJUDICATING = (
    Command(
        "take-side",
        "1,2,3,4,5,6,7,8,9",
        "Take a coder's",
        "Take what this coder tagged.",
        each_key=True,
    ),
    Command("take-all", "a", "All", "Take what all of them tagged.", True),
    Command("take-none", "x", "None", "Take nothing: it is no passage.", True),
    Command("mine", "e", "Mine", "Make your own with the reading keys.", True),
    Command("keep-mine", "enter", "Keep", "Keep the one you made; on to the next."),
    Command("skip-case", "space", "Skip", "Decide later; it comes again.", True),
    Command("case-back", "backspace", "Back", "Go back to the case before.", True),
    Command("flag-case", *_FLAG),
)
"""Over those of reading; the decisions are the gold coder's, nobody else's change."""

QUEUE = (
    Command("finish", "enter", "Done, next", "Mark it done; on to the next.", True),
    Command("set-aside", "X", "Not relevant", "Set it aside; on to the next.", True),
    Command("skip-article", "right_square_bracket", "Skip", "Read it later.", True),
    Command(
        "article-back",
        "backspace,left_square_bracket",
        "Back",
        "Go back to the article before.",
        True,
    ),
    Command("flag-article", *_FLAG),
)
"""Over those of reading."""
