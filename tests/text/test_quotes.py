import pytest

from reader.text.quotes import best_places, places


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("one two one", "one", [(0, 3), (8, 11)]),
        ("aaa", "aa", [(0, 2), (1, 3)]),
        ("one\ntwo", "one two", [(0, 7)]),
        ("one \r\n two", "one\ntwo", [(0, 10)]),
        ("one two, one\ntwo", "one two", [(0, 7)]),
        ("one", "two", []),
        ("1+1 (so)", "1+1 (so)", [(0, 8)]),
    ],
)
def test_the_places_of_a_quote(
    text: str, quote: str, expected: list[tuple[int, int]]
) -> None:
    assert [(span.start, span.end) for span in places(text, quote)] == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("He said “so — it’s” …", '"so - it\'s" ...', (8, 21)),
        ("co\u00adoperate now", "cooperate now", (0, 14)),
        ("cafe\u0301 noir", "caf\u00e9 noir", (0, 10)),
    ],
)
def test_marks_that_programs_change_are_taken_for_their_like(
    text: str, quote: str, expected: tuple[int, int]
) -> None:
    (found,) = places(text, quote)
    assert (found.start, found.end) == expected


def test_context_tells_places_apart() -> None:
    text = "one two. The ship sank. Then one two again."
    (found,) = best_places(text, "one two", "Then ", " again")
    assert found.start == 29
    assert len(best_places(text, "one two", "", "")) == 2
