"""The text painted with a terminal's own colours, and with none."""

import pytest

from reader.model import Span
from reader.text.markdown import styled
from tests.tui.widgets.passage.conftest import Host, mark
from tests.tui.widgets.passage.test_paint import TEXT, of, style


async def test_with_the_terminals_own_colours_a_mark_has_just_its_colour() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.theme = "ansi-dark"
        host.pane.marks = (mark(TEXT, "two", "green", "g"),)
        await pilot.pause()
        style = of(host.pane, 0, "two").style
        assert style is not None
        assert style.bgcolor is not None
        assert style.bgcolor.number == 2
        assert style.underline


async def test_without_colours_every_mark_is_underlined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = (mark(TEXT, "two"),)
        await pilot.pause()
        style = of(host.pane, 0, "two").style
        assert style is not None
        assert style.underline


async def test_without_colours_and_palette_the_picked_passage_is_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.theme = "ansi-dark"
        host.pane.picked = Span(4, 13)
        await pilot.pause()
        style = of(host.pane, 0, "two thre").style
        assert style is not None
        assert style.reverse


@pytest.mark.parametrize("theme", ["ansi-dark", "textual-dark"])
async def test_without_colours_no_underline_but_that_of_tags(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = "# Two\n\nA [link](u) and *more* of it."
    host = Host(text)
    host.theme = theme
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.styled = styled(text)
        await pilot.pause()
        assert style(host.pane, 0, "Two").bold
        assert style(host.pane, 2, "](u)").dim
        assert not style(host.pane, 2, "link").underline
