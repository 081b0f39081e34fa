"""A command of the program whose three streams are a terminal."""

import os
import pty
import sys


def on_terminal(*arguments: str, **environment: str) -> bytes:
    """All that `reader` with these arguments writes there.

    Args:
        *arguments: What stands behind `reader`.
        **environment: What is put over the environment; the terminal is an xterm
            unless it is another.
    """
    pid, terminal = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "reader", *arguments]
        try:
            os.execve(command[0], command, os.environ | {"TERM": "xterm"} | environment)
        finally:
            os._exit(127)
    written = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is closed.
            break
        if not more:
            break
        written += more
    os.close(terminal)
    os.waitpid(pid, 0)
    return written
