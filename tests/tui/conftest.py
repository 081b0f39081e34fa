"""The program on the library of two articles, for every test of a screen."""

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.tui import app
from reader.tui.app import ReaderApp
from reader.tui.screens import place
from reader.tui.screens.tag_verbs import TagVerbs
from tests.tui.driving import Driver, Running


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notice stands there until it is looked for, on however slow a machine."""
    for module, name in (
        (place, "_SAID_S"),
        (place, "_TROUBLE_S"),
        (app, "_LONG_S"),
        (ReaderApp, "NOTIFICATION_TIMEOUT"),
    ):
        monkeypatch.setattr(module, name, 3600)


@pytest.fixture(autouse=True)
def _no_tag_was_used_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is offered first, whatever the tests before have tagged."""
    monkeypatch.setattr(TagVerbs, "recent", ())


@pytest.fixture
def running(library: Path) -> Running:
    """Start the program on the library of two articles."""

    @asynccontextmanager
    async def start(
        path: Path | None = library, size: tuple[int, int] = (120, 40), **options: Any
    ) -> Any:
        async with Driver.of(ReaderApp(path, "ana", **options), size) as driver:
            yield driver

    return start
