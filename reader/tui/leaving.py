"""Leaving the program from wherever one is, out of dialogs too."""

from contextlib import suppress
from typing import Any, Generic, TypeVar

from textual import events, work
from textual.screen import Screen
from textual.worker import Worker, WorkerError

from reader.tui.type_ahead import TypeAheadApp

Result = TypeVar("Result")


class LeavingApp(TypeAheadApp[Result], Generic[Result]):
    """Closes dialogs as escape does, and waits until what they gave is kept.

    It stays where one has to look: at a dialog that says what is wrong instead of
    closing, and at what could not be kept. The next time it is told, it leaves.
    """

    _told_to_close: Screen[Any] | None = None
    """The dialog that was told to close, because the program is to be left."""
    _wrong_before: frozenset[str] = frozenset()
    """What had gone wrong when the program was told to leave."""
    _is_leaving = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a letter to whoever types it, though a user has it quit elsewhere."""
        typing, key = self.focused, self._answered
        if action == "quit" and typing is not None and key is not None:
            return not typing.check_consume_key(key.key, key.character)
        return super().check_action(action, parameters)

    async def action_quit(self) -> None:
        """Leave the program, and the dialogs that are open before."""
        dialog, told = self.screen, self._told_to_close
        self._told_to_close = None
        if told is None and not self._is_leaving:
            self._wrong_before = self._wrong()
        if not dialog.is_modal:
            self._leave()
        elif dialog is not told and self._answered is not None:
            self._told_to_close = dialog
            again = events.Key(self._answered.key, self._answered.character)
            self.press_before_others(events.Key("escape", None), again)
        elif working := self._at_work():
            self._leave_after(working, dialog)

    @work(group="leave")
    async def _leave_after(
        self, working: list[Worker[Any]], dialog: Screen[Any]
    ) -> None:
        """Leave when a dialog has come to an end of what it does, and is closed."""
        await _over(working)
        if self.screen is not dialog:
            await self.action_quit()

    @work(group="leave")
    async def _leave(self) -> None:
        """Leave when all is kept; told so again meanwhile, leave at once."""
        if not self._is_leaving:
            self._is_leaving = True
            await _over(self._at_work("dialog", "write", "many"))
            self._is_leaving = False
            if self._wrong() - self._wrong_before:
                return
        self.exit()

    def _at_work(self, *groups: str) -> list[Worker[Any]]:
        """Those at work for the screen, in some groups or in any."""
        return [
            worker
            for worker in self.workers
            if worker.node is self.screen
            and not worker.is_finished
            and (not groups or worker.group in groups)
        ]

    def _wrong(self) -> frozenset[str]:
        """What has gone wrong, as far as it stands in the corner."""
        return frozenset(
            note.identity for note in self._notifications if note.severity == "error"
        )


async def _over(working: list[Worker[Any]]) -> None:
    for worker in working:
        with suppress(WorkerError):
            await worker.wait()
