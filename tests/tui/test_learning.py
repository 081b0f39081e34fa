"""What came in is cleaned beside everything else, while nobody types."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.queries.search import parse
from reader.store import Filter, Store
from reader.store.search import AT_ONCE, PAGE
from reader.tui import learning
from reader.tui.learning import LearningApp
from tests.conftest import document
from tests.tui.driving import Driver, Running

COUNT = 70
_LOOKS = 500
"""So often is looked for words that come in their own time."""


def bring(store: Store, count: int, witness: str = "Witness") -> None:
    """Import texts with a word of their own each, and a line to hide."""
    texts = (f"Event\n\n{witness}{n} saw it.\n\nLeave a Reply\n" for n in range(count))
    step = store.imports.open("import")
    store.imports.keep(step, list(map(document, texts)))
    store.imports.close(step)


@pytest.fixture
def unlearned(tmp_path: Path) -> Path:
    path = tmp_path / "unlearned.db"
    with Store(path, "ana") as store:
        bring(store, COUNT)
    return path


@pytest.fixture(autouse=True)
def somebody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a key had been pressed a moment ago, whatever the clock says."""
    monkeypatch.setattr(learning, "_QUIET_S", 1e9)


@pytest.fixture
def fall_silent(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """As if none had been for long."""
    return lambda: monkeypatch.setattr(learning, "_QUIET_S", -1.0)


def waiting(path: Path) -> int:
    with Store(path) as store:
        return store.listing.waiting()


def title(driver: Driver) -> str:
    return str(driver.screen.query_one("#title").content)


def chips(driver: Driver) -> str:
    return str(driver.screen.query_one("#chips").content)


def says(driver: Driver) -> str:
    return "".join(str(each.content) for each in driver.screen.query("#says"))


def begin(driver: Driver) -> None:
    """Let it begin now, and not at the next beat."""
    assert isinstance(driver.app, LearningApp)
    driver.app.learn()


async def learn(driver: Driver) -> None:
    """Let it begin, and wait for it."""
    begin(driver)
    await driver.settle()


async def until(driver: Driver, is_so: Callable[[], bool]) -> None:
    """Wait for what comes while the program is at no rest."""
    for _ in range(_LOOKS):
        if is_so():
            return
        await driver.pilot.pause()
    assert is_so()


async def test_the_rest_is_learned_and_said_until_it_is(
    running: Running, unlearned: Path, fall_silent: Callable[[], None]
) -> None:
    async with running(unlearned) as driver:
        assert f"{COUNT} still to be cleaned" in title(driver)
        await learn(driver)
        assert waiting(unlearned) == COUNT
        fall_silent()
        await learn(driver)
        assert "still to be cleaned" not in title(driver)
        assert waiting(unlearned) == 0


async def test_what_was_learned_bit_by_bit_is_merged(
    running: Running, unlearned: Path, fall_silent: Callable[[], None]
) -> None:
    async with running(unlearned) as driver:
        fall_silent()
        await learn(driver)
    with closing(sqlite3.connect(unlearned)) as conn:
        query = "SELECT count(DISTINCT segid) FROM article_fts_idx"
        assert conn.execute(query).fetchone() == (1,)


async def test_what_is_learned_as_the_program_leaves_is_said_nowhere(
    running: Running, unlearned: Path
) -> None:
    async with running(unlearned) as driver:
        screen = driver.screen
    screen.show_waiting(COUNT - 20)
    assert screen.waiting == COUNT - 20


async def test_leaving_ends_it_and_the_next_start_goes_on(
    running: Running,
    unlearned: Path,
    fall_silent: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(learning, "_AT_ONCE", 1)
    async with running(unlearned) as driver:
        fall_silent()
        begin(driver)
        await driver.pilot.press("q")
    with Store(unlearned) as store:
        assert store.examine() == []
        # A line that is going to be hidden is found until then.
        assert len(store.search.ids(parse("reply"), COUNT)) == store.listing.waiting()
    async with running(unlearned) as driver:
        await learn(driver)
    with Store(unlearned) as store:
        assert store.listing.waiting() == 0
        assert store.search.ids(parse("witness69")) == [COUNT]


async def test_a_filter_says_that_the_list_will_change_and_changes_it_in_the_end(
    running: Running, unlearned: Path, fall_silent: Callable[[], None]
) -> None:
    async with running(unlearned) as driver:
        driver.screen.filter_by(Filter(hidden="10"))
        await driver.settle()
        assert "still to be cleaned: the list will change" in chips(driver)
        fall_silent()
        await learn(driver)
        assert "still to be cleaned" not in chips(driver)
        assert len(driver.screen.ids) == COUNT


async def test_search_says_how_many_are_not_found_yet(
    running: Running, unlearned: Path
) -> None:
    with Store(unlearned) as store:
        # As if another program had made the index, in its own way.
        store._conn.execute("DELETE FROM setting WHERE name = 'search-tokens'")
    async with running(unlearned) as driver:
        with Store(unlearned) as other:
            other._conn.execute("BEGIN IMMEDIATE")
            await driver.pilot.press("slash")
            await until(driver, lambda: "still to be indexed" in says(driver))
            other._conn.execute("ROLLBACK")
        await driver.settle()
        await driver.type("witness3")
        assert "still to be indexed" not in says(driver)
        assert len(driver.screen.listing.found) == 11


async def test_a_search_and_its_count_follow_what_another_program_brings_in(
    running: Running, unlearned: Path
) -> None:
    async with running(unlearned) as driver:
        await driver.press("slash")
        await driver.type("harbour")
        assert "0 articles" in title(driver)
        with Store(unlearned) as other:
            bring(other, 3 * AT_ONCE, "Harbour of ship")
        await driver.look_elsewhere()
        assert f"{3 * AT_ONCE} articles" in title(driver)
        assert len(driver.screen.listing.found) == PAGE
        assert not waiting(unlearned)


async def test_search_finds_what_is_not_cleaned_and_says_so(
    running: Running, unlearned: Path
) -> None:
    with Store(unlearned) as store:
        bring(store, 250, "Sailor")
    async with running(unlearned) as driver:
        with Store(unlearned) as other:
            other._conn.execute("BEGIN IMMEDIATE")
            await driver.pilot.press("slash")
            said = "still to be cleaned: what will be hidden"
            await until(driver, lambda: said in says(driver))
            await driver.pilot.press(*"sailor9")
            await until(driver, lambda: driver.screen.typed == "sailor9")
            await driver.screen.found()
            assert len(driver.screen.listing.found) == 11
            assert "still to be cleaned" in says(driver)
            other._conn.execute("ROLLBACK")
        await driver.settle()
        assert "still to be cleaned" not in says(driver)
