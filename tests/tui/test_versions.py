"""What changed in an article, read from one version of its text to the next."""

from pathlib import Path

import pytest
from textual.widgets import Static

from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.versions import VersionsScreen
from reader.tui.widgets.difference import DifferenceView
from reader.tui.widgets.status_line import StatusLine
from tests.store.test_versions import TALKS, bring
from tests.tui.driving import Driver, Running, lines_of

ONCE = TALKS.replace("two days", "three days")
TWICE = ONCE.replace("named soon", "named next week")


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A library with one article, whose file changed twice."""
    path = tmp_path / "changed.db"
    with Store(path, "ana") as store:
        for text in (TALKS, ONCE, TWICE):
            bring(store, text)
    return path


def compared(driver: Driver) -> str:
    view = driver.screen.query_one(DifferenceView)
    rows = (view.render_line(y).text for y in range(view.size.height))
    return " ".join(" ".join(rows).split())


def names(driver: Driver) -> list[str]:
    """Which versions are compared, and whether one is what is read."""
    said = [
        str(driver.screen.query_one(side, Static).render())
        for side in ("#left", "#right")
    ]
    return [
        f"{each.split(' of ')[0]}{' now' * each.endswith('read now')}" for each in said
    ]


async def test_a_key_shows_what_the_newest_text_changed(
    running: Running, changed: Path
) -> None:
    async with running(changed, size=(80, 24)) as driver:
        await driver.press("enter", "B")
        assert isinstance(driver.screen, VersionsScreen)
        assert names(driver) == ["- version 2", "+ version 3 now"]
        assert "named [-soon.-] {+next week.+}" in compared(driver)
        assert "three days" in compared(driver)
        assert "Storm" not in compared(driver), "it is hidden in both"
        await driver.press("q")
        assert isinstance(driver.screen, ReadingScreen)


async def test_keys_go_through_older_versions_and_back(
    running: Running, changed: Path
) -> None:
    async with running(changed, size=(80, 24)) as driver:
        await driver.press("enter", "B", "[")
        assert names(driver) == ["- version 1", "+ version 2"]
        assert "[-two-] {+three+} days" in compared(driver)
        await driver.press("[")
        assert names(driver) == ["- version 1", "+ version 2"]
        assert [note.message for note in driver.app._notifications] == [
            "There is no other version that way."
        ]
        await driver.press("]")
        assert names(driver) == ["- version 2", "+ version 3 now"]


async def test_a_key_typed_ahead_is_for_the_versions_that_come(
    running: Running, tmp_path: Path
) -> None:
    days = [f"On day {n} nobody came to the harbour." for n in range(60)]
    path = tmp_path / "long.db"
    with Store(path, "ana") as store:
        for changed in ((), (50,), (50, 9)):
            told = [
                f"{day} Not one." * (n in changed) or day for n, day in enumerate(days)
            ]
            bring(store, "Days\n\n" + "\n\n".join(told))
    async with running(path, size=(80, 24)) as driver:
        await driver.press("enter", "B")
        await driver.burst("[", "n")
        assert names(driver) == ["- version 1", "+ version 2"]
        assert "+ Not one." in compared(driver)


async def test_what_is_known_of_an_article_tells_which_version_it_is(
    running: Running, changed: Path
) -> None:
    async with running(changed) as driver:
        await driver.press("enter", "at")
        said = str(driver.screen.query_one("#passage", Static).render())
        assert "Its text is version 3 of 3;" in said


async def test_an_article_whose_file_never_changed_says_so(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "B")
        assert isinstance(driver.screen, ReadingScreen)
        line = lines_of(driver.screen.query_one(StatusLine))
        assert "It has one version." in line


async def test_undo_of_the_import_shows_which_text_is_read_then(
    running: Running, changed: Path
) -> None:
    async with running(changed) as driver:
        await driver.press("enter", "B", "u")
        assert names(driver) == ["- version 2 now", "+ version 3"]
        await driver.press("q")
        assert driver.screen.text == ONCE
        await driver.press("B")
        assert names(driver) == ["- version 1", "+ version 2 now"]


async def test_the_oldest_text_when_it_was_put_back_is_set_against_the_next(
    running: Running, changed: Path
) -> None:
    with Store(changed, "ana") as store:
        bring(store, TALKS)
    async with running(changed) as driver:
        await driver.press("enter", "B")
        assert names(driver) == ["- version 1 now", "+ version 2"]
        await driver.press("]")
        assert names(driver) == ["- version 2", "+ version 3"]


async def test_an_article_that_another_program_removes_is_left(
    running: Running, changed: Path
) -> None:
    async with running(changed) as driver:
        await driver.press("enter", "B")
        with Store(changed, "ben") as store:
            store.articles.remove([1])
        await driver.press("[")
        assert not isinstance(driver.screen, VersionsScreen)
        said = [note.message for note in driver.app._notifications]
        assert "The article is not in the library any more, or too long." in said


async def test_what_one_version_hides_is_left_out_of_it_alone(
    running: Running, changed: Path
) -> None:
    with Store(changed, "ana") as store:
        reading = store.reading(1)
        assert reading
        store.verdicts.override(reading.version, [0], hidden=True)
    async with running(changed, size=(80, 24)) as driver:
        await driver.press("enter", "B")
        assert "- Talks in Beijing" in compared(driver)
        await driver.press("u")
        assert "- Talks in Beijing" not in compared(driver)
        assert "Talks in Beijing" in compared(driver)
