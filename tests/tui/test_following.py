"""What another program writes comes up in each list, and the mark stays on its row."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from reader.cleaning import Match, Taught
from reader.model import Span, Status
from reader.store import Store
from reader.text.sought import Sought
from reader.tui.dialogs.help import HelpDialog
from reader.tui.screens.codebook import CodebookScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.heat_map import HeatMap
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.tag_tree import TagTree
from tests.conftest import HARBOUR, keep
from tests.store.test_versions import INSISTS, TALKS, USEFUL, bring
from tests.tui.driving import Driver, Running, lines_of
from tests.tui.test_matrix import painted

Write = Callable[[Store], object]


def _rule(text: str) -> Write:
    return lambda store: store.rules.add(Taught(Match.EXACT, text, hide=True))


def _keyword(path: str, words: str) -> Write:
    return lambda store: store.keywords.add(path, Sought(words))


def _tag(path: str, start: int = 21, article: int = 1, length: int = 4) -> Write:
    def write(store: Store) -> None:
        span = Span(start, start + length)
        store.annotations.tag(store.articles.version(article), span, path)

    return write


def _finished(coder: str, *paths: str) -> Write:
    """Tag the first article, and be done with it."""

    def write(store: Store) -> None:
        with store.coders.seated(coder, blind=False):
            for number, path in enumerate(paths):
                _tag(path, 21 + 5 * number)(store)
            store.articles.set_status(1, Status.DONE)

    return write


def _changed(store: Store) -> None:
    """Bring in an article again from which two tagged passages are gone."""
    article_id, _ = bring(store, TALKS)
    for quote in (INSISTS, USEFUL):
        _tag("stance", TALKS.index(quote), article_id, len(quote))(store)
    bring(store, TALKS.replace(INSISTS, "").replace(USEFUL, "nothing"))


def _remove_first(store: Store) -> None:
    store.annotations.remove(store.settling.all()[0].id)


def _forget_first(store: Store) -> None:
    store.keywords.remove(store.keywords.all()[0].id)


@dataclass(frozen=True)
class Case:
    """A list, and what another program writes while it is looked at."""

    place: str
    before: tuple[Write, ...]
    keys: tuple[str, ...]
    """They open it and put the mark somewhere."""
    marked: str
    """Stands in the marked row, before and after."""
    written: Write
    more: int
    """Rows that come, or go."""
    comes: str = field(default="")
    """Stands in a row, or in the title line, only after that."""


CASES = [
    Case(
        "rules", (_rule("Share"), _rule("Reply")), ("R", "j"), "Reply",
        lambda store: store.rules.remove(store.rules.all()[0].id), -1,
    ),
    Case(
        "keywords", (_keyword("b", "boat"), _keyword("c", "crew")),
        ("ctrl+k", "j"), "crew", _keyword("a", "anchor"), 1, "anchor",
    ),
    Case("history", (_tag("sea"),), ("U", "j"), "import", _tag("late"), 1, "tag late"),
    Case(
        "reviews", (_tag("sea"),), ("r", "j", "j"), "tagged sea", _tag("air", 30), 1,
        "tagged air",
    ),
    Case("changes", (_changed,), ("M", "j"), USEFUL, _remove_first, -1),
    Case(
        "agreement", (_finished("ana", "sea"), _finished("ben", "sea")),
        ("A",), "sea", _tag("air", 30), 1, "air",
    ),
    Case(
        "copies", (lambda store: keep(store, HARBOUR + "\nMore.\n"),),
        ("C", "j"), "Harbour",
        lambda store: keep(store, HARBOUR + "\nOnce more.\n"), 1, "3 copies",
    ),
]  # fmt: skip


def rows(driver: Driver) -> list[str]:
    listed = driver.screen.query_one(OptionList)
    return [str(option.prompt) for option in listed.options]


def marked(driver: Driver) -> str:
    option = driver.screen.listed.highlighted_option
    return str(option.prompt)


def says(driver: Driver, where: str = "#title") -> str:
    return str(driver.screen.query_one(where, Static).render())


def write(library: Path, *what: Write, coder: str = "ana") -> None:
    with Store(library, coder) as store:
        for each in what:
            each(store)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
async def test_what_another_program_writes_is_listed(
    running: Running, library: Path, case: Case
) -> None:
    write(library, *case.before)
    async with running() as driver:
        await driver.press(*case.keys)
        before = len(rows(driver))
        assert case.marked in marked(driver)
        assert not case.comes or case.comes not in "".join(
            [*rows(driver), says(driver)]
        )
        write(library, case.written)
        await driver.look_elsewhere()
        assert len(rows(driver)) == before + case.more
        assert case.comes in "".join([*rows(driver), says(driver)])
        assert case.marked in marked(driver)


async def test_the_codebook_and_the_matrix_keep_their_marks_on_tags(
    running: Running, library: Path
) -> None:
    write(library, _tag("sea"), _tag("storm", 30))
    async with running() as driver:
        await driver.press("g", "j")
        write(library, _tag("air", 40))
        await driver.look_elsewhere()
        paths = [row.path for row in driver.screen.query_one(TagTree).rows]
        assert paths == ["air", "sea", "storm"]
        assert driver.screen.marked.path == "storm"
        await driver.press("q", "B", "j", "j")
        assert "storm  ×" in says(driver, "#says")
        write(library, _tag("ash", 50))
        await driver.look_elsewhere()
        assert len(painted(driver)) == 5
        assert "storm  ×" in says(driver, "#says")


async def test_a_mark_that_moves_while_a_look_is_on_its_way_stays_there(
    running: Running, library: Path
) -> None:
    write(library, _tag("sea"), _tag("storm", 30))
    async with running() as driver:
        await driver.press("g")
        assert driver.screen.marked.path == "sea"
        look = asyncio.create_task(driver.screen.look_again())
        await asyncio.sleep(0)  # It has asked, and nobody has answered.
        driver.screen.query_one(TagTree).cursor = 1
        await look
        assert driver.screen.marked.path == "storm"


async def test_the_marked_row_stays_where_it_is_on_the_screen(
    running: Running, library: Path
) -> None:
    write(library, *(_rule(f"Rule {n:02}") for n in range(60)))
    write(library, *(_tag(f"t{n:02}") for n in range(60)))
    async with running(size=(80, 24)) as driver:
        await driver.press("R", *["j"] * 40, *["k"] * 5)
        listed = driver.screen.query_one(OptionList)
        before = lines_of(listed).splitlines()
        write(library, *[lambda s: s.rules.remove(s.rules.all()[0].id)] * 3)
        await driver.look_elsewhere()
        assert marked(driver).split()[2] == "35"
        assert lines_of(listed).splitlines()[:-1] == before[:-1]
        # What is looked at with the mouse stays, though the mark is out of sight.
        listed.scroll_to(y=0, animate=False)
        await driver.settle()
        write(library, _rule("Another"))
        await driver.look_elsewhere()
        assert listed.scroll_offset.y == 0
        assert marked(driver).split()[2] == "35"
        for keys, kind in ((("q", "g"), TagTree), (("q", "B"), HeatMap)):
            await driver.press(*keys, *["j"] * 40, *["k"] * 5)
            shown = driver.screen.query_one(kind)
            before = lines_of(shown).splitlines()
            write(library, _tag(f"a-{kind.__name__}"))
            await driver.look_elsewhere()
            assert lines_of(shown).splitlines() == before


async def test_what_is_typed_stays_and_a_row_that_is_edited_is_no_other(
    running: Running, library: Path
) -> None:
    write(library, _rule("Share"), _rule("Reply"), _tag("sea"))
    write(library, _keyword("a", "anchor"), _keyword("b", "boat"))
    async with running() as driver:
        for keys, first, words in (("R", "Share", "More"), ("ctrl+k", "anchor", "x")):
            await driver.press(keys, "enter")
            await driver.type(words)
            forget = _forget_first if keys == "ctrl+k" else CASES[0].written
            write(library, forget)
            await driver.look_elsewhere()
            assert driver.screen.query_one(Prompt).is_open
            assert first not in "".join(rows(driver))
            left = rows(driver)
            await driver.press("enter")
            assert rows(driver) == left
            await driver.press("q")
        await driver.press("U", "f")
        await driver.type("tag ")
        assert [row.split()[-4:-2] for row in rows(driver)] == [["tag", "sea"]]
        write(library, _tag("late"))
        await driver.look_elsewhere()
        assert len(rows(driver)) == 2
        assert driver.screen.query_one(Prompt).is_open
        await driver.type("late")
        assert [step.label[:8] for step in driver.screen.steps] == ["tag late"]


async def test_a_place_below_another_looks_when_it_is_on_top_again(
    running: Running, library: Path
) -> None:
    write(library, _tag("sea"))
    async with running() as driver:
        await driver.press("g", "w")
        assert not isinstance(driver.screen, CodebookScreen)
        write(library, _tag("air", 40))
        await driver.look_elsewhere()
        await driver.press("q")
        await driver.look_elsewhere()
        codebook = driver.screen
        assert isinstance(codebook, CodebookScreen)
        assert [branch.path for branch in codebook.listed] == ["air", "sea"]
        assert codebook.marked
        assert codebook.marked.path == "sea"


async def test_a_list_that_was_empty_has_the_keys_when_rows_come(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("R", "question_mark")
        write(library, _rule("Share"))
        await driver.look_elsewhere()
        assert isinstance(driver.screen, HelpDialog)
        await driver.press("escape")
        assert rows(driver)
        await driver.press("enter")
        assert driver.screen.query_one(Prompt).is_open
        await driver.press("escape", "q")
        assert isinstance(driver.screen, LibraryScreen)


async def test_places_that_are_ticked_stay_as_they_were_looked_over(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "T", "slash", "ctrl+u")
        await driver.type("the")
        await driver.press("enter", "A", "space")
        before, ticked = rows(driver), set(driver.screen.ticked)
        write(library, lambda store: keep(store, "Another\n\nThe end.\n"))
        await driver.look_elsewhere()
        assert rows(driver) == before
        assert driver.screen.ticked == ticked
