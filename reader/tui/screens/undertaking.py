"""What a place has done to very many at once: said while it lasts, and stopped."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar

from textual import events
from textual.notifications import SeverityLevel
from textual.reactive import var

from reader.store import Store, StoreError
from reader.store.errors import InterruptedStoreError
from reader.tui.screens.place import Place

Answer = TypeVar("Answer")

_SEEN_S = 0.3
"""How long it must have been said what is being done, for escape to mean that: before,
it was typed ahead, for what comes then."""


class Undertaking(Generic[Answer]):
    """Something that the store does, and a way to stop it from another thread."""

    def __init__(self, command: Callable[[Store], Answer]) -> None:
        self._command = command
        self._lock = Lock()
        self._store: Store | None = None
        """The store while it is at this, and at no other question."""
        self._is_stopped = False

    def __call__(self, store: Store) -> Answer:
        """Do it.

        Raises:
            InterruptedStoreError: When it is stopped; nothing of it is done then.
        """
        with self._lock:
            if self._is_stopped:
                raise InterruptedStoreError("it was stopped")
            self._store = store
        try:
            return self._command(store)
        finally:
            with self._lock:
                self._store = None

    def stop(self) -> None:
        """Let it come to nothing, unless all of it is done already."""
        with self._lock:
            self._is_stopped = True
            if self._store is not None:
                self._store.interrupt()


class UndertakingPlace(Place):
    """Has one thing done at a time that may take long, and waits for it.

    Keys wait for it as well, but two are heard at once: escape stops it, and of the one
    that quits it is said what it waits for.
    """

    doing: var[str] = var("")
    """What is being done, in words, and what the keys do meanwhile."""
    _undertaking: Undertaking[Any] | None = None
    _begun = 0.0

    async def undertake(
        self, doing: str, command: Callable[[Store], Answer]
    ) -> Answer | None:
        """Have the store change what may be very much, and say so meanwhile."""
        undertaking = Undertaking(command)
        self._undertaking, self._begun = undertaking, monotonic()
        self.doing = f"{doing} …  escape stops it"
        try:
            return await self.change(undertaking)
        finally:
            self._undertaking = None
            self.doing = ""

    async def _refused(self, error: StoreError, severity: SeverityLevel) -> None:
        """What somebody has stopped is no failure."""
        if isinstance(error, InterruptedStoreError):
            self.say("Stopped; nothing of it is done.")
        else:
            await super()._refused(error, severity)

    def hear(self, event: events.Key) -> bool:
        """Listen to a key that is to wait; whether it need not, as it is answered."""
        if self._undertaking is None:
            return False
        if event.key == "escape" and monotonic() - self._begun >= _SEEN_S:
            self._undertaking.stop()
            return True
        bound = self.active_bindings.get(event.key)
        if bound is not None and bound.binding.action == "quit":
            self.doing = (
                f"{self.doing.partition(' …')[0]}, then leaving …  escape stops it"
            )
        return False
