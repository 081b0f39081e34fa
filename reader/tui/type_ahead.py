"""One key at a time, so that what is typed ahead comes to where it was meant to go."""

import asyncio
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import Worker, WorkerError

from reader.tui.screens.place import Place
from reader.tui.screens.undertaking import UndertakingPlace

Result = TypeVar("Result")

_PATIENCE_S = 0.25
"""How long a widget is waited for; one that is being closed never answers."""
_LONG_PATIENCE_S = 10.0
"""For a screen that is coming up for sure, on however busy a machine."""
_MOMENT_S = 0.0025
_PATIENCE = {"dialog": _PATIENCE_S, "write": 1.0, "jump": 1.0, "many": 30.0}
"""How long is waited for work of these groups. What is saved is seldom longer than a
moment, nor is a list gone through to its end; but where another program holds the
library, or a list is very long, reading is to go on. While many articles are changed
the store answers nothing else: a dialog would come when its words had been typed. What
is heard meanwhile all the same, `UndertakingPlace` says."""
_STOPPED_S = 0.02
"""How long a key is waited for at the end of its way; a widget may have stopped it."""


class TypeAheadApp(App[Result], Generic[Result]):
    """Holds each key back until what the key before it did is done.

    Textual hands keys to the widget that has the focus as fast as they come, and runs
    their bindings later. Over a slow line a burst such as `t`, a name and Enter comes
    in one packet: the name would be taken for commands before the dialog that `t`
    opens is there.
    """

    _ahead: deque[events.Key] | None = None
    """The keys that wait; None while no key is being answered."""
    _answering: asyncio.Task[None] | None = None
    _answered: events.Key | None = None
    _has_run: asyncio.Future[bool] | None = None
    """Whether the key that is answered has come all the way up, and its command run."""
    _has_begun = False
    """Whether the first screen shows what the first key may be meant for."""

    async def on_event(self, event: events.Event) -> None:
        """Take a key, now or in its turn; let all else pass."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            if event is self._answered:
                self._tell(has_run=True)
        elif isinstance(self.screen, UndertakingPlace) and self.screen.hear(event):
            pass  # It is answered.
        elif self._ahead is not None:
            self._ahead.append(event)
        elif not self._is_begun():
            self._ahead = deque((event,))
            self._answering = asyncio.create_task(self._begin())
        else:
            self._ahead = deque()
            screen = self._expect(event)
            if await self._take(event) and self._is_over(screen):
                self._ahead = None
            else:
                self._answering = asyncio.create_task(self._answer(screen))

    def press_before_others(self, *keys: events.Key) -> None:
        """Have keys pressed as soon as this one is answered, before what is typed."""
        if self._ahead is not None:
            self._ahead.extendleft(reversed(keys))

    async def _take(self, event: events.Key) -> bool:
        """Take a key; whether its command has been run at once.

        Textual hands it to the widget that has the focus, from there up to the program,
        and looks for its command then: three queues, each with a turn of the loop.
        """
        screen = self.screen
        if isinstance(screen, Place) and self.app_focus and screen.is_command(event):
            for priority in (True, False):
                if await self._check_bindings(event.key, priority):
                    self._tell(has_run=True)
                    return True
        await super().on_event(event)
        return False

    def _is_over(self, screen: Screen[Any]) -> bool:
        """Whether a command that was run has left nothing to wait for."""
        return (
            self.screen is screen
            and self._message_queue.empty()
            and not any(
                worker.node is screen and not worker.is_finished
                for worker in self.workers
                if worker.group == "open" or worker.group in _PATIENCE
            )
        )

    def _expect(self, event: events.Key) -> Screen[Any]:
        """Look out for a key; gives the screen that it is meant for."""
        self._answered = event
        self._has_run = asyncio.get_running_loop().create_future()
        return self.screen

    def _tell(self, *, has_run: bool) -> None:
        if self._has_run is not None and not self._has_run.done():
            self._has_run.set_result(has_run)

    def _is_begun(self) -> bool:
        if not self._has_begun and self.screen_stack:
            screen = self.screen
            self._has_begun = not isinstance(screen, Place) or screen.has_begun
        return self._has_begun

    async def _begin(self) -> None:
        """Wait for the first screen, then answer what was typed while it came."""
        begun = monotonic()
        while not self._is_begun():
            if monotonic() - begun >= _LONG_PATIENCE_S:
                break
            await asyncio.sleep(_MOMENT_S)
        self._has_begun = True
        await self._opened()
        await self._answer_all()

    async def _answer(self, screen: Screen[Any]) -> None:
        """See the first key through, then each that waits in its turn."""
        await self._follow(screen)
        await self._answer_all()

    async def _answer_all(self) -> None:
        while self._ahead:
            event = self._ahead.popleft()
            screen = self._expect(event)
            self.call_later(self._take, event)
            await self._passed(self)
            await self._follow(screen)
        self._ahead = None

    async def _follow(self, screen: Screen[Any]) -> None:
        """See a key through, with what it has set going."""
        # In a dialog a key may make a message that goes the same way after it.
        for _ in range(2 if screen.is_modal else 1):
            if screen.is_modal or not await self._came_up():
                await self._go_up()
            await asyncio.sleep(0)  # A worker that it started gets to its first step.
            await asyncio.sleep(0)
            await self._asked(screen)
            if self.screen is not screen:
                break
        shown = screen
        while self.screen is not shown:
            # Who waited for a dialog that is closed now may open another screen.
            shown = self.screen
            await self._painted()
            await self._asked(shown)
        await self._opened()

    async def _opened(self) -> None:
        """Wait for what is on its way to the screen, be it ever so long.

        What opens may be another screen, which has something on its way in its turn.
        """
        while opening := self._opening():
            screen = self.screen
            with suppress(WorkerError):
                await self.workers.wait_for_complete(opening)
            if self.screen is not screen:
                await self._painted()

    def _opening(self) -> list[Worker[Any]]:
        return [
            worker
            for worker in self.workers
            if worker.group == "open"
            and worker.node in (self.screen, self)
            and not worker.is_finished
        ]

    async def _came_up(self) -> bool:
        """Whether the key comes to where the commands are, in a moment."""
        if self._has_run is None:
            return False
        loop = asyncio.get_running_loop()
        alarm = loop.call_later(_STOPPED_S, lambda: self._tell(has_run=False))
        has_run = await self._has_run
        alarm.cancel()
        return has_run

    async def _go_up(self) -> None:
        """Go the way that the key goes up to the program, one step behind it."""
        node: MessagePump | None = self.focused or self.screen
        while node is not None:
            above = node._parent
            await self._passed(node)
            node = above

    async def _asked(self, screen: Screen[Any]) -> None:
        """Wait for a dialog that is on its way, and until what is saved is shown.

        A dialog may have to ask the store first. And the next key may mean what this
        one makes: a new tag's key, or the step to be taken back.
        """
        begun = monotonic()
        while self.screen is screen:
            longest = max(
                (
                    _PATIENCE.get(worker.group, 0.0)
                    for worker in self.workers
                    if worker.node is screen and not worker.is_finished
                ),
                default=0.0,
            )
            if monotonic() - begun >= longest:
                return
            await asyncio.sleep(_MOMENT_S)

    async def _passed(self, node: MessagePump) -> None:
        """Wait until a widget has done all that it was told until now."""
        done = _Done()
        if node.is_running and node.call_later(done):
            await done.wait()

    async def _painted(self) -> None:
        """Wait until the screen that has come up is there."""
        coming, begun = self.screen, monotonic()
        while not coming.is_mounted and coming is self.screen:
            if monotonic() - begun >= _LONG_PATIENCE_S:
                break
            await asyncio.sleep(_MOMENT_S)
        done = _Done()
        self.screen.call_after_refresh(done)
        await done.wait()


class _Done:
    """Something to wait for, not for ever; a key makes several, so they are light."""

    def __init__(self) -> None:
        self._future = asyncio.get_running_loop().create_future()

    def __call__(self) -> None:
        """Say that it is done."""
        if not self._future.done():
            self._future.set_result(None)

    async def wait(self) -> None:
        """Wait until it is, or patience is at its end."""
        timer = asyncio.get_running_loop().call_later(_PATIENCE_S, self)
        try:
            await self._future
        finally:
            timer.cancel()
