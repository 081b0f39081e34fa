"""The keys of a place as a page."""

import pytest

from reader.queries.search import LANGUAGE
from reader.tui.keys import READING
from tests.tui.driving import Running, lines_of


async def test_the_parts_of_a_page_have_the_same_columns(running: Running) -> None:
    async with running(size=(120, 60)) as driver:
        await driver.press("?")
        parts = [lines_of(each) for each in driver.screen.query(".keys")]
    helps = ("Mark the next article.", "Show the keys of this place.")
    columns = {
        line.index(each)
        for part in parts
        for line in part.split("\n")
        for each in helps
        if each in line
    }
    assert len(parts) > 1
    assert len(columns) == 1


async def test_where_there_is_no_room_beside_the_keys_the_meaning_stands_below(
    running: Running,
) -> None:
    async with running(size=(34, 24)) as driver:
        await driver.press("enter", "?")
        lines = lines_of(driver.screen.query(".keys").first()).split("\n")
    assert lines[0] == "j  ↓"
    said = " ".join(line.strip() for line in lines)
    assert all(command.help in said for command in READING)


async def test_what_can_be_typed_has_its_meaning_in_a_narrow_window_too(
    running: Running,
) -> None:
    async with running(size=(34, 60)) as driver:
        await driver.press("slash")
        said = " ".join(lines_of(driver.screen.query_one("#empty")).split())
    assert all(meaning in said for _, meaning in LANGUAGE)


@pytest.mark.parametrize(("width", "named"), [(120, True), (60, False)])
async def test_a_long_meaning_goes_on_in_its_own_column(
    running: Running, width: int, named: bool
) -> None:
    async with running(size=(width, 30)) as driver:
        await driver.press("enter", "?")
        lines = lines_of(driver.screen.query(".keys").first()).split("\n")
    first = READING[0]
    column = lines[0].index(first.help.split()[0])
    assert lines[0].startswith("j  ↓")
    assert (first.label in lines[0][:column]) == named
    assert len(lines) > len(READING)
    assert all(len(line) > column for line in lines if line.strip())
    assert " ".join(" ".join(line[column:] for line in lines).split()) == " ".join(
        command.help for command in READING
    )
