"""Waiting until a program has done all that it was told: by its state, by no clock."""

import asyncio
import sys
import threading
import traceback
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from reader.desk import Desk

_PATIENCE_S = 60.0
"""After this a program that comes to no rest is at fault."""
_GLANCE_S = 0.001
"""How often is looked for the end of what tells nobody about it."""
_LOOK_S = 0.05
"""How often is looked whether a program that does not answer has ended."""


class Settling:
    """Knows when nothing is under way in a program any more.

    Its `saw` is the message hook of `App.run_test`. A program is at rest when a
    question has gone through every widget's queue and no widget began with anything
    else meanwhile, no work is going on, and nothing is left to be painted.
    """

    def __init__(self) -> None:
        self._begun = 0
        self._unanswered = 0
        self._come = asyncio.Event()

    def saw(self, message: Message) -> None:
        """Count what the widgets begin with, our own question apart."""
        if not (
            isinstance(message, events.Callback)
            and isinstance(message.callback, partial)
            and message.callback.func == self._answered
        ):
            self._begun += 1

    def _answered(self) -> None:
        self._unanswered -= 1
        if not self._unanswered:
            self._come.set()

    async def settle(self, app: App[Any]) -> None:
        """Wait until a program is at rest, or has ended."""
        try:
            async with asyncio.timeout(_PATIENCE_S):
                while _is_up(app) and not await self._is_at_rest(app):
                    pass
        except TimeoutError:
            raise AssertionError(f"no rest: {_under_way(app)}") from None

    async def _is_at_rest(self, app: App[Any]) -> bool:
        """Look once, and wait for what was found to be under way."""
        if _holds_keys_back(app) or _is_asking(app):
            await asyncio.sleep(_GLANCE_S)
            return False
        if working := [worker._task for worker in _working(app) if worker._task]:
            await asyncio.wait(working)
            return False
        if _is_to_be_painted(app.screen):
            app.screen._on_timer_update()
        # What a widget does when its queue is empty begins after it has answered.
        return await self._is_quiet(app) and await self._is_quiet(app)

    async def _is_quiet(self, app: App[Any]) -> bool:
        begun = self._begun
        await self._ask_all(app)
        await app.animator.wait_until_complete()
        return begun == self._begun and not _is_busy(app)

    async def _ask_all(self, app: App[Any]) -> None:
        """Have all that waits in a queue now answered."""
        self._unanswered = 0
        for node in _concerned(app):
            if node.is_running and node.call_later(self._answered):
                self._unanswered += 1
        self._come.clear()
        while self._unanswered and _is_up(app):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._come.wait(), _LOOK_S)


def key_event(key: str) -> events.Key:
    """A key as a terminal would report it, by its name."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    name = _get_unicode_name_from_key(REPLACED_KEYS.get(key, key))
    try:
        character: str | None = unicodedata.lookup(name)
    except KeyError:
        character = key if len(key) == 1 else None
    return events.Key(key, character)


def _is_up(app: App[Any]) -> bool:
    return app.is_running and not app._exit and not app._exception_event.is_set()


def _concerned(app: App[Any]) -> list[Any]:
    """The program and the screen on top; of those below what has something to do.

    A message to a screen below another has all of the other painted anew.
    """
    on_top = app.screen.walk_children(with_self=True)
    below = (node for node in app._registry if not node._message_queue.empty())
    return list(dict.fromkeys((app, *on_top, *below)))


def _is_busy(app: App[Any]) -> bool:
    return _is_up(app) and (
        _holds_keys_back(app)
        or _is_asking(app)
        or any(_working(app))
        or _is_to_be_painted(app.screen)
    )


def _working(app: App[Any]) -> Iterator[Worker[Any]]:
    """What ends by itself; what waits for an answer in a dialog does not."""
    return (w for w in app.workers if w.group != "dialog" and not w.is_finished)


def _under_way(app: App[Any]) -> str:
    """What each piece of work and each thread is at, for whoever mends it."""
    work = [(w.group, w.name, w.state.name, w._task) for w in app.workers]
    frames = sys._current_frames()
    threads = "".join(
        f"{each}\n{''.join(traceback.format_stack(frames[each.ident])[-6:])}"
        for each in threading.enumerate()
        if each.ident in frames
    )
    return f"{work}\n{_waiting(getattr(app, '_desk', None))}\n{threads}"


def _waiting(desk: Desk | None) -> list[tuple[bool, int]]:
    """Of a desk and the one beside it: whether it is closed, and who waits there."""
    desks = [each for each in (desk, desk and desk._beside) if each]
    return [(each._is_closed, each._thread._work_queue.qsize()) for each in desks]


def _is_asking(app: App[Any]) -> bool:
    """Whether something is under way that might have, or had, to ask first."""
    return any(
        worker.group == "dialog" and worker.node is app.screen
        for worker in app.workers
        if not worker.is_finished
    )


def _holds_keys_back(app: App[Any]) -> bool:
    return getattr(app, "_ahead", None) is not None


def _is_to_be_painted(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
