from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.likeness import ranked

TOKENS = st.lists(st.sampled_from("abcdef"), max_size=8)


def test_the_weight_is_that_of_the_source() -> None:
    paragraphs = [["a", "b", "a"], ["b", "c"], ["c"]]
    first, second = ranked(["a", "b"], paragraphs)
    assert (first.place, second.place) == (0, 1)
    length = 1.2 * (0.25 + 0.75 * 3 / 2)
    rare_a, rare_b = log(1 + 2.5 / 1.5), log(1 + 1.5 / 2.5)
    wanted = rare_a * 2 * 2.2 / (2 + length) + rare_b * 2.2 / (1 + length)
    assert first.score == pytest.approx(wanted)
    assert first.shared == ("a", "b")


def test_a_rare_word_outweighs_a_common_one() -> None:
    paragraphs = [["the", "x"], ["the", "embargo"], ["the", "y"], ["the", "z"]]
    best, *_ = ranked(["the", "embargo"], paragraphs)
    assert best.place == 1
    assert best.shared == ("embargo", "the")


def test_without_words_or_paragraphs_nothing_is_like() -> None:
    assert ranked([], [["a"]]) == []
    assert ranked(["a"], []) == []
    assert ranked(["a"], [[], ["b"]]) == []


@given(TOKENS, st.lists(TOKENS, max_size=8))
def test_just_those_that_share_a_word_are_ranked(
    asked: list[str], paragraphs: list[list[str]]
) -> None:
    found = ranked(asked, paragraphs)
    assert {each.place for each in found} == {
        place for place, tokens in enumerate(paragraphs) if set(tokens) & set(asked)
    }
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    for each in found:
        assert set(each.shared) <= set(asked) & set(paragraphs[each.place])
