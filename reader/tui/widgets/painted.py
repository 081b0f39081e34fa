"""Widgets of single lines, of which only those that change are painted anew.

What Textual calls a visual is wrapped, padded and coloured as a whole whenever a word
of it changes; beside a text that is gone through by keys, that is most of a key.
"""

from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.kept import Kept

Piece = tuple[str, Style]
"""Words that are safe to show, and how they look."""


class Inked(Widget):
    """A widget that lays the colours of its component classes over one another."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # Before all else: Textual says that the styles are new while it makes a widget.
        self._inks: dict[tuple[str, str], Style] = {}
        self._overs: dict[str, Style] = {}
        super().__init__(*arguments, **options)

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        self._inks.clear()
        self._overs.clear()
        super().notify_style_update()

    def ink(self, look: str = "", part: str = "") -> Style:
        """How text looks here.

        Args:
            look: What is put over it, in Rich's words: `bold`, `#77aadd`.
            part: The component class that says how it looks, if one does.
        """
        style = self._inks.get((look, part))
        if style is None:
            visual = self.get_visual_style(part) if part else self.visual_style
            style = visual.rich_style + Style.parse(look)
            self._inks[look, part] = style
        return style

    def over(self, part: str) -> Style:
        """What a component class adds to a line, in the colours that it has here.

        Textual's own partial style drops how far a colour lets the ground through:
        what is to be pale would be as bright as all else.
        """
        style = self._overs.get(part)
        if style is None:
            whole = self.ink(part=part)
            own = self.get_component_rich_style(part, partial=True)
            colour, ground = own.color and whole.color, own.bgcolor and whole.bgcolor
            style = self._overs[part] = own + Style.from_color(colour, ground)
        return style


class Painted(Inked, Kept):
    """A widget that answers `render_line` for each of its lines."""

    def refresh_line(self, y: int) -> None:
        """Paint one line anew."""
        self.refresh(Region(0, y, self.size.width, 1))


def cut(pieces: Iterable[Piece], width: int) -> Strip:
    """Pieces as a strip of at most so many cells."""
    strip = Strip([Segment(words, style) for words, style in pieces if words])
    if strip.cell_length <= width:
        return strip
    kept = [*strip.crop(0, max(0, width - 1))]
    last = kept[-1].style if kept else None
    return Strip([*kept, Segment("…", last)][: len(kept) + bool(width)])
