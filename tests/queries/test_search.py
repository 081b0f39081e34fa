import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.queries.nodes import NOTHING, About, All, Any, Near, Not, Query, Words
from reader.queries.search import LANGUAGE, parse

ODD = (
    *('"', "Kim AND", "jong-un", "U.S.", "*", "(", "it's", "NEAR(", "body:", "xx:yy"),
    *("a OR", "^", "-x", '"un"closed"', "NOT x", "kim NEAR/0", "{a b}:c"),
    *("'; drop table article;--", "+", 'a"b', "😀", "tag:", 'site:"', "near:"),
    *("before:yesterday", "prefix**", '"phrase with "inner" quote"', "100%"),
    *("under_score", "\\", "AND OR NOT", "((((((((((", "kim -", "%27", "", " ", "|"),
    *(")", "a)b(c", "- -", "--x", "-(", "near:99999999999 a", "a near: OR b", "**"),
    *("status:", "after:0000", "after:2019-13", "OR OR", "a near:b near:c", "\0"),
    *('tag:"a b', "-tag:x OR y", "(" * 500 + "a", "a " * 500, "-" * 99, "near:-1 x"),
)
"""What people type that other searches answer with an error."""

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("a", "bc*", '"', "(", ")", "-", "OR", "AND", "NOT", "near:"),
                *("near:3", "tag:x", "site:", "before:2019", "after:x", " ", "*", ":"),
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=30,
)
TYPED = st.one_of(
    st.text(max_size=80),
    st.builds("".join, PIECES),
    st.builds(" ".join, PIECES),
    st.sampled_from(ODD),
)


def words(*tokens: str) -> Words:
    return Words(tokens)


@given(TYPED, st.booleans())
def test_nothing_that_can_be_typed_is_an_error(typed: str, typing: bool) -> None:
    assert isinstance(parse(typed, typing=typing), Query)


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("north korea", All((words("north"), words("korea")))),
        ('"north korea"', words("north", "korea")),
        ("sanction*", Words(("sanction",), is_prefix=True)),
        ("a b OR c d", All((words("a"), Any((words("b"), words("c"))), words("d")))),
        (
            "(a b) OR c",
            Any((All((words("a"), words("b"))), words("c"))),
        ),
        ("kim -trump", All((words("kim"), Not(words("trump"))))),
        ("NOT kim", Not(words("kim"))),
        ("--kim", words("kim")),
        ("Jong-un", words("jong", "un")),
        ("kim near:xi", Near((words("kim"), words("xi")), 10)),
        (
            'kim near:3 "north korea"',
            Near((words("kim"), words("north", "korea")), 3),
        ),
        ("tag:Actor/State/", About("tag", "actor/state")),
        ('site:"BBC  News"', About("site", "bbc news")),
        ("before:2019/2 ", About("before", "2019-02")),
        ("status:d", About("status", "done")),
        ("kim -", words("kim")),
        ("a)b", All((words("a"), words("b")))),
        ("北京", words("北", "京")),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, root: object) -> None:
    assert parse(typed).root == root
    assert not parse(typed).notes


@pytest.mark.parametrize(
    ("typed", "root", "said"),
    [
        ("xx:yy", words("xx", "yy"), "“xx:yy” is looked for as words: the fields are"),
        ('xx:"y z"', words("xx", "y", "z"), "is looked for as words: the fields are"),
        ("a OR", words("a"), "“OR” is left out"),
        ("OR a", words("a"), "“OR” is left out"),
        ("a NOT", words("a"), "“NOT” is left out"),
        ("near: a", words("a"), "near: stands between words"),
        ("a near:", words("a"), "near: stands between words"),
    ],
)
def test_what_is_left_out_is_said(typed: str, root: object, said: str) -> None:
    query = parse(typed)
    assert query.root == root
    assert said in query.notes[0]


@pytest.mark.parametrize("typed", ["a OR", "a NOT", "a near:", "xx:yy"])
def test_nothing_is_said_of_what_may_be_about_to_be_typed(typed: str) -> None:
    assert parse(typed, typing=True).notes == ()


def test_a_word_that_is_being_typed_finds_what_it_may_become() -> None:
    assert parse("kim sanct", typing=True).leaves[-1] == Words(("sanct",), True)
    assert parse("kim sanct ", typing=True).leaves[-1] == Words(("sanct",))
    assert parse("un", typing=True).root == Words(("un",))


@pytest.mark.parametrize("typed", ["before:yesterday", "after:2019-02-30", "status:x"])
def test_what_no_field_can_take_is_looked_for_as_words_and_that_is_said(
    typed: str,
) -> None:
    query = parse(typed)
    assert query.leaves
    assert typed in query.notes[0]
    assert parse(typed, typing=True).notes == ()


def test_a_pasted_page_is_cut_and_that_is_said() -> None:
    query = parse("word " * 500)
    assert len(query.leaves) == 64
    assert query.notes == ("only the first 64 words count",)


def test_nothing_typed_asks_nothing() -> None:
    assert parse("  ") == NOTHING


def test_every_form_that_is_offered_is_understood() -> None:
    for form, _ in LANGUAGE:
        assert not parse(form).is_empty
        assert not parse(form).notes
