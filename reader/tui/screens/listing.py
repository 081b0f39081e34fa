"""A place that is a list: a title, the rows, what the marked one is about, the keys."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from reader.model import Step
from reader.resources import STYLES
from reader.tui.screens.place import Place
from reader.tui.widgets.prompt import Prompt

Each = TypeVar("Each")


class ListingPlace(Place):
    """Owns a list and its mark; what stands in it is for the place itself to say."""

    CSS_PATH: ClassVar[CSSPathType] = STYLES / "listing.tcss"
    HEAD: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    """What to do next, when there is nothing to list."""
    ASKS: ClassVar[str] = "Filter"
    """What stands before the words that are typed."""

    def compose(self) -> ComposeResult:
        """A title, the rows, what the marked one is about, the keys."""
        yield Static(self.HEAD, id="title", markup=False)
        yield OptionList(markup=False)
        yield Static(self.EMPTY, id="empty", markup=False)
        yield Static("", id="about", markup=False)
        yield Prompt(self.ASKS)
        yield self.key_bar()

    def on_mount(self) -> None:
        """The keys go to the list."""
        self.listed.focus()

    @property
    def listed(self) -> OptionList:
        """The rows."""
        return self.query_one(OptionList)

    @property
    def row(self) -> int | None:
        """The number of the marked row."""
        return self.listed.highlighted

    def marked_of(self, every: Sequence[Each]) -> Each | None:
        """What the marked row stands for, of what is listed in this order."""
        row = self.row
        return None if row is None or row >= len(every) else every[row]

    def renew(self) -> Worker[None]:
        """Ask anew for what is listed."""
        raise NotImplementedError

    async def came_back(self, step: Step) -> None:
        """The list shows what is there now."""
        await self.over(self.renew())

    def came_home(self, _: int | None) -> None:
        """What was done on another screen may have changed the list."""
        self.renew()

    def list_rows(self, rows: Sequence[Content | Option], mark: int = 0) -> None:
        """Show these rows and no others; or, without any, what to do next."""
        listed = self.listed
        listed.clear_options().add_options(rows)
        listed.display = bool(rows)
        self.is_bare = not rows
        self.query_one("#empty").display = not rows
        self.entitle(self.HEAD)
        if rows:
            listed.highlighted = min(mark, len(rows) - 1)
        else:
            self.tell(Content())

    def entitle(self, *parts: str) -> None:
        """Show the first part bold in the title line, the others after it."""
        first, *rest = parts
        words = "  ·  ".join(part for part in rest if part)
        self.query_one("#title", Static).update(
            Content.assemble((first, "bold"), "   ", words)
        )

    def tell(self, about: Content) -> None:
        """Say what the marked row is about."""
        told = self.query_one("#about", Static)
        told.update(about)
        told.display = bool(about.plain)

    def action_next_row(self) -> None:
        """Mark the next row."""
        self.listed.action_cursor_down()

    def action_previous_row(self) -> None:
        """Mark the row before."""
        self.listed.action_cursor_up()

    def action_page_down(self) -> None:
        """One page on."""
        self._move(self.listed.size.height)

    def action_page_up(self) -> None:
        """One page back."""
        self._move(-self.listed.size.height)

    def _move(self, rows: int) -> None:
        """Move the mark by so many rows, as far as there are any."""
        listed = self.listed
        wanted = (listed.highlighted or 0) + rows
        if listed.option_count:
            listed.highlighted = max(0, min(wanted, listed.option_count - 1))

    def action_first_row(self) -> None:
        """Mark the first row."""
        self.listed.action_first()

    def action_last_row(self) -> None:
        """Mark the last row."""
        self.listed.action_last()
