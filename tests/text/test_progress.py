import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.progress import Progress

TEXT = "word " * 238 * 4


def test_four_minutes_of_english_are_read_in_four_minutes() -> None:
    progress = Progress(TEXT)
    assert progress.minutes_left(0) == pytest.approx(4, rel=0.01)
    assert progress.minutes_left(len(TEXT) // 2) == pytest.approx(2, rel=0.01)
    assert progress.minutes_left(len(TEXT)) == 0


def test_three_hundred_signs_of_chinese_take_a_minute() -> None:
    assert Progress("朝" * 300).minutes_left(0) == pytest.approx(1)


def test_hidden_lines_are_not_read() -> None:
    half = Span(len(TEXT) // 2, len(TEXT))
    progress = Progress(TEXT, [half])
    assert progress.minutes_left(0) == pytest.approx(2, rel=0.01)
    assert progress.share(half.start) == 1


def test_a_text_of_nothing_is_read() -> None:
    assert Progress("").share(0) == 1
    assert Progress(" \n").share(0) == 1


@given(st.text(), st.lists(st.integers(0, 50), max_size=6, unique=True))
def test_progress_never_goes_back(text: str, edges: list[int]) -> None:
    inside = sorted(edge for edge in edges if edge <= len(text))
    hidden = [Span(a, b) for a, b in zip(inside[::2], inside[1::2], strict=False)]
    progress = Progress(text, hidden)
    shares = [progress.share(offset) for offset in range(len(text) + 1)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert shares[-1] == 1
