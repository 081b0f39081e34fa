from pathlib import Path

from textual.widgets import OptionList, Static

from reader.model import Status
from reader.review import Query, Unit
from reader.store import Store
from reader.tui.screens.agreement import AgreementScreen
from reader.tui.screens.judging import JudgingScreen
from tests.tui.driving import Driver, Running, lines_of
from tests.tui.reviewing import tag


def rows(driver: Driver) -> list[str]:
    listed = driver.screen.query_one(OptionList)
    return [str(option.prompt) for option in listed.options]


def finish(library: Path, coder: str) -> None:
    with Store(library, coder) as store:
        for article in (1, 2):
            store.articles.set_status(article, Status.DONE)


async def test_a_key_leads_from_a_figure_to_the_passages_behind_it(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea", "storm")
    tag(library, "ben", "sea", "sea")
    for coder in ("ana", "ben"):
        finish(library, coder)
    async with running() as driver:
        await driver.press("A")
        sea, storm, every = rows(driver)
        assert "1/2" in sea
        assert "1/0" in storm
        assert "all tags" in every
        assert "ana 1, ben 2" in str(driver.screen.query_one("#about", Static).render())
        await driver.press("enter")
        assert isinstance(driver.screen, JudgingScreen)
        both = ("ana", "ben")
        query = Query(Unit.PASSAGES, tag="sea", disputed=True, among=both)
        assert driver.screen.session.query == query
        assert driver.screen.session.total == 1
        await driver.press("q", "space")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.session.total == 3


async def test_two_of_three_and_oneself_are_compared_too(
    running: Running, library: Path
) -> None:
    for coder in ("ana", "ana (again)", "ben", "cas"):
        tag(library, coder, "sea", "storm" if coder == "ana" else "sea")
        finish(library, coder)
    async with running() as driver:
        await driver.press("A", "w")
        offered = rows(driver)
        assert offered == [
            *("ana, ben and cas", "ana and ben", "ana and cas", "ben and cas"),
            "ana and ana (again)",
        ]
        await driver.press("escape")
        assert driver.screen.found.coders == ["ana", "ben", "cas"]
        for name in offered[1:]:
            await driver.press("w", "j", "enter")
            found = driver.screen.found
            assert " and ".join(found.coders) == name
            assert name in str(driver.screen.query_one("#title", Static).render())
            assert len(rows(driver)) == 1 + len(found.tags)
        await driver.press("j", "j", "enter")
        assert isinstance(driver.screen, JudgingScreen)
        session = driver.screen.session
        assert session.query.among == ("ana", "ana (again)")
        assert session.total == 2


async def test_a_narrow_window_has_the_intervals_below(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea", "storm")
    tag(library, "ben", "sea", "sea")
    for coder in ("ana", "ben"):
        finish(library, coder)
    async with running(size=(80, 24)) as driver:
        await driver.press("A")
        assert "[" not in rows(driver)[0]
        about = str(driver.screen.query_one("#about", Static).render())
        assert "α-u .31 [.23, .31]" in about
    async with running(size=(160, 24)) as driver:
        await driver.press("A")
        assert "[" in rows(driver)[0]


async def test_figures_stand_below_their_heads_and_tags_whole_where_there_is_room(
    running: Running, library: Path
) -> None:
    long = "actor/state/north korea"
    for coder, words in (("ana", "storm"), ("ben", "sea")):
        tag(library, coder, long, words)
        finish(library, coder)
    async with running(size=(80, 24)) as driver:
        await driver.press("A")
        heads = str(driver.screen.query_one("#heads", Static).render())
        first = rows(driver)[0]
        assert first.startswith(long)
        assert len(first) == len(heads.rstrip())


async def test_no_interval_is_parted_between_two_rows(
    running: Running, library: Path
) -> None:
    for coder, *tags in (("ana", "sea", "storm", "sea"), ("ben", "sea", "sea")):
        tag(library, coder, *tags)
        tag(library, coder, *tags[::-1], article=2)
        finish(library, coder)
    for width in range(50, 90, 8):
        async with running(size=(width, 24)) as driver:
            await driver.press("A")
            lines = lines_of(driver.screen.query_one("#about", Static)).split("\n")
            figures = [line for line in lines if "κ " in line or "α-u ." in line]
            assert figures
            assert all(line.count("[") == line.count("]") for line in lines), lines


async def test_no_agreement_says_what_to_do(running: Running) -> None:
    async with running(size=(60, 20)) as driver:
        await driver.press("A")
        assert isinstance(driver.screen, AgreementScreen)
        assert "two coders or more" in str(driver.screen.query_one("#empty").render())
        await driver.press("enter", "q")
