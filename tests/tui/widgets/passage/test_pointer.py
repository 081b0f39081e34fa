"""The mouse: what is picked is what was drawn over, in any script."""

from collections.abc import Callable

import pytest
from textual.events import MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseUp
from textual.pilot import Pilot

from reader.model import Span
from reader.tui.widgets.passage import PassageView
from tests.tui.widgets.passage.conftest import Host
from tests.tui.widgets.passage.picks import PICKS


def left(pane: PassageView) -> int:
    columns = pane._columns
    assert columns is not None
    return columns.left


async def draw(pilot: Pilot[None], *at: tuple[int, int]) -> None:
    """Move the pointer over cells with the button down, as a terminal reports it."""
    moves = [_reported(MouseMove, cell) for cell in at[1:]]
    down, up = _reported(MouseDown, at[0]), _reported(MouseUp, at[-1])
    for event in (down, *moves, up):
        pilot.app.post_message(event)
    await pilot.pause()


def _reported(kind: type[MouseEvent], at: tuple[int, int]) -> MouseEvent:
    return kind(None, *at, 0, 0, 1, False, False, False, *at)


@pytest.mark.parametrize("backwards", [False, True])
async def test_what_is_drawn_over_is_picked_in_any_script(backwards: bool) -> None:
    host = Host("")
    async with host.run_test(size=(80, 8)) as pilot:
        pane, wrong = host.pane, {}
        for text, words, first, last in PICKS:
            pane.text = text
            await pilot.pause()
            at, to = left(pane) + first, left(pane) + last - 1
            if backwards:
                at, to = to, at
            # Out to the right and back, so that one character can be drawn over too.
            await draw(pilot, (at, 0), (75, 0), (to, 0))
            picked = pane.picked.of(text)
            if picked != words:
                wrong[text[:20], words] = picked
        assert wrong == {}


async def test_clicks_say_where_and_how_often() -> None:
    host = Host("e\u0301 two three")
    async with host.run_test(size=(80, 8)) as pilot:
        await pilot.click(host.pane, offset=(left(host.pane) + 2, 0), times=4)
        assert host.clicks() == [(3, 1), (3, 2), (3, 3), (3, 3)]


async def test_a_click_beside_the_text_means_the_nearest_character() -> None:
    host = Host("one two three\n\nfour")
    async with host.run_test(size=(80, 8)) as pilot:
        await pilot.click(host.pane, offset=(0, 0))
        await pilot.click(host.pane, offset=(70, 0))
        assert host.clicks() == [(0, 1), (12, 1)]


async def test_a_click_under_the_text_means_its_last_character() -> None:
    host = Host("one two three\n\nfour")
    async with host.run_test(size=(80, 8)) as pilot:
        await pilot.click(host.pane, offset=(40, 7))
        assert host.clicks() == [(18, 1)]


async def test_a_passage_drawn_over_is_no_click() -> None:
    host = Host("one two three")
    async with host.run_test(size=(80, 8)) as pilot:
        here = left(host.pane)
        await draw(pilot, (here, 0), (here + 2, 0))
        assert host.clicks() == []


async def test_a_passage_can_be_drawn_over_several_rows() -> None:
    text = "word " * 40
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        here = left(host.pane)
        await draw(pilot, (here + 5, 0), (here + 3, 1))
        second = host.pane.offset_at(here, 1)
        assert host.pane.picked == Span(5, second + 4)


async def test_drawing_at_the_edge_scrolls(paragraphs: Callable[[int], str]) -> None:
    host = Host(paragraphs(100))
    async with host.run_test(size=(80, 12)) as pilot:
        pane = host.pane
        here = left(pane)
        end = pane.offset_at(here + 5, 11) + 1
        await pilot.mouse_down(pane, offset=(here, 3))
        await pilot.hover(pane, offset=(here + 5, 11))
        while pane.scroll_offset.y < 3:
            await pilot.pause(0.01)
        assert pane.picked.end > end
        await pilot.mouse_up(pane, offset=(here + 5, 11))
        await pilot.pause()
        stopped = pane.scroll_offset.y
        await pilot.pause(0.1)
        assert pane.scroll_offset.y == stopped


async def test_drawing_does_not_scroll_away_from_the_pointer(
    paragraphs: Callable[[int], str],
) -> None:
    host = Host(paragraphs(100))
    async with host.run_test(size=(80, 24)) as pilot:
        pane = host.pane
        here = left(pane)
        await draw(pilot, (here, 21), (here + 5, 22))
        assert pane.scroll_offset.y == 0


async def test_the_wheel_scrolls(paragraphs: Callable[[int], str]) -> None:
    host = Host(paragraphs(100))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot._post_mouse_events([MouseScrollDown], host.pane, offset=(20, 5))
        await pilot.pause()
        assert host.pane.scroll_offset.y > 0
