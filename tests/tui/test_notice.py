"""Notices in the corner: one that ran out while it came up stops nothing."""

from time import time

from textual.widgets._toast import Toast

from reader.tui.notice import Notice
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import Running


def over() -> Notice:
    return Notice("Said long ago.", timeout=5, raised_at=time() - 60)


def test_a_notice_that_ran_out_has_expired_and_yet_some_time_left() -> None:
    assert over().has_expired
    assert over().time_left > 0
    assert not Notice("Just now.", timeout=5).has_expired


async def test_a_notice_that_ran_out_before_it_is_shown_stops_no_key(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.app.screen.mount(Toast(over()))
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReadingScreen)


async def test_what_the_program_says_is_such_a_notice(running: Running) -> None:
    async with running() as driver:
        await driver.press("escape")
        assert all(isinstance(note, Notice) for note in driver.app._notifications)
        assert len(driver.app._notifications) == 1
