"""Where rows begin within one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.graphemes import is_edge
from reader.text.safe import safe
from reader.tui.widgets.passage.cells import clusters, is_narrow
from reader.tui.widgets.passage.wrapping import row_starts

PIECES = st.lists(
    st.sampled_from(
        [
            "a", "bc", "sanctions", " ", "  ", "\t", ".", "”", "漢", "字", "。", "「",
            "한국", "e\u0301", "\u0301", "\u200d", "\ufe0f", "❤\ufe0f", "🇰🇵", "👍🏽",
            "👨\u200d👩\u200d👧", "क्ष", "\u0915\u094d" * 9, "\x1b", "\x0c", "\u2028",
            "\u3000", "سلام", "1\ufe0f\u20e3",
        ]
    ),
    min_size=1,
    max_size=60,
)  # fmt: skip


def rows(line: str, columns: int) -> list[str]:
    starts = row_starts(line, columns)
    ends = [*starts[1:], len(line)]
    return [line[start:end] for start, end in zip(starts, ends, strict=True)]


def test_rows_end_at_spaces() -> None:
    assert rows("one two three", 8) == ["one two ", "three"]


def test_a_word_that_just_fits_stays() -> None:
    assert rows("one two", 7) == ["one two"]


def test_spaces_hang_over_the_edge_of_a_row() -> None:
    assert rows("one     two", 4) == ["one     ", "two"]


def test_a_word_that_no_row_holds_is_cut() -> None:
    assert rows("abcdefgh", 3) == ["abc", "def", "gh"]


def test_curly_quotes_wrap_as_ascii_does() -> None:
    assert rows("“one” two’s", 6) == ["“one” ", "two’s"]


def test_japanese_is_cut_between_characters() -> None:
    assert rows("漢字仮名交", 4) == ["漢字", "仮名", "交"]


def test_no_row_begins_with_a_full_stop() -> None:
    assert rows("漢字。仮名", 4) == ["漢", "字。", "仮名"]


def test_no_row_ends_with_an_opening_bracket() -> None:
    assert rows("漢「字仮」", 4) == ["漢", "「字", "仮」"]


def test_korean_is_cut_at_its_spaces() -> None:
    assert rows("한국은 오늘", 8) == ["한국은 ", "오늘"]


@pytest.mark.parametrize(
    "cluster", ["e\u0301", "👨\u200d👩\u200d👧", "🇰🇵", "❤\ufe0f", "👍🏽"]
)
def test_no_cluster_is_cut(cluster: str) -> None:
    line = cluster * 10
    starts = row_starts(line, 3)
    assert len(starts) > 1
    assert all(is_edge(line, start) for start in starts)


def test_an_indented_line_keeps_its_indent() -> None:
    assert rows("    one two", 8) == ["    one ", "two"]


def test_an_indent_wider_than_half_a_row_is_left_out() -> None:
    assert rows(" " * 30 + "one", 8) == ["one"]


@settings(max_examples=80, deadline=None)
@given(PIECES, st.integers(2, 30))
def test_no_row_is_wider_than_the_columns(pieces: list[str], columns: int) -> None:
    line = safe("".join(pieces).strip(" \t\r"))
    if not line:
        return
    for row in rows(line, columns):
        shown = list(clusters(row.rstrip(" \t")))
        assert sum(cluster.cells for cluster in shown) <= columns
        assert cell_len("".join(each.shown for each in shown)) <= columns


@settings(max_examples=80, deadline=None)
@given(PIECES, st.integers(2, 30))
def test_rows_lose_nothing_that_can_be_seen(pieces: list[str], columns: int) -> None:
    line = safe("".join(pieces).rstrip(" \t\r"))
    if line.strip(" \t"):
        assert "".join(rows(line, columns)).lstrip(" \t") == line.lstrip(" \t")


def test_every_character_taken_for_narrow_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x11000) if is_narrow(chr(code))]
    assert len(narrow) > 1900
    assert [c for c in narrow if cell_len(c) != 1] == []


def test_every_character_taken_for_narrow_is_a_cluster_of_its_own() -> None:
    narrow = [chr(code) for code in range(0x11000) if is_narrow(chr(code))]
    line = "".join(narrow)
    assert all(is_edge(line, offset) for offset in range(len(line)))
