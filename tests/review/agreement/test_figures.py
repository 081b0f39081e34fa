"""What holds of the figures whatever was coded, and what has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.review.agreement import Coding, Mark, agreement, unitized
from reader.review.agreement.bootstrap import (
    Draws,
    alpha_of,
    cohen_of,
    fleiss_of,
    masi_of,
    middle,
)
from reader.review.agreement.codings import merged
from reader.review.agreement.figures import _apart, _histogram, _table
from reader.review.agreement.nominal import (
    NO_UNITS,
    NO_VARIATION,
    NOBODY,
    ONE_CODER,
    alpha,
    kappa,
    masi_alpha,
)
from reader.review.agreement.overlap import exact, f1, overlapping


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


tag_sets = st.frozensets(st.sampled_from("abcd"), max_size=3)
articles = st.lists(st.tuples(tag_sets, tag_sets, tag_sets), min_size=2, max_size=6)


@given(articles, st.data())
def test_the_distances_of_articles_give_alpha_of_sets(
    tagged: list[tuple[frozenset[str], ...]], data: st.DataObject
) -> None:
    parts = _apart(list(zip(*tagged, strict=True)))
    some = st.integers(0, len(tagged) - 1)
    drawn = data.draw(st.lists(some, min_size=2, max_size=6))
    found = masi_of(3)([parts[place] for place in drawn])
    again = masi_alpha(list(zip(*(tagged[place] for place in drawn), strict=True)))
    assert found == pytest.approx(again.value)


def test_what_is_not_defined_says_why() -> None:
    assert alpha([[True, False]]).why == ONE_CODER
    assert kappa([]).why == NOBODY
    assert alpha([[], []]).why == NO_UNITS
    assert alpha([[True, None], [None, True]]).why == NO_UNITS
    assert kappa([[True, True], [True, True]]).why == NO_VARIATION
    assert masi_alpha([[frozenset()], [frozenset()]]).why == NO_VARIATION


def test_where_each_sign_is_tagged_by_itself_chance_has_no_room() -> None:
    letters = [Span(n, n + 1) for n in range(9)]
    units = unitized.terms([letters, letters], Span(0, 9))
    assert unitized.alpha([unitized.disagreement([units])]) is None


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


texts = st.lists(st.tuples(st.integers(50, 60), spans, spans), min_size=1, max_size=5)


@given(texts)
def test_the_terms_of_texts_give_that_of_all_end_to_end(
    found: list[tuple[int, list[Span], list[Span]]],
) -> None:
    whole: tuple[list[Span], list[Span]] = ([], [])
    apart, end = [], 0
    for length, *coders in found:
        units = [merged(sorted(each)) for each in coders]
        apart.append(unitized.terms(units, Span(0, length)))
        for all_, each in zip(whole, units, strict=True):
            all_ += [Span(end + unit.start, end + unit.end) for unit in each]
        end += length
    together = unitized.terms(whole, Span(0, end))
    assert unitized.disagreement(apart) == pytest.approx(
        unitized.disagreement([together])
    )


def test_the_same_seed_gives_the_same_interval() -> None:
    parts = [(9, 0, 1), (5, 4, 1), (7, 1, 2), (8, 1, 1)]
    first = middle(Draws(4, seed=7).of(parts, alpha_of))
    assert first == middle(Draws(4, seed=7).of(parts, alpha_of))
    assert first is not None
    point = alpha_of(parts)
    assert point is not None
    assert first[0] <= point <= first[1]
    assert middle(Draws(1, seed=7).of(parts[:1], alpha_of)) is None


def test_every_figure_has_its_interval_and_only_the_seed_decides_it() -> None:
    codings = [
        coding(
            n,
            ana=[(SENTENCES[n % 7], "sea"), (SENTENCES[8], "war")][: 1 + n % 2],
            ben=[(SENTENCES[n % 5], "sea"), (SENTENCES[n % 9], "war")],
        )
        for n in range(12)
    ]
    first, again = (agreement(["ana", "ben"], codings, seed=3) for _ in range(2))
    assert first == again
    of_all = (first.documents, first.all_exact, first.all_overlap, first.all_alpha_u)
    of_tags = (m for tag in first.tags for m in tag.measures().values())
    for measure in (*of_all, *of_tags):
        assert measure.value is not None
        assert measure.low is not None
        assert measure.high is not None
        assert measure.low <= measure.value <= measure.high
    other = agreement(["ana", "ben"], codings, seed=4)
    assert other.all_alpha_u.value == first.all_alpha_u.value
    assert other.all_alpha_u != first.all_alpha_u


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


def test_what_chance_gives_is_no_agreement_exactly() -> None:
    """Of 43 sentences one coder tags one, and the other none."""
    assert cohen_of([(0, 1, 0, 21), (0, 0, 0, 21)]) == 0


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
    nobody = agreement([], [])
    assert {nobody.documents.why, nobody.all_exact.why, nobody.all_alpha_u.why} == {
        NOBODY
    }
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
