"""What every place of the program has: the desk, undo and redo, help, a way out."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from itertools import chain
from typing import ClassVar, Protocol, TypeVar

from textual import events, work
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerCancelled

from reader.desk import Desk
from reader.model import Span, Step
from reader.store import Filter, Store, StoreError
from reader.store.errors import NewerTextError
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import EVERYWHERE, Command, as_mapped, layers, shown
from reader.tui.widgets.kept import Kept
from reader.tui.widgets.key_bar import KeyBar

Answer = TypeVar("Answer")


class ReadAt(Protocol):
    """Makes the screen that reads an article.

    A list that is opened from reading is handed it, so that the two need not know one
    another.
    """

    def __call__(
        self, article_id: int, span: Span | None = None, ids: Sequence[int] = ()
    ) -> Screen[int | None]:
        """Read an article at a passage, or where reading stopped, as one of several."""


_SAID_S, _TROUBLE_S = 4, 8
"""How long something that is said stands in the corner, and something that failed."""
BLIND = "Not while you code blind; q stops it."
"""Said where something tells what others did."""


class Place(Screen[int | None], Kept):
    """A screen that asks the desk; a question that fails is said, not raised.

    It is dismissed with the article that was read last, if one was.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    NAME: ClassVar[str]
    """Its name in the key table."""
    TYPING: ClassVar[str] = "enter takes what is typed · escape leaves the line"
    """What the last line says while somebody types."""
    TELLS: ClassVar[bool] = False
    """Whether it tells what other coders did."""

    is_bare: var[bool] = var(False)
    """Whether nothing is listed: the last line offers no key that is about a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.is_outdated = False
        """Whether others have written something that it has not looked for yet."""
        self._not_kept: dict[object, str] = {}
        """What was written and could not be kept, by what it was written on."""

    @property
    def is_there(self) -> bool:
        """Whether its widgets are: not before it is mounted, nor once it goes away."""
        return self.is_mounted and self.is_attached and self.display

    @property
    def has_begun(self) -> bool:
        """Whether it shows what its first key may be meant for."""
        return self.is_mounted

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here: its rows of the key table, and everywhere's."""
        *rows, _ = layers(self.NAME).values()
        return as_mapped(chain.from_iterable(rows), self.app._keymap)

    def is_command(self, event: events.Key) -> bool:
        """Whether no widget on the way of a key could take it for itself."""
        return False

    def has_no_command(self, event: events.Key) -> None:
        """Say that a key does nothing here, unless it is pressed between words."""
        if not isinstance(self.focused, Input):
            key = event.character if event.is_printable else None
            name = safe_line(key or shown(event.key))
            self.say_in_passing(f"{name} does nothing here; ? lists the keys.")

    def say_in_passing(self, words: str) -> None:
        """Say in the last line what is not worth a notice."""
        self.query_one(KeyBar).say(words)

    @property
    def article_here(self) -> int | None:
        """The article that is open or marked, if one is."""
        return None

    @property
    def ticked_here(self) -> Sequence[int]:
        """The articles that are ticked, in their order."""
        return ()

    @property
    def is_blind(self) -> bool:
        """Whether nothing may be told here of what other coders did."""
        return self.desk.is_blind

    @property
    def filter_here(self) -> Filter:
        """What the articles that are listed are filtered by."""
        return Filter()

    def key_bar(self) -> KeyBar:
        """The last line: the keys of this place, as far as they do something now."""
        return KeyBar(self.commands, self.TYPING).data_bind(Place.is_bare)

    async def ask(self, question: Callable[[Store], Answer]) -> Answer | None:
        """Put a question to the store; None, and a word to the user, if it fails.

        What only looks loses nothing: of many that fail alike one is told.
        """
        return await self._answered(self.desk.ask(question), "warning")

    async def change(self, command: Callable[[Store], Answer]) -> Answer | None:
        """Have the store change something; the same, but each that fails is told."""
        return await self._answered(self.desk.ask(command), "error")

    async def look_up(self, question: Callable[[Store], Answer]) -> Answer | None:
        """As `ask`, for a question that may take long; it ends with its worker."""
        return await self._answered(self.desk.look_up(question), "warning")

    async def _answered(
        self, asked: Awaitable[Answer], severity: SeverityLevel
    ) -> Answer | None:
        try:
            answer = await asked
        except StoreError as error:
            await self._refused(error, severity)
            return None
        self._end_if_gone()
        return answer

    def _end_if_gone(self) -> None:
        """End the work of a place whose widgets are being taken away.

        The program takes them away before it stops who works for them, and an answer
        that comes in between finds no widget to be shown in.

        Raises:
            asyncio.CancelledError: When they are.
        """
        if self._closing or self.app._exit or not self.app._running:
            raise asyncio.CancelledError

    async def over(self, *workers: Worker[None]) -> None:
        """Wait for some work; what was asked for anew meanwhile is none to wait for."""
        for worker in workers:
            with suppress(WorkerCancelled):
                await worker.wait()

    async def done(self, command: Callable[[Store], object]) -> bool:
        """Have the store do something; whether it did, and a word if it did not."""
        try:
            await self.desk.ask(command)
        except StoreError as error:
            await self._refused(error, "error")
            return False
        return True

    async def write(
        self,
        about: str,
        before: str,
        keep: Callable[[Store, str], object],
        of: object,
        title: str = "Memo",
    ) -> str | None:
        """Have something written and kept; what could not be kept comes again.

        Args:
            about: What it is written on, in words.
            before: What is written there now.
            keep: Keeps what was written.
            of: What it is written on, by a name of its own.
            title: What is written.

        Returns:
            What was written; None when it is as before, or could not be kept.
        """
        from reader.tui.dialogs.memo import MemoDialog

        dialog = MemoDialog(about, self._not_kept.pop(of, before), title)
        text = await self.app.push_screen_wait(dialog)
        if text == before:
            return None
        if await self.done(lambda store: keep(store, text)):
            return text
        self._not_kept[of] = text
        return None

    async def _refused(self, error: StoreError, severity: SeverityLevel) -> None:
        """Say why something was not done; a newer text is shown first."""
        if isinstance(error, NewerTextError):
            await self.look_again()
        self.say(f"Not done: {error}", severity=severity)

    def say(self, words: str, *, severity: SeverityLevel = "information") -> None:
        """Tell the user something in the corner; any text may stand in it.

        Only what was said last stands there, beside what went wrong.
        """
        words = safe_line(words)
        if severity != "information":
            self.notify(words, severity=severity, timeout=_TROUBLE_S, markup=False)
        elif not any(
            note.message == words and note.time_left > _SAID_S / 2
            for note in self.app._notifications
        ):
            self._hush()
            self.notify(words, timeout=_SAID_S, markup=False)

    def _hush(self) -> None:
        """Take away what was said, but for what went wrong."""
        for note in list(self.app._notifications):
            if note.severity == "information":
                self.app._unnotify(note)

    def on_screen_suspend(self) -> None:
        """What was said before shall not lie on a dialog's question."""
        if self.app.screen.is_modal:
            self._hush()

    async def came_back(self, step: Step) -> None:
        """Show the state after a step was undone or redone."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last change."""
        self._walk(lambda store: store.undo(), "Undone", "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._walk(lambda store: store.redo(), "Redone", "Nothing to redo.")

    @work(group="write")
    async def _walk(
        self, way: Callable[[Store], Step | None], done: str, nothing: str
    ) -> None:
        try:
            step = await self.desk.ask(way)
        except StoreError as error:
            self.say(f"Not done: {error}", severity="error")
            return
        if step is None:
            self.say(nothing)
            return
        await self.came_back(step)
        self.say(f"{done}: {step.label}")

    def action_help(self) -> None:
        """Show the keys of this place."""
        from reader.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.NAME))

    def show_waiting(self, waiting: int) -> None:
        """Say how many articles are still to be cleaned and indexed."""

    async def look_again(self) -> None:
        """Show what has changed elsewhere; what is marked, ticked or typed stays."""

    @work(group="dialog")
    async def action_export(self) -> None:
        """Ask which annotations, how and where to, and write them."""
        from reader.tui.dialogs.export import ExportDialog

        if self.is_blind:
            self.say(BLIND)
            return
        dialog = ExportDialog(self.desk, self.article_here, self.ticked_here)
        said = await self.app.push_screen_wait(dialog)
        if said:
            self.say(said)

    def action_leave(self) -> None:
        """One step out."""
        self.dismiss(None)
