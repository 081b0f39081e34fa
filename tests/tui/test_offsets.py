"""Offsets on the reading screen: what keys and the mouse pick, and what is stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from wcwidth import iter_graphemes

from reader.cleaning import Strength
from reader.model import Span
from reader.store import Store
from tests.conftest import keep
from tests.tui.driving import Driver, Running
from tests.tui.widgets.passage.picks import PICKS

TEXT = "A first line\n\n" + "\n\n".join(text for text, *_ in PICKS) + "\n"


def wanted() -> Iterator[tuple[Span, int, int, int]]:
    """Each span of the table, the beginning of its line, and its cells."""
    start = len("A first line\n\n")
    for text, words, first, last in PICKS:
        at = start + text.index(words)
        yield Span(at, at + len(words)), start, first, last
        start += len(text) + 2


@pytest.fixture
def texts(library: Path) -> Path:
    """The library with an article that has a line for each row of the table."""
    with Store(library, "ana") as store:
        (article_id,) = keep(store, TEXT)
        store.verdicts.set_strength(article_id, Strength.CAREFUL)
        version = store.articles.version(3)
        assert version.text == TEXT
        made = store.annotations.tag(version, Span(0, 7), "pick")
        store.annotations.remove(made.id)
    return library


async def opened(driver: Driver) -> None:
    await driver.burst("end", "enter")
    if driver.screen.hidden:
        await driver.burst("z")


def stored(library: Path) -> list[tuple[Span, str]]:
    with Store(library) as store:
        return [(each.span, each.quote) for each in store.annotations.of(3)]


async def test_keys_pick_whole_characters_of_any_script(
    running: Running, texts: Path
) -> None:
    async with running() as driver:
        await opened(driver)
        for line, (span, start, *_) in enumerate(wanted(), start=1):
            before = list(iter_graphemes(TEXT[start : span.start]))
            steps = sum(not cluster.isspace() for cluster in before)
            inside = list(iter_graphemes(span.of(TEXT)))
            longer = sum(not cluster.isspace() for cluster in inside) - 1
            await driver.burst("V", "home", *["j"] * line, "c", *["j"] * steps)
            await driver.burst(*["J"] * longer)
            assert driver.screen.picked == span, TEXT[start : start + 20]
            await driver.burst("1")
    assert stored(texts) == [(span, span.of(TEXT)) for span, *_ in wanted()]


async def test_the_mouse_picks_the_same(running: Running, texts: Path) -> None:
    async with running() as driver:
        await opened(driver)
        screen = driver.screen
        for span, start, first, last in wanted():
            screen.go_to(start)
            await driver.settle()
            view = screen.view
            row = view._rows.row_of(start) - view.scroll_offset.y
            await draw(driver, row, view._columns.left + first, last - first)
            assert screen.picked == span, TEXT[start : start + 20]
            await driver.burst("1")
    assert stored(texts) == [(span, span.of(TEXT)) for span, *_ in wanted()]


async def draw(driver: Driver, row: int, column: int, cells: int) -> None:
    """Draw over cells of a row, out to the right first, as a terminal reports it."""
    x, y = driver.screen.view.content_region.offset
    ways = [(MouseDown, 0), (MouseMove, 60), (MouseMove, cells - 1)]
    for kind, by in (*ways, (MouseUp, cells - 1)):
        driver.app.post_message(_reported(kind, x + column + by, y + row))
    await driver.settle()


def _reported(kind: type[MouseEvent], x: int, y: int) -> MouseEvent:
    return kind(None, x, y, 0, 0, 1, False, False, False, x, y)
