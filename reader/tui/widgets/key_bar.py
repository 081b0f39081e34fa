"""The last line of a screen: its most used keys, each of which can be clicked."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.tui.keys import Command, shown
from reader.tui.widgets.kept import Kept

_MOMENT_S: Final = 4


class KeyBar(Static, Kept):
    """One line of keys and what they do.

    Textual's own footer is a widget a key; this is one widget, because it is
    painted before the first article is.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--label"}
    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $panel; }
    """

    commands: reactive[Sequence[Command]] = reactive((), layout=False)
    """The rows of which those for the footer stand there."""

    is_bare: reactive[bool] = reactive(False, layout=False)
    """Whether nothing is listed: a key that is about a row is not offered."""

    is_typing: reactive[bool] = reactive(False, layout=False)
    """Whether somebody types into a line, who would type the keys, too."""

    said: reactive[str] = reactive("", layout=False)
    """What stands there for a moment instead."""

    _said_until: Timer

    def __init__(self, commands: Sequence[Command], typing: str) -> None:
        """Offer some keys.

        Args:
            commands: The rows of the place.
            typing: What stands there while somebody types into a line.
        """
        super().__init__(markup=False)
        self._typing = typing
        self._actions: list[str] = []
        """The action under each cell."""
        self.set_reactive(KeyBar.commands, commands)

    def on_mount(self) -> None:
        """Be ready to take back what is said, and to see who has the keys."""
        self._said_until = self.set_interval(_MOMENT_S, self._hush, pause=True)
        self.watch(self.screen, "focused", self._keys_go_to)

    def _keys_go_to(self, widget: Widget | None) -> None:
        self.is_typing = isinstance(widget, Input)

    def say(self, words: str) -> None:
        """Say something for a moment, and for another when it is said again."""
        self.said = words
        self._said_until.reset()

    def _hush(self) -> None:
        self.said = ""
        self._said_until.pause()

    def render(self) -> Content:
        """The keys that fit, the first rows of the table first, help always."""
        if words := self.said or (self._typing if self.is_typing else ""):
            self._actions = []
            return Content.styled(words, self.get_visual_style("key-bar--label"))
        offered = [
            command
            for command in self.commands
            if command.footer and not (self.is_bare and command.needs_row)
        ]
        *most, last = sorted(offered, key=lambda command: command.id == "help")
        end = self._part(last)
        parts: list[Content] = []
        self._actions = []
        for command in most:
            part = self._part(command)
            room = self.size.width - len(self._actions) - end.cell_length
            if part.cell_length > room:
                break
            parts.append(part)
            self._actions += [command.action] * part.cell_length
        self._actions += [last.action] * end.cell_length
        return Content("").join([*parts, end])

    def _part(self, command: Command) -> Content:
        key = self.get_visual_style("key-bar--key")
        label = self.get_visual_style("key-bar--label")
        name = shown(command.keys.split(",")[0])
        return Content.assemble((f"{name} ", key), (f"{command.label}   ", label))

    async def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        place = event.get_content_offset(self)
        if place is not None and place.x < len(self._actions):
            await self.run_action(f"screen.{self._actions[place.x]}")
