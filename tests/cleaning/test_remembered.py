"""Answers that are remembered are the answers, however many there are."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.reading import REMEMBERED, read
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


@pytest.fixture
def _eager_threads() -> Iterator[None]:
    """Threads take turns as often as the interpreter can let them."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_eager_threads")
def test_a_thread_may_forget_lines_while_another_looks_at_them() -> None:
    # The screen cleans the article that is opened, and beside it what has come in.
    menu = [f"Menu entry number {number}" for number in range(40)]

    def pages(site: str) -> int:
        lines = [f"{site}, headline {number}" for number in range(4 * REMEMBERED)]
        return sum(
            len(read([*menu, *lines[start : start + 150]]).texts)
            for start in range(0, len(lines), 150)
        )

    with ThreadPoolExecutor(3) as threads:
        read_each = list(threads.map(pages, ("a.example", "b.example", "c.example")))
    assert len(set(read_each)) == 1
