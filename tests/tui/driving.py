"""Driving the program by its keys, without a terminal."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from reader.tui.app import ReaderApp
from reader.tui.widgets.kept import Kept
from reader.tui.widgets.preview import Preview
from tests.tui.settling import Settling, key_event

Running = Callable[..., AbstractAsyncContextManager["Driver"]]


class Driver:
    """A running program and the keys to drive it."""

    def __init__(self, pilot: Pilot[Any], settling: Settling) -> None:
        self.pilot = pilot
        assert isinstance(pilot.app, ReaderApp)
        self.app = pilot.app
        self._settling = settling

    @staticmethod
    @asynccontextmanager
    async def of(app: ReaderApp, size: tuple[int, int]) -> AsyncIterator["Driver"]:
        """Start a program and drive it."""
        settling = Settling()
        async with app.run_test(size=size, message_hook=settling.saw) as pilot:
            driver = Driver(pilot, settling)
            await driver.settle()
            yield driver

    @property
    def screen(self) -> Any:
        """The screen on top."""
        return self.app.screen

    @property
    def screen_below(self) -> Any:
        """The screen under a dialog."""
        return self.app.screen_stack[-2]

    async def settle(self) -> None:
        """Wait until the store has answered and everything is painted."""
        await self._settling.settle(self.app)

    async def look_elsewhere(self) -> None:
        """Have what others have written looked for and shown now, and not in a while.

        What the program's own second connection has written is seen by that, too.
        """
        await self.settle()
        self.app.look_elsewhere()
        await self.settle()

    async def wait_for_preview(self) -> None:
        """Wait until the glance at the marked article has come, if there is one."""
        for preview in self.screen.query(Preview):
            while preview.display and (
                preview.glance is None
                or preview.glance.article.id != self.screen.listed.marked
            ):
                await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each on a settled screen."""
        for key in keys:
            self.app.post_message(key_event(key))
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as fingers roll over them, and wait for the last."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste words into whatever takes them."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type words into whatever takes them."""
        await self.burst(*text)


def lines_of(widget: Widget) -> str:
    """What is to be read on a widget, line by line."""
    strips = widget.render_lines(widget.outer_size.region)
    return "\n".join(strip.text.rstrip() for strip in strips)


def is_painted_as_it_is(widget: Kept) -> bool:
    """Whether no line that a widget has kept would be another if it were made now."""
    region = widget.size.region
    return widget.render_lines(region) == widget.make_lines(region)
