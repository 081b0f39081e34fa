"""Changing very many articles at once: it is stopped, and waited for."""

from pathlib import Path
from threading import Event

import pytest

from reader.desk import Desk
from reader.model import Status
from reader.store import Store
from reader.store.connection import writing
from reader.store.errors import InterruptedStoreError
from reader.tui.screens import undertaking
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.undertaking import Undertaking
from tests.tui.driving import Driver, Running
from tests.tui.settling import key_event
from tests.tui.test_listing import words


async def begin_to_tag(driver: Driver, held: Event) -> None:
    """Have two articles tagged by a store that does nothing until it is let."""
    await driver.press("X", "t")
    await driver.type("calm")
    driver.screen_below.desk.post("it", lambda _: held.wait())
    driver.app.post_message(key_event("enter"))
    while not isinstance(driver.screen, LibraryScreen) or not driver.screen.doing:
        await driver.pilot.pause()


@pytest.fixture
def held() -> Event:
    return Event()


async def test_escape_stops_it_and_nothing_of_it_is_done(
    running: Running, library: Path, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undertaking, "_SEEN_S", 0.0)
    async with running() as driver:
        try:
            await begin_to_tag(driver, held)
            for key in ("end", "escape"):
                driver.app.post_message(key_event(key))
            await driver.pilot.pause()
        finally:
            held.set()
        await driver.settle()
        assert list(driver.screen.ticked) == [1, 2]
        assert driver.screen.listed.cursor == 1
        assert "2 ticked" in words(driver, "#chips")
        assert [note.message for note in driver.app._notifications] == [
            "Stopped; nothing of it is done."
        ]
        with Store(library) as store:
            assert (store.annotations.count(), store.tags.all()) == (0, [])


async def test_escape_that_was_typed_ahead_stops_nothing(
    running: Running, library: Path, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undertaking, "_SEEN_S", 1e9)
    async with running() as driver:
        try:
            await begin_to_tag(driver, held)
            driver.app.post_message(key_event("escape"))
            await driver.pilot.pause()
        finally:
            held.set()
        await driver.settle()
        with Store(library) as store:
            assert store.annotations.count() == 2


async def test_the_key_that_quits_is_said_to_wait_and_then_quits(
    running: Running, library: Path, held: Event
) -> None:
    async with running() as driver:
        try:
            await begin_to_tag(driver, held)
            driver.app.post_message(key_event("ctrl+q"))
            await driver.pilot.pause()
            assert words(driver, "#chips").endswith(
                "tagging 2 articles, then leaving …  escape stops it"
            )
            assert not driver.app._exit
        finally:
            held.set()
        await driver.settle()
        assert driver.app._exit
    with Store(library) as store:
        assert store.annotations.count() == 2


async def test_what_is_stopped_while_the_store_is_at_it_is_put_back(
    library: Path,
) -> None:
    desk = Desk(lambda: Store(library, "ana"))
    begun = Event()

    def mark(store: Store) -> None:
        with writing(store._conn):
            store.articles.set_statuses([1, 2], Status.DONE)
            begun.set()
            while True:
                store.articles.all()

    marking = Undertaking(mark)
    asked = desk._thread.submit(lambda: desk._store.result().answer(marking))
    assert begun.wait(60)
    marking.stop()
    with pytest.raises(InterruptedStoreError):
        asked.result()
    marking.stop()
    articles = await desk.ask(lambda store: store.articles.all())
    assert [each.status.value for each in articles] == ["unread", "unread"]
    desk.close()
