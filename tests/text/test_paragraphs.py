import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import SEEDS
from reader.text.paragraphs import (
    is_wrapped,
    paragraph_at,
    paragraphs,
    paragraphs_back,
)
from tests.text.laws import assert_pieces
from tests.text.strategies import texts

SEED_TEXTS = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]


@given(texts, st.booleans())
def test_paragraphs_are_ordered_apart_trimmed_and_hold_everything(
    text: str, wrapped: bool
) -> None:
    assert_pieces(text, list(paragraphs(text, wrapped=wrapped)))


@given(texts, st.booleans())
def test_the_way_back_passes_the_same_paragraphs(text: str, wrapped: bool) -> None:
    there = list(paragraphs(text, wrapped=wrapped))
    assert list(paragraphs_back(text, len(text), wrapped=wrapped)) == there[::-1]


@given(texts, st.booleans())
def test_every_place_in_a_paragraph_leads_to_it(text: str, wrapped: bool) -> None:
    for paragraph in paragraphs(text, wrapped=wrapped):
        for offset in range(paragraph.start, paragraph.end):
            if not text[offset].isspace():
                assert paragraph_at(text, offset, wrapped) == paragraph


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "One.\nTwo.\n\n  \nThree. \n"
    assert [p.of(text) for p in paragraphs(text)] == ["One.", "Two.", "Three."]


def test_a_blank_line_parts_paragraphs_where_lines_are_wrapped() -> None:
    text = "One goes\non.\n \t\nTwo\ngoes on."
    found = [p.of(text) for p in paragraphs(text, wrapped=True)]
    assert found == ["One goes\non.", "Two\ngoes on."]


def test_a_blank_line_holds_no_paragraph() -> None:
    assert not paragraph_at("One.\n\nTwo.", 5, wrapped=False)


def test_nothing_but_a_line_feed_begins_a_paragraph() -> None:
    text = "One.\u2028Two.\x0cThree.\x85Four.\rFive."
    assert [p.of(text) for p in paragraphs(text)] == [text]


@pytest.mark.parametrize("text", SEED_TEXTS)
def test_a_seed_is_seen_as_it_is_and_as_wrapped_when_it_was(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = "\n\n".join(textwrap.fill(line, 72) for line in lines)
    assert not is_wrapped(text)
    assert is_wrapped(wrapped)
    assert len(list(paragraphs(text))) == len(list(paragraphs(wrapped)))


def test_a_list_of_headlines_is_not_wrapped() -> None:
    text = "\n".join(
        (
            "More news: Canada says 13 citizens detained in China since arrest",
            "More news: Bohemian Rhapsody wins best drama Globe, Golden Globes",
            "More news: Three Things that Kept Chicago Bears from Beating Eagles",
        )
    )
    assert not is_wrapped(text)


def test_one_line_is_not_wrapped() -> None:
    assert not is_wrapped("")
    assert not is_wrapped("a word " * 10_000)
