"""What holds of the figures whatever was coded, and what has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.review.agreement import Coding, Mark, agreement
from reader.review.agreement.bootstrap import (
    alpha_of,
    cohen_of,
    fleiss_of,
    interval,
)
from reader.review.agreement.nominal import (
    NO_UNITS,
    NO_VARIATION,
    ONE_CODER,
    alpha,
    kappa,
    masi_alpha,
)
from reader.review.agreement.overlap import exact, f1, overlapping
from reader.review.agreement.report import _histogram, _table
from reader.review.agreement.unitized import NOBODY, alpha_u


def ratings(coders: int) -> st.SearchStrategy[list[list[bool]]]:
    unit = st.lists(st.booleans(), min_size=coders, max_size=coders)
    return st.lists(unit, min_size=2, max_size=30).map(
        lambda units: [list(row) for row in zip(*units, strict=True)]
    )


@given(ratings(2))
def test_the_counts_give_the_coefficients_of_two(answers: list[list[bool]]) -> None:
    assert alpha_of([_histogram(answers)]) == pytest.approx(alpha(answers).value)
    found = kappa(answers)
    if found.value is not None:
        assert cohen_of([_table(*answers)]) == pytest.approx(found.value)


@given(ratings(4))
def test_the_counts_give_the_coefficients_of_four(answers: list[list[bool]]) -> None:
    assert alpha_of([_histogram(answers)]) == pytest.approx(alpha(answers).value)
    assert fleiss_of([_histogram(answers)]) == pytest.approx(kappa(answers).value)


def test_what_is_not_defined_says_why() -> None:
    assert alpha([[True, False]]).why == ONE_CODER
    assert kappa([]).why == ONE_CODER
    assert alpha([[], []]).why == NO_UNITS
    assert alpha([[True, None], [None, True]]).why == NO_UNITS
    assert kappa([[True, True], [True, True]]).why == NO_VARIATION
    assert masi_alpha([[frozenset()], [frozenset()]]).why == NO_VARIATION
    assert alpha_u([{}, {}], Span(0, 9)).why == NOBODY
    assert alpha_u([{}], Span(0, 9)).why == ONE_CODER


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: Span(p[0], sum(p))),
    max_size=6,
    unique=True,
)


@given(spans, spans)
def test_f1_is_the_same_from_both_sides(one: list[Span], other: list[Span]) -> None:
    for match in (exact, overlapping):
        assert f1([match(one, other)]) == f1([match(other, one)])
        assert f1([match(one, one)]) == (1 if one else None)


@given(spans, spans)
def test_what_is_exact_overlaps(one: list[Span], other: list[Span]) -> None:
    assert exact(one, other)[0] <= overlapping(one, other)[0]


def test_half_in_common_matches_and_less_does_not() -> None:
    assert overlapping([Span(0, 10)], [Span(0, 20)]) == (1, 1, 1)
    assert overlapping([Span(0, 9)], [Span(0, 20)]) == (0, 1, 1)
    assert overlapping([Span(0, 10), Span(1, 10)], [Span(0, 10)]) == (1, 2, 1)


def test_the_same_seed_gives_the_same_interval() -> None:
    parts = [(9, 0, 1), (5, 4, 1), (7, 1, 2), (8, 1, 1)]
    first = interval(parts, alpha_of, seed=7)
    assert first == interval(parts, alpha_of, seed=7)
    assert first is not None
    point = alpha_of(parts)
    assert point is not None
    assert first[0] <= point <= first[1]
    assert interval(parts[:1], alpha_of, seed=7) is None


SENTENCES = tuple(Span(10 * n, 10 * n + 9) for n in range(10))


def coding(article_id: int, **marks: list[tuple[Span, str]]) -> Coding:
    return Coding(
        article_id,
        100,
        SENTENCES,
        {coder: [Mark(*mark) for mark in found] for coder, found in marks.items()},
    )


def test_a_tag_is_on_the_sentences_that_its_passages_touch() -> None:
    found = coding(1, ana=[(Span(12, 25), "sea"), (Span(40, 45), "war")])
    tagged = found.tagged("ana", "sea")
    assert [n for n, is_tagged in enumerate(tagged) if is_tagged] == [1, 2]


def test_two_who_agree_wholly_have_ones() -> None:
    marks = [(SENTENCES[2], "sea"), (SENTENCES[5], "war")]
    found = agreement(["ana", "ben"], [coding(n, ana=marks, ben=marks) for n in (1, 2)])
    for each in found.tags:
        values = [measure.value for measure in each.measures().values()]
        assert values == pytest.approx([1, 1, 1, 1, 1])
        assert each.prevalence == pytest.approx(0.1)
        assert each.counts == {"ana": 2, "ben": 2}
    assert (found.articles, found.sentences) == (2, 20)
    assert found.documents.why == NO_VARIATION


def test_untagged_text_does_not_make_passages_agree() -> None:
    short = coding(1, ana=[(SENTENCES[0], "sea")], ben=[(SENTENCES[1], "sea")])
    long = Coding(2, 10**6, SENTENCES * 1, {"ana": [], "ben": []})
    for codings in ([short], [short, long]):
        (tag,) = agreement(["ana", "ben"], codings).tags
        assert tag.f1_exact.value == tag.f1_overlap.value == 0
        assert tag.alpha.value is not None
        assert tag.alpha.value <= 0


def test_a_tag_of_one_coder_alone_is_counted_against_both() -> None:
    (tag,) = agreement(
        ["ana", "ben"], [coding(1, ana=[(SENTENCES[0], "sea")], ben=[])]
    ).tags
    assert tag.counts == {"ana": 1, "ben": 0}
    assert tag.f1_exact.value == 0


def test_nobody_and_nothing_have_no_figures_and_say_so() -> None:
    none = agreement(["ana", "ben"], [])
    assert (none.documents.why, none.all_exact.why) == (NO_UNITS, NO_UNITS)
    alone = agreement(["ana"], [coding(1, ana=[(SENTENCES[0], "sea")])])
    whys = {m.why for m in alone.tags[0].measures().values()}
    assert whys == {ONE_CODER}
    blank = agreement(["ana", "ben"], [coding(1, ana=[], ben=[])])
    assert blank.all_exact.why == "nobody tagged a passage"
    assert blank.fields()["tags"] == []


def test_more_than_two_coders() -> None:
    marks = [(SENTENCES[2], "sea")]
    found = agreement(
        ["ana", "ben", "cas"],
        [coding(1, ana=marks, ben=marks, cas=[]), coding(2, ana=[], ben=[], cas=[])],
    )
    (tag,) = found.tags
    assert tag.f1_exact.value == pytest.approx(1 / 3)
    assert tag.kappa.value is not None
    assert 0 < tag.kappa.value < 1
