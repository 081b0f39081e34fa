"""One key at a time, so that what is typed ahead comes to where it was meant to go."""

import asyncio
from collections import deque
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

Result = TypeVar("Result")


class TypeAheadApp(App[Result], Generic[Result]):
    """Holds each key back until what the key before it did is done.

    Textual hands keys to the widget that has the focus as fast as they come, and runs
    their bindings later. Over a slow line a burst such as `t`, a name and Enter comes
    in one packet: the name would be taken for commands before the dialog that `t`
    opens is there.
    """

    _current: events.Key | None = None
    """The key that is being answered."""

    @property
    def _ahead(self) -> deque[events.Key]:
        """The keys that wait."""
        if not hasattr(self, "_keys_ahead"):
            self._keys_ahead: deque[events.Key] = deque()
        return self._keys_ahead

    async def on_event(self, event: events.Event) -> None:
        """Take a key, now or in its turn; let all else pass."""
        is_fresh = isinstance(event, events.Key) and not event.is_forwarded
        if not is_fresh:
            await super().on_event(event)
            return
        assert isinstance(event, events.Key)
        self._ahead.append(event)
        if self._current is None:
            await self._answer_next()

    async def _answer_next(self) -> None:
        self._current = self._ahead.popleft() if self._ahead else None
        if self._current is not None:
            screen = self.screen
            await super().on_event(self._current)
            # In a dialog a key may make a message that goes the same way after it.
            laps = 2 if screen.is_modal else 1
            self._follow(self.focused or screen, screen, laps)

    def _follow(self, node: DOMNode | None, screen: Screen[Any], laps: int) -> None:
        """Go the way that the key goes up to the program, one step behind it."""
        if node is None or node is self or not node.is_running:
            self.call_later(self._arrived, screen, laps - 1)
        else:
            node.call_later(self._follow, node.parent, screen, laps)

    async def _arrived(self, screen: Screen[Any], laps: int) -> None:
        """The key has done what it does; a dialog that it opened comes up first."""
        for _ in range(2):
            await asyncio.sleep(0)  # A worker that it started gets to its first step.
        if self.screen is not screen:
            self.screen.call_after_refresh(self._answer_next)
        elif laps:
            self._follow(self.focused or screen, screen, laps)
        else:
            await self._answer_next()
