import pytest
from hypothesis import given

from reader.model import Span
from reader.text.words import words
from tests.text.laws import assert_pieces
from tests.text.strategies import texts


def cut(text: str) -> list[str]:
    return [span.of(text) for span in words(text, Span(0, len(text)))]


@given(texts)
def test_words_are_ordered_apart_trimmed_and_hold_everything(text: str) -> None:
    assert_pieces(text, words(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "word",
    [
        "Jong-un's",
        "Jong-un’s",
        "U.S.",
        "a.m.",
        "U.S.-North",
        "Korea-U.S.",
        "3.5%",
        "1,000",
        "$3.5bn",
        "€5",
        "-5",
        "1950-53",
        "10:30",
        "24/7",
        "AT&T",
        "#tag",
        "@TheKootneeti",
        "a.b@c.example",
        "https://a.example/b?c=1",
        "snake_case",
        "cafe\u0301",
        "हिन्दी",
        "한국어",
        "مرحبا",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧",
        "👍🏽",
        "1\ufe0f\u20e3",
    ],
)
def test_a_word_is_kept_whole(word: str) -> None:
    assert cut(f"the {word} there") == ["the", word, "there"]
    assert cut(f"({word}), {word}.")[1::2] == [word, word] or word.endswith(".")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('in talks."', ["in", "talks", '."']),
        ("ties... many", ["ties", "...", "many"]),
        ("week.The next", ["week", ".", "The", "next"]),
        ("word—dash", ["word", "—", "dash"]),
        ("and/or", ["and", "/", "or"]),
        ("🇺🇸🇰🇷", ["🇺🇸", "🇰🇷"]),
        (
            "2018年にサミットで会談した。",
            ["2018", "年", "に", "サミット", "で", "会談", "した", "。"],
        ),
        ("朝鲜领导人，访问中国", ["朝鲜领导人", "，", "访问中国"]),
        ("a\u00a0b\tc\x0cd\u2028e", ["a", "b", "c", "d", "e"]),
        ("\x1b[31m \ud800x", ["\x1b[", "31m", "\ud800x"]),
    ],
)
def test_words_part_where_a_reader_parts_them(text: str, found: list[str]) -> None:
    assert cut(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000,
        "a-" * 50_000,
        "https://" + "." * 50_000,
        "$" * 50_000,
        "🇺🇸" * 5_000,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_no_run_of_anything_stops_it(text: str) -> None:
    assert words(text, Span(0, len(text)))[-1].end == len(text)
