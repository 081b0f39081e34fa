"""A line of a concordance: the words in one column, what stands around them beside.

Key word in context, after H. P. Luhn (1960).
"""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from reader.text.safe import safe_line

_LEFT_SHARE = 0.4
"""Of the cells of a line, those before the words."""


def kwic(
    before: str, words: str, after: str, width: int, *, dim: bool = False
) -> Content:
    """The three parts on one line.

    Args:
        before: What stands before, from outside; its end is kept.
        words: The words in the middle.
        after: What stands after; its beginning is kept.
        width: Cells of the whole line.
        dim: Whether all of it matters less.
    """
    look = "dim" if dim else ""
    left = int(width * _LEFT_SHARE)
    head = _end_of(_line(before, words), left)
    middle = safe_line(" ".join(words.split()))
    room = width - left
    if cell_len(middle) > room:
        middle = set_cell_size(middle, max(1, room - 1)) + "…"
    rest = room - cell_len(middle)
    tail = set_cell_size(_line(words, after, first=False), max(0, rest))
    return Content.assemble((head, "dim"), (middle, f"bold {look}"), (tail, "dim"))


def _line(one: str, other: str, *, first: bool = True) -> str:
    """One of two neighbours on one line, with the blank between them, if any."""
    text = " ".join((one if first else other).split())
    gap = one[-1:].isspace() or other[:1].isspace()
    spaced = f"{text} " if first else f" {text}"
    return safe_line(spaced if gap else text)


def _end_of(text: str, cells: int) -> str:
    """The end of a text in exactly so many cells."""
    while cell_len(text) > cells:
        text = text[max(1, (cell_len(text) - cells) // 2) :]
    return " " * (cells - cell_len(text)) + text
