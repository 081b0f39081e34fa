import pytest

from reader.cli.quotes import places


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
