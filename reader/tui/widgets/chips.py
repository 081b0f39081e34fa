"""Chips side by side, in as many lines as they need: none is broken or left out."""

from collections.abc import Iterable

from textual.content import Content


def in_rows(chips: Iterable[Content], width: int) -> Content:
    """The chips with a blank between them, and a new line where one does not fit.

    Args:
        chips: Each on one line.
        width: In cells.
    """
    rows: list[Content] = []
    for chip in chips:
        if rows and rows[-1].cell_length + 1 + chip.cell_length <= width:
            rows[-1] = Content(" ").join([rows[-1], chip])
        else:
            rows.append(chip)
    return Content("\n").join(rows)
