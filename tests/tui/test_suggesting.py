from pathlib import Path

import pytest
from textual.widgets import Static

from reader.cleaning import Cleaned, Judged
from reader.model import Document, Span
from reader.store import Store
from reader.text.sought import Sought
from reader.tui.screens import suggesting
from reader.tui.screens.keywords import KeywordsScreen
from reader.tui.widgets.passage import PassageView
from reader.tui.widgets.status_line import StatusLine
from tests.benchmarks.made_library import keep_judged
from tests.tui.driving import Driver, Running


def keyword(library: Path, *words: str) -> None:
    with Store(library, "ana") as store:
        for each in words:
            store.keywords.add("day", Sought(each))


def tagged(library: Path) -> list[str]:
    with Store(library) as store:
        return [a.quote for i in (1, 2) for a in store.annotations.of(i)]


def dotted(driver: Driver) -> list[str]:
    view = driver.screen.query_one(PassageView)
    return [m.span.of(view.text) for m in view.marks if m.dotted]


def said(driver: Driver) -> str:
    status = driver.screen.query_one(StatusLine)
    return str(status.said or status.told.about)


async def test_suggestions_are_marked_accepted_and_undone(
    running: Running, library: Path
) -> None:
    keyword(library, "Monday", "storm")
    async with running() as driver:
        await driver.press("enter")
        assert dotted(driver) == ["Monday", "storm"]
        await driver.press("home", "tab")
        assert driver.screen.picked.of(driver.screen.text) == "Monday"
        assert said(driver).startswith("day?  keyword “Monday”")
        await driver.press("a")
        assert tagged(library) == ["Monday"]
        assert dotted(driver) == ["storm"]
        await driver.press("u")
        assert tagged(library) == []
        assert dotted(driver) == ["Monday", "storm"]


async def test_a_rejected_suggestion_stays_away_until_undo(
    running: Running, library: Path
) -> None:
    keyword(library, "Monday")
    async with running() as driver:
        await driver.press("enter", "home", "tab", "x")
        assert dotted(driver) == []
        assert tagged(library) == []
    async with running() as driver:
        await driver.press("enter")
        assert dotted(driver) == []
        await driver.press("u")
        assert dotted(driver) == ["Monday"]


async def test_tab_goes_through_annotations_and_suggestions_in_order(
    running: Running, library: Path
) -> None:
    keyword(library, "Monday", "pilot")
    with Store(library, "ana") as store:
        store.annotations.tag(store.articles.version(1), Span(50, 60), "other")
    async with running() as driver:
        await driver.press("enter", "home")
        starts = []
        for _ in range(3):
            await driver.press("tab")
            starts.append(driver.screen.picked.start)
        text = driver.screen.text
        assert starts == [text.index("Monday"), 50, text.index("pilot")]
        await driver.press("shift+tab", "shift+tab")
        assert driver.screen.picked.start == starts[0]


async def test_without_a_suggestion_the_keys_say_so(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "a")
        assert "No suggestion" in said(driver)
        await driver.press("x")
        assert tagged(library) == []


async def test_suggestions_can_be_put_away_and_stay_so(
    running: Running, library: Path
) -> None:
    keyword(library, "Monday")
    async with running() as driver:
        await driver.press("enter", "Y")
        assert dotted(driver) == []
    async with running() as driver:
        await driver.press("enter")
        assert dotted(driver) == []
        await driver.press("Y")
        assert dotted(driver) == ["Monday"]


async def test_the_picked_words_become_a_keyword(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "w", "W")
        await driver.type("place")
        await driver.press("enter")
        assert dotted(driver) == ["Harbour", "harbour"]
        await driver.press("right_square_bracket")
        assert dotted(driver) == []


async def test_keywords_are_listed_changed_and_removed(
    running: Running, library: Path
) -> None:
    keyword(library, "Mon")
    async with running() as driver:
        await driver.press("enter", "ctrl+k")
        assert isinstance(driver.screen, KeywordsScreen)
        title = str(driver.screen.query_one("#title", Static).render())
        assert "1 keyword that suggests tags" in title
        await driver.press("W", "q")
        assert dotted(driver) == ["Mon"]
        await driver.press("ctrl+k", "enter", "ctrl+u")
        await driver.paste("(storm|rain)")
        await driver.press("enter", "P", "q")
        assert dotted(driver) == ["storm", "rain"]
        await driver.press("ctrl+k", "d")
        assert driver.screen.query_one("#empty", Static).display
        await driver.press("u", "q")
        assert dotted(driver) == ["storm", "rain"]


async def test_a_keyword_is_made_in_the_list(running: Running, library: Path) -> None:
    async with running() as driver:
        await driver.press("ctrl+k", "t")
        await driver.type("day")
        await driver.press("enter")
        await driver.type("Tuesday")
        await driver.press("enter")
        with Store(library) as store:
            (made,) = store.keywords.all()
        assert (made.tag.path, made.sought.words) == ("day", "Tuesday")


_LONG = "A storm came.\n\n" + "The harbour was quiet.\n\n" * 9_000 + "A storm went.\n"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A library with an article that is not gone through again for each tag.

    Nothing is left to be learned of it: once the program has, it reads anew.
    """
    path = tmp_path / "long.db"
    document = Document("long.txt", _LONG, b"", "utf-8", "lf", "Long")
    with Store(path, "ana") as store:
        step = store.imports.open("import")
        keep_judged(store, step, [(document, Cleaned(Judged(_LONG, {})))])
        store.imports.close(step)
        store.search.index.all()
        store.copies.index.all()
    return path


async def test_in_a_long_text_a_tag_suggests_others_once_no_more_are_put(
    running: Running, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "_PAUSE_S", 0.0)
    async with running(long) as driver:
        await driver.press("enter", "home", "l", "l")
        await driver.press("t", *"bad weather", "enter")
        assert dotted(driver) == ["storm"]


async def test_a_text_too_long_for_a_pause_suggests_when_it_is_opened(
    running: Running, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "_PAUSE_S", 0.0)
    monkeypatch.setattr(suggesting, "_IN_A_PAUSE", 200_001)
    async with running(long) as driver:
        await driver.press("enter", "home", "l", "l")
        await driver.press("t", *"bad weather", "enter")
        assert dotted(driver) == []
        await driver.press("q", "enter")
        assert dotted(driver) == ["storm"]


async def test_in_a_very_long_text_what_is_tagged_is_suggested_no_more(
    running: Running, long: Path
) -> None:
    path, text = long, _LONG
    keyword(path, "storm")
    async with running(path) as driver:
        await driver.press("enter")
        assert dotted(driver) == ["storm", "storm"]
        await driver.press("home", "l", "l", "1")
        assert driver.screen.picked.of(text) == "storm"
        assert dotted(driver) == ["storm"]
        await driver.press("u")
        assert dotted(driver) == ["storm", "storm"]
