import pytest

from reader.model import Span
from reader.text.passages import Passages
from reader.text.sentence_keys import LONGEST, keyed_sentences, sentence_key

SENTENCE = "North Korea insists that Washington first build trust."


@pytest.mark.parametrize(
    "other",
    [
        "NORTH KOREA INSISTS THAT WASHINGTON FIRST BUILD TRUST!",
        "“North Korea insists, that Washington first build trust…”",
        "North Korea\ninsists that  Washington first build trust",
    ],
)
def test_the_same_words_have_the_same_key(other: str) -> None:
    assert sentence_key(other) == sentence_key(SENTENCE) is not None


@pytest.mark.parametrize(
    "other",
    ["North Korea insists that Washington first rebuild trust.", SENTENCE + " Now."],
)
def test_other_words_have_another_key(other: str) -> None:
    assert sentence_key(other) != sentence_key(SENTENCE)


@pytest.mark.parametrize("short", ["He did not.", "I do not go to it", "", "……"])
def test_what_is_said_by_chance_has_no_key(short: str) -> None:
    assert sentence_key(short) is None


def test_hidden_lines_have_no_sentences_and_part_none() -> None:
    text = f"{SENTENCE}\nShare this story with all your friends today\n{SENTENCE}"
    junk = Span(text.index("Share"), text.index(" today") + 6)
    shown = list(keyed_sentences(Passages(text, [junk])))
    assert [span.of(text) for _, span in shown] == [SENTENCE, SENTENCE]
    assert len({key for key, _ in shown}) == 1
    assert len(list(keyed_sentences(Passages(text)))) == 3


def test_of_a_huge_text_only_the_beginning_is_cut() -> None:
    text = "\n".join(f"{SENTENCE} It is the {n}th of so many." for n in range(6_000))
    ends = [span.end for _, span in keyed_sentences(Passages(text))]
    assert len(text) > LONGEST >= max(ends) > LONGEST - 200


def test_of_a_text_of_tiny_sentences_only_the_first_are_cut() -> None:
    text = "\n".join([SENTENCE, *(["a"] * 9_999), SENTENCE])
    (first,) = keyed_sentences(Passages(text))
    assert first[1] == Span(0, len(SENTENCE))


def test_a_key_is_the_same_in_every_release() -> None:
    # What is kept in a library is compared with what is made today.
    assert sentence_key(SENTENCE) == KEY


KEY = -8922823348556517272
