import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safe import safe, safe_line

CODE_POINTS = range(0x110000)
anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_a_safe_text_has_as_many_code_points_as_before(text: str) -> None:
    assert len(safe(text)) == len(safe_line(text)) == len(text)


@given(anything)
def test_making_safe_twice_changes_nothing_more(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert safe_line(safe_line(text)) == safe_line(text)


def test_no_control_and_no_surrogate_is_left_but_tab_and_line_feed() -> None:
    left = {
        code
        for code in CODE_POINTS
        if unicodedata.category(safe(chr(code))) in {"Cc", "Cs", "Zl", "Zp"}
    }
    assert left == {0x09, 0x0A}


def test_no_control_at_all_is_left_in_one_line() -> None:
    assert not any(
        unicodedata.category(safe_line(chr(code))) in {"Cc", "Cs", "Zl", "Zp"}
        for code in CODE_POINTS
    )


def test_nothing_that_turns_the_reading_order_is_left() -> None:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not any(
        unicodedata.bidirectional(safe(chr(code))) in turning for code in CODE_POINTS
    )


@pytest.mark.parametrize(
    ("unsafe", "shown"),
    [
        ("\x1b]52;c;x\x07", "␛]52;c;x␇"),
        ("safe\rEVIL", "safe␍EVIL"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb", "a\ufffdb"),
        ("\u061c\u200e\u200f\u2066\ufeff\ufff9", "\ufffd" * 6),
        ("\U000e0041", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("a\u2028b\u2029", "a␤b␤"),
    ],
)
def test_a_control_becomes_something_that_can_be_seen(unsafe: str, shown: str) -> None:
    assert safe(unsafe) == shown


@pytest.mark.parametrize(
    "kept",
    [
        "a\tb\nc",
        "👩\u200d👩",
        "می\u200cخواهم",
        "☂\ufe0f",
        "café",
        "中国",
        "שלום",
        "\u200b",
    ],
)
def test_what_scripts_and_emoji_need_stays(kept: str) -> None:
    assert safe(kept) == kept


def test_a_line_has_a_space_for_each_tab_and_line_feed() -> None:
    assert safe_line("a\tb\r\nc") == "a b␍ c"


def test_many_different_controls_are_exchanged_too() -> None:
    tags = "".join(map(chr, range(0xE0000, 0xE0080)))
    assert safe(tags) == "\ufffd" * 0x80
