"""A place says that it is empty when that is known, and not while it is still asked."""

from threading import Event

import pytest

from reader.tui.widgets.key_bar import KeyBar
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
        driver.screen.desk.post("it", lambda _: answered.wait())
        try:
            await driver.pilot.press(*keys)
            await driver.pilot.pause()
            assert name == driver.screen.NAME
            assert not driver.screen.query_one("#empty").display
        finally:
            answered.set()
        await driver.settle()
        assert driver.screen.query_one("#empty").display is is_empty


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("R",), ""),
        (("ctrl+k",), "t New "),
        (("M",), ""),
        (("U", "f", "z", "q", "enter"), "f Filter "),
        (("g",), "t New tag f Filter "),
        (("B",), ""),
        (("A",), ""),
        (("C",), ""),
    ],
)
async def test_the_last_line_offers_no_key_that_is_about_a_row_where_there_is_none(
    running: Running, keys: tuple[str, ...], left: str
) -> None:
    async with running(size=(160, 24)) as driver:
        await driver.press(*keys)
        line = " ".join(str(driver.screen.query_one(KeyBar).render()).split())
        assert line == f"{left}e Export q Leave ? Keys"


async def test_what_is_about_a_row_is_offered_again_once_there_is_one(
    running: Running,
) -> None:
    async with running(size=(160, 24)) as driver:
        await driver.press("g")
        assert "Rename" not in str(driver.screen.query_one(KeyBar).render())
        await driver.press("t", *"sea", "enter")
        assert "Rename" in str(driver.screen.query_one(KeyBar).render())
