"""Passages under one another, their words in one column, grouped by article."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.text.safe import safe_line
from reader.tui.colours import inked
from reader.tui.tick import TICK
from reader.tui.widgets.cutting import head, short_path, tail
from reader.tui.widgets.kept import KeptScroll
from reader.tui.widgets.painted import Inked

_LEFT_SHARE = 0.42
"""Of a line's cells, those before the words, when nothing else is said."""
_MARGIN = 4
"""Cells at the left: the pointer, the mark, the tag, a blank."""
_AHEAD = 30
"""So many rows before the end more are asked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An article, above its passages; a stop for the cursor where it has none."""

    key: Hashable
    title: str
    facts: str
    is_stop: bool = False


Lit = tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]
"""Where, in what stands before some words and in what stands after them, others are
bright: start and end of each."""


@dataclass(frozen=True, slots=True)
class Line:
    """A passage with what stands before and after it."""

    key: Hashable
    before: str
    words: str
    after: str
    colour: str = ""
    """Of a tag that stands on it already."""
    is_dim: bool = False
    label: str = ""
    """What is said of it at the end of the row."""
    lit: Callable[[], Lit] = field(default=lambda: ((), ()), compare=False)
    """Says where there are more such words. To look takes longer than to list a row,
    so it is asked when the row is painted."""


@dataclass(frozen=True, slots=True)
class More:
    """What stands for the passages that are not listed."""

    key: Hashable
    words: str


Row = Heading | Line | More


