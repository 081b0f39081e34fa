"""Reviews driven by their keys, looked at on the screen and in the database."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from reader.model import Span
from reader.review import Answer
from reader.store import Store
from reader.text.sought import Sought
from reader.tui.screens.judging import JudgingScreen
from reader.tui.screens.reviews import ReviewsScreen
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.session_bar import SessionBar
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import keep
from tests.tui.driving import Running, lines_of
from tests.tui.reviewing import annotations, answers, shown, tag


async def test_one_key_an_answer_and_the_next_item_is_there(
    running: Running, library: Path
) -> None:
    first, second, third = tag(library, "ana", "sea", "storm", "sea")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.picked == first.span
        assert "0 of 3" in shown(driver, SessionBar)
        await driver.press("a")
        assert driver.screen.picked == second.span
        assert "storm" in shown(driver, ItemCard)
        assert "1 of 3" in shown(driver, SessionBar)
        await driver.press("x")
        assert driver.screen.picked == third.span
        assert [a.id for a in annotations(library)] == [first.id, third.id]
    assert answers(library) == {Answer.ACCEPT: 1, Answer.REJECT: 1}


async def test_keys_typed_ahead_each_meet_their_own_item(
    running: Running, library: Path
) -> None:
    made = tag(library, "ana", "a", "b", "c", "d")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        await driver.pilot.press("a", "x", "a", "x")
        await driver.settle()
    assert [a.id for a in annotations(library)] == [made[0].id, made[2].id]
    assert answers(library) == {Answer.ACCEPT: 2, Answer.REJECT: 2}


async def test_keys_typed_ahead_wait_for_the_first_item(
    running: Running, library: Path
) -> None:
    made = tag(library, "ana", "a", "b", "c", "d")
    async with running() as driver:
        await driver.burst("r", "enter", "enter", "a", "x", "a", "x")
    assert [a.id for a in annotations(library)] == [made[0].id, made[2].id]
    assert answers(library) == {Answer.ACCEPT: 2, Answer.REJECT: 2}


async def test_a_hundred_binary_decisions_take_a_key_each_and_four_more(
    running: Running, library: Path
) -> None:
    """From the list of articles and back to the reviews: 1.04 keys an item."""
    items = 100
    with Store(library, "ana") as store:
        keep(store, "".join(f"Boat {n:02} came in.\n" for n in range(items)))
        version = store.articles.version(3)
        for line in range(items):
            start = version.text.index(f"Boat {line:02}")
            store.annotations.tag(version, Span(start, start + 7), "boat")
    before, answered, after = (
        ["r", "enter", "enter"],
        ["a", "x"] * (items // 2),
        ["enter"],
    )
    async with running() as driver:
        await driver.press(*before)
        await driver.burst(*answered)
        said = str(driver.screen.query("Static").last().render())
        assert f"{items} of {items} decided" in said
        await driver.press(*after)
        assert isinstance(driver.screen, ReviewsScreen)
    assert answers(library) == {Answer.ACCEPT: 50, Answer.REJECT: 50}
    assert len([*before, *answered, *after]) / items <= 1.05


async def test_the_definition_is_one_key_away(running: Running, library: Path) -> None:
    tag(library, "ana", "sea")
    with Store(library, "ana") as store:
        store._conn.execute("UPDATE tag SET description = 'All **salt** water.'")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        assert "All salt water." in shown(driver, ItemCard)
        await driver.press("D")
        assert "All salt water." in str(driver.screen.query_one("Static").render())
        await driver.press("D", "a")
    assert answers(library) == {Answer.ACCEPT: 1}


async def test_rejecting_anothers_is_said_and_leaves_it(
    running: Running, library: Path
) -> None:
    made = tag(library, "ben", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "x")
        assert "another coder's" in lines_of(driver.screen.query_one("StatusLine"))
    assert annotations(library) == made


async def test_a_passage_on_a_hidden_line_is_shown(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        start = version.text.index("Share this")
        store.annotations.tag(version, Span(start, start + 5), "sea")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        assert driver.screen.revealed
        assert driver.screen.picked == Span(start, start + 5)


async def test_nothing_to_review_says_what_to_do(running: Running) -> None:
    async with running(None) as driver:
        await driver.press("r", "enter", "s", "d")
        assert isinstance(driver.screen, ReviewsScreen)
        assert driver.screen.query_one("#empty").display


async def test_suggestions_are_judged_one_key_an_answer(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        store.keywords.add("day", Sought("Monday"))
        store.keywords.add("sea", Sought("boats"))
    async with running() as driver:
        await driver.press("r")
        listed = driver.screen.query_one(OptionList)
        words = [str(option.prompt) for option in listed.options]
        (place,) = [n for n, said in enumerate(words) if "suggested, by key" in said]
        listed.highlighted = place
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, JudgingScreen)
        first = driver.screen.picked
        assert "suggested: keyword “Monday”" in shown(driver, ItemCard)
        assert [m.dotted for m in driver.screen.marks] == [True]
        await driver.press("a")
        assert "sea" in shown(driver, ItemCard)
        assert [m.dotted for m in driver.screen.marks] == [False, True]
        await driver.press("x", "u")
        assert "sea" in shown(driver, ItemCard)
        await driver.press("x", "e", "2", "enter")
        page = str(driver.screen.query("Static").last().render())
        assert "1 accepted, 1 rejected, 1 fixed" in page
    found = [(a.tag and a.tag.path, a.quote, a.span) for a in annotations(library)]
    assert found[0] == ("day", "Monday", first)
    assert [one[:2] for one in found[1:]] == [("sea", "Monday")]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (30, 8)])
async def test_it_works_in_small_windows(
    running: Running, library: Path, size: tuple[int, int]
) -> None:
    first, second = tag(library, "ana", "sea", "storm")
    async with running(size=size) as driver:
        await driver.press("r", "enter", "enter", "a")
        assert driver.screen.picked == second.span
        assert "1 of 2" in shown(driver, SessionBar)
    assert first in annotations(library)


async def test_in_a_crowded_article_all_that_is_tagged_comes_after_the_item(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, " ".join(f"boat{n:03}" for n in range(300)))
        version = store.articles.version(3)
        spans = [Span(start, start + 7) for start in range(0, 8 * 300, 8)]
        store.annotations.tag_all([(version, span) for span in spans], "sea")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        assert driver.screen.picked == spans[0]
        assert len(driver.screen.annotations) == 300
        await driver.burst("x", "x", "x")
        assert driver.screen.picked == spans[3]
        assert len(driver.screen.annotations) == 297


async def test_where_several_coders_tagged_it_is_said_who_did(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    tag(library, "ben", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        panel = lines_of(driver.screen.query_one(AnnotationPanel))
        assert [panel.count(who) for who in ("sea  ana", "sea  ben")] == [1, 1]
        status = lines_of(driver.screen.query_one(StatusLine))
        assert "sea ana" in status
        assert "sea ben" in status
        await driver.press("a", "a")
        assert "storm" in lines_of(driver.screen.query_one(StatusLine))
        assert "ben" not in lines_of(driver.screen.query_one(StatusLine))
