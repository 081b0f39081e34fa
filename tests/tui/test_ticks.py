"""A tick looks the same wherever something can be ticked."""

import pytest

from reader.tui.tick import TICK
from tests.tui.driving import Running, lines_of


@pytest.mark.parametrize(
    ("pressed", "shown"),
    [
        (("x",), "ArticleList"),
        (("slash", *"monday", "enter", "x"), "Concordance"),
        (("enter", "t", *"calm", "ctrl+t"), "#choices"),
        (("enter", "T", "slash", "ctrl+u", *"monday", "enter", "A"), "OptionList"),
    ],
    ids=["list", "search", "tags", "places"],
)
async def test_one_sign_stands_for_a_tick(
    running: Running, pressed: tuple[str, ...], shown: str
) -> None:
    async with running() as driver:
        await driver.press(*pressed)
        assert TICK in lines_of(driver.screen.query_one(shown))
