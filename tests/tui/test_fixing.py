"""Fixing what is judged with the keys of reading, until Enter keeps it."""

from pathlib import Path

from reader.model import Anchor, Span
from reader.review import Answer, Query, Unit
from reader.review.sample import Sample
from reader.store import Store
from reader.tui.screens.adjudicating import AdjudicatingScreen
from reader.tui.screens.judging import JudgingScreen
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.status_line import StatusLine
from tests.store.test_versions import INSISTS, TALKS, bring
from tests.store.test_versions import tag as tag_words
from tests.tui.driving import Running
from tests.tui.reviewing import annotations, answers, shown, tag


async def test_fixing_retags_moves_the_ends_and_writes_a_memo(
    running: Running, library: Path
) -> None:
    first, second = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "e", "2", "J", "m")
        await driver.type("why")
        await driver.press("escape", "enter")
        assert driver.screen.picked == second.span
    after = next(a for a in annotations(library) if a.id == first.id)
    assert after.tag is not None
    assert (after.tag.path, after.memo) == ("storm", "why")
    assert after.span == Span(first.span.start, second.span.end)
    assert answers(library) == {Answer.FIX: 1}
    with Store(library, "ana") as store:
        store.undo()
        assert store.annotations.one(first.id) == first


async def test_a_fix_begins_where_the_annotation_stands(
    running: Running, library: Path
) -> None:
    """Whoever looked at what stands before it does not put the tag there."""
    _, second = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "space", "k", "k")
        assert driver.screen.picked.start < second.span.start
        await driver.press("e", "1", "enter")
    after = next(a for a in annotations(library) if a.id == second.id)
    assert after.tag is not None
    assert (after.tag.path, after.span) == ("sea", second.span)


async def test_what_was_not_found_again_stands_nowhere_until_its_place_is_picked(
    running: Running, tmp_path: Path
) -> None:
    """Enter by itself would put it on what the cursor happens to be on, the title."""
    path = tmp_path / "changed.db"
    with Store(path, "ana") as store:
        bring(store, TALKS)
        tag_words(store, INSISTS)
        bring(store, TALKS.replace(INSISTS, ""))
        session = store.sessions.start(Query(Unit.PASSAGES, unsure=True), Sample())
    async with running(path, session=session.id) as driver:
        await driver.press("e", "enter")
        assert driver.screen.fixing is not None
        assert "Pick where it stands" in driver.screen.query_one(StatusLine).said
        with Store(path, "ana") as store:
            (one,) = store.annotations.of(1)
        assert (one.quote, one.anchor) == (INSISTS, Anchor.ORPHAN)
        await driver.press("j")
        picked = driver.screen.picked
        await driver.press("enter")
    with Store(path, "ana") as store:
        (one,) = store.annotations.of(1)
    assert (one.span, one.anchor) == (picked, Anchor.ANCHORED)


async def test_a_fix_can_be_given_up(running: Running, library: Path) -> None:
    made = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "e", "2", "J", "escape")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.picked == made[0].span
        assert "fixing" not in shown(driver, ItemCard)
    assert annotations(library) == made


async def test_while_fixing_the_last_line_offers_the_keys_that_then_work(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter")
        before = shown(driver, KeyBar)
        assert "x Reject" in before
        await driver.press("e")
        while_fixing = shown(driver, KeyBar)
        assert while_fixing.startswith("enter Keep   t Tag   m Memo")
        assert "escape Give up" in while_fixing
        assert "Reject" not in while_fixing
        await driver.press("escape")
        assert shown(driver, KeyBar) == before
        await driver.press("e", "enter")
        assert shown(driver, KeyBar) == before


async def test_a_fix_that_changes_nothing_accepts(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "e", "enter")
    assert answers(library) == {Answer.ACCEPT: 1}


async def test_while_fixing_no_key_answers_the_item_or_leaves_it(
    running: Running, library: Path
) -> None:
    made = tag(library, "ana", "sea", "storm")
    async with running() as driver:
        await driver.press("r", "enter", "enter", "e", "2", "J")
        fixing, picked = driver.screen.fixing, driver.screen.picked
        for key in ("x", "space", "backspace", "G", "u", "ctrl+r"):
            driver.screen.query_one(StatusLine).said = ""
            await driver.press(key)
            assert "enter keeps that" in driver.screen.query_one(StatusLine).said, key
            assert (driver.screen.fixing, driver.screen.picked) == (fixing, picked)
        assert answers(library) == {}
        assert annotations(library) == made
        await driver.press("enter")
    assert answers(library) == {Answer.FIX: 1}


async def test_while_mine_is_made_no_key_settles_the_case(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    tag(library, "ben", "war")
    async with running() as driver:
        await driver.press("r", "j", "j", "enter", "enter", "e")
        assert isinstance(driver.screen, AdjudicatingScreen)
        for key in ("x", "a", "space", "backspace", "G"):
            driver.screen.query_one(StatusLine).said = ""
            await driver.press(key)
            assert "enter keeps that" in driver.screen.query_one(StatusLine).said, key
            assert driver.screen.fixing is not None
        assert answers(library) == {}
