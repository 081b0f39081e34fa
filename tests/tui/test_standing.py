from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.tui.screens.standing import Standing


@dataclass(frozen=True)
class Thing:
    span: Span
    name: int


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
THINGS = st.lists(SPANS, max_size=12).map(
    lambda spans: [Thing(span, number) for number, span in enumerate(spans)]
)


def order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


@given(THINGS, SPANS)
def test_what_stands_on_a_span_is_found_in_the_order_of_the_text(
    things: list[Thing], span: Span
) -> None:
    found = Standing(things).on(span)
    assert {each.name for each in found} == {
        each.name for each in things if each.span.overlaps(span)
    }
    assert found == sorted(found, key=lambda each: order(each.span))


@given(THINGS, SPANS)
def test_the_nearest_is_at_another_place(things: list[Thing], span: Span) -> None:
    standing = Standing(things)
    places = sorted(order(each.span) for each in things)
    ahead = [place for place in places if place > order(span)]
    behind = [place for place in places if place < order(span)]
    onward, back = standing.nearest(span, 1), standing.nearest(span, -1)
    assert (order(onward.span) if onward else None) == next(iter(ahead), None)
    assert (order(back.span) if back else None) == next(reversed(behind), None)


@given(THINGS)
def test_going_on_from_each_to_the_next_meets_all_once(things: list[Thing]) -> None:
    standing = Standing(things)
    met: list[Thing] = list(standing.all[:1])
    while met and (following := standing.beside(met[-1], 1)):
        met.append(following)
    assert met == list(standing.all)
    assert not met or standing.beside(met[0], -1) is None
