"""Hard-wrapped text is judged paragraph by paragraph."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import clean
from reader.cleaning.paragraphs import paragraphs

STORY = (
    "The ferry that links the two halves of the old port stopped running on Tuesday "
    "after its owner said the engines could no longer be insured, and the council, "
    "which has been asked for a second boat for six years, had nothing to say until "
    "Read more: as one of the passengers put it, was what the sign on the pier said."
)


def wrapped(width: int, *parts: str) -> list[str]:
    return "\n\n".join(textwrap.fill(part, width) for part in parts).split("\n")


def test_wrapped_lines_are_joined_and_the_writers_breaks_are_kept() -> None:
    lines = wrapped(72, STORY, STORY, "A short line", STORY)
    assert [len(group) for group in paragraphs(lines)] == [5, 5, 1, 5]


def test_text_with_a_line_for_each_paragraph_is_left_as_it_is() -> None:
    lines = [STORY, "", STORY, "A short line", STORY]
    assert [*map(list, paragraphs(lines))] == [[0], [2], [3], [4]]


def test_a_menu_is_not_joined() -> None:
    lines = ["Home", "News", "Sport", "Weather", *wrapped(72, STORY, STORY)]
    assert paragraphs(lines)[:4] == [[0], [1], [2], [3]]


def test_a_key_word_at_the_start_of_a_wrapped_line_hides_nothing() -> None:
    lines = wrapped(
        78, STORY, STORY.replace("six", "nine"), STORY.replace("old", "new")
    )
    assert any(line.startswith("Read more:") for line in lines)
    assert clean("\n".join(lines)).hidden == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=90), max_size=40))
def test_every_line_that_is_not_blank_lies_in_one_paragraph(lines: list[str]) -> None:
    places = [place for group in paragraphs(lines) for place in group]
    assert places == [place for place, line in enumerate(lines) if line.strip()]
