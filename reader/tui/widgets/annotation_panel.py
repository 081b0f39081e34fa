"""The annotations of an article, listed beside its text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Annotation
from reader.text.safe import safe_line
from reader.tui.colours import tag_colour


class AnnotationPanel(Static):
    """One entry an annotation: its tag, how it begins, its memo."""

    DEFAULT_CSS = """
    AnnotationPanel { width: 36; height: 1fr; padding: 1 2; overflow: hidden; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "annotation-panel--quote",
        "annotation-panel--memo",
        "annotation-panel--here",
    }

    @dataclass
    class Chosen(Message):
        """An entry was clicked."""

        annotation_id: str

    annotations: reactive[Sequence[Annotation]] = reactive((), layout=False)
    here: reactive[frozenset[str]] = reactive(frozenset(), layout=False)
    """The ids of those under the cursor."""
    meant: reactive[str] = reactive("", layout=False)
    """The id of the one of these that a key would act on, if it is one."""
    skips: reactive[Mapping[str, int]] = reactive({}, layout=False)
    """For each annotation with hidden lines inside, how many."""
    dark: reactive[bool] = reactive(True, layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._entry_at: list[str] = []
        """The id of the annotation on each line."""
        self._places: dict[str, int] = {}

    def watch_annotations(self) -> None:
        """Remember where each is in the list."""
        self._places = {each.id: n for n, each in enumerate(self.annotations)}

    def render(self) -> Content:
        """The entries around those under the cursor, as many as there is room for."""
        self._entry_at = []
        if not self.annotations:
            return Content.styled("No annotations yet.\n\nt tags the passage.", "dim")
        lines: list[Content] = []
        for annotation in self.annotations[self._first() :]:
            if len(lines) >= self.size.height:
                break
            entry = self._entry(annotation)
            lines += entry
            self._entry_at += [annotation.id] * len(entry)
        return Content("\n").join(lines)

    def _first(self) -> int:
        """Where the list begins, so that what is under the cursor is in it."""
        room = max(1, self.size.height // 3)
        wanted = {self.meant} if self.meant in self.here else self.here
        places = [self._places[name] for name in wanted if name in self._places]
        if not places:
            return 0
        return max(0, min(min(places) - room // 2, len(self.annotations) - room))

    def _entry(self, annotation: Annotation) -> list[Content]:
        is_here = annotation.id in self.here
        width = max(8, self.size.width - 3)
        quote = self.get_visual_style("annotation-panel--quote")
        lines = [self._tag_line(annotation, is_here=is_here)]
        words = "the whole article" if annotation.covers_article else annotation.quote
        lines.append(_cut(words, width).stylize(quote))
        if count := self.skips.get(annotation.id):
            line = f"{count} hidden line{'s' * (count > 1)} inside left out"
            lines.append(Content.styled(line, "dim italic"))
        if annotation.memo:
            memo = self.get_visual_style("annotation-panel--memo")
            lines.append(_cut(f"“{annotation.memo}”", width).stylize(memo))
        lines.append(Content(""))
        return lines

    def _tag_line(self, annotation: Annotation, *, is_here: bool) -> Content:
        here = self.get_visual_style("annotation-panel--here") if is_here else "bold"
        meant = "▸ " if annotation.id == self.meant else ""
        if annotation.tag is None:
            return Content.assemble(meant, "✎ ", ("memo", here))
        colour = tag_colour(annotation.tag.colour, dark=self.dark)
        name = safe_line(annotation.tag.path)
        return Content.assemble(meant, ("■ ", colour), (name, here))

    def on_click(self, event: events.Click) -> None:
        """Tell which entry was clicked."""
        place = event.get_content_offset(self)
        if place is not None and 0 <= place.y < len(self._entry_at):
            self.post_message(self.Chosen(self._entry_at[place.y]))


def _cut(text: str, width: int) -> Content:
    line = " ".join(text.split())
    return Content(safe_line(line)).truncate(width, ellipsis=True)
