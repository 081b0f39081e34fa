from hypothesis import given

from reader.text.lines import lines
from tests.text.strategies import texts


@given(texts)
def test_lines_are_the_pieces_between_line_feeds(text: str) -> None:
    assert [line.of(text) for line in lines(text)] == text.split("\n")


def test_nothing_but_a_line_feed_ends_a_line() -> None:
    text = "a\rb\x0bc\x0cd\x85e\u2028f\u2029g"
    assert [line.of(text) for line in lines(text)] == [text]


def test_an_empty_text_has_one_empty_line() -> None:
    (line,) = lines("")
    assert (line.start, line.end) == (0, 0)
