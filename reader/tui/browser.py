"""The user's browser, which is started by Python's own module and never by a shell."""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import PurePath
from typing import Any, Final

from textual.app import App, SuspendNotSupported

from reader.text.web_address import WebAddress

_STARTER: Final = """
import signal, sys, webbrowser
for number in (signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, lambda *_: None)
sys.exit(not webbrowser.open(sys.argv[1]))
"""
"""Run beside this program: some browsers talk, some are waited for. What is typed to
end one is meant for that."""
_ALONE: Final = "-I"
"""Without the folder that the user is in, where a `webbrowser.py` might lie."""
_IN_TERMINALS: Final = frozenset({"www-browser", "links", "elinks", "lynx", "w3m"})
_GRAPHICAL: Final = ("DISPLAY", "WAYLAND_DISPLAY")
_PATIENCE_S: Final = 8.0
"""After so long a browser has opened; Python's module gives one that runs already 5."""
_LOOK_EVERY_S: Final = 0.05


async def opened(app: App[Any], address: WebAddress) -> bool:
    """Have the user's browser open an address; whether one was there that did.

    Where there are windows, it is not waited for longer than it may take to start. A
    browser of the terminal has the terminal, until it is left.

    Raises:
        OSError: When nothing can be started.
    """
    if _takes_terminal():
        with suppress(SuspendNotSupported), app.suspend():
            return _run(address)
        return False
    process = _start(address)
    for _ in range(round(_PATIENCE_S / _LOOK_EVERY_S)):
        if process.poll() is not None:
            break
        await asyncio.sleep(_LOOK_EVERY_S)
    return not process.returncode


def _takes_terminal() -> bool:
    """Whether the browser that would be started may want the terminal."""
    if sys.platform != "darwin" and not any(map(os.environ.get, _GRAPHICAL)):
        return True
    wanted = os.environ.get("BROWSER", "").split(os.pathsep)[0].split()
    return bool(wanted) and PurePath(wanted[0]).name in _IN_TERMINALS


def _run(address: WebAddress) -> bool:
    return subprocess.run(_command(address), check=False).returncode == 0


def _start(address: WebAddress) -> "subprocess.Popen[bytes]":
    """Start it where it can write nothing over the screen, and outlives the program."""
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        _command(address),
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        start_new_session=True,
    )


def _command(address: WebAddress) -> list[str]:
    return [sys.executable, _ALONE, "-c", _STARTER, address.opened]
