"""The colours, bars and letters on the rows."""

from rich.segment import Segment
from rich.style import Style

from reader.model import Span
from reader.text.markdown import styled
from reader.tui.widgets.passage import Mark, PassageView
from tests.tui.widgets.passage.conftest import Host, hide, mark

TEXT = "One two three four five.\n\nSix seven eight nine ten."


def runs(pane: PassageView, y: int) -> list[Segment]:
    return list(pane.render_line(y))


def of(pane: PassageView, y: int, words: str) -> Segment:
    """The run in which some words are painted."""
    return next(run for run in runs(pane, y) if words in run.text)


def style(pane: PassageView, y: int, words: str) -> Style:
    """What some words look like."""
    found = of(pane, y, words).style
    assert found is not None
    return found


def ground(run: Segment) -> object:
    assert run.style is not None
    return run.style.bgcolor


def margin(pane: PassageView, y: int, text: str) -> str:
    return pane.render_line(y).text.split(text)[0].strip()


async def test_a_mark_is_under_its_words_alone() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        plain = ground(of(host.pane, 0, "One"))
        host.pane.marks = (mark(TEXT, "two three"),)
        await pilot.pause()
        run = of(host.pane, 0, "two three")
        assert run.text == "two three"
        assert ground(run) != plain
        assert ground(of(host.pane, 0, "four")) == plain


async def test_a_hidden_line_that_is_picked_can_be_read() -> None:
    text = "One two\nShare this\nThree"
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.hidden, host.pane.revealed = hide(text, "Share"), True
        await pilot.pause()
        usual = style(host.pane, 0, "One").color
        assert style(host.pane, 2, "Share").color != usual
        host.pane.picked = host.pane.hidden[0].span
        await pilot.pause()
        assert style(host.pane, 2, "Share").color == usual


async def test_where_marks_overlap_the_ground_is_another_and_underlined() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = (
            mark(TEXT, "One two three", "#ff0000", "r"),
            mark(TEXT, "two", "#0000ff", "b"),
        )
        await pilot.pause()
        both, one = of(host.pane, 0, "two"), of(host.pane, 0, "three")
        assert ground(both) != ground(one)
        assert both.style is not None
        assert one.style is not None
        assert both.style.underline
        assert not one.style.underline


async def test_each_mark_has_a_bar_with_its_letter_on_the_first_row() -> None:
    text = "word " * 60
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = (
            Mark("1", Span(0, 290), "#ff0000", "r"),
            Mark("2", Span(100, 200), "#00ff00", "g", dotted=True),
        )
        await pilot.pause()
        assert [margin(host.pane, y, "word") for y in range(4)] == [
            "r",
            "g│",
            "┊│",
            "│",
        ]


async def test_marks_beyond_the_margin_are_counted() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = tuple(
            Mark(str(n), Span(0, 24), "#ff0000", "r") for n in range(60)
        )
        await pilot.pause()
        assert margin(host.pane, 0, "One") == "+59r"


async def test_a_bar_goes_on_over_the_air_between_paragraphs() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = (Mark("1", Span(4, 40), "#ff0000", "r"),)
        await pilot.pause()
        assert host.pane.render_line(1).text.strip() == "│"


async def test_a_mark_that_begins_in_a_hidden_line_has_its_letter_below() -> None:
    text = "one\nhidden\nthree"
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.hidden = hide(text, "hidden")
        host.pane.marks = (Mark("1", Span(6, 16), "#ff0000", "r"),)
        await pilot.pause()
        rows = [host.pane.render_line(y).text for y in range(3)]
        assert [row.strip()[0] for row in rows if row.strip()] == ["o", "r"]


async def test_the_picked_passage_has_a_ground_and_a_marker() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        plain = ground(of(host.pane, 0, "One"))
        host.pane.picked = Span(4, 13)
        await pilot.pause()
        assert ground(of(host.pane, 0, "two thre")) != plain
        assert margin(host.pane, 0, "One") == "▌"
        assert margin(host.pane, 2, "Six") == ""


