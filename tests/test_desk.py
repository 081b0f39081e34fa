import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.desk import Desk, Seat
from reader.model import Annotation, Span
from reader.store import Store, StoreError
from tests.conftest import keep


def thread_name(_: Store) -> str:
    return threading.current_thread().name


def tag(name: str) -> Callable[[Store], Annotation]:
    return lambda store: store.annotations.tag(
        store.articles.version(1), Span(0, 7), name
    )


def endless(begun: threading.Event) -> Callable[[Store], None]:
    def question(store: Store) -> None:
        begun.set()
        store._conn.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT count(*) FROM n"
        ).fetchone()

    return question


async def test_the_store_stays_on_its_own_thread(library: Path) -> None:
    desk = Desk(lambda: Store(library))
    assert (await desk.ask(thread_name)).startswith("store")
    desk.close()


async def test_a_cancelled_caller_loses_no_write(library: Path) -> None:
    desk = Desk(lambda: Store(library))
    held = threading.Event()
    blocker = asyncio.create_task(desk.ask(lambda _: held.wait()))
    task = asyncio.create_task(desk.ask(tag("queued")))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    held.set()
    await blocker
    desk.close()
    with Store(library) as store:
        assert [a.tag.path for a in store.annotations.of(1) if a.tag] == ["queued"]


async def test_a_library_that_cannot_be_opened_is_said_to_whoever_asks(
    tmp_path: Path,
) -> None:
    desk = Desk(lambda: Store(tmp_path))
    with pytest.raises(StoreError, match="is a folder"):
        await desk.ask(thread_name)
    desk.close()


async def test_what_is_posted_is_done_before_the_desk_closes(library: Path) -> None:
    desk = Desk(lambda: Store(library))
    desk.post("the place", lambda store: store.articles.set_place(1, 42))
    desk.close()
    with Store(library) as store:
        assert store.articles.place(1) == 42


async def test_what_is_looked_up_waits_for_no_other_question(library: Path) -> None:
    desk = Desk(lambda: Store(library))
    held = threading.Event()
    await desk.look_up(thread_name)
    blocker = asyncio.create_task(desk.ask(lambda _: held.wait()))
    assert await desk.look_up(lambda store: len(store.articles.all())) == 2
    held.set()
    await blocker
    desk.close()


async def test_a_cancelled_caller_ends_what_it_looks_up(library: Path) -> None:
    desk = Desk(lambda: Store(library))
    for _ in range(3):
        begun = threading.Event()
        task = asyncio.create_task(desk.look_up(endless(begun)))
        await asyncio.to_thread(begun.wait)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await desk.look_up(lambda store: len(store.articles.all())) == 2
    desk.close()


async def test_rows_that_are_still_read_hold_up_no_later_question(
    library: Path,
) -> None:
    desk = Desk(lambda: Store(library))
    begun, held = threading.Event(), []

    def question(store: Store) -> None:
        held.append(store._conn.execute("SELECT id FROM article"))
        next(held[0])
        endless(begun)(store)

    task = asyncio.create_task(desk.look_up(question))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(10):
        assert await desk.look_up(lambda store: len(store.articles.all())) == 2
    desk.close()


async def test_a_library_in_memory_is_looked_up_too() -> None:
    desk = Desk(lambda: Store(None))
    await desk.ask(lambda store: keep(store, "A story\n\nThat is short."))
    assert await desk.look_up(lambda store: len(store.articles.all())) == 1
    desk.close()


def test_a_question_may_be_given_up_when_the_store_is_closed(library: Path) -> None:
    store = Store(library)
    store.close()
    store.interrupt()


@pytest.mark.parametrize("is_cancelled", [False, True])
async def test_a_question_that_the_end_interrupts_is_not_asked_again(
    library: Path, is_cancelled: bool
) -> None:
    desk = Desk(lambda: Store(library))
    begun = threading.Event()

    asked = asyncio.create_task(desk.look_up(endless(begun)))
    await asyncio.to_thread(begun.wait)
    desk.close()
    if is_cancelled:
        asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked


@pytest.mark.parametrize("has_looked_up", [False, True])
async def test_who_asks_when_the_desk_is_closed_is_cancelled(
    library: Path, has_looked_up: bool
) -> None:
    desk = Desk(lambda: Store(library))
    await (desk.look_up if has_looked_up else desk.ask)(thread_name)
    desk.close()
    for ask in (desk.ask, desk.look_up):
        with pytest.raises(asyncio.CancelledError):
            await ask(thread_name)


async def test_a_second_connection_that_could_not_be_had_is_asked_for_anew(
    library: Path,
) -> None:
    ways = iter([library, library.parent, library])
    desk = Desk(lambda: Store(next(ways)))
    await desk.ask(thread_name)
    with pytest.raises(StoreError, match="is a folder"):
        await desk.look_up(thread_name)
    assert await desk.look_up(lambda store: len(store.articles.all())) == 2
    desk.close()


async def test_a_seat_asks_as_its_coder_and_leaves_the_desk_open(library: Path) -> None:
    desk = Desk(lambda: Store(library, "ana"))
    seat = Seat(desk, "ben", blind=True)
    seat.post("the tag", tag("sea"))
    assert (await seat.ask(tag("storm"))).coder == "ben"
    assert seat.is_blind
    seat.close()
    assert await desk.ask(lambda store: store.coders.name) == "ana"
    desk.close()
    with Store(library) as store:
        assert {each.coder for each in store.annotations.of(1)} == {"ben"}
