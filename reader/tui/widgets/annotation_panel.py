"""The annotations of an article, listed beside its text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Annotation
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.tui.colours import Ground, inked, tag_colour
from reader.tui.widgets.cutting import short_path
from reader.tui.widgets.painted import Painted, Piece, cut

_BLANK: Final = "", 0, False, False
"""What a line without words is kept under; of most articles these are the most."""
_EMPTY: Final = ("No annotations yet.", "", "t tags the passage.")
_USUAL: Final = 3
"""Lines of an entry without a memo."""
_EDGE: Final = "▊"
_ABOVE: Final = 1
"""Lines of air above the list."""
_AIR: Final = 5
"""Cells of the edge, and of the air on both sides."""


class AnnotationPanel(Painted):
    """One entry an annotation: its tag, how it begins, its memo.

    The list stays where it is as long as what is under the cursor is in it.
    """

    DEFAULT_CSS = """
    AnnotationPanel {
        width: 22%; min-width: 36; max-width: 52; height: 1fr; overflow: hidden;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "annotation-panel--edge",
        "annotation-panel--quote",
        "annotation-panel--memo",
        "annotation-panel--here",
    }

    @dataclass
    class Chosen(Message):
        """An entry was clicked."""

        annotation_id: str

    annotations: reactive[Sequence[Annotation]] = reactive((), repaint=False)
    known: reactive[bool] = reactive(False)
    """Whether they are what the article has, and not still to be asked for."""
    here: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    """The ids of those under the cursor."""
    meant: reactive[str] = reactive("", repaint=False)
    """The id of the one of these that a key would act on, if it is one."""
    skips: reactive[Mapping[str, int]] = reactive({}, repaint=False)
    """For each annotation with hidden lines inside, how many."""
    ground: reactive[Ground] = reactive(Ground.DARK, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, int] = {}
        """Where each annotation is in the list."""
        self._is_shared = False
        """Whether several coders have annotated the article."""
        self._rows: list[tuple[int, int]] = []
        """For each line in view, the place of its entry, and which line of that."""
        self._painted: dict[tuple[str, int, bool, bool], Strip] = {}
        """Lines of entries as they were painted: of an annotation, that line, whether
        it is under the cursor, and whether it is meant."""

    def watch_annotations(self) -> None:
        """Remember where each is in the list, and whether it matters whose it is."""
        self._places = {each.id: n for n, each in enumerate(self.annotations)}
        self._is_shared = len({each.coder for each in self.annotations}) > 1
        self._painted.clear()
        self._list(self._top)

    def watch_skips(self) -> None:
        """Say of others that hidden lines are left out."""
        self._painted.clear()
        self._list(self._top)

    def watch_ground(self) -> None:
        """Take the colours for another page."""
        self._repaint()

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._painted.clear()

    def _repaint(self) -> None:
        self._painted.clear()
        self.refresh()

    def on_resize(self) -> None:
        """List as many as there is room for now."""
        self._painted.clear()
        self._list(self._top)

    def watch_here(self, before: frozenset[str], here: frozenset[str]) -> None:
        """Mark others; one of what is under the cursor has to be in the list."""
        self._follow(self.here)
        self._mark(before ^ here)

    def watch_meant(self, before: str, meant: str) -> None:
        """Mark another as the one that is meant."""
        self._follow({meant} & self.here)
        self._mark({before, meant})

    def _list(self, top: int) -> None:
        """List the annotations from one on."""
        height, self._rows = self.size.height - _ABOVE, []
        for place in range(max(0, top), len(self.annotations)):
            if len(self._rows) >= height:
                break
            count = self._height_of(self.annotations[place])
            self._rows += [(place, line) for line in range(count)]
        self.refresh()

    @property
    def _top(self) -> int:
        return self._rows[0][0] if self._rows else 0

    def _follow(self, names: Collection[str]) -> None:
        """Have one of these annotations in the list, away from its edges."""
        places = [self._places[name] for name in names if name in self._places]
        whole = self._rows[: max(1, self.size.height - _ABOVE - _USUAL + 1)]
        in_view = {place for place, line in whole if line == 0}
        if places and in_view.isdisjoint(places):
            room = max(1, self.size.height // _USUAL)
            last = max(0, len(self.annotations) - room)
            self._list(min(min(places) - room // 2, last))

    def _mark(self, names: Collection[str]) -> None:
        """Paint the first lines of these annotations anew."""
        places = {self._places[name] for name in names if name in self._places}
        for y, (place, line) in enumerate(self._rows):
            if line == 0 and place in places:
                self.refresh_line(y + _ABOVE)

    def render_line(self, y: int) -> Strip:
        """The edge, and a line of an entry, or what to do where there are none."""
        line = y - _ABOVE
        if 0 <= line < len(self._rows):
            return self._entry_line(*self._rows[line])
        is_said = self.known and not self.annotations and 0 <= line < len(_EMPTY)
        if is_said:
            return self._line([(_EMPTY[line], self.ink("dim"))])
        if _BLANK not in self._painted:
            self._painted[_BLANK] = self._line([])
        return self._painted[_BLANK]

    def _entry_line(self, place: int, line: int) -> Strip:
        annotation = self.annotations[place]
        is_meant = annotation.id == self.meant
        key = annotation.id, line, annotation.id in self.here, is_meant
        strip = self._painted.get(key)
        if strip is None:
            pieces = next(islice(self._entry(annotation), line, None))
            strip = self._painted[key] = self._line(pieces)
        return strip

    def _line(self, pieces: Iterable[Piece]) -> Strip:
        edge = (_EDGE, self.ink(part="annotation-panel--edge")), ("  ", self.ink())
        whole = Strip.join([cut(edge, _AIR), cut(pieces, self._room)])
        return whole.adjust_cell_length(self.size.width, self.ink())

    @property
    def _room(self) -> int:
        """Cells of a line of the list."""
        return max(1, self.size.width - _AIR)

    def _height_of(self, annotation: Annotation) -> int:
        has_more = annotation.id in self.skips, bool(annotation.memo)
        return _USUAL + sum(has_more)

    def _entry(self, annotation: Annotation) -> Iterator[list[Piece]]:
        """The lines of an entry; the last is empty."""
        yield self._tag_line(annotation)
        words = "the whole article" if annotation.covers_article else annotation.quote
        yield [(self._short(words), self.ink(part="annotation-panel--quote"))]
        if count := self.skips.get(annotation.id):
            line = f"{counted(count, 'hidden line')} inside left out"
            yield [(line, self.ink("dim italic"))]
        if annotation.memo:
            memo = f"“{self._short(annotation.memo)}”"
            yield [(memo, self.ink(part="annotation-panel--memo"))]
        yield []

    def _tag_line(self, annotation: Annotation) -> list[Piece]:
        is_here = annotation.id in self.here
        here = self.ink(*("", "annotation-panel--here") if is_here else ("bold",))
        meant = "▸ " if annotation.id == self.meant else ""
        coder = f"  {safe_line(annotation.coder)}" if self._is_shared else ""
        whose = coder, self.ink("dim")
        if annotation.tag is None:
            return [(f"{meant}✎ ", self.ink()), ("memo", here), whose]
        colour = tag_colour(annotation.tag.colour, self.ground)
        before = meant, self.ink()
        square = "■ ", self.ink() + inked(colour)
        room = self._room - sum(cell_len(words) for words, _ in (before, square, whose))
        name = short_path(safe_line(annotation.tag.path), room)
        return [before, square, (name, here), whose]

    def _short(self, text: str) -> str:
        return safe_line(excerpt(text, self._room))

    def on_click(self, event: events.Click) -> None:
        """Tell which entry was clicked."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y - _ABOVE < len(self._rows):
            place, _ = self._rows[at.y - _ABOVE]
            self.post_message(self.Chosen(self.annotations[place].id))
