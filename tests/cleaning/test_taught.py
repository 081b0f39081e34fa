"""The analyst's own rules."""

import pytest

from reader.cleaning import Match, Taught, clean
from reader.cleaning.taught import LONGEST_PATTERN, matches, offered, ruling

LINE = "Read our list of 10 winter coats"


@pytest.mark.parametrize(
    ("match", "text", "line", "known"),
    [
        (Match.EXACT, "Around the harbour", "  * AROUND the   harbour", True),
        (Match.EXACT, "Around the harbour", "Around the harbours", False),
        (Match.EXACT, "Day 3", "Day 4", False),
        (Match.DIGITS_IGNORED, "Day 3", "Day 14:", True),
        (Match.DIGITS_IGNORED, "Day 3", "Days 3", False),
        (Match.DIGITS_IGNORED, "***", "***", False),
        (Match.PATTERN, "more on *: *", "More on ferries: a list", True),
        (Match.PATTERN, "more on *: *", "More on ferries, a list", False),
        (Match.PATTERN, "*harbour*", "Down at the harbour, at dawn", True),
        (Match.PATTERN, "a*b", "ab", True),
        (Match.PATTERN, "a*a", "a", False),
        (Match.PATTERN, "(a+)+$", "(a+)+$", True),
        (Match.PATTERN, "*", "anything", False),
        (Match.PATTERN, "", "anything", False),
    ],
)
def test_a_rule_knows_its_lines(
    match: Match, text: str, line: str, *, known: bool
) -> None:
    assert matches(Taught(match, text, hide=True), line) is known


def test_a_rule_hides_what_no_layer_would() -> None:
    rule = Taught(Match.EXACT, LINE, hide=True, site="example.org", kind="ads")
    line = clean(LINE, taught=[rule]).lines[0]
    assert (line.hidden, line.kind, line.confidence) == (True, "ads", 1.0)
    assert line.rule == f"your rule: “{LINE}” on example.org"


def test_a_rule_keeps_what_a_layer_hides() -> None:
    kept = Taught(Match.EXACT, "Leave a Reply", hide=False)
    assert clean("Leave a Reply").lines[0].hidden
    line = clean("Leave a Reply", taught=[kept]).lines[0]
    assert (line.hidden, line.kind, line.rule) == (False, "", kept.reason)


def test_the_later_rule_wins_and_a_rule_of_the_site_above_one_for_everywhere() -> None:
    here = Taught(Match.EXACT, LINE, hide=True, site="example.org")
    first = Taught(Match.EXACT, LINE, hide=True)
    later = Taught(Match.EXACT, LINE, hide=False)
    assert ruling(LINE, [first, later]) is later
    assert ruling(LINE, [here, later]) is here


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("More news: Two held", "More news: *"),
        ("Sport | Two held", "Sport | *"),
        ("Read our list of coats", "Read our *"),
        ("Advertisement", "Advertisement"),
    ],
)
def test_the_offered_pattern_opens_as_the_line_does(line: str, pattern: str) -> None:
    assert offered(line) == pattern


def test_a_pattern_full_of_stars_comes_to_an_end() -> None:
    rule = Taught(Match.PATTERN, "a*" * (LONGEST_PATTERN // 2), hide=True)
    assert matches(rule, "a" * 100_000 + "b")
    assert not matches(rule, "a" * (LONGEST_PATTERN // 2 - 1))


def test_a_pattern_that_is_too_long_knows_nothing() -> None:
    rule = Taught(Match.PATTERN, "a" * (LONGEST_PATTERN + 1), hide=True)
    assert not matches(rule, "a" * (LONGEST_PATTERN + 1))
