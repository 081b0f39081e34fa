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
from reader.store import StoreError
from reader.text.safe import safe
from reader.tui.replaced import replaced
from reader.tui.widgets.path_input import PathInput

_REFUSALS_SHOWN = 6
_FILES = 100
"""In one batch; other questions wait some 30 ms for it."""


class BringInDialog(ModalScreen[str | None]):
    """Dismissed with what came of it, in words, or None when nothing was tried.

    Reading goes on beside the window; the store is asked batch by batch, so that
    other questions find their turn. Escape stops between two batches. What came in
    is cleaned afterwards, while nobody is typing.
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
        self._said: str | None = None

    def compose(self) -> ComposeResult:
        """The path, the bar, what came of it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Bring in articles"
            dialog.border_subtitle = "tab completes · enter starts · escape"
            yield PathInput(self._path, placeholder="a file or a folder")
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
        if self._said is not None:
            self.dismiss(self._said)
        elif event.value.strip() and not self._is_running:
            self._take(event.value.strip())

    def action_stop(self) -> None:
        """Stop between two batches; what is in stays in."""
        if self._is_running:
            self._is_stopped = True
        else:
            self.dismiss(self._said)

    @work(exclusive=True)
    async def _take(self, path: str) -> None:
        self._is_running = True
        found = await asyncio.to_thread(_pile, path)
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=len(found.files), progress=0)
        try:
            report = await self._batches(
                batches(documents(found.files), _FILES), len(found.files)
            )
        except StoreError as error:
            self._show(f"Not done: {error}")
            return
        finally:
            self._is_running = False
        self._said = _summary(report, self._is_stopped, len(found.files))
        if report.refusals:
            self._show("\n".join([self._said, "", *_refused(report)]))
        else:
            self.dismiss(self._said)

    async def _batches(self, each: Iterator[Batch], total: int) -> Report:
        report, start = Report(), monotonic()
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
                total = max(total, report.files)
                self.query_one(ProgressBar).update(total=total, progress=report.files)
                self._show(f"{report.files:,} of {total:,}{_rate(report, start)}")
        finally:
            await self._desk.ask(lambda store: store.imports.close(step))
        return report

    def _show(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe(words)))


def _rate(report: Report, start: float) -> str:
    """How many there are in a second, once that can be said."""
    seconds = monotonic() - start
    return f", {report.files / seconds:,.0f} a second" if seconds > 1 else ""


def _pile(path: str) -> Pile:
    return pile([Path(path).expanduser()])


def _summary(report: Report, is_stopped: bool, total: int) -> str:
    parts = [f"{report.new + report.back:,} new"]
    if report.same:
        parts.append(f"{report.same:,} already here")
    if report.changed:
        parts.append(f"{report.changed:,} changed")
    if pages := len(report.whole_pages):
        parts.append(f"{pages:,} with all lines of the page, no article found in it")
    if report.replaced:
        parts.append(replaced(report.replaced, "article"))
    if report.unsettled:
        parts.append(f"passages to settle (M): {report.unsettled:,}")
    if report.refusals:
        parts.append(f"{len(report.refusals):,} could not be read")
    if is_stopped:
        left = total - report.files
        parts.append(f"stopped with {left:,} to go" if left > 0 else "stopped")
    return ", ".join(parts) + "."


def _refused(report: Report) -> list[str]:
    shown = [f"{r.source} {r.reason}" for r in report.refusals[:_REFUSALS_SHOWN]]
    more = len(report.refusals) - len(shown)
    return [*shown, f"and {more:,} more"] if more else shown
