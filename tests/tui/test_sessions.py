"""Going on with a review: back, another time, after a restart, to its end."""

from pathlib import Path

from reader.review import Answer
from reader.store import Store
from reader.tui.screens.judging import JudgingScreen
from reader.tui.screens.reviews import ReviewsScreen
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.session_bar import SessionBar
from tests.tui.driving import Running
from tests.tui.reviewing import annotations, answers, begun, shown, tag


async def test_undo_goes_back_to_the_item_and_redo_decides_it_again(
    running: Running, library: Path
) -> None:
    first, second = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "x")
        assert driver.screen.picked == second.span
        await driver.press("u")
        assert driver.screen.picked == first.span
        assert first in annotations(library)
        await driver.press("ctrl+r")
        assert first not in annotations(library)
        assert "rejected" in shown(driver, ItemCard)


async def test_back_shows_what_was_decided_and_another_answer_takes_its_place(
    running: Running, library: Path
) -> None:
    first, _ = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "x", "backspace")
        assert driver.screen.picked == first.span
        assert "rejected  and removed" in shown(driver, ItemCard)
        await driver.press("a")
        assert first.id in [a.id for a in annotations(library)]
    assert answers(library) == {Answer.ACCEPT: 1}


async def test_skipped_items_come_again_and_the_end_is_summed_up(
    running: Running, library: Path
) -> None:
    first, *_ = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "space", "G", "a")
        assert driver.screen.picked == first.span
        assert "skipped" in shown(driver, ItemCard)
        await driver.press("a")
        page = str(driver.screen.query("Static").last().render())
        assert "2 of 2 decided" in page
        assert "Flagged for the codebook" in page
        assert "storm" in page
        await driver.press("enter")
        assert isinstance(driver.screen, ReviewsScreen)


async def test_enter_goes_on_with_the_session_that_was_left(
    running: Running, library: Path
) -> None:
    tag(library, "ana", *"abc")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "a", "q", "enter")
        assert isinstance(driver.screen, JudgingScreen)
        assert "1 of 3" in shown(driver, SessionBar)
        await driver.press("q", "j", "d")
        assert [note.message for note in driver.app._notifications] == [
            "Mark a session that was begun."
        ]


async def test_a_flag_alone_is_not_called_skipped(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "G")
        assert "flagged" in shown(driver, ItemCard)
        assert "skipped" not in shown(driver, ItemCard)


async def test_a_session_goes_on_at_the_same_item_after_a_restart(
    running: Running, library: Path
) -> None:
    tag(library, "ana", *"abcde")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "a", "space", "a", "backspace")
        left_at = driver.screen.item.place
        await driver.press("a", "q", "q")
    async with running() as driver:
        await driver.press("r", "enter")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.item is not None
        assert driver.screen.item.place == left_at + 1
        assert "2 of 5" in shown(driver, SessionBar)


async def test_a_sample_that_is_none_is_refused_where_it_is_typed(
    running: Running, library: Path
) -> None:
    tag(library, "ana", *"abcd")
    async with running() as driver:
        await driver.press("r", "enter")
        await driver.type("many")
        await driver.press("enter")
        assert "is none of" in str(driver.screen.query_one("#says").render())
        await driver.press("ctrl+u")
        await driver.type("2 random 7")
        await driver.press("enter")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.session.sample == "2 random 7"


async def test_a_session_of_another_coder_is_only_summed_up(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    begun(library, "ben")
    async with running() as driver:
        await driver.press("r", "end", "enter")
        assert "0 of 1 decided" in str(driver.screen.query("Static").last().render())
        await driver.press("enter", "d")
    with Store(library, "ana") as store:
        assert store.sessions.all() == []
        store.undo()
        assert len(store.sessions.all()) == 1


async def test_the_program_opens_in_the_session_that_it_is_given(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    async with running(session=begun(library).id) as driver:
        assert isinstance(driver.screen, JudgingScreen)
        await driver.press("a", "enter")
        assert isinstance(driver.screen, ReviewsScreen)
