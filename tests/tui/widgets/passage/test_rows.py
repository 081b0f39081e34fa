"""The row table over whole texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Span
from reader.resources import SEEDS
from reader.tui.widgets.passage import Hidden
from reader.tui.widgets.passage.rows import Rows
from reader.tui.widgets.passage.shown import Shown
from tests.tui.widgets.passage.conftest import hide

LINES = st.lists(
    st.sampled_from(
        [
            "", " ", "\r", "One line.", "one two three four five six", "  in",
            "漢字仮名交じり文", "e\u0301a" * 9, "x" * 40, "\tone\ttwo",
            "👨\u200d👩\u200d👧 🇰🇵", "\x0c\u2028",
        ]
    ),
    max_size=40,
)  # fmt: skip


def table(
    text: str, columns: int = 20, hidden: tuple[Hidden, ...] = (), **how: bool
) -> Rows:
    rows = Rows(Shown(text, hidden, how.get("revealed", False)), columns, 64)
    rows.take_ahead(0)
    return rows


def shown(rows: Rows, text: str) -> list[str]:
    each = (rows.row(number) for number in range(len(rows)))
    return ["" if row.is_air else text[row.start : row.end] for row in each]


def test_blank_lines_become_one_row_of_air() -> None:
    text = "\n\none\n\n\n \ntwo\n\n"
    assert shown(table(text), text) == ["one", "", "two"]


def test_air_stands_between_paragraphs_that_have_no_blank_line() -> None:
    text = "First, it rained.\nThen the sun came out."
    assert shown(table(text, 40), text) == [
        "First, it rained.", "", "Then the sun came out.",
    ]  # fmt: skip


def test_no_air_stands_within_a_list_in_a_text_with_blank_lines() -> None:
    text = "one\n\n- two\n- three"
    assert shown(table(text), text) == ["one", "", "- two", "- three"]


def test_air_stands_around_a_paragraph_in_a_text_with_blank_lines() -> None:
    long = "It was said on Monday, in so many words." * 3
    text = f"{long}\n{long}\n- two\n- three\n\nEnd\nof it\n{long}\n{long}"
    assert shown(table(text, 200), text) == [
        long, "", long, "", "- two", "- three", "", "End", "of it", "", long, "", long,
    ]  # fmt: skip


def test_no_air_stands_between_the_rows_of_a_table() -> None:
    row = f"| {'many cells | ' * 10}"
    text = f"First\n\n{row}\n{row}\n{row}\n\nLast"
    assert shown(table(text, 200), text).count("") == 2


def test_no_air_stands_between_the_lines_of_a_wrapped_text() -> None:
    line = "the minister said on Monday that the talks would go on as they had begun in"
    text = "\n".join([line] * 6)
    assert "" not in shown(table(text, 80), text)


@pytest.mark.parametrize("number", [0, 2])
def test_the_samples_without_blank_lines_get_air(number: int) -> None:
    text = sorted(SEEDS.iterdir())[number].read_text(encoding="utf-8")
    rows = shown(table(text, 88), text)
    assert (
        rows.count("") == len([line for line in text.split("\n") if line.strip()]) - 1
    )


def test_hidden_lines_are_left_out() -> None:
    text = "one\n\nShare this\n\ntwo"
    assert shown(table(text, 20, hide(text, "Share")), text) == ["one", "", "two"]


def test_hidden_lines_are_there_when_revealed() -> None:
    text = "one\n\nShare this\n\ntwo"
    rows = table(text, 20, hide(text, "Share"), revealed=True)
    assert shown(rows, text) == ["one", "", "Share this", "", "two"]


def test_a_line_hidden_only_in_part_is_shown() -> None:
    text = "one\nShare this now\ntwo"
    rows = table(text, 20, (Hidden(Span(4, 9), "share"),))
    assert "Share this now" in shown(rows, text)


def test_several_lines_hidden_by_one_span_are_left_out() -> None:
    text = "one\nShare\nTweet\ntwo"
    rows = table(text, 20, (Hidden(Span(4, 15), "share"),))
    assert [row for row in shown(rows, text) if row] == ["one", "two"]


def test_a_text_hidden_whole_has_no_rows() -> None:
    assert len(table("one\ntwo", 20, (Hidden(Span(0, 7), "all"),))) == 0


@pytest.mark.parametrize("text", ["", "\n", " \n\t\r\n "])
def test_a_blank_text_has_no_rows(text: str) -> None:
    assert len(table(text)) == 0


def test_a_carriage_return_before_a_line_feed_is_not_shown() -> None:
    text = "one\r\n\r\ntwo\r\n"
    assert shown(table(text), text) == ["one", "", "two"]


@settings(max_examples=60, deadline=None)
@given(LINES, st.integers(2, 30), st.sets(st.integers(0, 39)), st.booleans())
def test_rows_tile_what_is_shown(
    lines: list[str], columns: int, numbers: set[int], revealed: bool
) -> None:
    text, hidden, start = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        if number in numbers:
            hidden.append(Hidden(Span(start, start + len(line)), "why"))
        start += len(line) + 1
    rows = table(text, columns, tuple(hidden), revealed=revealed)
    visible = {at for at, sign in enumerate(text) if not sign.isspace()}
    if not revealed:
        visible -= {
            at for each in hidden for at in range(each.span.start, each.span.end)
        }
    covered: list[int] = []
    for number in range(len(rows)):
        row = rows.row(number)
        assert row.is_air or "\n" not in text[row.start : row.end]
        for at in range(row.start, row.end):
            covered.append(at)
            assert rows.row_of(at) == number
    assert covered == sorted(set(covered))
    assert visible <= set(covered)


@settings(max_examples=40, deadline=None)
@given(LINES, st.integers(2, 30), st.integers(0, 5000))
def test_rows_are_the_same_wherever_one_looks_first(
    lines: list[str], columns: int, place: int
) -> None:
    text = "\n".join(lines)
    whole, looked_at = table(text, columns), Rows(Shown(text, (), False), columns, 64)
    if not len(whole):
        return
    offset = min(place, len(text))
    top = looked_at.settle(looked_at.row_of(offset), 5, 5)
    around = range(max(0, top - 4), min(len(looked_at), top + 5))
    exact = whole.row_of(offset)
    assert [looked_at.row(number) for number in around] == [
        whole.row(number + exact - top) for number in around
    ]


def test_the_same_place_stays_at_the_top_when_all_rows_become_exact() -> None:
    text = "\n\n".join(f"{n} " + "long words " * (n % 40) for n in range(900))
    rows = Rows(Shown(text, (), False), 40, 64)
    top = rows.settle(rows.row_of(len(text) // 2), 30, 30)
    place = rows.row(top)
    while not rows.wrap_ahead(0.001):
        pass
    assert not rows.is_exact
    assert rows.row(rows.take_ahead(top)) == place
    assert rows.is_exact


def test_a_line_of_a_million_words_is_wrapped_only_where_looked_at() -> None:
    text = "word " * 1_000_000
    rows = Rows(Shown(text, (), False), 50)
    top = rows.settle(rows.row_of(2_500_000), 40, 40)
    assert rows.row(top).start <= 2_500_000 < rows.row(top).end
    assert not rows.is_exact


def test_ten_thousand_marks_on_a_letter_are_in_one_row() -> None:
    text = "before a" + "\u0301" * 10_000 + " after"
    assert len(Rows(Shown(text, (), False), 40)) == 1
