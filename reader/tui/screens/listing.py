"""A place that is a list: a title, the rows, what the marked one is about, the keys."""

from collections.abc import Hashable, Sequence
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
Listed = tuple[Hashable, Content | Option]
"""A row, after what it is known by when the list is read anew."""


class ListingPlace(Place):
    """Owns a list and its mark; what stands in it is for the place itself to say."""

    CSS_PATH: ClassVar[CSSPathType] = STYLES / "listing.tcss"
    HEAD: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    """What to do next, when there is nothing to list."""
    ASKS: ClassVar[str] = "Filter"
    """What stands before the words that are typed."""

    _row_keys: Sequence[Hashable] = ()
    """What each row is known by."""

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

    async def look_again(self) -> None:
        """What was done elsewhere may have changed the list."""
        await self.over(self.renew())

    async def came_back(self, step: Step) -> None:
        """The list shows what is there now."""
        await self.look_again()

    def came_home(self, _: int | None) -> None:
        """What was done on another screen may have changed the list."""
        self.renew()

    def list_rows(
        self,
        rows: Sequence[Listed],
        mark: Hashable | None = None,
        instead: int | None = None,
    ) -> None:
        """Show these rows and no others; or, without any, what to do next.

        Args:
            rows: The rows, each after what it is known by.
            mark: What the row is known by that is to be marked. Without it the mark
                stays on its row, and that stays where it is on the screen.
            instead: The row to be marked where that one is not there; without it the
                one that stands now where the mark was.
        """
        listed, before = self.listed, self.row
        top, line = listed.scroll_offset.y, self._line_of(before)
        marked = self.marked_of(self._row_keys)
        self._row_keys = [key for key, _ in rows]
        listed.clear_options().add_options(row for _, row in rows)
        listed.display = bool(rows)
        self.is_bare = not rows
        self.query_one("#empty").display = not rows
        self.entitle(self.HEAD)
        if not rows:
            self.tell(Content())
            return
        if self.focused is None:
            listed.focus()  # It lost it when it was empty.
        wanted = marked if mark is None else mark
        if wanted is None or wanted not in self._row_keys:
            at = (before or 0) if instead is None else instead
            self._scroll_list(top)
            listed.highlighted = self._to_be_marked(at)
        else:
            listed.highlighted = self._row_keys.index(wanted)
            if wanted == marked:
                self._scroll_list(top + self._line_of(self.row) - line)

    def add_rows(self, rows: Sequence[Listed]) -> None:
        """Show more rows after those that are there."""
        self._row_keys = [*self._row_keys, *(key for key, _ in rows)]
        self.listed.add_options(row for _, row in rows)

    def _to_be_marked(self, at: int) -> int | None:
        """The row at a number, or the next one that is no heading, or the last."""
        free = [n for n, row in enumerate(self.listed.options) if not row.disabled]
        return next((n for n in free if n >= at), free[-1] if free else None)

    def _line_of(self, row: int | None) -> int:
        """Where a row begins, in lines from the top of the list."""
        return self.listed._index_to_line.get(0 if row is None else row, 0)

    def _scroll_list(self, line: int) -> None:
        self.listed.scroll_to(y=line, animate=False, force=True, immediate=True)

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
