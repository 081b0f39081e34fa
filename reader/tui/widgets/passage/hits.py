"""The scroll bar, with a tick at each place where something was found."""

from typing import Final

from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_TICK: Final = "━"


class HitsRender(ScrollBarRender):
    """A scroll bar that shows where the hits are, as shares of the text from 0 to 1."""

    hits: tuple[float, ...] = ()
    tick: Color = Color.parse("yellow")

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        for bar in super().__rich_console__(console, options):
            if isinstance(bar, Segments) and self.hits:
                yield Segments(self._ticked(bar.segments), new_lines=True)
            else:
                yield bar

    def _ticked(self, segments: list[Segment]) -> list[Segment]:
        ticked = list(segments)
        for row in {min(int(hit * len(ticked)), len(ticked) - 1) for hit in self.hits}:
            style = ticked[row].style or Style()
            ground = style.color if style.reverse else style.bgcolor
            tick = Style(color=self.tick, bgcolor=ground, meta=style.meta)
            ticked[row] = Segment(_TICK * self.thickness, tick)
        return ticked


def with_hits(hits: tuple[float, ...], tick: Color) -> type[ScrollBarRender]:
    """The renderer of one scroll bar, which Textual wants as a class."""
    return type("Hits", (HitsRender,), {"hits": hits, "tick": tick})
