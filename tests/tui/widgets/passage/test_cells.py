"""Cells and code points of one row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.widgets.passage.cells import cell_of, clusters, offset_in, plain


def test_a_tab_goes_to_the_next_stop() -> None:
    assert "".join(each.shown for each in clusters("a\tb")) == "a   b"


def test_a_control_character_is_painted_as_its_picture() -> None:
    assert "".join(each.shown for each in clusters("a\x1b[31m")) == "a␛[31m"


def test_ten_thousand_marks_are_painted_as_a_few() -> None:
    (cluster,) = clusters("a" + "\u0301" * 10_000)
    assert len(cluster.shown) < 40
    assert (cluster.end, cluster.cells) == (10_001, 1)


@pytest.mark.parametrize(
    ("cluster", "shown"),
    [
        ("👨\u200d👩\u200d👧", "👨"),
        ("❤\ufe0f", "❤"),
        ("👍🏽", "👍"),
        ("1\ufe0f\u20e3", "1"),
        ("🇰🇵", "KP"),
        ("e\u0301", "e\u0301"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
    ],
)
def test_an_emoji_of_several_is_shown_plain(cluster: str, shown: str) -> None:
    (painted,) = clusters(cluster, is_plain=True)
    assert painted.shown == shown


def test_plain_leaves_what_is_one_code_point() -> None:
    assert plain("漢") == "漢"


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.sampled_from("ab \t漢👨👩🇰🇵\u0301\u200d\ufe0f🏽क्ष\x07ｶﾞ"), max_size=40)
)
def test_the_cells_of_the_clusters_are_the_cells_of_the_row(row: str) -> None:
    for is_plain in (False, True):
        each = list(clusters(row, is_plain))
        together = cell_len("".join(cluster.shown for cluster in each))
        assert sum(cluster.cells for cluster in each) == together


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.sampled_from("ab \t漢👨👩🇰🇵\u0301\u200d\ufe0f🏽क्ष\x07ｶﾞ"), max_size=40)
)
def test_a_cell_leads_to_the_cluster_that_is_painted_on_it(row: str) -> None:
    for cluster in clusters(row):
        first = cell_of(row, cluster.start)
        for cell in range(first, first + cluster.cells):
            assert offset_in(row, cell) == cluster.start
    assert offset_in(row, 10_000) == len(row)
