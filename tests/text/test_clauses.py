import pytest
from hypothesis import given

from reader.model import Span
from reader.text.clauses import clauses, quotations
from reader.text.sentences import sentences
from tests.text.laws import clusters
from tests.text.strategies import texts


def cut(text: str) -> list[str]:
    return [span.of(text) for span in clauses(text, Span(0, len(text)))]


@given(texts)
def test_clauses_are_ordered_apart_and_hold_every_letter(text: str) -> None:
    edges = {0} | {cluster.end for cluster in clusters(text)}
    for sentence in sentences(text, Span(0, len(text))):
        found = clauses(text, sentence)
        ends = [sentence.start, *(o for c in found for o in (c.start, c.end))]
        assert ends == sorted(ends)
        assert set(ends) <= edges
        assert all(sentence.covers(clause) for clause in found)
        held = {o for clause in found for o in range(clause.start, clause.end)}
        letters = {o for o in range(sentence.start, sentence.end) if text[o].isalnum()}
        assert letters <= held


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            'Kim said, "We hope, they wait," and left.',
            ["Kim said", "We hope", "they wait", "and left"],
        ),
        ("That is, even if so, it stays.", ["That is", "even if so", "it stays"]),
        ("The talks - long ones - ended.", ["The talks", "long ones", "ended"]),
        ("It cost 1,000 at 10:30, he said.", ["It cost 1,000 at 10:30", "he said"]),
        ("She left (at last) for home.", ["She left", "at last", "for home"]),
        ("Ties... many say, hold.", ["Ties", "many say", "hold"]),
        ("One clause only.", ["One clause only."]),
    ],
)
def test_a_sentence_parts_at_its_commas_and_quotes(
    sentence: str, found: list[str]
) -> None:
    assert cut(sentence) == found


def test_a_quotation_is_what_stands_between_its_marks() -> None:
    text = 'He said "we wait, we hope" and “they left”; ‘so it’s told’.'
    found = quotations(text, Span(0, len(text)))
    assert [q.of(text) for q in found] == [
        "we wait, we hope",
        "they left",
        "so it’s told",
    ]
