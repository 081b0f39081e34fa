"""Clusters and the cells they take on the screen.

Textual measures what it paints with Rich's `cell_len`, so every width here is
Rich's. What stands in the text and what is painted differ in three ways: a tab
becomes spaces, a cluster of thousands of combining marks is cut short, and, where
the terminal draws joined emoji wider or narrower than Rich believes, only the first
emoji of a cluster is painted. Offsets are always into the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from rich.cells import cell_len
from wcwidth import iter_graphemes

from reader.text.safe import safe

TAB: Final = 4
"""Cells from one tab stop to the next, counted from the beginning of a row."""

_LONGEST: Final = 32
"""Code points painted of one cluster. Unicode's stream-safe format (UAX 15,
section 13) allows 30 combining marks after a letter; no script needs more."""

_JOINER: Final = "\u200d"
_VARIATION: Final = re.compile("[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\u200d]")
_FLAG_A: Final = 0x1F1E6
_FLAGS: Final = re.compile("[\U0001f1e6-\U0001f1ff]")

_NARROW_RANGES: Final = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xAC),
    (0xAE, 0x2FF),  # Latin
    (0x370, 0x377),
    (0x37A, 0x37F),
    (0x384, 0x38A),
    (0x38E, 0x3A1),
    (0x3A3, 0x482),  # Greek, Cyrillic
    (0x48A, 0x52F),
    (0x5D0, 0x5EA),  # Hebrew letters
    (0x620, 0x64A),  # Arabic letters
    (0x1E00, 0x1EFF),  # Latin with marks, Vietnamese
    (0x2010, 0x2027),  # dashes, quotation marks, the ellipsis
    (0x202F, 0x205E),
    (0x20A0, 0x20C0),  # currencies
    (0x2190, 0x21FF),  # arrows
    (0x2400, 0x2424),  # the pictures of control characters
    (0x2500, 0x25FC),
)
_NARROW: Final = frozenset(
    map(chr, chain.from_iterable(range(a, b + 1) for a, b in _NARROW_RANGES))
) | {"\ufffd"}

is_narrow: Final = _NARROW.issuperset
"""Whether each code point of a text is a cluster of its own and one cell wide.

Rich's own set leaves out curly quotes, dashes and the ellipsis, which nearly every
article has; with these in, wrapping such a text is twenty times as fast.
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster of a row, as it is painted."""

    start: int
    """Code points from the beginning of the row."""
    end: int
    shown: str
    cells: int


def _letter(sign: re.Match[str]) -> str:
    return chr(ord(sign[0]) - _FLAG_A + ord("A"))


def plain(cluster: str) -> str:
    """An emoji made of several, as the first of them; a flag as its letters.

    Terminals disagree about how wide the joined ones are.
    """
    if _FLAGS.match(cluster):
        return _FLAGS.sub(_letter, cluster)
    found = _VARIATION.search(cluster, 1)
    return cluster[: found.start()] if found else cluster


def _cut(cluster: str) -> str:
    """A cluster without the marks that no eye can tell apart, if it is as wide then."""
    cut = cluster[:_LONGEST]
    return cut if cell_len(cut) == cell_len(cluster) else cluster


def _shown(cluster: str, column: int, is_plain: bool) -> str:
    if cluster == "\t":
        return " " * (TAB - column % TAB)
    if len(cluster) > _LONGEST:
        cluster = _cut(cluster)
    if is_plain and len(cluster) > 1 and not cluster[0].isalpha():
        cluster = plain(cluster)
    # After a joiner Rich counts the next character as nothing, joined or not.
    return cluster.rstrip(_JOINER)


def clusters(row: str, is_plain: bool = False) -> Iterator[Cluster]:
    """The clusters of a row of text, made safe, with what is painted for each."""
    start = column = 0
    for cluster in iter_graphemes(safe(row)):
        shown = _shown(cluster, column, is_plain)
        cells = cell_len(shown)
        yield Cluster(start, start + len(cluster), shown, cells)
        start += len(cluster)
        column += cells


def width(text: str) -> int:
    """The cells that a safe text without tabs takes, cluster by cluster."""
    if is_narrow(text):
        return len(text)
    if _JOINER not in text:
        return cell_len(text)
    return sum(cell_len(cluster.rstrip(_JOINER)) for cluster in iter_graphemes(text))


def offset_in(row: str, cell: int, is_plain: bool = False) -> int:
    """The code point, from the row's beginning, that is painted at a cell.

    Left of the row it is the first one, right of it `len(row)`.
    """
    column = 0
    for cluster in clusters(row, is_plain):
        column += cluster.cells
        if cell < column:
            return cluster.start
    return len(row)


def cell_of(row: str, offset: int, is_plain: bool = False) -> int:
    """The cell at which a code point, counted from the row's beginning, is painted."""
    if is_narrow(row):
        return min(offset, len(row))
    column = 0
    for cluster in clusters(row, is_plain):
        if offset < cluster.end:
            return column
        column += cluster.cells
    return column
