"""A line of a concordance: the words in one column, what stands around them beside.

Key word in context, after H. P. Luhn (1960).
"""

from rich.cells import cell_len
from textual.content import Content

from reader.text.safe import safe_line
from reader.tui.widgets.cutting import head, tail

_LEFT_SHARE = 0.4
"""Of the cells of a line, those before the words."""


def kwic(
    before: str, words: str, after: str, width: int, *, dim: bool = False
) -> Content:
    """The three parts on one line.

    Args:
        before: What stands before, from outside; its end is kept, after an ellipsis.
        words: The words in the middle.
        after: What stands after; its beginning is kept.
        width: Cells of the whole line.
        dim: Whether all of it matters less.
    """
    look = "dim" if dim else ""
    left = int(width * _LEFT_SHARE)
    room = width - left
    middle = head(safe_line(" ".join(words.split())), room, pad=False)
    rest = room - cell_len(middle)
    return Content.assemble(
        (tail(_line(before, words), left), "dim"),
        (middle, f"bold {look}"),
        (head(_line(words, after, first=False), rest), "dim"),
    )


def _line(one: str, other: str, *, first: bool = True) -> str:
    """One of two neighbours on one line, with the blank between them, if any."""
    text = " ".join((one if first else other).split())
    gap = one[-1:].isspace() or other[:1].isspace()
    spaced = f"{text} " if first else f" {text}"
    return safe_line(spaced if gap else text)
