"""Every command that has a key, as rows; no Textual here, so the CLI may list them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does.

    The id names it everywhere: in a user's keymap, in the help, in the README
    and, with underscores, as the `action_` method of its place.
    """

    id: str
    keys: str
    """Textual's names, comma between; the first is the one that is shown."""
    label: str
    """One or two words, for the footer and the palette."""
    help: str
    """A sentence."""
    footer: bool = False
    each_key: bool = False
    """The action is told which of the keys it was."""

    @property
    def action(self) -> str:
        """The name of the action, less its `action_`."""
        return self.id.replace("-", "_")


EVERYWHERE = (
    Command("help", "question_mark,f1", "Keys", "Show the keys of this place.", True),
    Command("undo", "u", "Undo", "Take back the last change, also after a restart."),
    Command("redo", "ctrl+r", "Redo", "Do again what was taken back."),
    Command("export", "e", "Export", "Write the annotations to a CSV file.", True),
    Command(
        "leave", "q,escape", "Leave", "One step out; q in the library quits.", True
    ),
)

PROGRAM = (
    Command("rules", "R", "Rules", "List what the cleaner was taught."),
    Command(
        "command-palette", "ctrl+p", "Commands", "Find a command by typing its name."
    ),
    Command("quit", "ctrl+q", "Quit", "Leave the program; everything is saved."),
)

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

READING = (
    Command("next-passage", "j,down", "Next", "Go to the next passage of this size."),
    Command("previous-passage", "k,up", "Previous", "Go to the passage before."),
    Command("next-word", "l,right", "Next word", "Go to the next word."),
    Command("previous-word", "h,left", "Previous word", "Go to the word before."),
    Command("size-word", "w", "Word", "Pick by words."),
    Command("size-sentence", "s", "Sentence", "Pick by sentences."),
    Command("size-paragraph", "p", "Paragraph", "Pick by paragraphs."),
    Command("size-character", "c", "Character", "Pick by characters."),
    Command(
        "stretch-passage",
        "J,shift+down",
        "Stretch",
        "Move the moving end on by a passage.",
    ),
    Command(
        "pull-passage",
        "K,shift+up",
        "Pull back",
        "Move the moving end back by a passage.",
    ),
    Command("stretch-word", "L,shift+right", "Stretch a word", "Move it on by a word."),
    Command("pull-word", "H,shift+left", "Pull back a word", "Move it back by a word."),
    Command("other-end", "o", "Other end", "Let the other end of the pick move."),
    Command("grow", "plus", "Grow", "Grow to the passage around."),
    Command("shrink", "minus", "Shrink", "Shrink back to where growing began."),
    Command("jump", "apostrophe", "Jump", "Put a letter on each passage in view."),
    Command("tag", "t", "Tag", "Tag the picked passage: type to filter.", True),
    Command(
        "tag-by-key",
        "1,2,3,4,5,6,7,8,9",
        "Tag at once",
        "Apply the tag that has this key.",
        each_key=True,
    ),
    Command("repeat-tag", "full_stop", "Again", "Apply the last tag again."),
    Command("memo", "m", "Memo", "Write a memo on the passage or its tag.", True),
    Command("remove", "d", "Untag", "Remove the annotation under the cursor."),
    Command("next-annotation", "tab", "Next tag", "Go to the next annotation."),
    Command(
        "previous-annotation", "shift+tab", "Previous tag", "Go to the one before."
    ),
    Command(
        "show-hidden", "z", "Hidden", "Show the hidden lines with their reasons.", True
    ),
    Command(
        "ignore-line",
        "i",
        "Ignore",
        "Hide this line, or keep it, against the verdict.",
        True,
    ),
    Command("teach", "I", "Teach", "Hide or keep every line like this one."),
    Command("strength", "S", "Strength", "Clean more, or less: the next strength."),
    Command("find", "f", "Find", "Find words in this article.", True),
    Command("next-match", "n", "Next match", "Go to the next match."),
    Command("previous-match", "N", "Previous match", "Go to the match before."),
    Command("page-down", "space,pagedown", "Page down", "One page on."),
    Command("page-up", "b,pageup", "Page up", "One page back."),
    Command("first-passage", "home", "Start", "Go to the first passage."),
    Command("last-passage", "end", "End", "Go to the last passage."),
    Command(
        "done", "enter", "Done, next", "Mark the article done, go to the next.", True
    ),
    Command(
        "next-article", "right_square_bracket", "Next article", "Without marking it."
    ),
    Command(
        "previous-article", "left_square_bracket", "Article before", "Go back one."
    ),
    Command("focus-mode", "F", "Focus", "Dim everything but the picked passage."),
    Command("side", "v", "Annotations", "Show or hide the list beside the text."),
)

RULES = (
    Command("next-rule", "j,down", "Next", "Mark the next rule."),
    Command("previous-rule", "k,up", "Previous", "Mark the rule before."),
    Command("edit-rule", "enter", "Edit", "Change the words of the rule.", True),
    Command(
        "remove-rule", "d", "Forget", "Forget the rule; undo brings it back.", True
    ),
)

COMMANDS: Mapping[str, tuple[Command, ...]] = {
    "Everywhere": (*EVERYWHERE, *PROGRAM),
    "Library": LIBRARY,
    "Reading": READING,
    "Rules": RULES,
}

_SHOWN = {
    "question_mark": "?",
    "apostrophe": "'",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "page down",
    "pageup": "page up",
}


def shown(key: str) -> str:
    """A key as a person would write it: `?` for `question_mark`, `^r` for `ctrl+r`."""
    before, plus, last = key.rpartition("+")
    name = _SHOWN.get(last, last)
    return f"{before}{plus}{name}"


def clashes(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a user's keys, one line each.

    Textual itself passes over a key that takes another command's place, and that
    command is then out of reach.
    """
    known = {command.id for rows in COMMANDS.values() for command in rows}
    wrong = [f"there is no command “{name}”" for name in keymap if name not in known]
    everywhere = COMMANDS["Everywhere"]
    for place, rows in COMMANDS.items():
        owner: dict[str, str] = {}
        for command in rows if rows is everywhere else (*rows, *everywhere):
            for key in keymap.get(command.id, command.keys).split(","):
                other = owner.setdefault(key.strip(), command.id)
                if other != command.id:
                    wrong.append(f"{place}: “{key}” is both {other} and {command.id}")
    return wrong
