from hypothesis import given
from hypothesis import strategies as st

from reader.store.texts import lines_in


@given(st.text(st.sampled_from("a \n\r\t\x0b\x1c\u2028\xa0é")))
def test_lines_are_counted_that_are_not_blank(text: str) -> None:
    assert lines_in(text) == sum(1 for line in text.split("\n") if line.strip())
