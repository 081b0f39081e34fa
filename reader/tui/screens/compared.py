"""Two texts read against each other: what every place that does so has in common."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reader.desk import Desk
from reader.model import Step
from reader.resources import STYLES
from reader.store import Store
from reader.text.counted import counted
from reader.text.difference import Kind, Row, difference
from reader.text.passages import Passages
from reader.text.safe import safe_line
from reader.text.sentence_keys import LONGEST
from reader.tui.screens.place import Place
from reader.tui.widgets.difference import LEGEND, DifferenceView

_WIDE: Final = 100
"""Cells from which the texts stand beside each other, unless it is asked otherwise."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts."""

    name: str
    """Which it is, for the line above it."""
    passages: Passages


class ComparedPlace(Place):
    """Owns which two are compared, and what came of it."""

    CSS_PATH = STYLES / "compared.tcss"
    GONE: ClassVar[str]
    """What is said when the two cannot be compared."""
    NO_MORE: ClassVar[str]
    """What is said when there are no other two that way."""

    def __init__(self, desk: Desk, left: int, right: int) -> None:
        """Compare two texts, by ids that `sides` knows."""
        super().__init__(desk)
        self.pair = left, right
        self._is_asked = False
        """Whether the user said how the texts are to stand."""

    @staticmethod
    def sides(store: Store, pair: tuple[int, int]) -> Sequence[Side]:
        """The two texts, unless one of them is gone."""
        raise NotImplementedError

    def pair_at(self, by: int) -> tuple[int, int] | None:
        """The two that are compared so many places on; None when there are none."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """What is compared, both texts, what the signs mean, the keys."""
        yield Static("", id="title", markup=False)
        with Horizontal(id="names"):
            yield Static("", id="left", markup=False)
            yield Static("", id="right", markup=False)
        yield DifferenceView()
        yield Static(LEGEND, id="legend", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Compare them."""
        self.view.focus()
        self.compare()

    def on_resize(self, event: events.Resize) -> None:
        """Two texts beside each other need room."""
        if not self._is_asked:
            self.view.beside = event.size.width >= _WIDE

    @property
    def view(self) -> DifferenceView:
        """The texts."""
        return self.query_one(DifferenceView)

    @work(group="jump", exclusive=True)
    async def compare(self) -> None:
        """Compare the two anew; a key typed ahead is for what comes of it."""
        pair = self.pair
        found = await self.look_up(lambda store: _compared(self.sides(store, pair)))
        if found is None or pair != self.pair:
            return
        names, rows = found
        if rows is None:
            if self.is_current:  # Else whoever is in a dialog is told after it.
                self.say(self.GONE)
                self.dismiss(None)
            return
        self.view.rows = rows
        self._say(names, rows)

    def _say(self, names: Sequence[str], rows: Sequence[Row]) -> None:
        kinds = Counter(row.kind for row in rows)
        told = [
            f"{kinds[kind]:,} {kind}"
            for kind in (Kind.SAME, Kind.CHANGED, Kind.GONE, Kind.NEW)
            if kinds[kind]
        ]
        if moved := kinds[Kind.MOVED_TO]:
            told.append(f"{moved:,} moved")
        total = counted(len(rows) - kinds[Kind.MOVED_FROM], "sentence")
        self.query_one("#title", Static).update(
            Content.assemble(("Compared", "bold"), f"   {total}: {', '.join(told)}")
        )
        for side, sign, name in zip(("#left", "#right"), "-+", names, strict=True):
            self.query_one(side, Static).update(f"{sign} {safe_line(name)}")

    def action_next_change(self) -> None:
        """Go to the next change."""
        if not self.view.to_change(1):
            self.say("No more changes that way.")

    def action_previous_change(self) -> None:
        """Go to the change before."""
        if not self.view.to_change(-1):
            self.say("No more changes that way.")

    def action_difference_down(self) -> None:
        """A row down."""
        self.view.scroll_rows(1)

    def action_difference_up(self) -> None:
        """A row up."""
        self.view.scroll_rows(-1)

    def action_difference_page_down(self) -> None:
        """One page on."""
        self.view.scroll_rows(self.view.size.height - 1)

    def action_difference_page_up(self) -> None:
        """One page back."""
        self.view.scroll_rows(1 - self.view.size.height)

    def action_difference_start(self) -> None:
        """Go to the beginning."""
        self.view.scroll_home(animate=False, force=True)

    def action_difference_end(self) -> None:
        """Go to the end."""
        self.view.scroll_end(animate=False, force=True)

    def action_beside(self) -> None:
        """Show the texts beside each other, or one in the other."""
        self._is_asked = True
        self.view.beside = not self.view.beside

    def action_next_compared(self) -> None:
        """Compare the next two."""
        self._turn(1)

    def action_previous_compared(self) -> None:
        """Compare the two before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        pair = self.pair_at(by)
        if pair is None:
            self.say(self.NO_MORE)
            return
        self.pair = pair
        self.action_difference_start()
        self.compare()

    async def look_again(self) -> None:
        """A line may be hidden or shown that was not."""
        await self.over(self.compare())

    async def came_back(self, step: Step) -> None:
        """The same after a step."""
        await self.look_again()


def _compared(sides: Sequence[Side]) -> tuple[Sequence[str], list[Row] | None]:
    """The names of two texts and their difference; none when none is to be had."""
    names = [side.name for side in sides]
    texts = [side.passages for side in sides]
    if len(texts) < 2 or any(len(each.text) > LONGEST for each in texts):
        return names, None
    return names, difference(*texts)
