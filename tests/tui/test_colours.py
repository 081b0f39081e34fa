"""A tag has one colour wherever it is shown."""

from collections.abc import Iterator

import pytest
from rich.color import ColorType
from textual.widget import Widget

from reader.tui.themes import DARK, FEW, LIGHT
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.tag_keys import TagKeys
from reader.tui.widgets.tag_tree import TagTree
from tests.tui.driving import Driver, Running

_SIGNS = ((AnnotationPanel, "■"), (StatusLine, "■"), (TagKeys, "1"))


def colours(widget: Widget, sign: str) -> Iterator[object]:
    """The colours in which a sign is painted."""
    for strip in widget.render_lines(widget.size.region):
        for segment in strip:
            if segment.text.strip() == sign and segment.style:
                yield segment.style.color


async def tag_once(driver: Driver) -> None:
    await driver.press("enter", "t")
    await driver.type("storm")
    await driver.press("enter")


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, FEW.name])
async def test_a_tag_has_one_colour_beside_the_text_and_in_the_codebook(
    running: Running, theme: str
) -> None:
    async with running(theme=theme) as driver:
        await tag_once(driver)
        found = {
            colour
            for kind, sign in _SIGNS
            for colour in colours(driver.screen.query_one(kind), sign)
        }
        await driver.press("g")
        found |= set(colours(driver.screen.query_one(TagTree), "■"))
    assert len(found) == 1


async def test_on_sixteen_colours_it_is_one_of_the_terminals_own(
    running: Running,
) -> None:
    async with running(theme=FEW.name) as driver:
        await tag_once(driver)
        panel = driver.screen.query_one(AnnotationPanel)
        (colour,) = set(colours(panel, "■"))
    assert getattr(colour, "type", None) is ColorType.STANDARD


async def test_another_theme_gives_the_list_beside_the_text_its_own_colours(
    running: Running,
) -> None:
    async with running(theme=DARK.name) as driver:
        await tag_once(driver)
        panel = driver.screen.query_one(AnnotationPanel)
        (dark,) = set(colours(panel, "■"))
        driver.app.theme = LIGHT.name
        await driver.settle()
        (light,) = set(colours(panel, "■"))
        below = set(colours(driver.screen.query_one(TagKeys), "1"))
    assert light != dark
    assert below == {light}
