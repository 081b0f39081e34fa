"""What the pane shows, and where it goes."""

from collections.abc import Callable

import pytest
from textual.geometry import Offset

from reader.model import Span
from reader.tui.widgets.passage import Mark, scrolling
from tests.tui.widgets.passage.conftest import Host, hide, lines_on_screen, mark

Paragraphs = Callable[[int], str]


async def test_a_text_is_shown_from_its_beginning() -> None:
    host = Host("Headline\n\nOne sentence.")
    async with host.run_test(size=(60, 8)):
        assert lines_on_screen(host.pane)[:3] == ["Headline", "", "One sentence."]
        assert host.pane.view_span() == Span(0, 23)
        assert host.pane.progress() == 1


@pytest.mark.parametrize("size", [(30, 8), (5, 2), (500, 200)])
async def test_any_text_is_shown_at_any_size(size: tuple[int, int]) -> None:
    host = Host("")
    async with host.run_test(size=size) as pilot:
        for text in ("", "\n\n", "x", "\t", "\x1b[2J", "\ud800", "👨\u200d👩"):
            host.pane.text, host.pane.picked = text, Span(0, len(text))
            await pilot.pause()
            painted = "".join(lines_on_screen(host.pane))
            assert not set(painted) & {"\x1b", "\ud800", "\t"}


async def test_every_row_is_exactly_as_wide_as_the_pane(paragraphs: Paragraphs) -> None:
    text = (
        "漢字仮名\t交じり文 👨\u200d👩\u200d👧 e\u0301 " * 30 + "\n\n" + paragraphs(3)
    )
    host = Host(text)
    async with host.run_test(size=(61, 30)) as pilot:
        host.pane.marks = tuple(
            Mark(str(n), Span(n, 300 - n), "#61afef", "漢") for n in range(60)
        )
        host.pane.labels = ((0, "a"), (5, "bc"), (9, "漢"))
        host.pane.hidden, host.pane.revealed = hide(text, "1 word"), True
        await pilot.pause()
        widths = {host.pane.render_line(y).cell_length for y in range(30)}
        assert widths == {host.pane.size.width}


async def test_a_paragraph_of_36_kb_scrolls_to_its_end() -> None:
    host = Host("sentence after sentence. " * 1500 + "The end.")
    async with host.run_test(size=(60, 12)) as pilot:
        for _ in range(100):
            host.pane.scroll_page(1)
        await pilot.pause()
        assert host.pane.progress() == 1
        assert " ".join(lines_on_screen(host.pane)[10:]).endswith("The end.")


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "漢" * 300_000, "\u0301" * 300_000],
    ids=["latin", "chinese", "combining marks"],
)
async def test_a_line_of_a_megabyte_scrolls(text: str) -> None:
    host = Host(text)
    async with host.run_test(size=(60, 12)) as pilot:
        host.pane.scroll_page(1)
        host.pane.picked = Span(len(text) - 1, len(text))
        await pilot.pause()
        assert host.pane.view_span().end == len(text)


async def test_a_passage_comfortably_in_view_moves_nothing(
    paragraphs: Paragraphs,
) -> None:
    text = paragraphs(50)
    host = Host(text)
    async with host.run_test(size=(80, 24)) as pilot:
        for number in range(1, 5):
            host.pane.picked = mark(text, f"{number} word").span
        await pilot.pause()
        assert host.pane.scroll_offset == Offset(0, 0)


async def test_a_passage_out_of_view_comes_to_a_comfortable_height(
    paragraphs: Paragraphs,
) -> None:
    text = paragraphs(50)
    host = Host(text)
    async with host.run_test(size=(80, 24)) as pilot:
        for number in (9, 30, 45, 20):
            host.pane.picked = mark(text, f"\n{number} word").span
            await pilot.pause()
            shown = lines_on_screen(host.pane)
            rows = [y for y, line in enumerate(shown) if f"{number} w" in line]
            assert 3 <= rows[0] <= 15


async def test_a_passage_taller_than_the_pane_shows_the_end_that_moves(
    paragraphs: Paragraphs,
) -> None:
    text = paragraphs(50)
    host = Host(text)
    async with host.run_test(size=(80, 12)) as pilot:
        start, far = text.index("10 word"), text.index("30 word")
        host.pane.picked = Span(start, far)
        await pilot.pause()
        assert start in host.pane.view_span()
        host.pane.picked = Span(start, far + 7)
        await pilot.pause()
        assert far in host.pane.view_span()
        host.pane.moving = "start"
        host.pane.picked = Span(start - 100, far + 7)
        await pilot.pause()
        assert start - 100 in host.pane.view_span()


