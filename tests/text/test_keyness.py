import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.keyness import typical_words

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), max_size=6)


def test_the_likelihood_is_that_of_the_sources_formula() -> None:
    # The contingency table of Rayson and Garside: a word 30 times in 1,000 words
    # and 10 times in 2,000; expected are 13.33 and 26.67.
    inside = {"embargo": 30, "rest": 970}
    outside = {"embargo": 10, "rest": 1990}
    (found,) = typical_words(inside, outside)
    assert found.word == "embargo"
    assert found.expected == pytest.approx(13.3333, abs=1e-4)
    assert found.likelihood == pytest.approx(29.0389, abs=1e-3)
    assert found.level == "p < .0001"


def test_the_levels_are_those_of_chi_squared() -> None:
    levels: dict[str, float] = {}
    for count in range(2, 40):
        for each in typical_words({"x": count, "y": 1000}, {"x": 10, "y": 1000}):
            if each.word == "x":
                levels[each.level] = min(levels.get(each.level, 99.0), each.likelihood)
    assert list(levels) == ["p < .05", "p < .01", "p < .001", "p < .0001"]
    for least, (_, reached) in zip(
        (3.84, 6.63, 10.83, 15.13), levels.items(), strict=True
    ):
        assert reached >= least


def test_a_word_that_stands_once_is_no_sign() -> None:
    assert typical_words({"once": 1}, {"rest": 10_000}) == []
    assert typical_words({}, {}) == []


@given(COUNTS, COUNTS)
def test_what_is_typical_is_more_frequent_inside_and_the_most_typical_is_first(
    inside: dict[str, int], outside: dict[str, int]
) -> None:
    found = typical_words(inside, outside)
    here, there = sum(inside.values()), sum(outside.values())
    for each in found:
        assert each.inside * there > each.outside * here
        assert each.inside > each.expected
        assert (each.inside, each.outside) == (
            inside[each.word],
            outside.get(each.word, 0),
        )
    likelihoods = [each.likelihood for each in found]
    assert likelihoods == sorted(likelihoods, reverse=True)


@given(COUNTS, COUNTS)
def test_no_word_is_typical_of_both_sides(
    inside: dict[str, int], outside: dict[str, int]
) -> None:
    one = {each.word for each in typical_words(inside, outside)}
    other = {each.word for each in typical_words(outside, inside)}
    assert not one & other
