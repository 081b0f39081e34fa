from pathlib import Path

import pytest
from textual.widgets import Static

from reader.intake.learning import learn
from reader.intake.taking import take
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store
from reader.tui import learning
from reader.tui.app import ReaderApp
from reader.tui.screens.copies import CopiesScreen
from reader.tui.screens.difference import DifferenceScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.provenance import ProvenanceScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.difference import DifferenceView
from reader.tui.widgets.passage import PassageView
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import keep
from tests.store.test_copies import EDITED, QUOTING, STORY, TRIMMED
from tests.tui.driving import Driver, Running, lines_of

SHARED = (
    "North Korea insists that Washington first build trust by lifting the sanctions"
    " imposed on that country."
)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    path = tmp_path / "samples.db"
    with Store(path, "ana") as store:
        take(store, documents(pile([SEEDS]).files))
        learn(store)
    return path


@pytest.fixture(autouse=True)
def somebody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a key had been pressed a moment ago: nothing goes on beside the keys."""
    monkeypatch.setattr(learning, "_QUIET_S", 1e9)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.db"
    with Store(path, "ana") as store:
        first, second, *_ = keep(store, STORY, TRIMMED, EDITED, QUOTING)
        store.attributes.put(first, {"date": "2019-01-09", "site": "first.example"})
        store.attributes.put(second, {"date": "2019-01-08", "site": "wire.example"})
    return path


def rows(driver: Driver) -> list[str]:
    view = driver.screen.query_one(PassageView)
    return [view.render_line(y).text for y in range(view.size.height)]


def status(driver: Driver) -> str:
    return lines_of(driver.screen.query_one(StatusLine))


def listed(driver: Driver) -> list[str]:
    return [
        str(driver.screen.listed.get_option_at_index(n).prompt)
        for n in range(driver.screen.listed.option_count)
    ]


def compared(driver: Driver) -> list[str]:
    view = driver.screen.query_one(DifferenceView)
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def text(driver: Driver, selector: str) -> str:
    return str(driver.screen.query_one(selector, Static).render())


async def to_sentence(driver: Driver, words: str) -> None:
    screen = driver.screen
    while not screen.picked.of(screen.text).startswith(words):
        await driver.press("j")


async def test_the_samples_show_the_sentence_that_two_of_them_share(
    running: Running, samples: Path
) -> None:
    async with running(samples) as driver:
        await driver.press("j", "enter")
        marked = [span.of(driver.screen.text) for span in driver.screen.shared_spans]
        assert marked == [SHARED]
        assert "also in" not in status(driver)
        await driver.press("P")
        assert "In no other article;  ≡ marks what is." in status(driver)
        await to_sentence(driver, "Firstly, that")
        (row,) = (row for row in rows(driver) if "≡" in row)
        assert row.split() == ["≡", *SHARED.split()[: len(row.split()) - 1]]
        await to_sentence(driver, "North Korea insists")
        assert "≡ also in 1 article" in status(driver)
        assert not any("≡" in row for row in rows(driver))
        await driver.press("P")
        assert isinstance(driver.screen, ProvenanceScreen)
        heads = [row for row in listed(driver) if row.startswith("no date")]
        assert heads[0].startswith("no date · 001_e5f20b344ea766d6.txt · this article")
        assert heads[1].startswith("no date · 004_9a60656227b24598.txt")
        await driver.press("end", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.reading.article.source.endswith("004_9a60656227b24598.txt")
        assert driver.screen.picked.of(driver.screen.text) == SHARED


async def test_one_key_tags_the_sentence_in_all_articles(
    running: Running, samples: Path
) -> None:
    async with running(samples) as driver:
        await driver.press("j", "enter")
        await to_sentence(driver, "North Korea insists")
        await driver.press("P", "t")
        await driver.type("wire")
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        with Store(samples) as store:
            tagged = [a for n in range(1, 6) for a in store.annotations.of(n)]
        assert [(a.article_id, a.quote) for a in tagged] == [(2, SHARED), (5, SHARED)]
        assert "wire" in status(driver)
        assert "≡ also in 1 article" in status(driver)
        assert [note.message for note in driver.app._notifications]
        await driver.press("u")
        with Store(samples) as store:
            assert not any(store.annotations.of(n) for n in range(1, 6))
        assert "Undone: tag wire on 2 places" in status(driver)
        assert not list(driver.app._notifications)


async def test_a_sentence_is_left_out_that_is_not_ticked(
    running: Running, samples: Path
) -> None:
    async with running(samples) as driver:
        await driver.press("j", "enter")
        await to_sentence(driver, "North Korea insists")
        await driver.press("P", "space", "t")
        await driver.type("wire")
        await driver.press("enter")
        with Store(samples) as store:
            assert [len(store.annotations.of(n)) for n in (2, 5)] == [0, 1]


async def test_the_oldest_place_comes_first_with_date_and_site(
    running: Running, stories: Path
) -> None:
    async with running(stories) as driver:
        await driver.press("end", "enter")
        await to_sentence(driver, "Sellers")
        assert "also in 3 articles" in status(driver)
        await driver.press("P")
        heads = [row for row in listed(driver) if " · " in row or "no date" in row]
        assert heads[0].startswith("2019-01-08 · wire.example")
        assert heads[1].startswith("2019-01-09 · first.example")
        assert "this article" in heads[3]
        assert "when the harbour would open" in text(driver, "#about")


async def test_a_line_that_is_hidden_has_no_mark_and_undo_brings_it_back(
    running: Running, stories: Path
) -> None:
    async with running(stories) as driver:
        await driver.press("end", "enter")
        await to_sentence(driver, "Sellers")
        assert len(driver.screen.shared) == 1
        await driver.press("i")
        assert len(driver.screen.shared) == 0
        await driver.press("u")
        assert [each.articles for each in driver.screen.shared] == [3]
        await driver.press("q", "home", "d", "end", "enter")
        assert [each.articles for each in driver.screen.shared] == [2]
        await driver.press("u")
        assert [each.articles for each in driver.screen.shared] == [3]


async def test_the_list_tells_of_copies_and_a_key_lists_them(
    running: Running, stories: Path
) -> None:
    with Store(stories) as store:
        store.copies.index.all()
    async with running(stories) as driver:
        view = driver.screen.query_one(ArticleList)
        shown = [view.render_line(y).text for y in range(1, 5)]
        assert [("≡ 3 copies" in row) for row in shown] == [True, True, True, False]
        await driver.press("C")
        assert isinstance(driver.screen, CopiesScreen)
        first, second, third = listed(driver)
        assert first.split()[:2] == ["2019-01-08", "74%"]
        assert second.split()[:3] == ["◆", "2019-01-09", "first.example"]
        assert third.split()[:2] == ["no", "date"]
        assert "74% the same as ◆" in text(driver, "#about")
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert "3 copies" in text(driver, "#title")
        await driver.press("q", "space")
        assert [row.split()[0] for row in listed(driver)] == ["◆", "2019-01-09", "no"]


async def test_an_article_without_copies_says_so(
    running: Running, stories: Path
) -> None:
    async with running(stories) as driver:
        await driver.press("end", "C")
        assert driver.screen.query_one("#empty").display
        await driver.press("c", "enter", "space")
        assert isinstance(driver.screen, CopiesScreen)


async def test_two_copies_are_read_against_each_other(
    running: Running, stories: Path
) -> None:
    async with running(stories, size=(120, 36)) as driver:
        await driver.press("C", "end", "c")
        assert isinstance(driver.screen, DifferenceScreen)
        assert "3 same, 2 changed" in text(driver, "#title")
        changed = [row for row in compared(driver) if row.lstrip().startswith("~")]
        assert changed
        assert all(row.count("~") == 2 for row in changed)
        assert "Monday" in "".join(compared(driver))
        await driver.press("v")
        within = " ".join(" ".join(compared(driver)).split())
        assert "port on [-Monday,-] {+Sunday,+} officials" in within
        assert "[-the press-] {+reporters+}" in within


@pytest.mark.parametrize("size", [(80, 24), (30, 8)])
async def test_a_small_window_shows_one_text_in_the_other(
    running: Running, stories: Path, size: tuple[int, int]
) -> None:
    async with running(stories, size=size) as driver:
        await driver.press("C", "end", "c")
        assert not driver.screen.query_one(DifferenceView).beside
        assert not any("│" in row for row in compared(driver))
        await driver.press("v", "space", "b", "j", "k", "end", "home")
        assert any("│" in row for row in compared(driver))


async def test_keys_go_from_change_to_change_and_from_copy_to_copy(
    running: Running, stories: Path
) -> None:
    async with running(stories, size=(40, 12)) as driver:
        await driver.press("C", "end", "c", "n")
        assert compared(driver)[0].lstrip().startswith("~")
        at = driver.screen.view.scroll_offset.y
        await driver.press("n", "N")
        assert driver.screen.view.scroll_offset.y <= at
        await driver.press("left_square_bracket")
        assert "gone" in text(driver, "#title")
        await driver.press("left_square_bracket")
        assert isinstance(driver.screen, DifferenceScreen)
        await driver.press("q")
        assert text(driver, "#title").startswith("3 copies of one story")
        assert listed(driver)[0].startswith("  2019-01-08")


async def test_undo_in_a_comparison_shows_what_is_there_now(
    running: Running, stories: Path
) -> None:
    with Store(stories, "ana") as store:
        version = store.articles.version(3)
        store.verdicts.override(version, [2], hidden=True)
    async with running(stories) as driver:
        await driver.press("C", "end", "c")
        assert "1 gone" in text(driver, "#title")
        await driver.press("u")
        assert "gone" not in text(driver, "#title")


async def test_articles_are_compared_while_nobody_types(
    running: Running, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(stories) as driver:
        assert isinstance(driver.screen, LibraryScreen)
        with Store(stories) as store:
            assert store.copies.index.waiting() == 4
        monkeypatch.setattr(learning, "_QUIET_S", -1.0)
        assert isinstance(driver.app, ReaderApp)
        while driver.app._is_learning:
            await driver.pilot.pause()
        driver.app.learn()
        await driver.look_elsewhere()
        view = driver.screen.query_one(ArticleList)
        shown = [view.render_line(y).text for y in range(1, 5)]
        assert [("≡ 3 copies" in row) for row in shown] == [True, True, True, False]
