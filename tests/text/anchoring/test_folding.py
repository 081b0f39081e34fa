from unicodedata import normalize

import pytest
from hypothesis import example, given

from reader.model import Span
from reader.text.anchoring.folding import fold
from tests.text.strategies import texts


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“No,” he said – twice…", '"No," he said - twice...'),
        ("a\u00a0 \n\tb", "a b"),
        ("cafe\u0301 au lait", "caf\u00e9 au lait"),
        ("co\u00adoperate", "cooperate"),
        ("one \u200b two", "one two"),
    ],
)
def test_two_typings_of_one_sentence_fold_to_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(texts)
def test_every_folded_code_point_knows_where_it_comes_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.origins) == len(folded.text) + 1
    assert list(folded.origins) == sorted(folded.origins)
    assert folded.origins[-1] == len(text)
    assert "  " not in folded.text


@given(texts)
@example("\ufeff\u2028\u0301")
def test_the_way_in_and_out_again_holds_the_same_words(text: str) -> None:
    folded = fold(text)
    start, end = folded.inward(Span(0, len(text)))
    if start < end:
        back = folded.outward(start, end, text)
        assert fold(back.of(text)).text.strip() == folded.text[start:end]


def test_no_blank_is_left_where_a_line_of_chinese_was_broken() -> None:
    text = "达到目的\n了吗？\n\nDebian 是「自由」的。"
    folded = fold(text)
    assert folded.text == '达到目的了吗？ Debian 是"自由"的。'
    start, end = folded.inward(Span(2, 6))
    assert folded.text[start:end] == "目的了"
    assert folded.outward(start, end, text) == Span(2, 6)
    assert len(folded.origins) == len(folded.text) + 1


def test_a_letter_of_any_script_bears_the_mark_behind_it() -> None:
    letters = filter(str.isalpha, map(chr, range(0x80, 0x10000)))
    bare = [letter for letter in letters if fold(letter).text == letter]
    assert len(bare) > 40_000
    for letter in bare:
        marked = fold(f"{letter}\u0301 {letter}")
        assert marked.text == f"{normalize('NFC', letter + chr(0x301))} {letter}"
        assert marked.origins[-2] == 3
