import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.near_copies import (
    BANDS,
    SAME,
    bands,
    likeness,
    may_be_copies,
    runs,
    sketches,
)
from reader.text.tokens import tokens

WORDS = [f"word{n}" for n in range(400)]


def story(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def alike(one: str, other: str) -> float:
    return likeness(frozenset(runs(one)), frozenset(runs(other)))


def test_capitals_and_punctuation_make_no_other_text() -> None:
    text = story(1)
    shouted = text.upper().replace(" ", ", ")
    assert alike(text, shouted) == 1
    assert alike(text, f"“{text}…”") == 1


def test_the_index_is_that_of_jaccard() -> None:
    first, second = " ".join(WORDS[:20]), " ".join(WORDS[4:24])
    assert (len(runs(first)), len(runs(second))) == (16, 16)
    assert alike(first, second) == 12 / 20


def test_a_notice_is_no_story() -> None:
    assert runs("Access to this page was denied.") == []
    assert sketches([[]]) == [b""]
    assert bands(b"") == []
    assert likeness(frozenset(), frozenset()) == 0


def test_a_text_without_blanks_has_a_run_for_each_character() -> None:
    text = "朝鲜坚持要求华盛顿首先通过取消对该国实施的制裁来建立信任并且不再等待"
    assert len(runs(text)) == len(tokens(text)) - 4


@pytest.mark.parametrize("share", [0.6, 0.7, 0.9])
def test_copies_meet_in_a_band_and_others_do_not(share: float) -> None:
    met = 0
    for seed in range(60):
        one = [f"{seed} {n}" for n in range(300)]
        new = round(300 * (1 - share) / (1 + share))
        other = [*one[new:], *(f"{seed} other {n}" for n in range(new))]
        kept = sketches([one, other, [f"else {n}" for n in range(300)]])
        met += bool(set(bands(kept[0])) & set(bands(kept[1])))
        assert may_be_copies(kept[0], kept[1])
        assert not may_be_copies(kept[0], kept[2])
        assert not set(bands(kept[0])) & set(bands(kept[2]))
    assert met >= 58


def test_a_sketch_does_not_depend_on_what_is_made_with_it() -> None:
    said = [runs(story(n)) for n in range(5)]
    together = sketches(said)
    assert [sketches([each])[0] for each in said] == together
    assert {len(bands(each)) for each in together} == {BANDS}


@given(st.text(), st.text())
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
    assert alike(one, one) == bool(runs(one))


def test_half_is_enough() -> None:
    assert SAME == 0.5
