"""The program on the library of two articles, for every test of a screen."""

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.tui.app import ReaderApp
from tests.tui.driving import Driver, Running


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
