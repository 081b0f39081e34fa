"""Cells of a CSV: quoted as RFC 4180 says, guarded against spreadsheets, and back."""

import re
from collections.abc import Callable, Sequence
from typing import Final, TextIO

from reader.exchange.outgoing import Choices

RUNS: Final = re.compile("'*\n*[=+\\-@\t\r＝＋－＠]")
"""A cell that a spreadsheet would run as a formula (CWE-1236), or that looks like
one already guarded. Both get one more `'`, so that taking one away from a cell that
matches and begins with `'` gives back exactly what was there."""

_MAY_RUN: Final = frozenset("'\n=+-@\t\r＝＋－＠")
"""What such a cell begins with; one look at the first letter settles most cells."""

BYTE_ORDER_MARK: Final = "\ufeff"


def guarded(cell: str) -> str:
    """The cell with a `'` in front when a spreadsheet would run it."""
    return f"'{cell}" if cell[:1] in _MAY_RUN and RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """What a guarded cell was."""
    return cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell


def quoted(cell: str) -> str:
    """The cell between quotation marks when it needs them."""
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    if "," in cell or "\n" in cell or "\r" in cell:
        return f'"{cell}"'
    return cell


def safe_cell(cell: str) -> str:
    """`quoted(guarded(cell))`, in one call: most of an export's time is spent here."""
    if cell[:1] in _MAY_RUN and RUNS.match(cell):
        cell = f"'{cell}"
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    if "," in cell or "\n" in cell or "\r" in cell:
        return f'"{cell}"'
    return cell


def cell_by(choices: Choices) -> Callable[[str], str]:
    """What makes a cell of a text: guarded unless it is `raw`, and quoted."""
    raw, shown = choices.raw, choices.shown
    if shown is None:
        return quoted if raw else safe_cell
    return lambda text: quoted(shown(text if raw else guarded(text)))


def begin(out: TextIO, choices: Choices, heads: Sequence[str]) -> None:
    """Write the first row, of cells as they are, after the mark that Excel may want."""
    if choices.excel:
        out.write(BYTE_ORDER_MARK)
    out.write(row_of(heads))


def row_of(cells: Sequence[str]) -> str:
    """Cells that are quoted already as a row with its line end."""
    return ",".join(cells) + "\r\n"
