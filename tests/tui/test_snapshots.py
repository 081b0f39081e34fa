"""Pictures of the usual screens: what no assertion on state would notice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual._context import message_hook as message_hook_context_var
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from tests.tui.driving import Driver
from tests.tui.settling import Settling

Compare = Callable[..., bool]


def keys(settling: Settling, *pressed: str) -> Callable[[Pilot[Any]], Any]:
    async def press(pilot: Pilot[Any]) -> None:
        driver = Driver(pilot, settling)
        await driver.settle()
        await driver.press(*pressed)
        await driver.wait_for_preview()

    return press


@pytest.mark.parametrize(
    ("pressed", "size", "theme"),
    [
        ((), (120, 30), "reader-dark"),
        (
            ("enter", "j", "t", *"calm", "enter", "j", "L", "z"),
            (120, 30),
            "reader-dark",
        ),
        (("enter", "j", "t", *"calm", "enter", "t"), (80, 24), "reader-light"),
        (("enter", "j", "t", *"calm", "enter", "z"), (60, 20), "reader-light"),
        (("slash", *"monday", "enter", "x"), (80, 24), "reader-dark"),
        (("enter", "j", "t", *"calm", "enter", "q", "B"), (80, 24), "reader-light"),
    ],
    ids=["library", "reading", "tagging", "narrow", "search", "matrix"],
)
def test_the_screen_looks_as_before(
    library: Path,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    pressed: tuple[str, ...],
    size: tuple[int, int],
    theme: str,
) -> None:
    monkeypatch.setattr("textual.widgets.Input._toggle_cursor", lambda _: None)
    app = ReaderApp(library, "ana", theme=theme)
    settling = Settling()
    # The plugin starts the program itself.
    before = message_hook_context_var.set(settling.saw)
    try:
        run_before = keys(settling, *pressed)
        assert snap_compare(app, run_before=run_before, terminal_size=size)
    finally:
        message_hook_context_var.reset(before)
