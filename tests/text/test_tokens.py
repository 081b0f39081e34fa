import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from reader.text.tokens import fold, token_places, tokens, told

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


@given(TEXTS, st.sampled_from(["", "x" * 64, "x" * 65, "Y1" * 70]))
def test_fts5_cuts_what_it_is_told_as_this_does(text: str, long: str) -> None:
    text = f"{text}{long}{text} {long} {text}"
    assert _in_fts5(told(text.split("\n"))) == _in_fts5(" ".join(tokens(text)))


@given(
    st.text(st.sampled_from("aZ09_ -\n"), max_size=300),
    st.sampled_from(["", "x" * 64, "x" * 65, "Y1" * 70]),
)
def test_ascii_is_cut_as_any_text_is(text: str, long: str) -> None:
    text = f"{text} {long}{text}"
    assert tokens(text) == tokens(f"{text} é")[:-1]


@given(st.text(st.characters(max_codepoint=127), max_size=200))
def test_ascii_is_left_to_fts5_and_cut_alike(text: str) -> None:
    assert _in_fts5(told([text])) == _in_fts5(" ".join(tokens(text)))


def _in_fts5(text: str) -> list[str]:
    """The tokens that the index makes of a text."""
    with sqlite3.connect(":memory:") as conn:
        conn.executescript(
            "CREATE VIRTUAL TABLE f USING fts5 (x, content='', tokenize='ascii');"
            "CREATE VIRTUAL TABLE v USING fts5vocab (f, instance);"
        )
        conn.execute("INSERT INTO f (rowid, x) VALUES (1, ?)", (text,))
        rows = conn.execute("SELECT term FROM v ORDER BY offset").fetchall()
    return [row[0] for row in rows]


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
    placed = [text[start:end] for start, end in token_places(text)]
    assert list(map(fold, placed)) == tokens(text)
