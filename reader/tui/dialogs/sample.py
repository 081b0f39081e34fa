"""How many of what is to be reviewed, and in which order."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.resources import STYLES
from reader.review.sample import Sample
from reader.text.safe import safe_line

_HELP = """all           in the order of the texts
20            the first 20
20 random     20 drawn by lot; the seed is kept
10% random    every tenth, drawn by lot
random 7      all, in the random order of seed 7"""
_LONGEST = 40


class SampleDialog(ModalScreen[Sample | None]):
    """Dismissed with the sample, or None."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
    ]

    def __init__(self, what: str, count: int | None, seed: int) -> None:
        """Ask for a sample of `count`, if it is known how many there are.

        `seed` is taken when none is typed.
        """
        super().__init__()
        self._what, self._count, self._seed = what, count, seed

    def compose(self) -> ComposeResult:
        """What there is, the input, what can be typed."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "How many?"
            dialog.border_subtitle = "enter starts · escape"
            many = "" if self._count is None else f"{self._count:,} "
            about = safe_line(f"{many}{self._what}")
            yield Static(Content(about), id="passage", markup=False)
            yield Input("all", max_length=_LONGEST)
            yield Static(Content(_HELP).stylize("dim"), id="says", markup=False)

    def on_mount(self) -> None:
        """Type over what stands there."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(Sample.read(event.value, self._seed))
        except ValueError as error:
            self.query_one("#says", Static).update(Content(safe_line(str(error))))
