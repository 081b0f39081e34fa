"""A program on a pseudo-terminal: keys in, bytes out, and what that cost."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

_ESCAPES: Final = re.compile(
    rb"\x1b\[[0-9;?<>=:$ ]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1bP[^\x1b]*\x1b\\|\x1b[()][A-Z0-9]|\x1b[=>78cDEHMNOZ]"
)
_MODE_QUERY: Final = re.compile(rb"\x1b\[\?(\d+)\$p")
_ANSWERS: Final = (
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>41;354;0c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
)
"""What a usual terminal says when it is asked what it is and where its cursor is."""
_READ: Final = 1 << 16
_PATIENCE_S: Final = 60.0
"""How long a program is waited for that writes nothing."""


class Terminal:
    """A program, its terminal, and its use of the processor and of memory."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Start a program; what is said of its environment is put over the usual."""
        self._environment = environment
        self.started = time.perf_counter()
        self._is_open = True
        self._size = struct.pack("HHHH", rows, columns, 0, 0)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._become(argv)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, self._size)

    def _become(self, argv: Sequence[str]) -> None:
        fcntl.ioctl(1, termios.TIOCSWINSZ, self._size)
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"COLUMNS", "LINES", "TMUX", "NO_COLOR"}
        } | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        environment |= self._environment
        try:
            os.execvpe(argv[0], list(argv), environment)
        finally:
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        else:
            with suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed or the line is lost."""
        if self._is_open:
            self._is_open = False
            os.close(self._fd)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as when the window is drawn larger."""
        fcntl.ioctl(
            self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0)
        )

    def send(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._fd, keys)

    def read(self, seconds: float) -> bytes:
        """What is written within a time; empty when that is nothing, or the end."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self._fd, _READ)
        except OSError:
            return b""
        for mode in _MODE_QUERY.findall(data):
            os.write(self._fd, b"\x1b[?" + mode + b";2$y")
        for query, answer in _ANSWERS:
            if query in data:
                os.write(self._fd, answer)
        return data

    def is_as_found(self) -> bool:
        """Whether what is typed is echoed and handed on line by line, as at first."""
        now = termios.tcgetattr(self._fd)
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return now[3] & wanted == wanted and bool(now[0] & termios.ICRNL)

    def waiting(self) -> int:
        """Bytes that the program has written and nobody has read."""
        count = fcntl.ioctl(self._fd, termios.FIONREAD, b"\0" * 4)
        return int(struct.unpack("i", count)[0])

    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def ends(self, seconds: float) -> bool:
        """Whether the program ends within a time in which nobody reads it."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if os.waitpid(self.pid, os.WNOHANG) != (0, 0):
                return True
            time.sleep(0.05)
        return False

    def exit_status(self, seconds: float = 30) -> int:
        """Wait until the program has ended, and give its exit status.

        Raises:
            TimeoutError: When it does not end.
        """
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.read(0.05)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
        raise TimeoutError("the program goes on")

    def wait_for(self, words: str, seconds: float = 60) -> float:
        """Seconds from the start until words are to be seen.

        Raises:
            TimeoutError: When they do not come.
        """
        self.read_until(words, seconds)
        return time.perf_counter() - self.started

    def read_until(self, words: str, seconds: float) -> None:
        """Read until words are to be seen among what is written from now on.

        Raises:
            TimeoutError: When they do not come.
        """
        seen, until = b"", time.perf_counter() + seconds
        while time.perf_counter() < until:
            seen += self.read(0.05)
            if words.encode() in _ESCAPES.sub(b"", seen):
                return
        raise TimeoutError(words)

    def is_at_work(self) -> bool:
        """Whether one of its threads runs, or waits for its turn or for the disk.

        Linux says so; elsewhere none does.
        """
        for stat in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with suppress(OSError):  # A thread may end meanwhile.
                _, _, fields = stat.read_text().rpartition(") ")
                if fields[0] in "RD":
                    return True
        return False

    def settle(self, quiet: float = 0.3) -> bytes:
        """All that is written until nothing more is for a time, and it has no work.

        On a busy machine a program may have long to wait for its turn.
        """
        written = b""
        while (data := self.read(quiet)) or self.is_at_work():
            written += data
        return written

    def answer(self) -> bytes:
        """What is written next, however long that takes, until it is quiet."""
        return self.read(_PATIENCE_S) + self.settle()

    def rest(self) -> bytes:
        """All that is written until the program ends."""
        written = b""
        while data := self.read(_PATIENCE_S):
            written += data
        return written

    def press(self, keys: bytes, quiet: float = 0.06) -> tuple[float, float, int]:
        """Milliseconds on the processor, milliseconds to the last byte, and bytes."""
        before, start = self.cpu(), time.perf_counter()
        last, size = start, 0
        self.send(keys)
        while data := self.read(quiet if size else 2):
            last, size = time.perf_counter(), size + len(data)
        return self.cpu() - before, (last - start) * 1e3, size

    def cpu(self) -> float:
        """Milliseconds on the processor, of all threads; other load hardly moves it."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6

    def memory(self) -> tuple[float, float]:
        """Resident memory, now and at its highest, in megabytes of 1,000,000 bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        now, highest = (
            int(found[1]) * 1024 / 1e6
            for name in ("VmRSS", "VmHWM")
            if (found := re.search(rf"{name}:\s+(\d+)", status))
        )
        return now, highest
