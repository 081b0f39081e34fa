import re
import warnings
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import sought
from reader.text.sought import Sought, SoughtError, all_places, places


def found(text: str, words: str, **how: bool) -> list[str]:
    (spans,) = places(Sought(words, **how), [text])
    return [span.of(text) for span in spans]


def test_whole_words_are_not_found_inside_others() -> None:
    text = "Sanction, sanctions; SANCTION."
    assert found(text, "sanction") == ["Sanction", "SANCTION"]
    assert len(found(text, "sanction", whole_words=False)) == 3
    assert found(text, "SANCTION", match_case=True) == ["SANCTION"]


def test_any_white_space_may_stand_between_words() -> None:
    assert found("North\n  Korea and North Korea", "north korea") == [
        "North\n  Korea",
        "North Korea",
    ]


def test_signs_of_typographers_are_found_by_plain_ones_and_back() -> None:
    text = "Kim\u2019s and Kim's"
    assert len(found(text, "kim's")) == len(found(text, "kim\u2019s")) == 2


def test_words_in_scripts_without_spaces_need_no_edges() -> None:
    assert found("北朝鮮の制裁について", "制裁") == ["制裁"]
    assert found("ญี่ปุ่นคว่ำบาตรเกาหลี", "คว่ำบาตร") == ["คว่ำบาตร"]


def test_a_pattern_is_matched_and_words_are_no_pattern() -> None:
    assert found("a.c abc", "a.c", is_regex=True) == ["a.c", "abc"]
    assert found("a.c abc", "a.c") == ["a.c"]
    assert found("one two", "(?m)^one|x*", is_regex=True) == ["one"]


def test_a_pattern_that_would_take_for_ever_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sought, "PATIENCE_S", 0.3)
    with pytest.raises(SoughtError, match="takes too long"):
        places(Sought("(a+)+$", is_regex=True), ["a" * 60 + "b"])


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_what_cannot_be_looked_for_is_said(words: str) -> None:
    with pytest.raises(SoughtError):
        places(Sought(words), ["x"])


@pytest.mark.parametrize("pattern", ["(", "a{99999999999}", "*", "(?P<a>x)(?P<a>y)"])
def test_what_is_no_pattern_is_said(pattern: str) -> None:
    with pytest.raises(SoughtError, match="no pattern"):
        places(Sought(pattern, is_regex=True), ["x"])


def test_nobody_is_warned_of_what_a_pattern_may_mean_some_day() -> None:
    with warnings.catch_warnings(action="error"):
        assert found("a [b", "[[a]", is_regex=True) == ["a", "["]


def test_several_are_looked_for_at_once_each_in_its_place() -> None:
    asked = [
        Sought("b"),
        Sought("[ab]", is_regex=True),
        Sought("a"),
        Sought("x.", True),
    ]
    texts = ["a b", "xa", ""]
    lengths = [[len(spans) for spans in each] for each in all_places(asked, texts)]
    assert lengths == [[1, 0, 0], [2, 1, 0], [1, 0, 0], [0, 1, 0]]


@given(st.text(alphabet="ab'- \n.é制(", max_size=40), st.text("ab'-é制.(", min_size=1))
def test_words_stand_where_they_are_found(text: str, words: str) -> None:
    (spans,) = places(Sought(words, whole_words=False), [text])
    assert len(spans) == text.count(words) or re.search(r"(.)\1", words)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert span.of(text) == words
