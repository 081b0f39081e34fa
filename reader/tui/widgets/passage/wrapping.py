"""Where the rows of one line of text begin."""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from wcwidth import iter_graphemes

from reader.tui.widgets.passage.cells import TAB, is_narrow, width

_CHUNKS: Final = re.compile(r"[^ \t]+| +|\t")

_NOT_FIRST: Final = frozenset(
    "、。，．・：；？！）］｝〕〉》」』】〗…‥ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)]}”’»%"
)
_NOT_LAST: Final = frozenset("（［｛〔〈《「『【〖([{“‘«")
"""Signs that may not begin, or end, a row (JIS X 4051, W3C `jlreq` 3.1.7 and 3.1.8)."""

_HANGUL: Final = re.compile("[\uac00-\ud7a3]").match
"""Korean has spaces between its words, and breaks there."""

_WIDE: Final = 2


def row_starts(line: str, columns: int) -> list[int]:
    """The offset in `line` at which each of its rows begins.

    Rows end at spaces, or between two wide characters, or inside a word that no row
    can hold; never inside a cluster. Spaces at the end of a row hang over its edge.

    Args:
        line: A text without line feeds, made safe, with a visible character in it.
        columns: The cells of a row, 2 at least.
    """
    indent = len(line) - len(line.lstrip(" \t"))
    start = 0 if indent <= columns // 2 and is_narrow(line[:indent]) else indent
    if is_narrow(line):
        return _narrow_starts(line, columns, start)
    return _Wrapping(line, columns, start).starts


def _narrow_starts(line: str, columns: int, start: int) -> list[int]:
    starts = [start]
    rest = len(line.rstrip(" "))
    while rest - start > columns:
        space = line.rfind(" ", start, start + columns + 1)
        if space <= start or not line[start:space].strip(" "):
            start += columns
        else:
            start = space + 1
        while line[start] == " ":
            start += 1
        starts.append(start)
    return starts


class _Wrapping:
    """The state while a line is wrapped that has more in it than narrow characters."""

    def __init__(self, line: str, columns: int, start: int) -> None:
        self.starts = [start]
        self._columns = columns
        self._column = 0
        for found in _CHUNKS.finditer(line, start):
            self._add(found.group(), found.start())

    def _add(self, chunk: str, start: int) -> None:
        if chunk == "\t":
            self._column += TAB - self._column % TAB
        elif chunk[0] == " ":
            self._column += len(chunk)
        else:
            cells = len(chunk) if chunk.isascii() else width(chunk)
            if self._column + cells <= self._columns:
                self._column += cells
            elif cells <= self._columns and len(chunk) > cells // _WIDE:
                self._begin(start, cells)
            else:
                self._split(chunk, start)

    def _begin(self, start: int, cells: int) -> None:
        if self.starts[-1] != start:
            self.starts.append(start)
        self._column = cells

    def _pieces(self, chunk: str) -> Iterator[tuple[str, int]]:
        """The clusters of a chunk and their cells; one that no row holds, in parts."""
        for cluster in iter_graphemes(chunk):
            cells = width(cluster)
            if cells <= self._columns:
                yield cluster, cells
            else:
                yield from ((part, cell_len(part)) for part in cluster)

    def _split(self, chunk: str, start: int) -> None:
        """Put a chunk that may be broken inside on this row and the next ones."""
        before, was_wide = "", False
        chance, since = start if self._column else -1, 0
        for cluster, cells in self._pieces(chunk):
            is_wide = cells >= _WIDE
            if before and (is_wide or was_wide) and _may_part(before, cluster):
                chance, since = start, 0
            if self._column + cells > self._columns and self._column:
                if chance > self.starts[-1] and since + cells <= self._columns:
                    self._begin(chance, since)
                else:
                    self._begin(start, 0)
                chance, since = -1, 0
            self._column += cells
            since += cells
            start += len(cluster)
            before, was_wide = cluster, is_wide


def _may_part(before: str, after: str) -> bool:
    if _HANGUL(before[0]) and _HANGUL(after[0]):
        return False
    return after[0] not in _NOT_FIRST and before[0] not in _NOT_LAST
