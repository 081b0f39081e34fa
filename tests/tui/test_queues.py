"""Reviews that go through articles: to be read, to be coded blind."""

from pathlib import Path

from textual.widgets import OptionList

from reader.model import Span, Status
from reader.review import Answer, Query, Unit
from reader.review.sample import Sample
from reader.store import Filter, Store
from reader.tui.screens.queue import QueueScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.screens.tagged import PassagesScreen
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.status_line import StatusLine
from tests.tui.driving import Running, lines_of
from tests.tui.reviewing import annotations, answers, tag


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
