"""Ticking some of many passages."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from reader.model import Annotation
from reader.resources import STYLES
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line


class TickDialog(ModalScreen[tuple[str, ...] | None]):
    """Dismissed with the ids of the ticked annotations, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("enter", "done", "Done", priority=True),
        Binding("j", "move(1)"),
        Binding("k", "move(-1)"),
        Binding("a", "all", "All"),
    ]

    def __init__(
        self, title: str, about: str, annotations: Sequence[Annotation]
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._annotations = annotations

    def compose(self) -> ComposeResult:
        """What it is about, and a row a passage."""
        with Vertical(classes="dialog -wide") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "space ticks · a all · enter goes on · escape"
            yield Static(Content(safe_line(self._about)), id="passage", markup=False)
            yield SelectionList[str](
                *(Selection(_row(each), each.id) for each in self._annotations)
            )

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(SelectionList).focus()

    def action_move(self, by: int) -> None:
        """Mark the next row, or the one before."""
        listed = self.query_one(SelectionList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_all(self) -> None:
        """Tick every row, or none."""
        self.query_one(SelectionList).toggle_all()

    def action_done(self) -> None:
        """Give the ticked ones."""
        self.dismiss(tuple(self.query_one(SelectionList).selected))


def _row(annotation: Annotation) -> Content:
    memo = "  ✎" if annotation.memo else ""
    return Content(safe_line(excerpt(annotation.quote, 120)) + memo)
