"""What Markdown makes of its text: which words have which look, and where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.markdown import LONGEST, styled


def seen(text: str) -> list[tuple[str, str]]:
    """The words of each span with a look, and what it is."""
    return [(each.span.of(text), " ".join(each.looks)) for each in styled(text)]


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("plain words", []),
        ("# A title #\n\nx", [
            ("#", "heading syntax"), (" A title", "heading"), (" #", "heading syntax"),
        ]),
        ("One\ntwo\n===\n", [("One\ntwo\n", "heading"), ("===", "heading syntax")]),
        ("> a\n> > b\nlazy", [
            (">", "syntax"), (" a", "quote"), ("> >", "syntax"), (" b", "quote"),
            ("lazy", "quote"),
        ]),
        ("- one\n- > two\n", [
            ("-", "bullet"), ("-", "bullet"), (" >", "syntax"), (" two", "quote"),
        ]),
        ("12. one", [("12.", "bullet")]),
        ("a *b* c", [("*", "syntax"), ("b", "emphasis"), ("*", "syntax")]),
        ("__b__", [("__", "syntax"), ("b", "strong"), ("__", "syntax")]),
        ("***b***", [
            ("*", "syntax"), ("**", "emphasis syntax"), ("b", "emphasis strong"),
            ("**", "emphasis syntax"), ("*", "syntax"),
        ]),
        ("a * b *c", []),
        ("a [b *c*](d) e", [
            ("[", "syntax"), ("b ", "link"), ("*", "link syntax"),
            ("c", "emphasis link"), ("*", "link syntax"), ("](d)", "syntax"),
        ]),
        ("[b][r]\n\n[r]: /u", [("[", "syntax"), ("b", "link"), ("][r]", "syntax")]),
        ("![a *b*](c) *d*", [
            ("![a *b*](c)", "syntax"), ("*", "syntax"), ("d", "emphasis"),
            ("*", "syntax"),
        ]),
        ("<https://a.example>", [
            ("<", "syntax"), ("https://a.example", "link"), (">", "syntax"),
        ]),
        ("`*a*` \\*b*", [("`*a*`", "code"), ("\\", "syntax")]),
        ("```py\n*x*\n```\n", [
            ("```py", "code syntax"), ("\n*x*\n", "code"), ("```", "code syntax"),
        ]),
        ("---\ntitle: *x*\n---\n*a*", [
            ("---\ntitle: *x*\n---", "syntax"), ("*", "syntax"), ("a", "emphasis"),
            ("*", "syntax"),
        ]),
        ("a\n\n---\n\n<b>c</b>", [
            ("---", "syntax"), ("<b>", "syntax"), ("</b>", "syntax"),
        ]),
        ("# A\r\n\r\n*b*\r\n", [
            ("#", "heading syntax"), (" A\r", "heading"), ("*", "syntax"),
            ("b", "emphasis"), ("*", "syntax"),
        ]),
    ],
)  # fmt: skip
def test_words_have_the_look_that_their_marks_give_them(
    text: str, is_seen: list[tuple[str, str]]
) -> None:
    assert seen(text) == is_seen


def test_what_goes_over_quoted_lines_leaves_their_marks_out() -> None:
    text = "> **one\n> two** three"
    assert seen(text) == [
        (">", "syntax"),
        (" ", "quote"),
        ("**", "quote syntax"),
        ("one", "quote strong"),
        (">", "syntax"),
        (" ", "quote"),
        ("two", "quote strong"),
        ("**", "quote syntax"),
        (" three", "quote"),
    ]


def test_too_long_a_text_has_no_looks() -> None:
    assert styled("# a\n\n" + "b" * LONGEST) == ()
    assert seen("*a* " * 10_000 + "\n\n# b") == [
        ("#", "heading syntax"),
        (" b", "heading"),
    ]


@given(st.text(alphabet="ab \n\r\t>-*_`#[]()<!\\.1&=~|:\0\u2028é", max_size=80))
def test_spans_lie_in_order_side_by_side_in_any_text(text: str) -> None:
    end = 0
    for each in styled(text):
        assert end <= each.span.start < each.span.end <= len(text)
        assert each.looks == tuple(sorted(set(each.looks)))
        end = each.span.end
