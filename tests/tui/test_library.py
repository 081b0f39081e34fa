import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Span, Status
from reader.store import Store
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.preview import Preview, facts
from tests.conftest import document, keep
from tests.tui.driving import Driver, Running
from tests.tui.settling import key_event


def rows(driver: Driver) -> list[str]:
    """The lines of the list as they are painted."""
    listed = driver.screen.query_one(ArticleList)
    return [listed.render_line(y).text for y in range(listed.size.height)]


def grounds(driver: Driver) -> list[str]:
    """The colour behind the title of each article in the list."""
    listed = driver.screen.query_one(ArticleList)
    strips = [listed.render_line(y + 1) for y in range(len(listed.ids))]
    return [str([*strip][1].style.bgcolor) for strip in strips]


async def test_the_list_shows_titles_words_and_what_was_hidden(
    running: Running,
) -> None:
    async with running() as driver:
        head, first, second, *_ = rows(driver)
        assert head.split() == ["Title", "Words", "Hidden", "Tags"]
        assert first.split()[1:] == ["Harbour", "falls", "quiet", "28", "2/5", "·"]
        assert second.startswith(" ●  Prices rise at the market")


async def test_the_marked_row_stands_out(running: Running) -> None:
    async with running() as driver:
        assert grounds(driver)[0] != grounds(driver)[1]
        before = grounds(driver)
        await driver.press("j")
        after = grounds(driver)
        assert (after[0], after[1]) == (before[1], before[0])


async def test_enter_opens_the_marked_article_and_q_comes_back(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("j", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.text.startswith("Prices rise")
        await driver.press("q")
        assert isinstance(driver.screen, LibraryScreen)
        assert driver.screen.query_one(ArticleList).marked == 2


async def test_the_preview_shows_the_marked_article_without_its_junk(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.wait_for_preview()
        shown = driver.screen.query_one(Preview).render().plain
        assert "Nobody spoke of the storm." in shown
        assert "Leave a Reply" not in shown
        await driver.press("down")
        await driver.wait_for_preview()
        assert "Bread cost more" in driver.screen.query_one(Preview).render().plain


async def test_the_preview_counts_most_first_and_parts_no_count_from_its_name(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for tag, spans in (("rare find", ((0, 5),)), ("more", ((0, 5), (6, 9)))):
            for span in spans:
                store.annotations.tag(version, Span(*span), tag)
    async with running() as driver:
        await driver.wait_for_preview()
        glance = driver.screen.query_one(Preview).glance
        assert dict(facts(glance))["tags"].split(" ") == [
            "more\xa02,",
            "rare",
            "find\xa01",
        ]


async def test_the_preview_names_the_other_sources_of_the_text(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        harbour = document(store.articles.version(1).text, "wire.txt")
        names = (f"wire/{n}.txt" for n in range(5))
        step = store.imports.open("import")
        store.imports.keep(
            step, [replace(harbour, source=n, location=n) for n in names]
        )
        store.imports.close(step)
    async with running() as driver:
        await driver.wait_for_preview()
        said = dict(facts(driver.screen.query_one(Preview).glance))
        assert said["also in"] == "0.txt, 1.txt, 2.txt and 2\xa0more"
        await driver.press("down")
        await driver.wait_for_preview()
        assert "also in" not in dict(facts(driver.screen.query_one(Preview).glance))


async def test_a_narrow_window_has_no_preview(running: Running) -> None:
    async with running(size=(80, 24)) as driver:
        assert not driver.screen.query_one(Preview).display


async def test_one_escape_too_many_does_not_end_the_program(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "escape", "escape", "escape")
        assert isinstance(driver.screen, LibraryScreen)
        assert driver.app.is_running
        await driver.press("q")
        assert not driver.app.is_running


async def test_the_order_is_kept_for_the_next_start(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        store.articles.set_status(1, Status.DONE)
    async with running() as driver:
        await driver.press("o", "o", "o")
        assert list(driver.screen.ids) == [2, 1]
    async with running() as driver:
        assert list(driver.screen.ids) == [2, 1]


async def test_removing_an_article_and_bringing_it_back(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("d")
        assert list(driver.screen.ids) == [2]
        with Store(library) as store:
            assert store.articles.one(1) is None
        await driver.press("u")
        assert list(driver.screen.ids) == [1, 2]


async def test_an_empty_library_says_what_to_do_and_brings_in_the_samples(
    running: Running, tmp_path: Path
) -> None:
    async with running(tmp_path / "new.db") as driver:
        assert driver.screen.query_one("#empty").display
        await driver.press("s")
        await driver.settle()
        assert len(driver.screen.ids) == 5
        assert not driver.screen.query_one("#empty").display


async def test_a_long_list_is_walked_to_its_end(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, *(f"Article {n:04}\n\nIts text." for n in range(500)))
    async with running(size=(80, 24)) as driver:
        await driver.press("end")
        assert "Article 0499" in rows(driver)[-1]
        await driver.press("home", "pagedown")
        listed = driver.screen.query_one(ArticleList)
        assert listed.cursor == listed.page
        assert any("Article 0019" in row for row in rows(driver))


async def test_what_another_window_writes_is_shown(
    running: Running, library: Path
) -> None:
    async with running() as reader:
        await reader.press("enter")
        with Store(library, "ben") as other:
            other.annotations.tag(other.articles.version(1), Span(0, 7), "elsewhere")
        assert not reader.screen.annotations
        await reader.look_elsewhere()
        (shown,) = reader.screen.annotations
        assert (shown.coder, shown.tag.path) == ("ben", "elsewhere")


@pytest.mark.parametrize("turns", range(0, 8, 3))
async def test_enter_after_end_reads_the_last_of_a_list_that_is_still_coming(
    running: Running, turns: int
) -> None:
    async with running() as driver:
        driver.screen.refresh_list()
        driver.app.post_message(key_event("end"))
        for _ in range(turns):
            await asyncio.sleep(0)  # a turn of the loop: nothing is waited for
        await driver.press("enter")
        assert driver.screen.reading.article.id == 2
