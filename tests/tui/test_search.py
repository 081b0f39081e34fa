"""Searching all articles by keys: typed, read, tagged; and an index that is behind."""

from pathlib import Path

from textual.widgets import Input

from reader.queries.search import LANGUAGE
from reader.store import Store
from reader.tui.dialogs.help import HelpDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.widgets.concordance import Concordance, Line
from reader.tui.widgets.key_bar import KeyBar
from tests.conftest import document, keep
from tests.disks import written_no_more
from tests.tui.driving import Driver, Running, lines_of


def listed(driver: Driver) -> list[str]:
    """The found words of the listed passages."""
    rows = driver.screen.query_one(Concordance).rows
    return [row.words for row in rows if isinstance(row, Line)]


def painted(driver: Driver) -> list[str]:
    found = driver.screen.query_one(Concordance)
    lines = [found.render_line(y).text for y in range(found.size.height)]
    return [line for line in lines if line.strip()]


def says(driver: Driver, where: str = "#title") -> str:
    return str(driver.screen.query_one(where).render())


async def test_passages_come_as_one_types_and_stand_in_a_column(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("slash")
        assert "Type what to look for" in lines_of(driver.screen.query_one("#empty"))
        await driver.type("mond")
        assert listed(driver) == ["Monday", "Monday"]
        assert "2 articles" in says(driver)
        first, second = (row for row in painted(driver) if "Monday" in row)
        assert first.index("Monday") == second.index("Monday")
        await driver.type("ay bread")
        assert listed(driver) == ["Bread"]  # Monday is in the same sentence.


async def test_what_can_be_typed_is_told_in_two_columns_in_a_narrow_window(
    running: Running,
) -> None:
    async with running(size=(60, 40)) as driver:
        await driver.press("slash")
        lines = lines_of(driver.screen.query_one("#empty")).split("\n")
    first = next(place for place, line in enumerate(lines) if "both words" in line)
    column = lines[first].index("both words")
    told = [line for line in lines[first:] if line.strip()][:-2]
    assert len(told) > len(LANGUAGE)
    assert all(line[column] != " " == line[column - 1] for line in told)


async def test_enter_reads_the_article_at_the_passage_and_q_comes_back(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("rained")
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.picked.of(driver.screen.text) == "rained"
        await driver.press("q")
        assert isinstance(driver.screen, SearchScreen)
        assert listed(driver) == ["rained"]


async def test_while_reading_n_walks_what_was_searched_for(running: Running) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("harbour OR tuesday")
        await driver.press("enter", "end", "enter")
        text = driver.screen.text
        found = [span.of(text) for span in driver.screen.found]
        assert found == ["Harbour", "harbour"]
        await driver.press("n")
        assert driver.screen.picked == driver.screen.found[0]
        await driver.press("left_square_bracket")
        assert [s.of(driver.screen.text) for s in driver.screen.found] == ["Tuesday"]
        await driver.press("q")
        assert isinstance(driver.screen, SearchScreen)


async def test_what_is_typed_ahead_of_the_results_goes_where_it_was_meant(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.pilot.press("slash", *"rained", "enter", "enter")
        await driver.settle()
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.picked.of(driver.screen.text) == "rained"


async def test_ticked_passages_are_tagged_together_and_undone_together(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("monday")
        await driver.press("enter", "x", "space")
        assert "2 ticked" in says(driver)
        await driver.press("t")
        await driver.type("days")
        await driver.press("enter")
        with Store(library) as store:
            quotes = [a.quote for n in (1, 2) for a in store.annotations.of(n)]
        assert quotes == [
            "The harbour was quiet on Monday.",
            "Bread cost more on Tuesday than it did on Monday.",
        ]
        rows = driver.screen.query_one(Concordance).rows
        lines = [row for row in rows if isinstance(row, Line)]
        assert lines
        assert all(line.colour for line in lines)
        await driver.press("u")
        with Store(library) as store:
            assert store.annotations.count() == 0
        rows = driver.screen.query_one(Concordance).rows
        assert not any(row.colour for row in rows if isinstance(row, Line))


async def test_the_words_alone_are_tagged_when_that_is_asked_for(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type('"the boats"')
        await driver.press("enter", "w", "t")
        await driver.type("fleet")
        await driver.press("enter")
        with Store(library) as store:
            assert [a.quote for a in store.annotations.of(1)] == ["the boats"]


async def test_while_words_are_typed_the_last_line_offers_no_key_that_would_be_typed(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("slash")
        line = lines_of(driver.screen.query_one(KeyBar))
        assert line.strip().startswith("enter goes to the list · escape leaves")
        await driver.type("monday")
        await driver.press("f1")
        assert isinstance(driver.screen, HelpDialog)
        await driver.press("escape", "enter")
        assert "t Tag" in lines_of(driver.screen.query_one(KeyBar))
        await driver.press("slash")
        assert "t Tag" not in lines_of(driver.screen.query_one(KeyBar))


async def test_while_one_finds_the_last_line_says_how_to_end(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        line = lines_of(driver.screen.query_one(KeyBar))
        assert line.strip() == "enter takes what is typed · escape leaves the line"
        await driver.press("escape")
        assert "t Tag" in lines_of(driver.screen.query_one(KeyBar))


async def test_hits_in_hidden_lines_are_counted_offered_and_read(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("reply")
        assert listed(driver) == []
        assert "Nothing shown has these words" in says(driver, "#empty")
        assert "1 article in hidden lines" in says(driver, "#says")
        await driver.press("enter", "z")
        assert listed(driver) == ["Reply"]
        assert "1 article " in says(driver)
        await driver.press("z", "z")
        assert listed(driver) == ["Reply"]
        await driver.press("enter")
        assert isinstance(driver.screen, ReadingScreen)
        assert driver.screen.revealed
        assert driver.screen.picked.of(driver.screen.text) == "Reply"


async def test_relevance_is_one_key_away_and_one_key_back(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, "Ferries\n\nFerry, ferry.", f"Boats\n\nA ferry. {'Rain. ' * 50}")
    async with running() as driver:
        await driver.press("slash")
        await driver.type("ferry")
        assert list(driver.screen.article_ids()) == [4, 3]
        await driver.press("enter", "o")
        assert list(driver.screen.article_ids()) == [3, 4]
        assert "most relevant" in says(driver)
        await driver.press("o")
        assert list(driver.screen.article_ids()) == [4, 3]


async def test_escape_goes_from_the_line_to_the_list_and_out(running: Running) -> None:
    async with running(size=(60, 20)) as driver:
        await driver.press("slash")
        await driver.type("monday")
        await driver.press("escape")
        assert driver.screen.list.has_focus
        await driver.press("slash")
        assert driver.screen.query_one(Input).has_focus
        await driver.press("escape", "escape")
        assert not isinstance(driver.screen, SearchScreen)


async def test_an_old_library_is_indexed_while_one_types(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        keep(store, *(f"Story {n}\n\nA ferry came." for n in range(250)))
        store.settings.put("search-tokens", "0")
    async with running() as driver:
        await driver.press("slash")
        await driver.type("ferry")
        assert "1 article" not in says(driver)
        assert len(listed(driver)) == 50
        with Store(library) as store:
            assert store.search.index.waiting() == 0


async def test_a_search_waits_for_nobody_who_writes(
    running: Running, library: Path
) -> None:
    with Store(library) as other:
        other.search.index.all()
        keep(other, "Ferries\n\nA ferry came late.")
        async with running() as driver:
            other._conn.execute("BEGIN IMMEDIATE")
            await driver.press("slash")
            await driver.type("monday")
            assert listed(driver) == ["Monday", "Monday"]
            other._conn.execute("ROLLBACK")
            await driver.type(" OR ferry")
            assert listed(driver) == ["ferry", "Monday", "Monday"]


async def test_where_nothing_can_be_written_it_says_what_is_not_indexed_and_rests(
    running: Running, tmp_path: Path
) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()
    with Store(folder / "library.db", "ana") as store:
        keep(store, "Monday\n\nA ferry came.")
        store.search.index.all()
        with store.history.step(store.coders.current, "merge") as change:
            for n in range(60):
                store.imports.add(change, document(f"Story {n}\n\nA ferry came."))
    with written_no_more(folder):
        async with running(folder / "library.db") as driver:
            await driver.press("slash")
            await driver.type("ferry")
            assert listed(driver) == ["ferry"]
            assert says(driver, "#says") == "not found: 60 articles not indexed"
            working = [w for w in driver.app.workers if not w.is_finished]
            assert [w.group for w in working if w.node is driver.screen] == []
