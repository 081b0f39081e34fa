from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.tokens import fold, placed_tokens, tokens

TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "aB é É ß ﬁ ½ ℀ İ ' ’ _ - . \x7f \xad\u0301\u200b\u2060 北 カ 😀 🇰"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def test_spellings_of_a_word_are_one_token() -> None:
    assert tokens("Jong-un's U.S. café CAFE\u0301 ﬁne sanc\xadtions under_score") == [
        *("jong", "un", "s", "u", "s", "cafe", "cafe", "fine", "sanctions"),
        *("under", "score"),
    ]


def test_scripts_without_spaces_give_a_token_for_each_character() -> None:
    assert tokens("北京市 한국은 😀") == ["北", "京", "市", "한국은", "😀"]


@given(TEXTS)
def test_the_index_cuts_no_token_again(text: str) -> None:
    for token in tokens(text):
        assert token
        assert all(c.isalnum() or ord(c) > 127 for c in token)
        assert not any(c.isspace() for c in token if ord(c) < 128)


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert all(fold(token) == token for token in tokens(text))


@given(TEXTS)
def test_every_token_stands_where_it_is_said_to(text: str) -> None:
    placed = list(placed_tokens(text, Span(0, len(text))))
    assert [token for token, _, _ in placed] == tokens(text)
    assert all(fold(text[start:end]) == token for token, start, end in placed)
