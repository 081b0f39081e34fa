"""The line of tags that are one key away, each with its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Tag
from reader.text.safe import safe_line
from reader.tui.colours import Ground, tag_colour
from reader.tui.widgets.kept import Kept

_GAP = "   "


class TagKeys(Static, Kept):
    """`1 summit   2 china`; the most used first when there is no room for all."""

    DEFAULT_CSS = """
    TagKeys { height: 1; padding: 0 1; }
    """

    @dataclass
    class Chosen(Message):
        """A tag was clicked."""

        key: str

    tags: reactive[Sequence[Tag]] = reactive((), layout=False)
    ground: reactive[Ground] = reactive(Ground.DARK, layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._keys: list[str] = []
        """The key under each cell."""

    def watch_tags(self) -> None:
        """Without such a tag the line is not there."""
        self.display = any(tag.key and not tag.is_retired for tag in self.tags)

    def render(self) -> Content:
        """The tags that fit, in the order of their keys."""
        keyed = [tag for tag in self.tags if tag.key and not tag.is_retired]
        parts = {tag.key: self._part(tag) for tag in keyed}
        room, fitting = self.size.width + len(_GAP), set()
        for tag in sorted(keyed, key=lambda tag: (-tag.uses, tag.key)):
            room -= parts[tag.key].cell_length
            if room < 0:
                break
            fitting.add(tag.key)
        shown = sorted(fitting, key=lambda key: (not key.isdigit(), key))
        self._keys = [key for key in shown for _ in range(parts[key].cell_length)]
        return Content("").join(parts[key] for key in shown)

    def _part(self, tag: Tag) -> Content:
        colour = tag_colour(tag.colour, self.ground)
        return Content.assemble(
            (f"{tag.key} ", f"bold {colour}"), safe_line(tag.name), _GAP
        )

    def on_click(self, event: events.Click) -> None:
        """A click on a tag does what its key does."""
        place = event.get_content_offset(self)
        if place is not None and place.x < len(self._keys):
            self.post_message(self.Chosen(self._keys[place.x]))
