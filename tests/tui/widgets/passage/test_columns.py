"""How the cells of a row are shared out."""

import pytest

from reader.tui.widgets.passage.columns import Columns


def test_the_parts_fit_into_a_pane_of_any_size() -> None:
    for total in range(1, 501):
        columns = Columns.share(total, 88)
        assert 2 <= columns.text <= 88
        assert columns.bars + 2 <= columns.left
        if total >= 13:
            assert columns.left + columns.text + columns.right == total


def test_a_wide_pane_has_the_text_in_the_middle() -> None:
    columns = Columns.share(200, 88)
    assert (columns.left, columns.text, columns.right) == (56, 88, 56)


def test_a_narrow_pane_gives_nearly_all_to_the_text() -> None:
    assert Columns.share(30, 88).text == 25


@pytest.mark.parametrize("total", [30, 60, 80, 120])
def test_there_is_slack_at_the_right_for_emoji_drawn_too_wide(total: int) -> None:
    assert Columns.share(total, 88).right >= 1
