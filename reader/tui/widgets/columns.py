"""The columns of the article list: what each shows, and which fit a width."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from reader.model import Article, Status
from reader.text.safe import safe_line

_GLYPHS = {Status.UNREAD: "●", Status.READING: "◐", Status.DONE: "✓"}
_A_BOOK = 100_000
"""Words that need more cells than their column has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` 0 takes the room that the others leave."""

    name: str
    title: str
    width: int
    from_width: int
    """The list must be this wide for the column to be shown."""
    cell: Callable[[Article], str]
    right: bool = False
    note: Callable[[Article], str] = lambda _: ""
    """What stands small at the end of the cell, whole."""

    def shown(self, article: Article, width: int) -> tuple[str, str]:
        """The cell and its note, together in exactly so many cells."""
        note = self.note(article)
        if not note or cell_len(note) > width // 2:
            return self.fit(self.cell(article), width), ""
        return self.fit(self.cell(article), width - cell_len(note)), note

    def fit(self, text: str, width: int) -> str:
        """The text in exactly so many cells."""
        text = safe_line(text)
        if cell_len(text) > width:
            return set_cell_size(text, width - 1) + "…" if width > 1 else "…"
        gap = " " * (width - cell_len(text))
        return gap + text if self.right else text + gap


def _hidden(article: Article) -> str:
    if article.hidden_lines is None:
        return "…"
    return f"{article.hidden_lines}/{article.lines}" if article.hidden_lines else "·"


def _words(article: Article) -> str:
    """In so few cells; of a whole book thousands are enough."""
    words = article.words
    return f"{words:,}" if words < _A_BOOK else f"{words // 1000:,}k"


def _copies(article: Article) -> str:
    return f"  ≡ {article.copies:,} copies" if article.copies else ""


COLUMNS = (
    Column("status", "", 1, 0, lambda a: _GLYPHS[a.status]),
    Column("title", "Title", 0, 0, lambda a: a.title, note=_copies),
    Column("source", "Source", 20, 90, lambda a: a.origin),
    Column("published", "Date", 10, 110, lambda a: a.published[:10] or "·"),
    Column("language", "Lang", 5, 120, lambda a: a.language or "·"),
    Column("words", "Words", 6, 46, _words, right=True),
    Column("hidden", "Hidden", 7, 64, _hidden, right=True),
    Column("tags", "Tags", 5, 36, lambda a: str(a.annotations or "·"), right=True),
)
GAP = 2
"""Cells between two columns."""


_TITLE = 30
"""Cells of the title that a column takes none of to be shown out of its turn."""


def fitting(width: int, sorted_by: str = "") -> Sequence[tuple[Column, int]]:
    """The columns that a list of this many cells shows, each with its width.

    The one that it is sorted by is among them, in the place of others where there is
    little room: of a list by date one wants to see the dates.
    """
    chosen = [column for column in COLUMNS if width >= column.from_width]
    wanted = next((each for each in COLUMNS if each.name == sorted_by), None)
    if wanted and wanted not in chosen:
        chosen = _with(wanted, chosen, width)
    rest = max(1, _rest(chosen, width))
    return [(column, column.width or rest) for column in chosen]


def _with(wanted: Column, chosen: Sequence[Column], width: int) -> list[Column]:
    """The columns with one more, or the same where the title would be too short."""
    others = sorted(chosen, key=lambda column: column.from_width)
    while others:
        found = [each for each in COLUMNS if each is wanted or each in others]
        if _rest(found, width) >= _TITLE:
            return found
        if not others.pop().from_width:
            break
    return list(chosen)


def _rest(chosen: Sequence[Column], width: int) -> int:
    """The cells that the columns leave to the title."""
    return width - sum(each.width for each in chosen) - GAP * (len(chosen) - 1)
