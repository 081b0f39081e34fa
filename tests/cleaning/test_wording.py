"""The words of lines: read together as each alone, in any script."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import line_key, line_keys
from reader.cleaning.wording import worded, worded_all

QUICK = settings(max_examples=100, deadline=None)
LINES = st.lists(
    st.sampled_from(
        ["", "Éric’s café · 12 €", "© 2019 Post", "Ärger • ÆON", "댓글 쓰기"]
    )
    | st.text(st.characters(exclude_characters="\n"), max_size=40)
    | st.text(st.characters(max_codepoint=255, exclude_characters="\n"), max_size=40),
    max_size=12,
)
WESTERN = st.text(
    st.sampled_from("aBzÉéßÆ 12 .,:'\"«»·©®°¡•\u2014\u201c\u2019µ€½_\t\u00a0\u00ad"),
    max_size=60,
)


@QUICK
@given(LINES)
def test_lines_are_read_together_as_each_alone(lines: list[str]) -> None:
    assert worded_all(lines) == [worded(line) for line in lines]
    assert line_keys(lines) == [line_key(line) for line in lines]


@QUICK
@given(WESTERN)
def test_a_line_is_read_the_same_beside_another_script(line: str) -> None:
    alone, beside = worded(f"x {line} x"), worded(f"x {line} ж")
    assert beside.tokens[:-1] == alone.tokens[:-1]
    assert beside[3:] == alone[3:]


def test_a_sign_parts_words_and_a_letter_with_an_accent_does_not() -> None:
    said = worded("Élysée®, «Ça» l\u2019été—2019")
    assert said.tokens == ["élysée", "ça", "l", "été", "2019"]
    assert (said.capitals, said.letters, said.numbers) == (2, 16, True)
