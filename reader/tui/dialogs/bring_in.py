"""Bringing files in, with a bar that shows how far it has come."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, ProgressBar, Static

from reader.desk import Desk
from reader.intake.batches import Batch, batches
from reader.intake.report import Report
from reader.intake.taking import keep
from reader.resources import STYLES
from reader.sources.documents import documents
from reader.sources.pile import Pile, pile
from reader.sources.refusal import Refusal
from reader.store import StoreError
from reader.text.counted import counted
from reader.text.excerpt import quoted
from reader.text.safe import safe
from reader.tui.replaced import replaced
from reader.tui.widgets.path_input import PathInput, PathLine

_REFUSALS_SHOWN = 6
_FILES = 100
"""In one batch; other questions wait some 30 ms for it."""
_ASKS, _RUNS, _TOLD = (
    "tab completes · enter starts · escape",
    "escape stops",
    "enter closes · another path, and enter, starts",
)
"""What the keys do: before, while it reads, and when it says what came of it."""


class BringInDialog(ModalScreen[str | None]):
    """Dismissed with what came of it, in words, or None when nothing was tried.

    Reading goes on beside the window; the store is asked batch by batch, so that
    other questions find their turn. Escape stops between two batches. What came in
    is cleaned afterwards, while nobody is typing. A path that leads nowhere can be
    mended, and after one another can be read.
    """

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop"),
    ]

    def __init__(self, desk: Desk, path: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._path = path
        self._is_running = False
        self._is_stopped = False
        self._read = ""
        """The path that was read last."""
        self._said: str | None = None

    def compose(self) -> ComposeResult:
        """The path, the bar, what came of it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Bring in articles"
            dialog.border_subtitle = Content(_ASKS)
            yield PathLine(self._path, placeholder="a file or a folder")
            yield Static(
                "Text, web pages, Markdown, e-mail, or a folder of them;"
                " CSV, JSONL, WARC or zip with many.",
                id="says",
                markup=False,
            )
            yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Ask for the path, or begin with the one that is known."""
        self.query_one(ProgressBar).display = False
        self.query_one(Input).focus()
        if self._path:
            self._take(self._path)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        path = event.value.strip()
        if self._said is not None and path in ("", self._read):
            self.dismiss(self._said)
        elif path and not self._is_running:
            self._take(path)

    def action_stop(self) -> None:
        """Stop between two batches; what is in stays in."""
        if self._is_running:
            self._is_stopped = True
        else:
            self.dismiss(self._said)

    @work(exclusive=True)
    async def _take(self, path: str) -> None:
        self._is_running, self._is_stopped = True, False
        self._hint(_RUNS)
        self.query_one(PathInput).offer_nothing()
        found = await asyncio.to_thread(_pile, path)
        try:
            report = await self._read_in(found)
        except StoreError as error:
            self._tell(_ASKS, f"Not done: {error}")
            return
        finally:
            self._is_running = False
        if report is None:
            self._tell(_ASKS, *_nowhere(found))
            return
        self._read = path
        place = _place(path)
        self._said = _summary(report, self._is_stopped, found, place)
        told = _told(report, found, place)
        if told:
            self._tell(_TOLD, self._said, *told)
        else:
            self.dismiss(self._said)

    async def _read_in(self, found: Pile) -> Report | None:
        """Read what was found; None where a path led to nothing."""
        if all(isinstance(each, Refusal) for each in found.files):
            return None
        total = len(found.files) if found.is_counted else None
        self.query_one(ProgressBar).display = True
        return await self._batches(batches(documents(found.files), _FILES), total)

    def _tell(self, keys: str, *lines: str) -> None:
        """Say what came of it, and what the keys do now."""
        self.query_one(ProgressBar).display = False
        self._hint(keys)
        self._show("\n".join(lines))

    def _hint(self, keys: str) -> None:
        self.query_one(".dialog").border_subtitle = Content(keys)

    async def _batches(self, each: Iterator[Batch], total: int | None) -> Report:
        report, start, bar = Report(), monotonic(), self.query_one(ProgressBar)
        bar.update(total=total, progress=0)
        label = f"import {self.query_one(Input).value}"
        # Before the first batch: of a million articles that takes half a minute.
        self._show("What the library holds is copied first.")
        step = await self._desk.ask(lambda store: store.imports.open(label))
        try:
            while not self._is_stopped:
                batch = await asyncio.to_thread(next, each, None)
                if batch is None:
                    break
                report += await self._desk.ask(partial(keep, step_id=step, batch=batch))
                bar.update(total=total, progress=report.files)
                of = f" of {total:,}" if total else ""
                self._show(f"{report.files:,}{of}{_rate(report, start)}")
        finally:
            await self._desk.ask(lambda store: store.imports.close(step))
        if not self._is_stopped:
            bar.update(total=report.files, progress=report.files)
        return report

    def _show(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe(words)))


def _rate(report: Report, start: float) -> str:
    """How many there are in a second, once that can be said."""
    seconds = monotonic() - start
    return f", {report.files / seconds:,.0f} a second" if seconds > 1 else ""


def _pile(path: str) -> Pile:
    return pile([Path(path).expanduser()])


def _summary(report: Report, is_stopped: bool, found: Pile, place: str) -> str:
    parts = [f"{report.new + report.back:,} new"]
    if report.same:
        parts.append(f"{report.same:,} already here")
    if report.changed:
        parts.append(f"{report.changed:,} changed")
    if pages := len(report.whole_pages):
        parts.append(f"{pages:,} with all lines of the page, no article found in it")
    if report.replaced:
        named = [(file.removeprefix(place), many) for file, many in report.replaced]
        parts.append(replaced(named, "article"))
    if report.no_dates:
        (file, said), *_ = report.no_dates
        dates = counted(len(report.no_dates), "date")
        first = f"{quoted(said)} in {file.removeprefix(place)}"
        parts.append(f"{dates} that cannot be told, first {first}")
    if report.unsettled:
        parts.append(f"passages to settle (M): {report.unsettled:,}")
    if report.refusals:
        parts.append(f"{len(report.refusals):,} could not be read")
    if found.passed_over:
        parts.append(f"{counted(found.passed_over, 'other file')} passed over")
    if is_stopped:
        left = len(found.files) - report.files if found.is_counted else 0
        parts.append(f"stopped with {left:,} to go" if left > 0 else "stopped")
    return ", ".join(parts) + "."


def _nowhere(found: Pile) -> list[str]:
    """What is wrong with a path that leads to nothing that could be read."""
    refused = [str(each) for each in found.files] or ["There is no article there."]
    return [*refused[:_REFUSALS_SHOWN], *_left_out(found)]


def _told(report: Report, found: Pile, place: str) -> list[str]:
    """What somebody has to see before the window closes: what was not read."""
    shown = [
        f"{refusal.source.removeprefix(place)} {refusal.reason}"
        for refusal in report.refusals[:_REFUSALS_SHOWN]
    ]
    more = len(report.refusals) - len(shown)
    # The list comes last: in a low window its end is what may not be seen.
    return [
        *(_left_out(found) if shown or found.many else []),
        *(["", *shown] if shown else []),
        *([f"and {more:,} more"] if more else []),
    ]


def _left_out(found: Pile) -> list[str]:
    return ["", found.left_out] if found.left_out else []


def _place(path: str) -> str:
    """What all files of a path have in front of their names, which need not be said."""
    named = Path(path).expanduser()
    folder = named if named.is_dir() else named.parent
    return f"{folder}/"
