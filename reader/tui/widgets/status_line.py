"""The line under the text: what stands under the cursor, and how far one has come."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Annotation
from reader.text.safe import safe_line
from reader.tui.colours import tag_colour


class StatusLine(Static):
    """Tags under the cursor on the left, size and progress on the right.

    Something said takes the left side until its owner empties `said`.
    """

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; background: $surface; }
    """

    here: reactive[Sequence[Annotation]] = reactive((), layout=False)
    size_name: reactive[str] = reactive("", layout=False)
    progress: reactive[float] = reactive(0.0, layout=False)
    dark: reactive[bool] = reactive(True, layout=False)
    said: reactive[str] = reactive("", layout=False)
    """A sentence for the user, instead of what is here."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """Both sides, the right one whole."""
        right = f"{self.size_name}   {self.progress:>4.0%}"
        room = max(0, self.size.width - len(right) - 2)
        if self.said:
            left = Content(safe_line(self.said))
        else:
            left = Content("   ").join(self._tag_line(a) for a in self.here)
        left = left.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, "  ", (right, "dim"))

    def _tag_line(self, annotation: Annotation) -> Content:
        if annotation.tag is None:
            return Content(f"✎ {safe_line(annotation.memo)}")
        colour = tag_colour(annotation.tag.colour, dark=self.dark)
        memo = "  ✎" if annotation.memo else ""
        return Content.assemble(("■ ", colour), safe_line(annotation.tag.path), memo)
