"""Driving the program by its keys, without a terminal."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.tui.app import ReaderApp
from reader.tui.widgets.preview import Preview

_CHARACTERS = {
    "semicolon": ";",
    "apostrophe": "'",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "right_square_bracket": "]",
    "enter": "\r",
}
"""What the keys type whose names are no characters."""

Running = Callable[..., AbstractAsyncContextManager["Driver"]]


class Driver:
    """A running program and the keys to drive it."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    @property
    def screen(self) -> Any:
        """The screen on top."""
        return self.app.screen

    @property
    def screen_below(self) -> Any:
        """The screen under a dialog."""
        return self.app.screen_stack[-2]

    async def settle(self) -> None:
        """Wait until the store has answered and everything is painted.

        A worker that waits for an open dialog never ends, so not for those.
        """
        for _ in range(3):
            await self.pilot.pause()
            waited = [w for w in self.app.workers if w.group != "dialog"]
            if not waited:
                continue
            # One whose place was left meanwhile is over as well.
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete(waited)
        for _ in range(50):
            if not self._is_asking():
                return
            await self.pilot.pause()

    def _is_asking(self) -> bool:
        """Whether something is under way that might have, or had, to ask first."""
        return any(
            worker.group == "dialog" and worker.node is self.app.screen
            for worker in self.app.workers
            if not worker.is_finished
        )

    async def wait_for_preview(self) -> None:
        """Wait until the glance at the marked article has come, if there is one."""
        for preview in self.screen.query(Preview):
            while preview.display and preview.glance is None:
                await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each on a settled screen."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as fingers roll over them, and wait for the last."""
        assert isinstance(self.app, ReaderApp)
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            self.app.post_message(events.Key(key, character))
        await self.pilot.pause()
        while self.app._ahead is not None:
            await self.pilot.pause()
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste words into whatever takes them."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type words into whatever takes them."""
        names = {" ": "space", "/": "slash", ".": "full_stop", "-": "minus"}
        await self.pilot.press(*(names.get(c, c) for c in text))
        await self.settle()


@pytest.fixture
def running(library: Path) -> Running:
    """Start the program on the library of two articles."""

    @asynccontextmanager
    async def start(
        path: Path | None = library, size: tuple[int, int] = (120, 40), **options: Any
    ) -> Any:
        app = ReaderApp(path, "ana", **options)
        async with app.run_test(size=size) as pilot:
            driver = Driver(pilot)
            await driver.settle()
            yield driver

    return start
