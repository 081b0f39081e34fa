"""A place says that it is empty when that is known, and not while it is still asked."""

from threading import Event

import pytest

from tests.tui.driving import Running

PLACES = [
    (("R",), "Rules", True),
    (("ctrl+k",), "Keywords", True),
    (("M",), "Changes", True),
    (("r",), "Reviews", False),
]
"""The keys to a place, its name, and whether the two articles leave it empty."""


@pytest.mark.parametrize(("keys", "name", "is_empty"), PLACES)
async def test_nothing_is_said_before_the_store_has_answered(
    running: Running, keys: tuple[str, ...], name: str, is_empty: bool
) -> None:
    async with running() as driver:
        answered = Event()
        driver.screen.desk.post(lambda _: answered.wait())
        try:
            await driver.pilot.press(*keys)
            await driver.pilot.pause()
            assert name == driver.screen.NAME
            assert not driver.screen.query_one("#empty").display
        finally:
            answered.set()
        await driver.settle()
        assert driver.screen.query_one("#empty").display is is_empty
