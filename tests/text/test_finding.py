import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.finding import MOST, How, find
from reader.tui.alarm import limited


def found(text: str, words: str, how: How = How.WORDS) -> list[str]:
    return [span.of(text) for span in find(text, words, how).spans]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("HARBOUR", "harbour"),
        ("strasse", "Straße"),
        ("Straße", "STRASSE"),
        ("don't", "Don\u2019t"),
        ('"we', "\u201cWe"),
        ("1950-53", "1950\u201353"),
        ("wait...", "Wait\u2026"),
        ("café", "cafe\u0301"),
        ("cafe\u0301", "café"),
        ("two words", "two\n  words"),
        ("김정은", "김정은"),
        ("a.b*", "a.b*"),
    ],
)
def test_words_are_found_as_they_were_typed(words: str, text: str) -> None:
    assert found(f"xx {text} yy", words) == [text]


def test_whole_words_are_no_part_of_others() -> None:
    assert found("cat concat cat's, cat", "cat", How.WHOLE) == ["cat"] * 3


def test_a_pattern_is_a_regular_expression() -> None:
    assert found("1 July, 22 june\n3 July", r"^\d+ ju\w+", How.PATTERN) == [
        "1 July",
        "3 July",
    ]


@pytest.mark.parametrize("words", ["", "  ", "x*", "(?=a)"])
def test_nothing_is_never_found(words: str) -> None:
    assert found("aaa", words, How.PATTERN) == []


def test_nobody_is_warned_of_what_a_pattern_may_mean_some_day() -> None:
    with warnings.catch_warnings(action="error"):
        assert found("a [b", "[[a]", How.PATTERN) == ["a", "["]


def test_a_broken_pattern_says_so() -> None:
    assert "no pattern" in find("text", "(", How.PATTERN).trouble


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(a+)+$", "a" * 40 + "b"), (r".*.*.*x", "a" * 20_000), (r"(.*)*x", "a" * 99)],
)
def test_a_pattern_that_would_take_for_ever_is_stopped(pattern: str, text: str) -> None:
    with limited(0.05):
        hits = find(text, pattern, How.PATTERN)
    assert "too long" in hits.trouble


def test_a_pattern_that_takes_long_to_be_read_is_stopped() -> None:
    with limited(0.05):
        hits = find("text", "[\x01-\U0010ffff]" * 200, How.PATTERN)
    assert "too long" in hits.trouble


def test_only_so_many_are_told_of() -> None:
    hits = find("a " * (MOST + 1), "a", How.WORDS)
    assert len(hits.spans) == MOST
    assert "first" in hits.trouble


def test_a_pattern_finds_on_every_line_of_a_long_text() -> None:
    text = ("x" * 79 + "\n") * 3000 + "needle"
    assert found(text, "needle|y", How.PATTERN) == ["needle"]


@given(st.text(), st.text(min_size=1))
@example("", "ﬀ")
@example("", "İstanbul")
def test_what_is_in_a_text_is_found_there(around: str, words: str) -> None:
    text = f"{around}{words}{around}"
    hits = find(text, words, How.WORDS)
    assert bool(hits.spans) == bool(words.split())
