"""The list of articles: rows painted on demand, so that a million cost what ten do."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Article, Status
from reader.tui.tick import TICK
from reader.tui.widgets.columns import GAP, Column, fitting
from reader.tui.widgets.kept import KeptScroll

_MARGIN = 1
"""Cells of air on the left and right of a row."""
_KEPT = 2_000
"""Rows that are kept; whoever walks through a million leaves the others behind."""


class ArticleList(KeptScroll):
    """A header, then one row an article; it asks for the rows that it shows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--head",
        "article-list--row",
        "article-list--read",
        "article-list--marked",
    }
    DEFAULT_CSS = """
    ArticleList {
        height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Wanted(Message):
        """These articles are in view, and the list does not have them."""

        ids: Sequence[int]

    @dataclass
    class Chosen(Message):
        """The marked article was clicked."""

        article_id: int

    @dataclass
    class HeadChosen(Message):
        """The head of this column was clicked."""

        column: str

    ids: reactive[Sequence[int]] = reactive((), layout=False, always_update=True)
    """Every article that is listed, in its order."""
    cursor: reactive[int] = reactive(0, layout=False, repaint=False)
    """The place of the marked article in `ids`."""
    ticked: reactive[Container[int]] = reactive(
        frozenset, layout=False, always_update=True
    )
    """The articles that something is to be done with."""
    sorted_by: reactive[tuple[str, bool]] = reactive(("", False), layout=False)
    """The name of a column, and whether the greatest comes first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, Article | None] = {}
        """None for a row that was asked for and has not come."""
        self._painted: dict[tuple[int, bool, bool], Strip] = {}
        """Rows as they were painted: by article, whether it is marked, and ticked."""

    def supply(self, articles: Sequence[Article]) -> None:
        """Take the articles that were asked for, or that have changed."""
        if len(self._rows) > _KEPT:
            self._rows.clear()
        self._rows.update((article.id, article) for article in articles)
        self._repaint()

    def forget(self) -> None:
        """Ask for every row anew, because the library has changed."""
        self._rows.clear()
        self._repaint()

    def _repaint(self) -> None:
        """Paint every row anew."""
        self._painted.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Other colours: every row is painted anew."""
        super().notify_style_update()
        self._painted.clear()

    @property
    def marked(self) -> int | None:
        """The id under the cursor."""
        return self.ids[self.cursor] if 0 <= self.cursor < len(self.ids) else None

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height - 1)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.ids) - 1))

    def watch_ids(self) -> None:
        """Make room for the rows."""
        self._make_room()
        self.cursor = self.cursor
        self.refresh()

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Keep the marked row in view; only where the mark was and is, is painted."""
        if not 0 <= cursor - self.scroll_offset.y < self.page:
            row = Region(0, cursor, 1, 2)
            self.scroll_to_region(row, animate=False, force=True, immediate=True)
        self.refresh_rows(before + 1, cursor + 1)

    def on_resize(self) -> None:
        """The rows are as wide as the list."""
        self._make_room()
        self._repaint()

    def _make_room(self) -> None:
        self.virtual_size = Size(self._width, len(self.ids) + 1)

    @property
    def _width(self) -> int:
        """The cells of a row, which end at the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def _columns(self) -> Sequence[tuple[Column, int]]:
        return fitting(self._width - 2 * _MARGIN, self.sorted_by[0])

    def watch_sorted_by(self) -> None:
        """Another column may be shown."""
        self._repaint()

    def on_click(self, event: events.Click) -> None:
        """Mark a row; a second click opens it; a click on a head sorts."""
        if event.y == 0:
            self._choose_head(event.x)
        row = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or row >= len(self.ids):
            return
        if row == self.cursor and self.marked is not None:
            self.post_message(self.Chosen(self.marked))
        self.cursor = row

    def _choose_head(self, x: int) -> None:
        left = _MARGIN
        for column, width in self._columns:
            if left <= x < left + width:
                self.post_message(self.HeadChosen(column.name))
            left += width + GAP

    def render_line(self, y: int) -> Strip:
        """The head, which stays, or the row at this line of the window."""
        if y == 0:
            return self._head()
        row = y - 1 + self.scroll_offset.y
        if row >= len(self.ids):
            return Strip.blank(self._width, self.rich_style)
        article_id = self.ids[row]
        if article_id not in self._rows:
            self._want(row)
        article = self._rows[article_id]
        if article is None:
            return Strip.blank(self._width, self.rich_style)
        look = article_id, row == self.cursor, article_id in self.ticked
        if look not in self._painted:
            self._painted[look] = self._row(article, *look[1:])
        return self._painted[look]

    def _want(self, row: int) -> None:
        """Ask once for a page around a missing row, not once for each row."""
        page = self.ids[max(0, row - self.page) : row + 2 * self.page]
        missing = [article_id for article_id in page if article_id not in self._rows]
        self._rows.update(dict.fromkeys(missing))
        self.post_message(self.Wanted(missing))

    def _head(self) -> Strip:
        style = self.get_component_rich_style("article-list--head")
        name, falls = self.sorted_by
        arrow = "▼" if falls else "▲"
        cells = [
            column.fit(column.title + arrow * (column.name == name), width)
            for column, width in self._columns
        ]
        return self._strip([[(cell, style)] for cell in cells], style)

    def _row(self, article: Article, marked: bool, ticked: bool) -> Strip:
        name = "read" if article.status is Status.DONE else "row"
        base = self.get_component_rich_style(f"article-list--{name}")
        if marked:
            base += self.get_component_rich_style("article-list--marked")
        bold = Style(bold=article.status is Status.UNREAD)
        cells = [
            (
                *column.shown(article, width),
                base + bold if column.name == "title" else base,
            )
            for column, width in self._columns
        ]
        quiet = base + Style(dim=True)
        pieces = [[(cell, look), (note, quiet)] for cell, note, look in cells]
        return self._strip(pieces, base, TICK if ticked else "")

    def _strip(
        self,
        cells: Sequence[Sequence[tuple[str, Style]]],
        gap: Style,
        begin: str = "",
    ) -> Strip:
        segments = [Segment(begin or " " * _MARGIN, gap)]
        for number, pieces in enumerate(cells):
            if number:
                segments.append(Segment(" " * GAP, gap))
            segments += (Segment(text, style) for text, style in pieces if text)
        strip = Strip(segments)
        return strip.adjust_cell_length(self._width, gap)
