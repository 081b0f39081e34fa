"""What holds of every text, tried on texts that nobody would write."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import KINDS, Strength, Taught, clean, line_key
from reader.cleaning.rules import RULES
from reader.cleaning.taught import Match, matches, offered
from reader.text.lines import lines as spans

SCRAPS = st.sampled_from(
    [
        "",
        " ",
        "Leave a Reply",
        "More news: A dog wins the race",
        "The ferry stopped on Tuesday, and nobody on the pier could say for how long.",
        "• Anna Munt",
        "| --- |",
        "12",
        "\r",
        "댓글 쓰기",
        "相关阅读",
        "x" * 700,
    ]
)
TEXTS = st.lists(SCRAPS | st.text(max_size=40), max_size=30).map("\n".join)
TAUGHT = st.builds(
    Taught,
    match=st.sampled_from(Match),
    text=st.text(max_size=20) | SCRAPS,
    hide=st.booleans(),
)
QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(TEXTS, st.sampled_from(Strength))
def test_each_line_has_one_verdict_and_the_spans_tile_the_text(
    text: str, strength: Strength
) -> None:
    cleaned = clean(text, strength=strength)
    assert tuple(line.span for line in cleaned.lines) == spans(text)
    assert "\n".join(line.span.of(text) for line in cleaned.lines) == text


@QUICK
@given(TEXTS, st.sampled_from(Strength))
def test_a_hidden_line_has_a_kind_and_a_reason_and_content_has_none(
    text: str, strength: Strength
) -> None:
    names = {kind.name for kind in KINDS}
    for line in clean(text, strength=strength).lines:
        assert 0.0 <= line.confidence <= 1.0
        if line.hidden:
            assert line.kind in names
            assert line.rule
        else:
            assert (line.kind, line.rule) == ("", "")


@QUICK
@given(TEXTS)
def test_a_blank_line_is_never_hidden(text: str) -> None:
    for line in clean(text, strength=Strength.STRICT).lines:
        assert line.span.of(text).strip() or not line.hidden


@QUICK
@given(TEXTS)
def test_the_same_text_gets_the_same_verdicts(text: str) -> None:
    assert clean(text) == clean(text)


@QUICK
@given(TEXTS)
def test_the_shown_text_is_the_lines_that_are_not_hidden(text: str) -> None:
    cleaned = clean(text)
    pieces = text.split("\n")
    shown = [
        piece
        for piece, line in zip(pieces, cleaned.lines, strict=True)
        if not line.hidden
    ]
    assert cleaned.text(text) == "\n".join(shown)


@QUICK
@given(TEXTS, st.lists(TAUGHT, max_size=4))
def test_a_taught_rule_stands_above_every_verdict(
    text: str, taught: list[Taught]
) -> None:
    for line in clean(text, taught=taught).lines:
        piece = line.span.of(text)
        known = [rule for rule in taught if matches(rule, piece)]
        if known:
            assert line.hidden == known[-1].hide


@QUICK
@given(TEXTS, st.sampled_from(Strength), st.data())
def test_what_is_known_of_the_site_can_only_hide_more(
    text: str, strength: Strength, data: st.DataObject
) -> None:
    keys = st.sampled_from([line_key(line) for line in text.split("\n")])
    numbers = st.integers(-1, 40)
    site_lines = data.draw(st.dictionaries(keys | st.text(max_size=8), numbers))
    alone = clean(text, strength=strength).lines
    known = clean(text, strength=strength, site_lines=site_lines).lines
    for before, after in zip(alone, known, strict=True):
        assert after.hidden >= before.hidden


@QUICK
@given(st.text(max_size=60))
def test_the_offered_pattern_knows_the_line_it_was_made_from(line: str) -> None:
    rule = Taught(Match.PATTERN, offered(line), hide=True)
    assert matches(rule, line) or not any(map(str.isalnum, line))


@QUICK
@given(st.text(max_size=60))
def test_a_key_is_the_key_of_itself(line: str) -> None:
    assert line_key(line_key(line)) == line_key(line)


def test_near_misses_are_kept_when_they_stand_alone() -> None:
    for rule in RULES:
        assert not clean(rule.keeps, strength=Strength.CAREFUL).lines[0].hidden
