from dataclasses import replace
from pathlib import Path

from textual.widgets import Static, TextArea

from reader.store import Store
from tests.conftest import document
from tests.tui.driving import Running


def bring_page(library: Path, text: str) -> None:
    """Import a web page in which no article was found."""
    with Store(library, "ana") as store:
        step = store.imports.open("import")
        page = replace(
            document(text), location="/pages/1.html", is_whole_page="menu" in text
        )
        store.imports.keep(step, [page])
        store.imports.close(step)


async def test_a_page_that_was_kept_whole_says_so_until_a_newer_text_is_an_article(
    running: Running, library: Path
) -> None:
    bring_page(library, "Ferries\n\nThe menu, the ferry, the footer.\n")
    async with running() as driver:
        await driver.press("end", "enter", "at")
        said = str(driver.screen.query_one("#passage", Static).render())
        assert said.endswith("are kept: no article was found in it.")
        assert driver.screen.query_one(TextArea).text.startswith("title: Ferries")
        await driver.press("escape", "q")
        bring_page(library, "Ferries\n\nThe ferry.\n")
        await driver.press("enter", "at")
        said = str(driver.screen.query_one("#passage", Static).render())
        assert "no article was found" not in said
