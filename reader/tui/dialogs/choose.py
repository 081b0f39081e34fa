"""Which of several annotations is meant."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.model import Annotation
from reader.resources import STYLES
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line

_LONGEST = 60
"""Code points of the words that are shown of each."""


class ChooseDialog(ModalScreen[str | None]):
    """Dismissed with the id of the annotation, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("j", "next"),
        Binding("k", "previous"),
    ]

    def __init__(self, title: str, annotations: Sequence[Annotation]) -> None:
        super().__init__()
        self._title = title
        self._annotations = annotations

    def compose(self) -> ComposeResult:
        """One row an annotation."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "enter chooses · escape"
            yield OptionList(
                *(Option(self._row(a), id=a.id) for a in self._annotations),
                markup=False,
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The answer is there."""
        self.dismiss(event.option_id)

    def action_next(self) -> None:
        """Mark the next row."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Mark the row before."""
        self.query_one(OptionList).action_cursor_up()

    def _row(self, annotation: Annotation) -> Content:
        """Its tag, whose it is where they are several coders', and its words."""
        name = annotation.tag.path if annotation.tag else "memo"
        is_shared = len({each.coder for each in self._annotations}) > 1
        coder = f"  {annotation.coder}" if is_shared else ""
        return Content.assemble(
            (safe_line(name), "bold"),
            safe_line(coder),
            (f"  {safe_line(excerpt(annotation.quote, _LONGEST))}", "dim"),
        )
