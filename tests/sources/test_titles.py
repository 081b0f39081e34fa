import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.titles import title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What's Happening?\nNorth Korean leader", "What's Happening?"),
        ("\n\n  Kim   visits\tBeijing \n\nHe came.", "Kim visits Beijing"),
        ("-----\nKim visits Beijing\nHe came.", "Kim visits Beijing"),
        ("Kim visits Beijing\r\rHe came.", "Kim visits Beijing"),
        ("Kim visits Beijing", "Kim visits Beijing"),
        ("Talks in the U.S.\n\nBody", "Talks in the U.S."),
        ("金正恩访问北京\n\n正文。", "金正恩访问北京"),
    ],
)
def test_the_first_line_is_the_title_when_it_looks_like_one(
    text: str, expected: str
) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. He went.", "He came. He went."),
        ("He came.\nHe went.", "He came. He went."),
        ("“He came.”\n\nHe went.", "“He came.” He went."),
        (
            "A first line of a paragraph that was wrapped\nat the margin. It goes on.",
            "A first line of a paragraph that was wrapped at the margin. It goes",
        ),
        ("word " * 40, "word word word word word word word word word word word word"),
        ("a" * 200, "a" * 70),
    ],
)
def test_without_a_title_the_first_words_stand_for_it(text: str, expected: str) -> None:
    assert title(text).removesuffix("…").startswith(expected)
    assert len(title(text)) <= 71


def test_words_left_out_are_marked() -> None:
    assert title("word " * 40).endswith("word…")
    assert not title("word. " * 3).endswith("…")


def test_a_cut_does_not_part_a_letter_from_its_accent() -> None:
    cut = title("e\u0301" * 100)
    assert cut == "e\u0301" * 35 + "…"


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=100)
def test_a_title_is_one_line_and_never_empty(text: str) -> None:
    found = title(text)
    assert found
    assert found == " ".join(found.split())


@pytest.mark.parametrize("sign", ["-", " ", "-\n", ". ", "\r"])
def test_a_long_text_without_words_has_a_title_all_the_same(sign: str) -> None:
    assert len(title(sign * 2_000_000 + "end")) <= 121