async def test_another_size_and_back_keeps_the_place(paragraphs: Paragraphs) -> None:
    host = Host(paragraphs(400))
    async with host.run_test(size=(80, 24)) as pilot:
        host.pane.scroll_to(y=333, animate=False)
        await pilot.pause()
        top = host.pane.top()
        for size in ((40, 10), (120, 40), (33, 9), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert top in host.pane.view_span()
        assert host.pane.top() == top


async def test_the_picked_passage_stays_in_view_at_another_size(
    paragraphs: Paragraphs,
) -> None:
    text = paragraphs(100)
    host = Host(text)
    async with host.run_test(size=(120, 40)) as pilot:
        pane = host.pane
        pane.picked = mark(text, "11 word").span
        await pilot.pause()
        top = pane.top()
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        assert pane.picked.overlaps(pane.view_span())
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert pane.top() == top


async def test_revealing_hidden_lines_keeps_the_place(paragraphs: Paragraphs) -> None:
    text = paragraphs(300)
    host = Host(text)
    async with host.run_test(size=(80, 24)) as pilot:
        pane = host.pane
        pane.hidden = hide(text, *(f"\n{n} word"[1:] for n in range(100, 150)))
        pane.scroll_to(y=500, animate=False)
        await pilot.pause()
        top = pane.top()
        pane.revealed = True
        await pilot.pause()
        assert pane.top() == top
        pane.revealed = False
        await pilot.pause()
        assert pane.top() == top


async def test_a_revealed_line_has_its_reason_beside_it() -> None:
    text = "one\n\nShare this\n\ntwo"
    host = Host(text)
    async with host.run_test(size=(60, 8)) as pilot:
        host.pane.hidden = hide(text, "Share")
        assert "Share this" not in "".join(lines_on_screen(host.pane))
        host.pane.revealed = True
        await pilot.pause()
        line = next(line for line in lines_on_screen(host.pane) if "Share" in line)
        assert line.endswith("why Share")


async def test_a_reason_from_outside_is_inert() -> None:
    text = "one\ntwo"
    host = Host(text)
    async with host.run_test(size=(60, 8)) as pilot:
        hidden = hide(text, "two")[0]
        host.pane.hidden = (type(hidden)(hidden.span, "\x1b]52;c;eA==\x07[red]\nx"),)
        host.pane.revealed = True
        await pilot.pause()
        painted = "".join(lines_on_screen(host.pane))
        assert "␛]52" in painted
        assert not set(painted) & set("\x1b\x07\n")


async def test_a_page_leaves_two_rows_to_read_on(paragraphs: Paragraphs) -> None:
    host = Host(paragraphs(100))
    async with host.run_test(size=(80, 24)) as pilot:
        before = lines_on_screen(host.pane)
        host.pane.scroll_page(1)
        await pilot.pause()
        assert lines_on_screen(host.pane)[:2] == before[-2:]
        host.pane.scroll_page(-1)
        await pilot.pause()
        assert lines_on_screen(host.pane) == before


async def test_scrolling_back_through_rows_never_seen_skips_none(
    paragraphs: Paragraphs,
) -> None:
    text = paragraphs(2000)
    host = Host(text)
    async with host.run_test(size=(50, 20)) as pilot:
        pane = host.pane
        pane.picked = Span(len(text) - 4, len(text))
        await pilot.pause()
        for _ in range(300):
            top = pane.top()
            pane.scroll_page(-1)
            assert pane.top() < top <= pane.view_span().end


async def test_the_place_stays_when_the_rest_has_been_wrapped(
    paragraphs: Paragraphs, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is wrapped ahead before it is looked how high the text was.
    monkeypatch.setattr(scrolling, "_DELAY_S", 3600)
    text = "\n".join(f"{n} {'漢' * (n % 90)}" for n in range(3000)) + paragraphs(200)
    host = Host(text)
    async with host.run_test(size=(50, 20)) as pilot:
        pane = host.pane
        pane.picked = Span(len(text) // 2, len(text) // 2 + 3)
        await pilot.pause()
        before, height = lines_on_screen(pane), pane.virtual_size.height
        monkeypatch.setattr(scrolling, "_DELAY_S", 0)
        pane.keep_quiet()
        pane._begin_ahead()
        while pane.virtual_size.height == height:
            await pilot.pause(0.02)
        assert lines_on_screen(pane) == before


async def test_the_terminals_cursor_is_at_the_end_that_moves() -> None:
    host = Host("漢字 one two")
    async with host.run_test(size=(80, 8)) as pilot:
        host.pane.picked = Span(3, 6)
        await pilot.pause()
        left = host.pane.render_line(0).text.index("漢")
        assert host.app.cursor_position == Offset(left + 7, 0)
        host.pane.moving = "start"
        await pilot.pause()
        assert host.app.cursor_position == Offset(left + 5, 0)


async def test_another_text_begins_at_its_top(paragraphs: Paragraphs) -> None:
    host = Host(paragraphs(100))
    async with host.run_test(size=(80, 24)) as pilot:
        host.pane.scroll_to(y=100, animate=False)
        await pilot.pause()
        host.pane.text = "Another article."
        await pilot.pause()
        assert lines_on_screen(host.pane)[0] == "Another article."


async def test_a_word_moved_on_repaints_only_its_rows(paragraphs: Paragraphs) -> None:
    text = paragraphs(20)
    host = Host(text)
    async with host.run_test(size=(80, 24)) as pilot:
        pane = host.pane
        pane.picked = Span(0, 1)
        await pilot.pause()
        before = [pane.render_line(y) for y in range(24)]
        pane.picked = Span(2, 6)
        await pilot.pause()
        after = [pane.render_line(y) for y in range(24)]
        assert [y for y in range(24) if before[y] is not after[y]] == [0]
