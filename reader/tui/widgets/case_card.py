"""Who tagged what at one place, side by side."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Annotation
from reader.review.cases import Case
from reader.text.safe import safe_line
from reader.tui.colours import Ground, tag_colour

_DIFFER = {
    "missing": "not all tagged it",
    "tag": "the tags differ",
    "boundary": "the ends differ",
}


class CaseCard(Static):
    """One line a coder, under what they differ in."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"case-card--key", "case-card--facts"}
    DEFAULT_CSS = """
    CaseCard { height: auto; max-height: 7; padding: 0 1; background: $surface; }
    CaseCard > .case-card--key { color: $accent; text-style: bold; }
    CaseCard > .case-card--facts { color: $foreground 65%; }
    """

    case: reactive[Case | None] = reactive(None, layout=True)
    settled: reactive[str] = reactive("", layout=False)
    """What was decided about it before, in words."""
    ground: reactive[Ground] = reactive(Ground.DARK, layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """The sides, each with the key that takes it."""
        if self.case is None:
            return Content("These coders do not differ here any more.  space goes on.")
        facts = self.get_visual_style("case-card--facts")
        key = self.get_visual_style("case-card--key")
        settled = f"   {self.settled}" if self.settled else ""
        lines = [Content.styled(f"{_DIFFER[self.case.difference]}{settled}", facts)]
        names = max(len(safe_line(name)) for name in self.case.sides)
        for number, (name, side) in enumerate(self.case.sides.items(), 1):
            line = Content.assemble(
                (f"{number} ", key),
                (f"{safe_line(name):<{names}}  ", facts),
                *self._side(side),
            )
            lines.append(line.truncate(max(1, self.size.width), ellipsis=True))
        return Content("\n").join(lines)

    def _side(self, side: Sequence[Annotation]) -> list[Content]:
        if not side:
            return [Content.styled("nothing", "dim")]
        parts = []
        for annotation in side:
            tag = annotation.tag
            colour = tag_colour(tag.colour, self.ground) if tag else ""
            quote = " ".join(annotation.quote.split())
            parts.append(
                Content.assemble(
                    ("■ ", colour),
                    (safe_line(tag.path if tag else "memo"), "bold"),
                    (safe_line(f"  “{quote}”   "), "dim"),
                )
            )
        return parts
