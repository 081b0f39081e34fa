"""The rows of a search: what is bright in them, and how more of them come."""

import asyncio
from pathlib import Path

import pytest
from textual.color import Color
from textual.geometry import Region

from reader.model import Span
from reader.store import Store, answers, backwards, reach
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.concordance import Concordance, Heading, Line, More
from tests.conftest import keep
from tests.tui.driving import Driver, Running, is_painted_as_it_is, lines_of
from tests.tui.test_search import listed, says


async def test_the_colours_of_a_passage_let_the_ground_through(
    running: Running,
) -> None:
    async with running() as driver:
        driver.app.theme = "reader-dark"
        await driver.press("slash")
        await driver.type("mond")
        found = driver.screen.query_one(Concordance)
        marked, other = (
            next(each for each in found.render_line(row) if "Monday" in each.text)
            for row, line in enumerate(found.rows)
            if isinstance(line, Line)
        )
        assert marked.style
        assert other.style
        full = Color.parse(driver.app.theme_variables["primary"]).rich_color
        assert marked.style.bgcolor not in (full, other.style.bgcolor)
        pale, bright = found.over("concordance--facts"), found.rich_style
        assert pale.color != bright.color


async def test_words_of_the_sentences_beside_it_are_bright_in_a_row_too(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, "Boats\n\nA ferry came. The ferry left. No ferry is left now.")
    async with running(size=(160, 40)) as driver:
        await driver.press("slash")
        await driver.type("ferry ")
        shown = driver.screen.query_one(Concordance)
        lines = [row for row in shown.rows if isinstance(row, Line)]
        before = [[line.before[s:e] for s, e in line.lit()[0]] for line in lines]
        after = [[line.after[s:e] for s, e in line.lit()[1]] for line in lines]
        ferry = "ferry"
        assert before == [[], [ferry], [ferry, ferry]]
        assert after == [[ferry, ferry], [ferry], []]
        (strip,) = shown.render_lines(Region(0, 3, 160, 1))
        bright = [part.style for part in strip if part.text == ferry]
        assert len(bright) == 3
        assert len(set(bright)) == 1
    async with running(size=(30, 12)) as driver:
        await driver.press("slash")
        await driver.type("ferry ")
        shown = driver.screen.query_one(Concordance)
        for row in range(1, 4):
            (strip,) = shown.render_lines(Region(0, row, 30, 1))
            bright = [p.text for p in strip if p.style and p.style.bold and p.text]
            assert ferry in bright


async def test_a_sentence_with_several_words_is_one_row_with_all_of_them_bright(
    running: Running, library: Path
) -> None:
    async with running(size=(160, 40)) as driver:
        await driver.press("slash")
        await driver.type("bread tuesday road ")
        rows = driver.screen.query_one(Concordance).rows
        lines = [row for row in rows if isinstance(row, Line)]
        assert [line.words for line in lines] == ["Bread", "road"]
        assert isinstance(rows[0], Heading)
        assert rows[0].facts.endswith("found 3 times")
        _, lit = lines[0].lit()
        assert [lines[0].after[s:e] for s, e in lit] == ["Tuesday", "road"]
        (strip,) = driver.screen.query_one(Concordance).render_lines(
            Region(0, 1, 160, 1)
        )
        bright = next(part.style for part in strip if part.text == "Bread")
        assert [part.text for part in strip if part.style == bright] == [
            "Bread",
            "Tuesday",
            "road",
        ]
        await driver.press("enter", "w", "t")
        await driver.type("found")
        await driver.press("enter")
        with Store(library) as store:
            quotes = [a.quote for a in store.annotations.of(2)]
        assert quotes == ["Bread", "Tuesday"]


