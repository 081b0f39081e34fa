"""`python -m tests.hostile.program LIBRARY REPORT`: the program, and where it is.

On SIGUSR1 it writes down, as JSON, its screens, the topmost last, the widgets of the
topmost that were given text to be read as markup, the addresses that it asked for,
and what it is at work on. The network is forbidden.
"""

import json
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from textual.screen import Screen
from textual.widgets import OptionList, Static

from reader.tui.app import ReaderApp, run
from tests.hostile.library import coder


def main(library: Path, report: Path) -> int:
    app = ReaderApp(library, coder(library))
    asked = _forbid_the_network()

    def tell(*_: object) -> None:
        said = {
            "places": [type(screen).__name__ for screen in app.screen_stack],
            "raw": list(_raw(app.screen)),
            "asked": asked,
            "busy": ["key"] * (app._ahead is not None) + list(_working(app)),
        }
        part = report.with_suffix(".part")
        part.write_text(json.dumps(said))
        part.replace(report)

    signal.signal(signal.SIGUSR1, tell)
    return run(app)


def _forbid_the_network() -> list[str]:
    """Let every address be refused; gives the list of those that are asked for."""
    asked: list[str] = []

    def refuse(*address: object, **_: object) -> NoReturn:
        asked.append(repr(address))
        raise OSError("the network is forbidden here")

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        setattr(socket, name, refuse)
    return asked


def _working(app: ReaderApp) -> Iterator[str]:
    """The workers that will end by themselves."""
    for worker in app.workers:
        if worker.group != "dialog" and not worker.is_finished:
            yield worker.name


def _raw(screen: Screen[object]) -> Iterator[str]:
    """The widgets with text that Textual would take for markup."""
    for widget in screen.walk_children(with_self=False):
        given: list[object] = []
        if isinstance(widget, Static) and widget._render_markup:
            given.append(widget.content)
        if isinstance(widget, OptionList) and widget._markup:
            given += [option.prompt for option in widget.options]
        if any(isinstance(each, str) and each for each in given):
            yield f"{type(widget).__name__}#{widget.id}"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
