"""Picking by hand where a passage stands that a changed article has lost."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Annotation, Span
from reader.text.excerpt import quoted_ends
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.colours import tag_colour
from reader.tui.keys import PLACING
from reader.tui.screens.reading import ReadingScreen

_HOW = "Pick the words where it stands now.  enter puts it there · escape leaves it"
_QUOTED = 400
"""Code points of the lost passage; the line is cut where it ends."""


class PlacingScreen(ReadingScreen):
    """Reads the article, until a passage is put on what is picked."""

    NAME = "Placing"
    BINDINGS: ClassVar[list[BindingType]] = bindings(PLACING)

    def __init__(self, desk: Desk, annotation: Annotation, span: Span | None) -> None:
        """Begin where it may stand.

        Args:
            desk: Where the library is asked.
            annotation: What is to be placed.
            span: Where to look first; without it, where reading stopped.
        """
        super().__init__(desk, annotation.article_id, span=span)
        self._annotation = annotation
        self.is_placed = False
        """Whether it was put somewhere."""

    def compose(self) -> ComposeResult:
        """What is to be placed, above what there is when reading."""
        yield Static("", id="placing", markup=False)
        yield from super().compose()

    def on_mount(self) -> None:
        """Say what it is about, and open the article."""
        super().on_mount()
        self.query_one("#placing", Static).update(self._about())

    def _about(self) -> Content:
        tag = self._annotation.tag
        name = tag.path if tag else "memo"
        colour = tag_colour(tag.colour, self.ground) if tag else ""
        return Content.assemble(
            ("■ " if tag else "✎ ", colour),
            (safe_line(name), "bold"),
            ("  ", ""),
            (safe_line(quoted_ends(self._annotation.quote, _QUOTED)), "dim"),
            "\n",
            (_HOW, "$foreground 65% italic"),
        )

    @work(group="write")
    async def action_place_here(self) -> None:
        """The passage is what is picked."""
        reading, span, name = self.reading, self.picked, self._annotation.id
        if reading is not None and await self.done(
            lambda store: store.settling.settle(name, span, reading.version)
        ):
            self.is_placed = True
            self.dismiss(reading.article.id)
