from functools import partial
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.pieces import Pieces, Size
from reader.text.together import LONGEST, Together
from reader.text.words import words

_SAID = st.lists(
    st.sampled_from(["We saw it.", "Then", "the U.S. said", "no.", "\n", "北。", "so"]),
    max_size=12,
).map(" ".join)


def line_of(text: str, place: Span) -> int:
    return text.count("\n", 0, place.start)


@given(_SAID)
def test_places_are_together_that_are_in_one_sentence(text: str) -> None:
    pieces = Pieces(text)
    expected = [
        tuple(word for word in words(text, sentence) if word.of(text).isalnum())
        for sentence in pieces.forward(0, Size.SENTENCE)
    ]
    places = [place for group in expected for place in group]
    by_line = [list(line) for _, line in groupby(places, partial(line_of, text))]
    assert list(Together(text).by_sentence(by_line)) == list(filter(None, expected))


def test_lines_that_a_margin_has_broken_are_one_sentence() -> None:
    line = "the quick brown fox jumped over the lazy dog and then went\n"
    text = f"A ferry, {line}{line}{line}with a ferry."
    first, last = Span(2, 7), Span(text.rindex("ferry"), len(text) - 1)
    assert list(Together(text).by_sentence([[first], [last]])) == [(first, last)]


def test_a_text_without_full_stops_is_no_endless_sentence() -> None:
    text = "so " * 5_000
    places = [Span(start, start + 2) for start in range(0, len(text), 3)]
    found = list(Together(text).by_sentence([places]))
    assert [place for group in found for place in group] == places
    assert max(group[-1].end - group[0].start for group in found) <= LONGEST


def test_no_place_is_in_no_sentence() -> None:
    assert list(Together("One. Two.").by_sentence([])) == []
