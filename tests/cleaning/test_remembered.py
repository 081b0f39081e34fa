"""Answers that are remembered are the answers, however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.remembered import Remembered


def test_a_question_is_answered_once() -> None:
    asked: list[str] = []

    def answer(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(answer)
    assert [lengths[word] for word in ("ferry", "pier", "ferry")] == [5, 4, 5]
    assert asked == ["ferry", "pier"]


@given(st.lists(st.integers()), st.integers(1, 5))
def test_no_more_is_remembered_than_was_allowed(asked: list[int], most: int) -> None:
    squares = Remembered[int, int](lambda number: number * number, most)
    for number in asked:
        assert squares[number] == number * number
        assert len(squares) <= most
