"""Two texts compared, beside each other or one in the other, painted row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.difference import Kind, Row
from reader.text.safe import safe_line
from reader.tui.widgets.passage.wrapping import row_starts

LEGEND: Final = "   ".join(f"{kind.sign} {kind}" for kind in Kind if kind.sign.strip())
_LOOKS: Final = {
    Kind.GONE: "gone",
    Kind.NEW: "new",
    Kind.MOVED_FROM: "moved",
    Kind.MOVED_TO: "moved",
}
_BETWEEN: Final = " │ "
_MARGIN: Final = 2
"""Cells of the sign and the blank after it."""
_MEASURE: Final = 90
"""The most cells of a row of text."""

_Words = tuple[str, str]
"""Words, made safe, and the look that they have."""
_Line = tuple[str, list[_Words]]
"""A sign, and the words of one row."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """One row of the widget: what stands at the left, and at the right if anything."""

    left: _Line
    right: _Line | None = None


class DifferenceView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows what is the same and what is not; the keys are the screen's.

    No colour is needed to tell them apart: a sign stands before each sentence that is
    not the same; beside each other, words that only one text has are underlined; one
    in the other, they stand in `[-…-]` and `{+…+}`, as in wdiff.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "difference--same",
        "difference--gone",
        "difference--new",
        "difference--moved",
        "difference--sign",
        "difference--rule",
    }
    DEFAULT_CSS = """
    DifferenceView {
        height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    }
    """

    rows: reactive[Sequence[Row]] = reactive((), layout=False)
    beside: reactive[bool] = reactive(True, layout=False)
    """Whether the texts stand beside each other, or one in the other."""

    def __init__(self) -> None:
        super().__init__()
        self._painted: list[_Painted | None] = []
        self._starts: list[int] = []
        """For each sentence the number of its first row."""

    def watch_rows(self) -> None:
        """Lay them out; the sentence at the top stays there."""
        at = self._at_top()
        self._lay_out()
        self._show(at)

    def watch_beside(self) -> None:
        """Lay it out the other way; the sentence at the top stays there."""
        at = self._at_top()
        self._lay_out()
        self._show(at)

    def on_resize(self) -> None:
        """The rows are as wide as the window."""
        at = self._at_top()
        self._lay_out()
        self._show(at)

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self.refresh()

    def to_change(self, step: int) -> bool:
        """Go to the next change, or to the one before; whether there is one."""
        top = self.scroll_offset.y
        starts = [self._starts[number] for number in self._changes()]
        ahead = [y for y in starts if (y > top if step > 0 else y < top)]
        if not ahead or (step > 0 and top >= self.max_scroll_y):
            return False
        self.scroll_to(y=ahead[0] if step > 0 else ahead[-1], animate=False, force=True)
        return True

    def scroll_rows(self, by: int) -> None:
        """Scroll by some rows."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True)

    def _changes(self) -> Iterator[int]:
        """The sentences at which a change begins, by their numbers."""
        before = Kind.SAME
        for number, row in enumerate(self.rows):
            if row.kind is not Kind.SAME and before is Kind.SAME:
                yield number
            before = row.kind

    def _at_top(self) -> int:
        top = self.scroll_offset.y
        return max((n for n, y in enumerate(self._starts) if y <= top), default=0)

    def _show(self, number: int) -> None:
        if number < len(self._starts):
            self.scroll_to(y=self._starts[number], animate=False, force=True)

    @property
    def _width(self) -> int:
        return max(20, self.scrollable_content_region.width - 3)

    @property
    def _column(self) -> int:
        """The cells of one text, sign and all."""
        if not self.beside:
            return min(self._width, _MEASURE + _MARGIN)
        return min((self._width - len(_BETWEEN)) // 2, _MEASURE + _MARGIN)

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        self._painted, self._starts = [], []
        for number, row in enumerate(self.rows):
            if number and row.begins:
                self._painted.append(None)
            self._starts.append(len(self._painted))
            self._painted += self._beside(row) if self.beside else self._within(row)
        self.virtual_size = Size(self.size.width, len(self._painted))
        self.refresh()

    def _beside(self, row: Row) -> Iterator[_Painted]:
        look = _LOOKS.get(row.kind, "")
        left = [(p.left, look or ("same" if p.right else "gone")) for p in row.parts]
        right = [(p.right, look or ("same" if p.left else "new")) for p in row.parts]
        sides = (self._wrapped(row.kind, each) for each in (left, right))
        for one, other in zip_longest(*sides, fillvalue=(" ", [])):
            yield _Painted(one, other)

    def _within(self, row: Row) -> Iterator[_Painted]:
        look, words = _LOOKS.get(row.kind, ""), []
        for part in row.parts:
            if look or (part.left and part.right):
                words.append((part.right or part.left, look or "same"))
            else:
                words.append((part.marked, "gone" if part.left else "new"))
        return (_Painted(line) for line in self._wrapped(row.kind, words))

    def _wrapped(self, kind: Kind, words: Iterable[_Words]) -> Iterator[_Line]:
        """The rows of a sentence on one side; none when it is not there."""
        said = [part for each, look in words for part in _bare(safe_line(each), look)]
        text = "".join(each for each, _ in said)
        if not text.strip():
            return
        starts = row_starts(text, self._column - _MARGIN)
        sign = kind.sign
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            yield sign, list(_cut(said, start, end))
            sign = " "

    def render_line(self, y: int) -> Strip:
        """One row."""
        number = y + self.scroll_offset.y
        base = self.get_component_rich_style("difference--same")
        painted = self._painted[number] if number < len(self._painted) else None
        segments = [Segment(" ", base)]
        if painted is not None:
            segments += self._line(painted.left, base)
        if painted is not None and painted.right is not None:
            rule = self.get_component_rich_style("difference--rule")
            segments += [Segment(_BETWEEN, rule), *self._line(painted.right, base)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _line(self, line: _Line, base: Style) -> Iterator[Segment]:
        sign, words = line
        yield Segment(sign, self.get_component_rich_style("difference--sign"))
        yield Segment(" ", base)
        room = self._column - _MARGIN
        for said, look in words:
            yield Segment(said, self.get_component_rich_style(f"difference--{look}"))
            room -= cell_len(said)
        yield Segment(" " * max(0, room), base)


def _bare(words: str, look: str) -> Iterator[_Words]:
    """Words, and the blank after them, which looks like nothing."""
    bare = words.rstrip()
    yield from (
        (part, how)
        for part, how in ((bare, look), (words[len(bare) :], "same"))
        if part
    )


def _cut(said: Sequence[_Words], start: int, end: int) -> Iterator[_Words]:
    """The words from one offset to another, without blanks at the end."""
    at, left = 0, end
    for words, look in said:
        piece = words[max(0, start - at) : max(0, left - at)]
        at += len(words)
        if at >= end:
            piece = piece.rstrip()
        if piece:
            yield piece, look