async def test_more_passages_of_an_article_are_one_key_away(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, "Ferries\n\n" + "A ferry came. " * 8)
    async with running() as driver:
        await driver.press("slash")
        await driver.type("ferry")
        await driver.press("enter")
        assert len(listed(driver)) == 5
        await driver.press("end")
        assert isinstance(driver.screen.list.marked, More)
        assert driver.screen.list.marked.words == "found 3 times more: enter"
        await driver.press("enter")
        assert len(listed(driver)) == 8
        first_more = driver.screen.list.rows[6]
        assert driver.screen.list.marked == first_more


async def test_more_passages_stay_when_others_write(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        (ferries,) = keep(store, "Ferries\n\n" + "A ferry came. " * 8)
    async with running() as driver:
        await driver.press("slash")
        await driver.type("ferry")
        await driver.press("enter", "end", "enter", "end")
        marked = driver.screen.list.marked
        with Store(library, "ben") as other:
            version = other.articles.version(ferries)
            other.annotations.tag(version, Span(0, 7), "boats")
        await driver.look_elsewhere()
        assert driver.screen.listing.annotations
        assert len(listed(driver)) == 8
        assert driver.screen.list.marked == marked
        await driver.press("home", "t")
        await driver.type("boats")
        await driver.press("enter")
        assert len(listed(driver)) == 8


async def test_the_list_goes_on_where_a_page_ends(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, *(f"Story {n}\n\nA ferry came, {n}." for n in range(60)))
    async with running() as driver:
        await driver.press("slash")
        await driver.type("ferry")
        assert len(listed(driver)) == 50
        await driver.press("enter", "end", "end")
        assert len(listed(driver)) == 60


async def test_passages_that_are_kept_are_those_that_would_be_painted_now(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, *(f"Story {n}\n\nA ferry came, {n}." for n in range(60)))
    async with running(size=(80, 24)) as driver:
        await driver.press("slash")
        await driver.type("ferry")
        found = driver.screen.query_one(Concordance)
        for key in ("enter", "j", "j", "space", "x", "end", "k", "b", "home", "z", "s"):
            await driver.press(key)
            assert is_painted_as_it_is(found), key
        driver.app.theme = "reader-light"
        await driver.settle()
        assert is_painted_as_it_is(found)


async def test_an_article_that_answers_without_words_is_a_stop(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("title:prices")
        await driver.press("enter")
        assert isinstance(driver.screen.list.marked, Heading)
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.text.startswith("Prices rise")


async def test_what_is_long_looked_for_comes_as_it_is_found_and_says_that_it_goes_on(
    running: Running, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(library) as store:
        keep(store, *(f"Story {n}\n\nA ferry came, {n}." for n in range(60)))
        keep(store, *(f"Boats {n}\n\nA ferry came, {n}." for n in range(9)))
        store.search.index.all()
    monkeypatch.setattr(answers, "DATED", 0)
    monkeypatch.setattr(reach, "_FAR", 0)
    monkeypatch.setattr(backwards, "_STRETCHES", (1, 2))
    seen: list[str] = []

    async def watch(driver: Driver) -> None:
        while True:
            seen.append(f"{says(driver)} {len(listed(driver))}")
            if driver.screen.is_bare:
                seen.append(str(driver.screen.query_one("#empty").render()))
            await asyncio.sleep(0)

    async with running() as driver:
        await driver.press("slash")
        watching = asyncio.create_task(watch(driver))
        await driver.type("ferry -title:boats")
        watching.cancel()
        assert "Nothing in the newest articles; looking on …" in seen
        so_far = [each for each in seen if "so far, looking on" in each]
        assert len({each.rsplit(" ", 1)[1] for each in so_far}) > 2
        assert "60 articles  ·  last brought in first" in says(driver)
        assert len(listed(driver)) == 50
        await driver.press("enter", "end", "end")
        assert len(listed(driver)) == 60
        assert "60 articles" in says(driver)
        await driver.press("slash")
        await driver.type(" zebra")
        assert "Nothing shown has these words" in lines_of(
            driver.screen.query_one("#empty")
        )
