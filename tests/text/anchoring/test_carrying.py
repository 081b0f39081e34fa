import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Anchor, Span
from reader.resources import SEEDS
from reader.text.anchoring import Carrier
from reader.text.graphemes import is_edge
from reader.text.sentences import sentences
from tests.benchmarks.anchoring.edits import EDITS, Edit, Edited
from tests.text.strategies import texts

TALKS = (
    "Talks in Beijing\n\n"
    "The leaders met for two days. North Korea insists that Washington first lift"
    " the sanctions.\n\n"
    "A spokesman said that the talks had been useful, and that a date for the next"
    " meeting would be named soon.\n\n"
    "Analysts in Seoul were doubtful. Nothing had been signed, one of them said."
)
INSISTS = "North Korea insists that Washington first lift the sanctions."


def carried(new: str, quote: str = INSISTS, old: str = TALKS) -> tuple[str, Anchor]:
    at = old.index(quote)
    found = Carrier(old, new).carry(Span(at, at + len(quote)))
    return found.span.of(new) if found.span else "", found.anchor


def test_in_the_same_text_a_passage_stays_where_it_is() -> None:
    assert carried(TALKS) == (INSISTS, Anchor.ANCHORED)


def test_a_passage_moves_with_what_was_put_before_it() -> None:
    new = "Updated at noon.\n\n" + TALKS
    assert carried(new) == (INSISTS, Anchor.ANCHORED)


def test_it_is_known_in_other_lines_and_other_quotation_marks() -> None:
    new = TALKS.replace("insists that", "insists\nthat").replace("'", "’")
    found, anchor = carried(new)
    assert anchor is Anchor.ANCHORED
    assert " ".join(found.split()) == INSISTS


def test_a_mended_word_does_not_lose_it() -> None:
    new = TALKS.replace("lift the sanctions", "lifts all sanctions")
    found, anchor = carried(new)
    assert anchor is Anchor.ANCHORED
    assert found == INSISTS.replace("lift the", "lifts all")


def test_a_moved_paragraph_is_found() -> None:
    first, second, third, last = TALKS.split("\n\n")
    quote = "A spokesman said that the talks had been useful"
    new = "\n\n".join((first, third, last, second))
    assert carried(new, quote) == (quote, Anchor.ANCHORED)


def test_what_was_deleted_is_an_orphan_though_its_words_stand_elsewhere() -> None:
    old = TALKS + "\n\nThe sanctions were named again at the end of the day."
    new = old.replace(INSISTS, "")
    assert carried(new, "the sanctions", old) == ("", Anchor.ORPHAN)


def test_of_two_copies_a_person_chooses() -> None:
    paragraph = TALKS.split("\n\n")[2]
    new = TALKS.replace("The leaders met", f"{paragraph}\n\nThe leaders met")
    assert carried(new, paragraph) == (paragraph, Anchor.REVIEW)


def test_every_place_that_may_be_it_is_offered() -> None:
    paragraph = TALKS.split("\n\n")[2]
    new = TALKS + "\n\n" + paragraph
    at = TALKS.index(paragraph)
    places = Carrier(TALKS, new).places(Span(at, at + len(paragraph)))
    starts = {place.span.start for place in places if place.span}
    assert starts == {new.index(paragraph), new.rindex(paragraph)}


def test_a_script_of_many_letters_is_carried_like_any() -> None:
    old = "".join(chr(0x4E00 + n) for n in range(900))
    new = "新的开头。" + old
    found = Carrier(old, new).carry(Span(300, 340))
    assert found.anchor is Anchor.ANCHORED
    assert found.span
    assert found.span.of(new) == old[300:340]


@given(texts, texts, st.data())
def test_whatever_the_texts_the_answer_is_a_passage_of_the_new_or_none(
    old: str, new: str, data: st.DataObject
) -> None:
    ends = st.integers(0, len(old))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    found = Carrier(old, new).carry(Span(start, end))
    if found.span is None:
        assert found.anchor is Anchor.ORPHAN
    elif old != new:
        assert found.span.of(new).strip()
        assert found.span.end <= len(new)
        assert is_edge(new, found.span.start)
        assert is_edge(new, found.span.end)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_no_edit_moves_a_sentence_to_a_wrong_place(edit: Edit) -> None:
    text = sorted(SEEDS.glob("*.txt"))[1].read_text(encoding="utf-8")
    edited = Edited(text)
    edit(edited, random.Random(edit.__name__))
    carrier, traced = Carrier(text, edited.text), edited.traced()
    sure = 0
    for sentence in sentences(text, Span(0, len(text))):
        found = carrier.carry(sentence)
        if found.anchor is Anchor.ANCHORED and found.span:
            truth = traced.now(sentence)
            assert truth
            assert truth.overlaps(found.span)
            sure += 1
    assert sure
