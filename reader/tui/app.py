"""The application: it opens the desk, shows the library, and closes the desk."""

import gc
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.message import Message
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader.desk import Desk
from reader.resources import STYLES
from reader.store import Store, StoreError
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import PROGRAM
from reader.tui.learning import LearningApp
from reader.tui.leaving import LeavingApp
from reader.tui.notice import Notice
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.place import BLIND, Place
from reader.tui.themes import DARK, FEW, THEMES


def _palette() -> type[Provider]:
    from reader.tui.palette import PlaceCommands

    return PlaceCommands


_LONG_S = 12
"""How long it stands there how the library is open."""
_LOOK_S = 0.8
"""Seconds between two looks at what others have written."""


class NotKept(Message):
    """Something that nobody waited for could not be kept."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


class ReaderApp(LeavingApp[str | None], LearningApp[str | None]):
    """Owns the desk, the theme and the user's keys, and nothing a screen could own."""

    TITLE = "reader"
    CSS_PATH: ClassVar = [STYLES / "reader.tcss", STYLES / "library.tcss"]
    """Of the first screen Textual itself reads none."""
    BINDINGS: ClassVar[list[BindingType]] = bindings(PROGRAM)
    COMMANDS = App.COMMANDS | {_palette}
    ENABLE_SELECT_AUTO_SCROLL = False
    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-usual")]  # noqa: RUF012  Textual's

    def __init__(
        self,
        library: Path | None,
        coder: str = "me",
        *,
        keymap: Mapping[str, str] | None = None,
        theme: str = "",
        greeting: str = "",
        session: int | None = None,
    ) -> None:
        super().__init__()
        self._library = library
        self._desk = Desk(lambda: Store(library, coder), self._hear_not_kept)
        self._untold: list[str] = []
        """What could not be kept, until it is said."""
        self.set_keymap(dict(keymap or {}))
        self._wanted_theme = theme
        # Before the styles are read: a change of theme would read them all again.
        for each in THEMES:
            self.register_theme(each)
        # Of most colours a terminal with 16 of its own makes the same few.
        self._theme_setting = "theme"
        if self.console.color_system == "standard":
            self._theme_setting = "theme-of-16-colours"
        self.theme = theme or (DARK if self._theme_setting == "theme" else FEW).name
        self._greeting = greeting
        self._is_looking = False
        self._session = session
        """A review to go on with at once."""

    def on_mount(self) -> None:
        """Take the user's theme, and begin to look for others' work."""
        self._take_settings()
        if self._session is not None:
            self._open_session(self._session)
        self.call_after_refresh(_collect_garbage)
        self.set_interval(_LOOK_S, self.look_elsewhere)

    @work(group="elsewhere")
    async def look_elsewhere(self) -> None:
        """Show what another window, or another program, has written meanwhile."""
        if self._is_looking:
            return
        self._is_looking = True
        try:
            await self._show_elsewhere()
        except StoreError:
            # Whoever asks for something next is told what is the matter.
            pass
        finally:
            self._is_looking = False

    async def _show_elsewhere(self) -> None:
        is_learning = self._waiting + self._uncompared > 0
        is_changed, *waiting = await self._desk.ask(
            lambda store: (
                store.changed_elsewhere(is_learning=is_learning),
                store.listing.waiting(),
                store.listing.uncompared(),
            )
        )
        self.learn_if_any(*waiting)
        places = [each for each in self.screen_stack if isinstance(each, Place)]
        for place in places:
            place.is_outdated |= is_changed
        # Those that lie below look again at the first look that finds them on top.
        if places and places[-1].is_outdated and places[-1].is_there:
            places[-1].is_outdated = False
            await places[-1].look_again()  # To its end: no look overtakes another.

    async def _on_key(self, event: events.Key) -> None:
        """Run the command of a key that no widget took; say it where there is none."""
        event.prevent_default()
        has_run = await self._check_bindings(event.key)
        if not has_run and isinstance(self.screen, Place):
            self.screen.has_no_command(event)

    def get_driver_class(self) -> type[Driver]:
        """On a terminal, ours; Textual may be told to run in a browser instead."""
        kind = super().get_driver_class()
        if kind.__name__ == "LinuxDriver":
            from reader.tui.driver import TerminalDriver

            return TerminalDriver
        return kind

    def get_default_screen(self) -> Screen[Any]:
        """The library; a screen below it would only be painted in vain."""
        name = self._library.stem if self._library else "in memory"
        return LibraryScreen(self._desk, name)

    @work
    async def _take_settings(self) -> None:
        try:
            settings, remark = await self._desk.ask(
                lambda store: (store.settings.all(), store.remark)
            )
        except StoreError as error:
            self.exit(str(error), return_code=1)
            return
        kept = settings.get(self._theme_setting, "")
        if not self._wanted_theme and kept in self.available_themes:
            self.theme = kept
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if self._greeting:
            self.notify(safe_line(self._greeting), markup=False)
        if remark:
            words = safe_line(remark)
            self.notify(words, severity="warning", timeout=_LONG_S, markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notice in the corner; see `Notice`."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        notice = Notice(message, title, severity, seconds, markup=markup)
        self.post_message(Notify(notice))

    @on(Notify)
    def _say_once(self, event: Notify) -> None:
        """Leave out a warning of what stands in the corner already.

        A disk that is gone fails all that a screen looks up; what is lost by it is an
        error, each by itself.
        """
        told = event.notification
        standing = {note.message for note in self._notifications}
        if told.severity == "warning" and told.message in standing:
            event.prevent_default()

    def _keep_theme(self, theme: object) -> None:
        setting, name = self._theme_setting, self.theme
        self._desk.post("the theme", lambda store: store.settings.put(setting, name))

    def _hear_not_kept(self, what: str, error: BaseException) -> None:
        """Take it from the store's thread to where it can be shown."""
        self._untold.append(f"Not kept: {what}; {error}")
        self.post_message(NotKept(error))

    @on(NotKept)
    def _tell_not_kept(self, event: NotKept) -> None:
        if not isinstance(event.error, StoreError):
            raise event.error
        while self._untold:
            words = safe_line(self._untold.pop(0))
            self.notify(words, severity="warning", timeout=_LONG_S, markup=False)

    def action_open_place(self, where: str) -> None:
        """Open a place of the key table over this one, which then looks again."""
        below = self.screen
        module, _, name = where.partition(":")
        kind = getattr(import_module(f"reader.tui.screens.{module}"), name)
        if not isinstance(below, Place) or isinstance(below, kind):
            return
        if below.is_blind and kind.TELLS:
            below.say(BLIND)
        else:
            # Whoever codes blind does so there, too.
            desk = below.desk if below.is_blind else self._desk
            self.push_screen(kind(desk), self._look_again)

    @work(group="open")
    async def _open_session(self, session_id: int) -> None:
        """Go on with a review; the list of reviews lies below it."""
        from reader.tui.screens.reviews import ReviewsScreen, screen_of

        try:
            session = await self._desk.ask(lambda s: s.sessions.one(session_id))
        except StoreError as error:
            self.exit(str(error), return_code=1)
            return
        reviews = ReviewsScreen(self._desk)
        await self.push_screen(reviews, self._look_again)
        await self.push_screen(screen_of(self._desk, session), reviews.came_home)

    async def _look_again(self, _: int | None) -> None:
        if isinstance(self.screen, Place):
            await self.screen.look_again()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's own commands, the theme and the way out."""
        yield SystemCommand("Theme", "Choose the colours.", self.action_change_theme)
        for command in PROGRAM:
            if command.opens:
                opening = partial(self.action_open_place, command.opens)
                yield SystemCommand(command.label, command.help, opening)
        yield SystemCommand("Quit", "Leave; all is saved.", self.action_quit)

    def _fatal_error(self) -> None:
        """End the program; `run` raises what ended it, once the terminal is left.

        Textual would print a traceback with the values of variables, texts among them.
        """
        self._close_messages_no_wait()

    @property
    def fault(self) -> BaseException | None:
        """What ended the program, when that was a fault of its own."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def on_unmount(self) -> None:
        """Let the last writes finish."""
        self._desk.close()


def _collect_garbage() -> None:
    """Turn the collector on; what the start has made stays, and is not looked at."""
    gc.freeze()
    gc.enable()


def run(app: ReaderApp) -> int:
    """Run the program until it is left; give the exit status.

    Raises:
        BaseException: When a fault of the program has ended it.
    """
    trouble = app.run()
    # Of what was kept last, nobody hears before the screen is gone.
    for words in filter(None, (trouble, *app._untold)):
        sys.stderr.write(f"reader: {safe_line(words)}\n")
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
