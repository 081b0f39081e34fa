from pathlib import Path

from textual.widgets import OptionList, Static

from reader.model import Status
from reader.review import Query, Unit
from reader.store import Store
from reader.tui.screens.agreement import AgreementScreen
from reader.tui.screens.judging import JudgingScreen
from tests.tui.conftest import Driver, Running
from tests.tui.test_reviews import tag


def rows(driver: Driver) -> list[str]:
    listed = driver.screen.query_one(OptionList)
    return [str(option.prompt) for option in listed.options]


async def test_a_key_leads_from_a_figure_to_the_passages_behind_it(
    running: Running, library: Path
) -> None:
    tag(library, "ana", "sea", "storm")
    tag(library, "ben", "sea", "sea")
    for coder in ("ana", "ben"):
        with Store(library, coder) as store:
            store.articles.set_status(1, Status.DONE)
    async with running() as driver:
        await driver.press("A")
        sea, storm, every = rows(driver)
        assert "1/2" in sea
        assert "1/0" in storm
        assert "all tags" in every
        assert "ana 1, ben 2" in str(driver.screen.query_one("#about", Static).render())
        await driver.press("enter")
        assert isinstance(driver.screen, JudgingScreen)
        query = Query(Unit.PASSAGES, tag="sea", disputed=True)
        assert driver.screen.session.query == query
        assert driver.screen.session.total == 1
        await driver.press("q", "space")
        assert isinstance(driver.screen, JudgingScreen)
        assert driver.screen.session.total == 3


async def test_no_agreement_says_what_to_do(running: Running) -> None:
    async with running(size=(60, 20)) as driver:
        await driver.press("A")
        assert isinstance(driver.screen, AgreementScreen)
        assert "two coders or more" in str(driver.screen.query_one("#empty").render())
        await driver.press("enter", "q")
