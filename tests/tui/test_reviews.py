"""Reviews driven by their keys, looked at on the screen and in the database."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from reader.model import Anchor, Annotation, Span, Status
from reader.review import Answer, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Filter, Store
from reader.text.passages import Passages, Size
from reader.text.sought import Sought
from reader.tui.screens.judging import JudgingScreen
from reader.tui.screens.queue import QueueScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.reviews import ReviewsScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.screens.tagged import PassagesScreen
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.session_bar import SessionBar
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import keep
from tests.store.test_versions import INSISTS, TALKS, bring
from tests.store.test_versions import tag as tag_words
from tests.tui.driving import Driver, Running, lines_of


def tag(library: Path, coder: str, *tags: str, article: int = 1) -> list[Annotation]:
    """Tag the sentences of an article, one after the other."""
    with Store(library, coder) as store:
        version = store.articles.version(article)
        found = Passages(version.text).forward(0, Size.SENTENCE)
        return [
            store.annotations.tag(version, span, path)
            for span, path in zip(found, tags, strict=False)
        ]


def annotations(library: Path) -> list[Annotation]:
    with Store(library, "ana") as store:
        return [*store.annotations.of(1), *store.annotations.of(2)]


def answers(library: Path, session: int = 1) -> dict[Answer, int]:
    with Store(library, "ana") as store:
        return dict(store.sessions.summary(session).answers)


def shown(driver: Driver, widget: type[Any]) -> str:
    return str(driver.screen.query_one(widget).render())


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


async def test_articles_are_read_one_after_the_other(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("r")
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, QueueScreen)
        assert "reading" in str(driver.screen.query_one("#title").render())
        await driver.press("j", "t")
        await driver.type("sea")
        await driver.press("enter", "enter")
        assert "Prices rise" in driver.screen.text
        await driver.press("X")
        page = str(driver.screen.query("Static").last().render())
        assert "1 done, 1 not relevant" in page
    with Store(library, "ana") as store:
        done, aside = store.articles.all()
        assert (done.status, aside.status) == (Status.DONE, Status.READING)
    assert [a.tag and a.tag.path for a in annotations(library)] == ["sea"]


async def test_what_is_listed_and_what_was_saved_are_queues_too(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        store.filters.put("news", Filter(words="harbour"))
    async with running() as driver:
        await driver.press("f")
        await driver.type("prices")
        await driver.press("enter", "r")
        listed = driver.screen.query_one(OptionList)
        offered = [str(option.prompt).split(maxsplit=1) for option in listed.options]
        assert ["1", "as listed: “prices”"] in offered
        assert ["1", "saved filter news"] in offered
        listed.highlighted = offered.index(["1", "as listed: “prices”"])
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, QueueScreen)
        assert "Bread cost" in driver.screen.text


async def test_what_is_ticked_can_be_read_and_judged_alone(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        for article_id in (1, 2):
            version = store.articles.version(article_id)
            store.annotations.tag(version, Span(0, 6), "mood")
    async with running() as driver:
        await driver.press("j", "x", "r")
        listed = driver.screen.query_one(OptionList)
        offered = [str(option.prompt).split(maxsplit=1) for option in listed.options]
        assert ["1", "all passages of 1 ticked article"] in offered
        assert ["1", "1 ticked article"] in offered
        listed.highlighted = offered.index(["1", "1 ticked article"])
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, QueueScreen)
        assert "Bread cost" in driver.screen.text
    with Store(library, "ana") as store:
        (session,) = store.sessions.all()
        assert (session.name, session.total) == ("ticked articles", 1)
        query = Query.of({"unit": Unit.PASSAGES, "articles": [2]})
        assert str(query) == "passages in ticked articles"
        on_it = [annotation.id for annotation in store.annotations.of(2)]
        assert store.sessions.candidates(query) == on_it


async def test_blind_coding_hides_what_others_tagged(
    running: Running, library: Path
) -> None:
    tag(library, "ben", "secret", "secret")
    with Store(library, "ben") as store:
        store.articles.set_status(1, Status.DONE)
    async with running() as driver:
        await driver.press("r", "end", "enter", "enter")
        assert isinstance(driver.screen, QueueScreen)
        assert driver.screen.session.blind
        assert driver.screen.annotations == []
        assert driver.screen.marks == ()
        assert [t.uses for t in driver.screen.tags] == [0]
        await driver.press("g", "U", "M")
        assert isinstance(driver.screen, QueueScreen)
        await driver.press("e")
        assert isinstance(driver.screen, QueueScreen)
        await driver.press("q", "q", "home", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert "harbour" in driver.screen.text
        assert driver.screen.annotations == []
        assert "blind" in driver.screen.query_one(StatusLine).said
        await driver.press("U")
        assert isinstance(driver.screen, ReadingScreen)
        await driver.press("right_square_bracket")
        assert "market" in driver.screen.text
        assert not driver.screen.is_blind
        await driver.press("q", "r", "enter")
        assert isinstance(driver.screen, QueueScreen)
        await driver.press("1", "enter", "enter", "q", "home", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert len(driver.screen.annotations) == 3
    with Store(library, "ana") as store:
        coders = [a.coder for a in store.annotations.of(1)]
    assert sorted(coders) == ["ana", "ben", "ben"]


async def test_what_a_blind_coder_opens_shows_nothing_of_others_either(
    running: Running, library: Path
) -> None:
    """Passages of tags and the search, by their own keys from the article."""
    tag(library, "ben", "secret", "secret")
    tag(library, "ana", "own", article=2)
    with Store(library, "ana") as store:
        store.sessions.start(Query(Unit.ARTICLES), Sample(), blind=True)
    async with running() as driver:
        await driver.press("enter", "G")
        assert isinstance(driver.screen, PassagesScreen)
        assert [a.coder for a, _ in driver.screen.found] == ["ana"]
        assert driver.screen.counted == 1
        await driver.press("q", "slash")
        assert isinstance(driver.screen, SearchScreen)
        await driver.type("tag:*")
        assert [one.article.id for one in driver.screen.listing.found] == [2]
        await driver.type(" tag:secret")
        assert driver.screen.listing.found == ()


async def test_a_blind_judge_is_not_told_whose_a_passage_is(
    running: Running, library: Path
) -> None:
    (one,) = tag(library, "ben", "secret")
    tag(library, "ana", "own", article=2)
    with Store(library, "ben") as store:
        store.annotations.set_memo(one.id, "I am sure of it")
    with Store(library, "ana") as store:
        session = store.sessions.start(Query(Unit.PASSAGES), Sample(), blind=True)
    async with running(session=session.id) as driver:
        await driver.press("e")
        assert "fixing" in lines_of(driver.screen.query_one(ItemCard))
        assert "sure" not in lines_of(driver.screen.query_one(ItemCard))
        await driver.press("enter", "backspace")
        for expected in ("secret", "own"):
            card = lines_of(driver.screen.query_one(ItemCard))
            assert expected in card
            for told in ("ben", "ana", f"{one.created_at:%Y-%m-%d}", "sure"):
                assert told not in card
            await driver.press("x")
    assert answers(library) == {Answer.REJECT: 2}
    assert [(a.coder, a.memo) for a in annotations(library)] == [
        ("ben", "I am sure of it")
    ]


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


def begun(library: Path, coder: str = "ana") -> Session:
    with Store(library, coder) as store:
        return store.sessions.start(Query(Unit.PASSAGES), Sample())


async def test_the_program_opens_in_the_session_that_it_is_given(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea")
    async with running(session=begun(library).id) as driver:
        assert isinstance(driver.screen, JudgingScreen)
        await driver.press("a", "enter")
        assert isinstance(driver.screen, ReviewsScreen)


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
