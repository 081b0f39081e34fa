from pathlib import Path

from textual.widgets import Static

from reader.model import Span
from reader.store import Store
from reader.tui.screens.history import HistoryScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import Driver, Running


def tagged(library: Path, *names: str, coder: str = "ana") -> None:
    with Store(library, coder) as store:
        version = store.articles.version(1)
        for place, name in enumerate(names):
            store.annotations.tag(version, Span(21 + place, 25 + place), name)


def count(library: Path) -> int:
    with Store(library) as store:
        return store.annotations.count()


def about(driver: Driver) -> str:
    return str(driver.screen.query_one("#about", Static).render())


def labels(driver: Driver) -> list[str]:
    return [step.label.split(" on ")[0] for step in driver.screen.steps]


async def test_the_history_lists_what_was_done_and_tells_before_and_after(
    running: Running, library: Path
) -> None:
    tagged(library, "mood")
    async with running() as driver:
        await driver.press("U")
        assert isinstance(driver.screen, HistoryScreen)
        assert labels(driver) == ["tag mood", "import"]
        assert "made annotation The" in about(driver)
        assert "tag mood" in about(driver)
        await driver.press("j")
        assert "import of 2 articles" in about(driver)
        await driver.press("q")
        assert isinstance(driver.screen, LibraryScreen)


async def test_one_key_goes_back_to_a_step_and_up_again(
    running: Running, library: Path
) -> None:
    tagged(library, "a", "b", "c")
    async with running() as driver:
        await driver.press("U", "j", "j", "backspace")
        assert count(library) == 1
        assert [step.undone for step in driver.screen.steps] == [
            True, True, False, False,
        ]  # fmt: skip
        assert driver.screen.marked.label.startswith("tag a")
        await driver.press("home", "backspace")
        assert count(library) == 3


async def test_undo_and_redo_are_seen_in_the_list(
    running: Running, library: Path
) -> None:
    tagged(library, "a")
    async with running() as driver:
        await driver.press("U", "u")
        assert driver.screen.steps[0].undone
        await driver.press("ctrl+r")
        assert not driver.screen.steps[0].undone
        assert count(library) == 1


async def test_enter_reads_the_article_where_it_was_done(
    running: Running, library: Path
) -> None:
    tagged(library, "a")
    async with running() as driver:
        await driver.press("U", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.picked.start == 21
        await driver.press("d", "q")
        assert isinstance(driver.screen, HistoryScreen)
        assert labels(driver)[0].startswith("untag a from")


async def test_words_filter_the_steps(running: Running, library: Path) -> None:
    tagged(library, "alpha", "beta")
    tagged(library, "gamma", coder="ben")
    async with running() as driver:
        await driver.press("U", "f")
        await driver.type("BEN")
        assert labels(driver) == ["tag gamma"]
        await driver.press("escape")
        assert len(driver.screen.steps) == 4


async def test_a_long_history_comes_page_by_page(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        coder = store.coders.current
        store._conn.executemany(
            "INSERT INTO step (coder_id, label, at) VALUES (?, ?, '2026-01-01')",
            [(coder, f"number {n}") for n in range(500)],
        )
    async with running() as driver:
        await driver.press("U")
        assert len(driver.screen.steps) == 200
        await driver.press("end")
        assert len(driver.screen.steps) == 400
        await driver.press("end", "end", "end")
        assert len(driver.screen.steps) == 501
        assert driver.screen.listed.option_count == 501


async def test_undo_in_the_library_opens_the_article_at_the_place(
    running: Running, library: Path
) -> None:
    tagged(library, "mood")
    async with running() as driver:
        await driver.press("j", "u")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.text.startswith("Harbour")
        assert 21 in driver.screen.picked
        assert count(library) == 0


async def test_a_step_that_cannot_be_gone_to_is_said(
    running: Running, library: Path
) -> None:
    tagged(library, "a", "b")
    tagged(library, "b", coder="ben")
    async with running() as driver:
        await driver.press("U", "j", "j", "backspace")
        (note,) = driver.app._notifications
        assert "stands in the way" in note.message
        assert count(library) == 3
