"""The way to every screen and dialog, as rows, and what is done there."""

import inspect
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from textual.screen import ModalScreen, Screen

import reader.tui.dialogs
import reader.tui.screens
from tests.benchmarks.pane.terminal import Terminal
from tests.hostile.files import Files
from tests.hostile.payloads import PAYLOAD

_PATIENCE_S = 30.0
_QUIET_S = 0.1
_STEPS = 12

_BYTES = {
    "enter": b"\r",
    "tab": b"\t",
    "escape": b"\x1b",
    "backspace": b"\x7f",
    "down": b"\x1b[B",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "ctrl+k": b"\x0b",
    "ctrl+o": b"\x0f",
    "ctrl+p": b"\x10",
    "ctrl+s": b"\x13",
}


@dataclass(frozen=True)
class Stop:
    """One place of the tour."""

    place: str
    """The class of the screen or dialog."""
    keys: str
    """That lead there from the library; words by their name, else one by one."""
    then: str = ""
    """What is pressed there; `PASTE` pastes the payload, `FOLDER` the path of a folder
    of hostile files, `MARKS` that of a file of annotations."""
    shows: bool = True
    """Whether something of the library stands there."""


TOUR = (
    # First, while the last tag is one with passages: further on some are made.
    Stop("TickDialog", "g end |"),
    Stop("LibraryScreen", "", "j k x v v o escape"),
    Stop("LibraryScreen", "'", "PASTE escape"),
    Stop("LibraryScreen", "1", "f"),
    Stop("FilterDialog", "f", "PASTE enter"),
    Stop("PickDialog", "s"),
    Stop("BringInDialog", "i", "PASTE enter", shows=False),
    Stop("BringAnnotationsDialog", "I", "PASTE enter", shows=False),
    Stop("ExportDialog", "e", "PASTE enter", shows=False),
    Stop("HelpDialog", "?", shows=False),
    Stop("CommandPalette", "ctrl+p", "PASTE", shows=False),
    Stop("ReadingScreen", "enter", "j z tab O v F F i u i u ] [ ."),
    Stop("ReadingScreen", "enter f", "PASTE enter n escape"),
    Stop("TagPicker", "enter t", "down down tab PASTE enter"),
    Stop("TagPicker", "enter A"),
    Stop("PickDialog", "enter home j m"),
    Stop("MemoDialog", "enter m enter", "PASTE ctrl+s"),
    Stop("AboutDialog", "enter @", "tab PASTE ctrl+s"),
    Stop("TeachDialog", "enter I", "down tab PASTE enter"),
    Stop("JumpDialog", "enter '"),
    Stop("JumpDialog", "enter ;"),
    Stop("PickDialog", "enter * ctrl+o"),
    Stop("BrowseDialog", "enter * ctrl+o end enter"),
    Stop("OccurrencesScreen", "enter T", "x A w s / PASTE enter"),
    Stop("AlikeScreen", "enter y", "j"),
    Stop("SearchScreen", "/ f i r s t enter", "j z o x t escape"),
    Stop("SearchScreen", "/ PASTE enter"),
    Stop("PassagesScreen", "G", "escape j x t escape / PASTE enter"),
    Stop("MatrixScreen", "B", "o j l o j o n + -"),
    Stop("CodebookScreen", "g", "j j z f PASTE enter escape"),
    Stop("NameDialog", "g t", "PASTE enter"),
    Stop("NameDialog", "g enter", "PASTE enter"),
    Stop("NameDialog", "g #"),
    Stop("MemoDialog", "g D"),
    Stop("TagPicker", "g &"),
    Stop("PickDialog", "g d"),
    Stop("PickDialog", "g C"),
    Stop("TypicalScreen", "g w", "j"),
    Stop("RulesScreen", "R", "enter PASTE enter"),
    Stop("KeywordsScreen", "ctrl+k", "j enter PASTE enter"),
    Stop("HistoryScreen", "U", "j f PASTE enter"),
    Stop("ChangesScreen", "M", "j l"),
    Stop("PlacingScreen", "M p", "j L"),
    Stop("CopiesScreen", "C", "j x"),
    Stop("DifferenceScreen", "C x j c", "n j"),
    Stop("VersionsScreen", "home enter B", "n j [ v"),
    Stop("ProvenanceScreen", "enter home j P", "j"),
    Stop("AgreementScreen", "A", "j"),
    Stop("ReviewsScreen", "r", "j j f PASTE enter"),
    Stop("AdjudicatingScreen", "r enter", "e escape space"),
    Stop("QueueScreen", "r j enter", "z"),
    Stop("JudgingScreen", "r j j enter", "e t escape escape space"),
    Stop("DefinitionDialog", "r enter D"),
    Stop("SummaryDialog", "r s"),
    Stop("SampleDialog", "r j j j enter", "PASTE enter"),
    Stop("BringAnnotationsDialog", "I", "MARKS tab enter enter"),
    Stop("BringInDialog", "i", "FOLDER / tab enter"),
    Stop("LibraryScreen", "home", "j j"),
)


