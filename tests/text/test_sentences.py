import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.resources import SEEDS
from reader.text.paragraphs import paragraphs
from reader.text.sentences import LONGEST_BLOCK, sentences
from tests.text.laws import assert_pieces
from tests.text.strategies import FRAGMENTS, texts


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def seed_sentences() -> list[str]:
    found: list[str] = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_bytes().decode()
        for paragraph in paragraphs(text):
            found += [span.of(text) for span in sentences(text, paragraph)]
    return found


@given(texts)
def test_sentences_are_ordered_apart_trimmed_and_hold_everything(text: str) -> None:
    assert_pieces(text, sentences(text, Span(0, len(text))))


@given(st.lists(st.sampled_from([f for f in FRAGMENTS if f.isascii()])))
def test_a_line_feed_in_a_paragraph_is_a_space(parts: list[str]) -> None:
    wrapped, plain = "\n".join(parts), " ".join(parts)
    whole = Span(0, len(plain))
    assert sentences(wrapped, whole) == sentences(plain, whole)


def test_a_name_that_is_cut_short_may_end_a_sentence() -> None:
    assert cut("He left the Sea Org. Officials said so.") == [
        "He left the Sea Org.",
        "Officials said so.",
    ]
    assert cut("It is about Kim Jong Un. Years later they met.") == [
        "It is about Kim Jong Un.",
        "Years later they met.",
    ]
    for whole in (
        "He met Gov. Newsom in May.",
        "In Calif. Officials said so.",
        "GEN. Smith said so.",
        "They climbed Mt. Everest in May.",
    ):
        assert cut(whole) == [whole]


def test_the_seeds_have_125_sentences() -> None:
    assert len(seed_sentences()) == 125


def test_no_seed_is_broken_inside_an_acronym_or_at_dots_in_mid_sentence() -> None:
    assert not [s for s in seed_sentences() if s[0].islower()]
    whole = [s for s in seed_sentences() if "North Korea-U.S. " in s]
    assert len(whole) == 2
    assert all(s[0].isupper() and s.endswith(".") for s in whole)


def test_a_seed_quotation_is_cut_at_its_own_sentences() -> None:
    quoted = [s for s in seed_sentences() if "negotiations with the U.S." in s]
    (first,) = quoted
    assert first.endswith("negotiations with the U.S.")


@pytest.mark.parametrize(
    "parts",
    [
        ["He left.", "She stayed."],
        ["Mr. Kim met Gen. Park in the U.S. on Jan. 7.", "Nobody spoke."],
        ["He said the U.S. Ambassador had left.", "It was late."],
        ["It is for the U.S.", "That is, for everyone."],
        ['"We agree.', "They said no.", 'We wait," he said.', "Then he left."],
        ['"Is it?" he asked.', '"No!"', "She left."],
        ["“Stop!”", "“Why?” asked Kim.", "“Because.”"],
        ["The ties... many say... are close.", "He left."],
        ["They were not.", "... We were talking about a study."],
        ["He waited…", "The door opened."],
        ["It costs 3.5% a month.", "Pound for pound it is cheap."],
        ["It was told by Kim Jong Un.", "They left."],
        ["They were in Group D.", "The rest went home."],
        ["Apple Inc. said so.", "It was right."],
        ["The troops of al-Assad left.", "al-Assad stayed."],
        ["A tale of culture.’ ”", "Instead, she left."],
        ["(He left.)", "[She stayed.]"],
        ["Her desserts (I even ranked them! ), but not her cakes."],
        ["It is in New York.", "A map of it came."],
        ["They are works of art.", "Instead of art. 5 they read art. 6."],
        ["The customers have a higher CLV.", "Analyzing it helps."],
        ["They met on sept. 11 in New York."],
        ["The impact is human.", "92% of them say so in approx. 20 of 30 cases."],
        ["He wrote so on X.", '"Stay tuned for more," he said.'],
        ['They met John F. "Jack" Kennedy there.'],
        ["No full stop"],
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_a_full_width_stop_ends_a_sentence_without_a_space() -> None:
    text = "北朝鮮は「会談した。」と述べた。次は？未定！"
    assert cut(text) == ["北朝鮮は「会談した。」", "と述べた。", "次は？", "未定！"]


def test_a_long_paragraph_has_the_sentences_of_its_parts() -> None:
    story = "Nobody knew on Monday. They had spoken to Mr. Kim in the U.S. before. "
    text = (story * (3 * LONGEST_BLOCK // len(story))).strip()
    assert cut(text) == cut(story) * text.count("Nobody")


def test_a_long_paragraph_without_spaces_is_cut_at_full_width_stops() -> None:
    text = "北朝鮮は会談した。" * LONGEST_BLOCK
    assert set(cut(text)) == {"北朝鮮は会談した。"}


@pytest.mark.parametrize("piece", ["A. ", "Mr. ", "1. ", "汉。"])
def test_a_long_block_of_little_but_stops_is_cut_at_each(piece: str) -> None:
    text = (piece * 1_000).strip()
    assert set(cut(text)) == {piece.strip()}
    assert "".join(cut(text)) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000,
        "U.S. " * 20_000,
        "a" * 1_000_000,
        "a." * 50_000,
        "!?" * 50_000,
        '."' * 50_000,
        "。" * 50_000,
        "…" * 50_000,
        "\ud800. " * 10_000,
        " " * 100_000,
        "",
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_nothing_that_anybody_could_write_stops_it(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    held = sum(len(span.of(text).split()) for span in found)
    assert held >= len(text.split())
