"""The lines of a web page."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.page_lines import page_lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h2>Head</h2>text<p>more", "Head\n\ntext\n\nmore"),
        ("<p>The <a href='/x'>word</a> of <i>one</i>", "The word of one"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "- a\n  - b\n- c\n\nd"),
        ("<div><ul><li>a</div><p>b<p>c", "- a\n\nb\n\nc"),
        ("<ol><li><p>a</p><p>b</p></li><li></li></ol>", "- a\nb"),
        ("<table><tr><th>a<th>b<tr><td> <td>d</table>", "a | b\nd"),
        ("<pre>a\n  b\n\nc</pre>d\ne", "a\n  b\n\nc\n\nd e"),
        ("<a>Home</a><a>World</a> <b>x</b><b>y</b>", "Home World xy"),
        ("a &amp; b &lt;c&gt; &eacute; &#8212;", "a & b <c> é —"),
        ("a\u00a0b", "a\u00a0b"),
        ("<p title='a > b'>c<!-- > -->d<?x y?>e", "cde"),
        ("a<script>b</SCRIPT>c<script src=x />d<style>e", "acd"),
        ("a<template>b</template>c<noscript>d</noscript>e", "ace"),
        ("a<noscript>b<!-- c", "ab<!-- c"),
        ("2 < 3 and <3 <", "2 < 3 and <3 <"),
        ("a</ul></ul></pre><li>b", "a\n\n- b"),
    ],
)
def test_a_block_of_the_page_is_a_line(body: str, lines: str) -> None:
    assert page_lines(body) == lines


@given(st.lists(st.sampled_from(["<p>", "</", "<!--", "-->", "<a b='", '">', "w "])))
@settings(max_examples=200)
def test_any_pile_of_markup_has_lines_without_blanks_at_their_ends(
    parts: list[str],
) -> None:
    lines = page_lines("".join(parts)).split("\n")
    assert all(line == line.strip() for line in lines)
    assert not any(not one and not two for one, two in pairwise(lines))


@given(st.lists(st.text("abc<>&; ", max_size=8), max_size=8))
@settings(max_examples=100)
def test_text_that_is_written_as_html_comes_back(words: list[str]) -> None:
    escaped = [word.replace("&", "&amp;").replace("<", "&lt;") for word in words]
    expected = [" ".join(word.split()) for word in words]
    found = page_lines("".join(f"<p>{word}</p>" for word in escaped))
    assert found == "\n\n".join(word for word in expected if word)