class Concordance(KeptScroll, Inked):
    """Rows painted on demand; the keys are the screen's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "concordance--heading",
        "concordance--facts",
        "concordance--context",
        "concordance--words",
        "concordance--dim",
        "concordance--marked",
    }
    DEFAULT_CSS = """
    Concordance {
        height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor came to stand on another row."""

    @dataclass
    class NearEnd(Message):
        """The cursor has come near the last row."""

    @dataclass
    class Chosen(Message):
        """The marked row was clicked."""

    rows: reactive[Sequence[Row]] = reactive((), layout=False, always_update=True)
    cursor: reactive[int] = reactive(0, layout=False, repaint=False)
    """The place of the row that is marked, in `rows`."""
    ticked: reactive[frozenset[Hashable]] = reactive(frozenset[Hashable]())
    """The keys of the passages that are marked to be tagged together."""

    def __init__(self, left: float = _LEFT_SHARE) -> None:
        """Show rows.

        Args:
            left: The share of a line's cells that stand before the words.
        """
        super().__init__()
        self._left = left
        self._label_width = 0

    @property
    def marked(self) -> Row | None:
        """The row under the cursor."""
        if not 0 <= self.cursor < len(self.rows):
            return None
        row = self.rows[self.cursor]
        return row if _is_stop(row) else None

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height - 1)

    def move(self, by: int) -> None:
        """Go so many rows on or back, and to the stop there or the one after it."""
        self.cursor = self._stop(self.cursor + by, 1 if by > 0 else -1)

    def to_group(self, step: int) -> None:
        """Go to the first passage of the next article, or of the one before."""
        heads = [n for n, row in enumerate(self.rows) if isinstance(row, Heading)]
        here = [n for n in heads if n <= self.cursor]
        place = len(here) - 1 + step
        if 0 <= place < len(heads):
            self.cursor = self._stop(heads[place], 1)

    def _stop(self, place: int, step: int) -> int:
        """The stop at a place, else the next one that way, else the last that way."""
        last = len(self.rows) - 1
        place = max(0, min(place, last))
        for way in (step, -step):
            at = place
            while 0 <= at <= last:
                if _is_stop(self.rows[at]):
                    return at
                at += way
        return 0

    def show(self, rows: Sequence[Row], *, keep: bool = False) -> None:
        """Show other rows; the cursor stays on its row, or goes to the first."""
        before = self.cursor
        place = self._place_in(rows) if keep else 0
        self.rows = rows
        self.cursor = self._stop(place, 1)
        if self.cursor == before:
            self._look_ahead()  # The end may have come nearer.

    def _place_in(self, rows: Sequence[Row]) -> int:
        """Where the marked row stands in others, or what comes there if it is gone."""
        places = {row.key: number for number, row in enumerate(rows)}
        marked = self.marked
        if marked is not None and marked.key in places:
            return places[marked.key]
        above = (row.key for row in reversed(self.rows[: self.cursor]))
        return next((places[key] + 1 for key in above if key in places), 0)

    def watch_rows(self) -> None:
        """Make room for them."""
        labels = [safe_line(row.label) for row in self.rows if isinstance(row, Line)]
        self._label_width = max(map(cell_len, labels), default=0)
        self._make_room()
        self.refresh()

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Keep the marked row in view, the first with its article's heading.

        Only where the mark was and is, is painted.
        """
        above = cursor - 1
        with_head = above >= 0 and isinstance(self.rows[above], Heading)
        first = above if with_head else cursor
        row = Region(0, first, 1, cursor - first + 1)
        self.scroll_to_region(row, animate=False, force=True, immediate=True)
        self.refresh_rows(before, cursor)
        self.post_message(self.Moved())
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self.cursor >= len(self.rows) - _AHEAD:
            self.post_message(self.NearEnd())

    def on_hide(self, event: events.Hide) -> None:
        """It goes when it is empty; the keys stay with it.

        Textual would hand them on to a line to type into, and commands become letters.
        """
        event.prevent_default()

    def on_resize(self) -> None:
        """The rows are as wide as the list."""
        self._make_room()

    def _make_room(self) -> None:
        self.virtual_size = Size(self._width, len(self.rows))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def on_click(self, event: events.Click) -> None:
        """Mark a row; a second click opens it."""
        row = event.y + self.scroll_offset.y
        if row < len(self.rows) and _is_stop(self.rows[row]):
            if row == self.cursor:
                self.post_message(self.Chosen())
            self.cursor = row

    def render_line(self, y: int) -> Strip:
        """The row at this line of the window."""
        number = y + self.scroll_offset.y
        if number >= len(self.rows):
            return Strip.blank(self._width, self.rich_style)
        row = self.rows[number]
        here = number == self.cursor
        base = self.rich_style
        if here:
            base += self._style("marked")
        pointer = "▌" if here else " "
        tick = TICK if row.key in self.ticked else " "
        segments = [Segment(f"{pointer}{tick}", base + Style(bold=True))]
        match row:
            case Heading():
                segments += self._heading(row, base)
            case Line():
                segments += self._line(row, base)
            case More(words=words):
                segments.append(Segment(f"  {words}", base + self._style("facts")))
        return Strip(segments).adjust_cell_length(self._width, base)

    def _style(self, name: str) -> Style:
        return self.over(f"concordance--{name}")

    def _heading(self, row: Heading, base: Style) -> list[Segment]:
        room = self._width - 3
        facts = head(safe_line(row.facts), min(room // 2, 44)).rstrip()
        title = head(safe_line(row.title), max(8, room - len(facts) - 2)).rstrip()
        return [
            Segment(title, base + self._style("heading")),
            Segment(f"  {facts}", base + self._style("facts")),
        ]

    def _line(self, row: Line, base: Style) -> list[Segment]:
        room = self._width - _MARGIN
        wide = min(self._label_width, room // 4)
        label = (
            f"  {head(short_path(safe_line(row.label), wide), wide)}" if wide else ""
        )
        left = int(room * self._left)
        dim = self._style("dim") if row.is_dim else Style()
        context = base + self._style("context") + dim
        bright = base + self._style("words") + dim
        words = head(
            safe_line(row.words), max(1, room - left - cell_len(label)), pad=False
        )
        right = max(0, room - left - cell_len(words) - cell_len(label))
        before = tail(safe_line(row.before), left)
        gone = len(row.before) - len(before)
        earlier, later = row.lit()
        earlier = [(max(0, s - gone), e - gone) for s, e in earlier if e > gone]
        return [
            Segment("■ " if row.colour else "  ", base + inked(row.colour)),
            *_lit(before, earlier, context, bright),
            Segment(words, bright),
            *_lit(head(safe_line(row.after), right), later, context, bright),
            Segment(label, base + self._style("facts")),
        ]


def _lit(
    text: str, places: Sequence[tuple[int, int]], plain: Style, bright: Style
) -> Iterator[Segment]:
    """A line with some of its words in another style."""
    done = 0
    for start, end in places:
        yield Segment(text[done:start], plain)
        yield Segment(text[max(done, start) : end], bright)
        done = end
    yield Segment(text[done:], plain)


def _is_stop(row: Row) -> bool:
    return not isinstance(row, Heading) or row.is_stop
