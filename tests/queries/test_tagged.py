import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.queries.nodes import About, All, Any, Not
from reader.queries.tagged import LANGUAGE, TagQuery, Unit, parse
from reader.queries.together import Mark, answering

A, B, C = (About("tag", path) for path in "abc")
PIECES = st.lists(
    st.sampled_from(
        ["a", "b", "c/d", "AND", "OR", "NOT", "IN", "in:s", "in:x", "(", ")", '"', "*"]
    ),
    max_size=25,
)


@given(st.one_of(st.text(max_size=60), PIECES.map(" ".join)))
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    query = parse(typed)
    assert isinstance(query, TagQuery)
    answering(query, [Mark("1", "a", Span(0, 2), 1, 1)])


@pytest.mark.parametrize("typed", ["(" * 900, ")" * 900, "NOT " * 400, "a AND " * 300])
def test_nor_is_too_much_of_it(typed: str) -> None:
    assert isinstance(parse(typed), TagQuery)


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("", All(())),
        ("Actor/State ", About("tag", "actor/state")),
        ("trade talks AND b", All((About("tag", "trade talks"), B))),
        ('"trade AND talks"', About("tag", "trade and talks")),
        ("a AND b NOT c", All((A, B, Not(C)))),
        ("a OR b AND c", Any((A, All((B, C))))),
        ("(a OR b) AND c", All((Any((A, B)), C))),
        ("NOT NOT a", A),
        ("a AND", A),
        ("OR a", A),
        ("a ) b", All((A, B))),
        ("a AND (b", All((A, B))),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, root: object) -> None:
    assert parse(typed) == TagQuery(root)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a AND", "“AND”"),
        ("AND a", "“AND”"),
        ("a AND AND b", "“AND”"),
        ("a AND NOT", "“NOT”"),
        ("NOT", "“NOT”"),
        ("a OR", "“OR”"),
        ("(OR a)", "“OR”"),
        ("a in:nowhere", "“in:nowhere”"),
        ("a IN nowhere", "“nowhere”"),
        ("a IN", "“IN”"),
        ("(" * 20 + "a", "brackets"),
        ("a" * 3000, "only the first 2,000 characters"),
    ],
)
def test_what_is_left_out_is_said(typed: str, said: str) -> None:
    assert said in parse(typed).notes[0]


@pytest.mark.parametrize(
    "typed", ["", "a", "a AND b OR NOT c", "()", "(a", "a)", "a OR (b NOT c) in:s"]
)
def test_nothing_is_said_where_nothing_is_left_out(typed: str) -> None:
    assert parse(typed).notes == ()


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("a AND b", Unit.PARAGRAPH),
        ("a AND b in:sentence", Unit.SENTENCE),
        ("a AND b IN article", Unit.ARTICLE),
        ("in:pas a AND b", Unit.PASSAGE),
        ("a in:nowhere", Unit.PARAGRAPH),
    ],
)
def test_the_unit_is_said_anywhere(typed: str, unit: Unit) -> None:
    assert parse(typed).unit is unit


def test_every_form_that_is_offered_is_understood() -> None:
    for form, _ in LANGUAGE:
        assert parse(form).wanted


MARKS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "a/x", "ab"]), st.integers(0, 9), st.integers(1, 5)
    ),
    max_size=7,
).map(
    lambda rows: [
        Mark(
            str(n), path, Span(start, start + size), start // 3, (start + size - 1) // 3
        )
        for n, (path, start, size) in enumerate(rows)
    ]
)


def stands(path: str, marks: list[Mark]) -> bool:
    return any(m.path == path or m.path.startswith(f"{path}/") for m in marks)


@given(MARKS, st.sampled_from(list(Unit)))
def test_tags_stand_together_where_they_share_a_unit(
    marks: list[Mark], unit: Unit
) -> None:
    def together(mark: Mark) -> list[list[Mark]]:
        """For each unit of a mark, what stands in it."""
        if unit is Unit.ARTICLE:
            return [marks]
        if unit is Unit.PASSAGE:
            return [[o for o in marks if o.span.overlaps(mark.span)]]
        return [
            [o for o in marks if o.first <= number <= o.last]
            for number in range(mark.first, mark.last + 1)
        ]

    both = answering(parse(f"a AND b in:{unit}"), marks)
    without = answering(parse(f"a NOT b in:{unit}"), marks)
    for mark in marks:
        units = together(mark)
        has_both = any(stands("a", u) and stands("b", u) for u in units)
        assert (mark in both) == (mark.path != "ab" and has_both)
        alone = stands("a", [mark]) and any(not stands("b", u) for u in units)
        assert (mark in without) == alone
