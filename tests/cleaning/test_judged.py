from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import Judged, Line, Said
from reader.model import Span
from reader.text.lines import lines

TEXTS = st.text("ab\n\r\u2028", max_size=30)
SAID = st.builds(Said, st.booleans(), st.just("nav"), st.just("rule"), st.just(0.9))


@given(TEXTS, st.dictionaries(st.integers(0, 12), SAID))
def test_there_is_a_verdict_for_each_line(text: str, said: dict[int, Said]) -> None:
    judged = Judged(text, said)
    expected = [
        Line(span, one.hidden, one.kind, one.rule, one.confidence)
        if (one := said.get(number))
        else Line(span, hidden=False)
        for number, span in enumerate(lines(text))
    ]
    assert list(judged) == expected
    assert [judged[number] for number in range(len(judged))] == expected
    assert judged[1:3] == tuple(expected[1:3])
    assert judged[-1] == expected[-1]
    assert list(judged.hidden) == [line for line in expected if line.hidden]


@given(TEXTS, st.integers(0, 30), st.integers(0, 10))
def test_the_lines_of_a_span_share_a_code_point_with_it(
    text: str, start: int, size: int
) -> None:
    span = Span(start, start + size)
    every = enumerate(lines(text))
    expected = [number for number, line in every if line.overlaps(span)]
    assert list(Judged(text, {}).on(span)) == expected
