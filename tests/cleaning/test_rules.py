"""The rule table: each row hides its example and keeps its near miss."""

import re
from collections import Counter

import pytest

from reader.cleaning import clean
from reader.cleaning.kinds import DESCRIPTIONS
from reader.cleaning.rules import RULES, Hit, Rule
from reader.cleaning.rules import match as match_words
from reader.cleaning.rules.index import LONGEST_LINE
from reader.cleaning.rules.rule import words_in
from reader.cleaning.wording import worded


def match(line: str) -> Hit | None:
    return next(match_words([worded(line)]))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_knows_its_example(rule: Rule) -> None:
    hit = match(rule.hides)
    assert hit is not None
    assert hit.rule is rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_does_not_know_its_near_miss_and_no_other_hides_it(rule: Rule) -> None:
    hit = match(rule.keeps)
    assert hit is None or (hit.rule is not rule and not hit.rule.alone)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_a_kind_and_is_written_as_lines_are_read(rule: Rule) -> None:
    assert rule.kind in DESCRIPTIONS
    assert all(text == text.lower() for text in (*rule.lines, *rule.starts))
    assert not any(re.search(r"[1-9]|[\u2019“”]", text) for text in rule.lines)


def test_the_longest_whole_line_is_known_with_a_mark_set_apart() -> None:
    longest = max((line for rule in RULES for line in rule.lines), key=words_in)
    alone, marked = match(longest), match(f"{longest} :")
    assert alone is not None
    assert marked is not None
    assert marked.rule is alone.rule


def test_no_two_rules_share_a_name() -> None:
    counts = Counter(rule.name for rule in RULES)
    assert [name for name, count in counts.items() if count > 1] == []


def test_a_reason_says_what_it_saw() -> None:
    line = clean("More news: A dog wins the race").lines[0]
    assert line.rule == "link list: starts with “More news:”"


def test_what_is_said_of_lines_of_the_same_words_is_kept_once() -> None:
    """A list may have 80,000 such lines, and a megabyte only so much memory."""
    first, second, other = (match(f"{line} 2019") for line in ("1 may", "2 may", "jun"))
    assert first is not None
    assert other is not None
    assert first is second
    assert first.rule is other.rule
    assert first.reason != other.reason


def test_list_marks_and_capitals_do_not_matter() -> None:
    assert match("  * LEAVE A REPLY") == match("  * LEAVE A REPLY")
    assert match("## Leave a Reply…") is not None
    assert match("[Leave a Reply](/reply#form)") is not None


def test_a_very_long_line_is_left_alone() -> None:
    assert match("leave a reply " + "x" * LONGEST_LINE) is None