async def test_the_end_that_moves_is_painted_apart() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        for end, letter in (("start", "t"), ("end", "e")):
            host.pane.picked, host.pane.moving = Span(4, 13), end
            await pilot.pause()
            rest = of(host.pane, 0, "wo thre")
            apart = next(run for run in runs(host.pane, 0) if run.text == letter)
            assert ground(apart) != ground(rest)


async def test_what_was_found_is_painted() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        plain = ground(of(host.pane, 0, "One"))
        host.pane.found = (Span(4, 7), Span(30, 35))
        await pilot.pause()
        assert ground(next(r for r in runs(host.pane, 0) if r.text == "two")) != plain
        assert ground(next(r for r in runs(host.pane, 2) if r.text == "seven")) != plain


async def test_only_the_picked_passage_is_bright_in_focus() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.picked, host.pane.moving = Span(0, 24), ""
        bright = of(host.pane, 2, "Six").style
        host.pane.bright = Span(0, 0)
        await pilot.pause()
        dimmed, picked = of(host.pane, 2, "Six").style, of(host.pane, 0, "One").style
        assert bright is not None
        assert dimmed is not None
        assert picked is not None
        assert dimmed.color != bright.color
        assert picked.color == bright.color


async def test_what_was_found_is_not_dimmed_in_focus() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.picked, host.pane.found = Span(0, 24), (Span(30, 35),)
        await pilot.pause()
        before = style(host.pane, 2, "seven")
        host.pane.bright = Span(0, 24)
        await pilot.pause()
        assert style(host.pane, 2, "seven") == before


async def test_letters_to_jump_to_cover_the_text() -> None:
    text = "漢字 is one. Two is two."
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        width = host.pane.render_line(0).text.rstrip()
        host.pane.labels = ((0, "a"), (text.index("Two"), "b"))
        await pilot.pause()
        shown = host.pane.render_line(0).text.rstrip()
        assert shown.strip() == "a 字 is one. bwo is two."
        assert len(shown) == len(width) + 1


async def test_hits_are_ticked_on_the_scroll_bar() -> None:
    text = "\n\n".join(f"paragraph {n}" for n in range(200))
    host = Host(text)
    async with host.run_test(size=(80, 20)) as pilot:
        at = text.index("paragraph 100")
        host.pane.found = (Span(at, at + 9),)
        await pilot.pause()
        bar = host.pane.vertical_scrollbar
        ticked = [
            y for y in range(20) if "━" in bar.render_lines(bar.size.region)[y].text
        ]
        assert ticked == [10]


async def test_a_colour_that_nobody_knows_is_painted_without_one() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.marks = (mark(TEXT, "two", "no colour", "\x1b"),)
        await pilot.pause()
        assert margin(host.pane, 0, "One") == "␛"


async def test_another_theme_paints_the_text_anew() -> None:
    host = Host(TEXT)
    async with host.run_test(size=(80, 8)) as pilot:
        host.theme = "textual-dark"
        await pilot.pause()
        dark = ground(of(host.pane, 0, "One"))
        host.theme = "textual-light"
        await pilot.pause()
        assert ground(of(host.pane, 0, "One")) != dark


async def test_markdown_is_painted_as_such_under_what_is_picked_and_marked() -> None:
    text = "# Two three\n\nA [link](u) and *more* of it."
    host = Host(text)
    async with host.run_test(size=(80, 8)) as pilot:
        pane = host.pane
        pane.marks = (mark(text, "Two"),)
        pane.picked = mark(text, "more").span
        await pilot.pause()
        before = [pane.render_line(y).text for y in range(8)]
        pane.styled = styled(text)
        await pilot.pause()
        assert [pane.render_line(y).text for y in range(8)] == before
        plain = style(pane, 2, "A ")
        assert style(pane, 0, "Two").bold
        assert style(pane, 0, "Two").bgcolor != plain.bgcolor
        assert style(pane, 2, "link").underline
        assert style(pane, 2, "mor").italic
        assert style(pane, 2, "mor").bgcolor != plain.bgcolor
        assert style(pane, 2, "](u)").color != plain.color