def places() -> set[str]:
    """Every screen and dialog that there is."""
    return {
        name
        for package in (reader.tui.screens, reader.tui.dialogs)
        for module in _modules(package)
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__
        and issubclass(kind, Screen)
        and ("NAME" in vars(kind) or issubclass(kind, ModalScreen))
    }


def _modules(package: Any) -> Iterator[Any]:
    for found in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{found.name}")


class Tourist:
    """The program on a terminal, and where it is."""

    def __init__(self, library: Path, files: Files, payload: str = PAYLOAD) -> None:
        pasted = {"PASTE": payload, "FOLDER": files.folder, "MARKS": files.annotations}
        self._bytes = _BYTES | {
            name: f"\x1b[200~{each}\x1b[201~".encode() for name, each in pasted.items()
        }
        self._written = b""
        self._report = library.with_suffix(".json")
        module = ("-m", "tests.hostile.program")
        self.terminal = Terminal(
            [sys.executable, *module, str(library), str(self._report)],
            environment={"PYTHONPATH": str(Path(__file__).parents[2])},
        )

    def __enter__(self) -> "Tourist":
        self.terminal.wait_for("2 articles")
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.__exit__()

    def visit(self, stop: Stop) -> tuple[bytes, list[str], list[str]]:
        """Go there and back, and do there what is to be done.

        Returns:
            What was written meanwhile; the screens that were reached, the topmost last;
            the widgets there whose text would be read as markup.
        """
        self._settle()
        self._written = b""
        self._press(stop.keys)
        until = time.monotonic() + _PATIENCE_S
        while (found := self.where())["places"][-1] != stop.place:
            self._settle()
            if time.monotonic() > until:
                break
        self._press(stop.then)
        raw = found["raw"] + self.where()["raw"]
        self._home()
        return self._written, found["places"], raw

    def _home(self) -> None:
        """Back to the library."""
        for _ in range(_STEPS):
            if len(self.where()["places"]) == 1:
                return
            self._press("escape")
        raise TimeoutError(f"no way back from {self.where()['places']}")

    def _press(self, keys: str) -> None:
        for key in keys.split():
            self.terminal.send(self._bytes.get(key) or key.encode())
            self._settle()
            until = time.monotonic() + _PATIENCE_S
            while self.where()["busy"] and time.monotonic() < until:
                self._settle()

    def _settle(self) -> None:
        self._written += self.terminal.settle(_QUIET_S)

    def where(self) -> dict[str, list[str]]:
        """What the program says of itself."""
        self._report.unlink(missing_ok=True)
        os.kill(self.terminal.pid, signal.SIGUSR1)
        until = time.monotonic() + _PATIENCE_S
        while not self._report.exists():
            self._written += self.terminal.read(0.02)
            if not self.terminal.is_running():
                end = self._written[-2000:].decode(errors="replace")
                raise TimeoutError(f"the program is gone: {end}")
            if time.monotonic() > until:
                raise TimeoutError("the program does not answer")
        said: dict[str, list[str]] = json.loads(self._report.read_text())
        return said
