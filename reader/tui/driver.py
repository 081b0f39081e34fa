"""The terminal as it may be: closed, frozen, or gone with the line to it."""

import fcntl
import os
import selectors
import signal
import struct
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from queue import Full, Queue
from types import FrameType
from typing import Any, TextIO

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.tui.typed import Typed

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""What would end the program, and leave the terminal raw."""
_TYPED = (signal.SIGINT, signal.SIGQUIT)
"""What a terminal sends to every program in front when somebody types it."""
_READ = 4096
_GLANCE_S = 0.1
"""How often the thread that reads looks whether it is to stop."""
_PATIENCE_S = 1.0
"""How long a terminal that takes nothing is waited for, once we are to leave."""


class TerminalDriver(LinuxDriver):
    """Ends the program when its terminal is gone, and when a signal tells it to.

    Textual's thread that writes dies with the first byte that a closed terminal
    refuses; the program then waits for it, deaf to every signal. Its thread that reads
    takes what follows an escape in pasted text for keys. And Textual itself, ended by a
    signal, would leave the terminal in mouse mode, and always with the mouse's place
    in pixels.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file: Any = _Output(self._file)
        self._is_leaving = False
        self._is_stuck = False
        self._early = 0
        """Bytes, not read yet, that were typed before the terminal was ours."""
        self._frame: list[str] = []
        """What has come since the terminal was told to wait for the rest."""

    def start_application_mode(self) -> None:
        """Take the terminal over, and listen for what would end the program."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._listen(_ENDING)

    def _listen(self, numbers: Iterable[signal.Signals]) -> None:
        for number in numbers:
            # The loop must hear of it: a plain handler would not wake it. And it must
            # be known while the loop waits for a terminal that takes nothing: then a
            # plain handler alone is called.
            self._loop.add_signal_handler(number, self._app.exit)
            signal.signal(number, self._leave)

    def _pass_over(self, numbers: Iterable[signal.Signals]) -> None:
        for number in numbers:
            self._loop.remove_signal_handler(number)
            # One that was ignored would be ignored by the other program, too.
            signal.signal(number, lambda *_: None)

    def suspend_application_mode(self) -> None:
        """Leave the terminal to another program, and to that what is typed to end it.

        The program in front may be an editor that ctrl+c means something to.
        """
        super().suspend_application_mode()
        self._pass_over(_TYPED)

    def resume_application_mode(self) -> None:
        """Take the terminal back; what was typed meanwhile still waits in the loop."""
        super().resume_application_mode()
        self._pass_over(_TYPED)
        self._loop.call_later(_GLANCE_S, self._listen, _TYPED)

    def _disable_mouse_support(self) -> None:
        """Have the mouse reported no more, by pixels neither."""
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super()._disable_mouse_support()

    def _leave(self, _number: int, _frame: FrameType | None) -> None:
        self._is_leaving = True

    def run_input_thread(self) -> None:
        """Hand on what is typed, until told to stop or the terminal is closed."""
        self._early = self._waiting()
        parser, typed = XTermParser(self._debug), Typed()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_GLANCE_S):
                    data = self._read()
                    if not data:
                        self._closed()
                        break
                    for event in parser.feed(typed.inert(decode(data))):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        with suppress(EOFError, ParseError):
            for _ in parser.feed(""):
                pass

    def send_message(self, message: Message) -> None:
        """Put it in the program's queue: one call of the loop.

        Textual starts a task for each, and waits for what comes of it nowhere.
        """
        self._app.post_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing, once the other end of the terminal is closed.

        Until a program takes it over, a terminal makes Enter a line feed. Who types
        ahead while the program starts means the key all the same.
        """
        try:
            data = os.read(self.fileno, _READ)
        except OSError:
            return b""
        early, rest = data[: self._early], data[self._early :]
        self._early -= len(early)
        return early.replace(b"\n", b"\r") + rest

    def _waiting(self) -> int:
        """Bytes that were typed and not read."""
        with suppress(OSError):
            count = fcntl.ioctl(self.fileno, termios.FIONREAD, struct.pack("i", 0))
            return int(struct.unpack("i", count)[0])
        return 0

    def _closed(self) -> None:
        self._is_leaving = True
        with suppress(RuntimeError):  # The loop may be closed meanwhile.
            self._loop.call_soon_threadsafe(self._app.exit)

    def write(self, data: str) -> None:
        """Have something written; what is to be seen at once, in one go.

        Else the thread that writes is woken three times for each key.
        """
        if self._frame or data == SYNC_START:
            self._frame.append(data)
            if data != SYNC_END:
                return
            data = "".join(self._frame)
            self._frame.clear()
        self._hand_over(data)

    def _hand_over(self, data: str) -> None:
        """Wait for a slow terminal, unless we are to leave."""
        assert self._writer_thread is not None
        queue: Queue[str | None] = self._writer_thread._queue
        is_taken = False
        while not is_taken and not self._is_stuck:
            try:
                queue.put(data, timeout=_PATIENCE_S)
                is_taken = True
            except Full:
                self._is_stuck = self._is_leaving

    def close(self) -> None:
        """Have the rest written, by a terminal that takes it."""
        if not self._is_leaving:
            super().close()
        elif self._writer_thread is not None and not self._is_stuck:
            with suppress(Full):
                self._writer_thread._queue.put(None, timeout=_PATIENCE_S)
                self._writer_thread.join(_PATIENCE_S)


class _Output:
    """The way to a terminal that never fails: what nobody can see is dropped.

    It writes past Python's own buffer. A thread that a frozen terminal holds in the
    middle of a write would keep that locked, and the program could not end.
    """

    def __init__(self, file: TextIO) -> None:
        self._fileno, self._encoding = file.fileno(), file.encoding

    def write(self, text: str) -> None:
        data = memoryview(text.encode(self._encoding, "backslashreplace"))
        with suppress(OSError):
            while data:
                data = data[os.write(self._fileno, data) :]

    def flush(self) -> None:
        """Nothing waits here."""

    def fileno(self) -> int:
        return self._fileno
