"""What a row of the key table says, and how its keys are written."""

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
    """Whether it stands in the last line of its place."""
    each_key: bool = False
    """The action is told which of the keys it was."""
    needs_row: bool = False
    """It is about what is listed: where nothing is, the last line is without it."""
    in_dialogs: bool = False
    """It holds over a dialog, too; no widget there but one that types takes its key."""
    opens: str = ""
    """`module:Class` of the screen that it opens, under `reader.tui.screens`."""
    runs: str = ""
    """The action, where the commands of several places have the same one."""

    @property
    def action(self) -> str:
        """The action that Textual is to run."""
        if self.opens:
            return f"app.open_place('{self.opens}')"
        return self.runs or self.id.replace("-", "_")


_SHOWN = {
    "question_mark": "?",
    "apostrophe": "'",
    "full_stop": ".",
    "plus": "+",
    "asterisk": "*",
    "semicolon": ";",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "ampersand": "&",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "at": "@",
    "quotation_mark": '"',
    "number_sign": "#",
    "vertical_line": "|",
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
