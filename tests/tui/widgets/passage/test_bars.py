"""How marks are packed into the margin."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Span
from reader.tui.widgets.passage import Mark
from reader.tui.widgets.passage.bars import Bars, pack

TEXT = "x" * 500
SPANS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 60)).map(
        lambda pair: Span(pair[0], sum(pair))
    ),
    max_size=40,
).map(lambda spans: sorted(spans, key=lambda span: (span.start, -span.end)))


def test_the_first_mark_is_nearest_the_text() -> None:
    assert pack([Span(0, 50), Span(10, 20)], TEXT, 0) == [0, 1]


def test_of_two_that_begin_together_the_longer_is_nearest() -> None:
    short, long = Mark("s", Span(0, 5), "red", "s"), Mark("l", Span(0, 50), "red", "l")
    assert Bars([short, long], TEXT, 0).on(0, 5) == [(long, 0), (short, 1)]


def test_a_lane_is_used_again_when_it_is_free() -> None:
    assert pack([Span(0, 5), Span(20, 30)], TEXT, 10) == [0, 0]


def test_two_marks_that_may_share_a_row_have_a_lane_each() -> None:
    assert pack([Span(0, 5), Span(8, 12)], TEXT, 10) == [0, 1]


def test_marks_on_different_lines_share_a_lane() -> None:
    assert pack([Span(0, 3), Span(4, 7)], "one\ntwo", 80) == [0, 0]


@settings(max_examples=80, deadline=None)
@given(SPANS, st.integers(0, 30))
def test_no_two_marks_that_overlap_share_a_lane(spans: list[Span], reach: int) -> None:
    lanes = pack(spans, TEXT, reach)
    for one, lane in zip(spans, lanes, strict=True):
        for two, other in zip(spans, lanes, strict=True):
            if one is not two and one.overlaps(two):
                assert lane != other


@settings(max_examples=80, deadline=None)
@given(SPANS)
def test_there_are_no_more_lanes_than_marks_at_one_place(spans: list[Span]) -> None:
    lanes = pack(spans, TEXT, 0)
    deepest = max((sum(at in span for span in spans) for at in range(500)), default=0)
    assert max(lanes, default=-1) + 1 == deepest


@settings(max_examples=40, deadline=None)
@given(SPANS, st.integers(0, 450), st.integers(1, 50))
def test_the_marks_on_a_piece_are_found(
    spans: list[Span], start: int, size: int
) -> None:
    marks = [Mark(str(n), span, "red", "a") for n, span in enumerate(spans)]
    piece = Span(start, start + size)
    found = {mark.id for mark, _ in Bars(marks, TEXT, 0).on(piece.start, piece.end)}
    assert found == {mark.id for mark in marks if mark.span.overlaps(piece)}


def test_a_mark_over_many_bins_is_found_in_each() -> None:
    bars = Bars([Mark("m", Span(10, 100_000), "red", "a")], "x" * 100_000, 0)
    assert [len(bars.on(at, at + 1)) for at in (9, 10, 50_000, 99_999)] == [0, 1, 1, 1]


def test_only_what_differs_is_changed() -> None:
    same, old = Mark("a", Span(0, 5), "red", "a"), Mark("b", Span(100, 105), "red", "b")
    new = Mark("b", Span(100, 105), "blue", "b")
    before, after = Bars([same, old], TEXT, 10), Bars([same, new], TEXT, 10)
    assert set(after.changed(before)) == {Span(100, 105)}
