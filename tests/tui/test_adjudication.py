"""Settling where coders differ, by keys, looked at in the database."""

from pathlib import Path

from textual.widgets import OptionList

from reader.model import Span
from reader.store import Store
from reader.tui.screens.adjudicating import AdjudicatingScreen
from reader.tui.screens.reviews import ReviewsScreen
from reader.tui.widgets.case_card import CaseCard
from tests.tui.driving import Driver, Running
from tests.tui.reviewing import tag

SETTLE = ("r", "j", "j", "enter", "enter")


def coded(library: Path) -> None:
    """The first sentence tagged otherwise by both, the second by ben alone."""
    tag(library, "ana", "sea")
    tag(library, "ben", "war", "storm")


def of(library: Path, coder: str) -> list[tuple[str, Span]]:
    with Store(library, "ana") as store:
        return [
            (a.tag.path, a.span)
            for a in store.annotations.of(1)
            if a.coder == coder and a.tag
        ]


def card(driver: Driver) -> str:
    return str(driver.screen.query_one(CaseCard).render())


async def test_what_is_taken_becomes_gold_and_nobodys_work_changes(
    running: Running, library: Path
) -> None:
    coded(library)
    ana, ben = of(library, "ana"), of(library, "ben")
    async with running() as driver:
        await driver.press(*SETTLE)
        assert isinstance(driver.screen, AdjudicatingScreen)
        shown = card(driver)
        assert "not all tagged it" in shown
        assert "1 ana  nothing" in shown
        assert "2 ben  ■ storm" in shown
        await driver.press("2")
        assert "the tags differ" in card(driver)
        await driver.press("1")
        assert "2 of 2 decided" in str(driver.screen.query("Static").last().render())
    assert of(library, "gold") == [ana[0], ben[1]]
    assert (of(library, "ana"), of(library, "ben")) == (ana, ben)


def offered(driver: Driver) -> dict[str, int | None]:
    rows = [row for row in driver.screen.rows if isinstance(row, tuple)]
    return {offer.words: count for offer, count in rows}


async def test_what_is_settled_is_offered_no_more_and_the_mark_stays(
    running: Running, library: Path
) -> None:
    coded(library)
    places = "places to settle between coders"
    async with running() as driver:
        await driver.press(*SETTLE, "2", "q")
        assert offered(driver)[places] == 1
        listed = driver.screen.query_one(OptionList)
        listed.highlighted = next(
            place
            for place, row in enumerate(driver.screen.rows)
            if isinstance(row, tuple) and row[0].words == places
        )
        reviews = driver.screen
        await driver.press("enter", "enter")
        reviews.renew()  # As a look for others' work that began before does.
        await driver.press("1", "enter")
        assert isinstance(driver.screen, ReviewsScreen)
        assert places not in offered(driver)
        marked = driver.screen.query_one(OptionList).highlighted_option
        assert marked is not None
        assert "suggested" in str(marked.prompt)


async def test_all_none_and_mine_and_undo(running: Running, library: Path) -> None:
    coded(library)
    async with running() as driver:
        await driver.press(*SETTLE, "x")
        assert of(library, "gold") == []
        await driver.press("a")
        assert [path for path, _ in of(library, "gold")] == ["sea", "war"]
        await driver.press("enter", "u")
    with Store(library, "ana") as store, store.coders.seated("gold", blind=False):
        store.undo()
    assert of(library, "gold") == []


async def test_mine_is_made_with_the_reading_keys(
    running: Running, library: Path
) -> None:
    coded(library)
    (storm,) = [span for path, span in of(library, "ben") if path == "storm"]
    async with running() as driver:
        await driver.press(*SETTLE, "e", "1", "enter", "backspace")
        assert "settled before: mine" in card(driver)
        assert of(library, "gold") == [("sea", storm)]
        await driver.press("2")
    assert of(library, "gold") == [("storm", storm)]
