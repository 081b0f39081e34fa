import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources import html
from reader.sources.documents import document
from reader.sources.extraction import extracted
from reader.sources.formats import format_of, is_article
from reader.sources.page_lines import page_lines
from reader.sources.refusal import UnreadableError

PARAGRAPHS = (
    "The foreign minister arrived in the capital on Monday for two days of talks"
    " about the treaty that both sides signed last year.",
    "Officials said that no date had been set for the next round, and that the"
    " border would stay closed until the spring at the earliest.",
    "“We have time,” the minister told reporters at the airport, “but the people"
    " who live along the river have none, and they know it.”",
    "The opposition called the visit a show and asked for the full text of the"
    " agreement to be laid before parliament within the week.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
COMMENTS = (
    "<section id='comments'><h3>Comments</h3><div class='comment'>"
    "<p>I do not believe one word of this.</p></div></section>"
)
RELATED = (
    "<aside class='related'><h3>Related</h3><ul><li><a href='/a'>Ships wait in the"
    " harbour</a></li><li><a href='/b'>Grain is dearer</a></li></ul></aside>"
)

ATTRIBUTES = " ".join(f"a{number}='>'" for number in range(100_000))


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def text_of(body: str, head: str = "") -> str:
    return html.read("a.html", page(body, head).encode()).text


def test_of_an_article_the_menu_the_comments_and_the_links_are_left_out() -> None:
    article = f"<article><h1>Talks resume</h1>{BODY}</article>"
    text = text_of(NAV + article + COMMENTS + RELATED)
    assert text == "\n\n".join(["Talks resume", *PARAGRAPHS])


def test_a_document_has_the_page_and_what_it_came_from() -> None:
    data = page(f"<article>{BODY}</article>").replace("><", ">\r\n<").encode()
    document = html.read("a.html", data)
    assert document.source == "a.html"
    assert document.original == data
    assert document.encoding == "utf-8"
    assert document.newline == "lf"
    assert "\r" not in document.text


def test_what_the_page_says_of_itself_is_kept() -> None:
    head = (
        "<title>Talks resume - Daily</title>"
        "<link rel='canonical' href='https://news.daily-example.com/2020/talks.html'>"
        "<meta property='og:title' content='Talks &amp; silence'>"
        "<meta property='og:site_name' content='The Daily'>"
        "<meta name='author' content='Jane Roe'>"
        "<meta property='article:published_time' content='2020-03-04T23:30:00+01:00'>"
    )
    document = html.read("a.html", page(f"<article>{BODY}</article>", head).encode())
    assert document.title == "Talks & silence"
    assert document.site == "daily-example.com"
    assert document.author == "Jane Roe"
    assert document.published == "2020-03-04"


def test_a_site_without_an_address_goes_by_its_name() -> None:
    head = "<meta property='og:site_name' content='The Daily'>"
    assert html.read("a.html", page(BODY, head).encode()).site == "The Daily"


def test_a_date_to_come_is_not_judged_by_the_clock() -> None:
    head = "<meta property='article:published_time' content='2091-03-04'>"
    assert html.read("a.html", page(BODY, head).encode()).published == "2091-03-04"


def test_without_a_title_the_first_words_stand_for_it() -> None:
    found = html.read("a.html", page(BODY).encode()).title
    assert PARAGRAPHS[0].startswith(found.removesuffix("…"))
    assert found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("[link=http://e]press[/]", "[link=http://e]press[/]"),
        ("&lt;b&gt;one\n\ttwo", "<b>one two"),
        ("a&#0;b&#xD800;c", "a\ufffdb\ufffdc"),
        pytest.param("word " * 5_000, "word word", id="long"),
        pytest.param("e\u0301" * 5_000, "e\u0301e\u0301", id="accents"),
    ],
)
def test_a_hostile_title_is_one_plain_line_of_no_great_length(
    title: str, expected: str
) -> None:
    found = html.read("a.html", page(BODY, f"<title>{title}</title>").encode()).title
    assert found.startswith(expected)
    assert len(found) <= 301
    assert "\n" not in found
    assert found.encode()


@pytest.mark.parametrize(
    "wrapping",
    [
        "<div class='comment-content'>{}</div>",
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<div class='comment'>" + "<div>" * 400 + "{}",
        "<font>" * 300 + "{}",
    ],
)
def test_where_the_article_is_not_found_all_lines_of_the_page_are_kept(
    wrapping: str,
) -> None:
    whole = page(NAV + wrapping.format(BODY) + RELATED)
    document = html.read("a.html", whole.encode())
    text = document.text
    assert document.is_whole_page
    assert all(paragraph in text.split("\n") for paragraph in PARAGRAPHS)
    assert "- Home" in text.split("\n")
    assert "- Grain is dearer" in text.split("\n")


def test_an_article_of_which_half_is_found_is_kept_whole() -> None:
    first, *others = PARAGRAPHS
    lost = "".join(f"<p>{paragraph}</p>" for paragraph in others)
    text = text_of(f"<article><p>{first}</p></article><div class=newsletter>{lost}")
    assert all(paragraph in text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("tag", ["article", "div", "main"])
def test_a_report_of_two_short_sentences_is_not_run_together_with_the_menu(
    tag: str,
) -> None:
    menu = "".join(f"<li><a href='/{n}'>Section {n} of it</a></li>" for n in range(30))
    short = "<h1>Boat sinks</h1><p>A boat sank on Monday.</p><p>Nobody was hurt.</p>"
    whole = page(f"<ul>{menu}</ul><{tag}>{short}</{tag}>")
    document = html.read("a.html", whole.encode())
    assert document.is_whole_page
    lines = document.text.split("\n")
    assert {"- Section 7 of it", "Boat sinks", "Nobody was hurt."} <= set(lines)


def test_an_article_whose_paragraphs_are_parted_by_breaks_is_found() -> None:
    story = "<br><br>".join(PARAGRAPHS)
    text = text_of(f"{NAV}<div class='story'>{story}</div>{RELATED}")
    assert "Grain is dearer" not in text
    assert [line for line in text.split("\n") if line] == list(PARAGRAPHS)


def test_of_a_page_of_short_lines_no_twentieth_part_is_taken_for_all() -> None:
    lost = "".join(f"<p>Item {number} of the list</p>" for number in range(200))
    text = text_of(f"<article><p>Our list is here.</p></article><aside>{lost}")
    assert "Item 199 of the list" in text


def test_a_few_short_comments_do_not_bring_the_whole_page_back() -> None:
    text = text_of(f"<article>{BODY}</article>{COMMENTS * 12}")
    assert text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("depth", [300, 90_000])
def test_nested_deeper_than_the_parser_goes_no_text_is_lost(depth: int) -> None:
    after = f"<p>The end of it, and {PARAGRAPHS[3]}</p>"
    deep = "<div>" * depth + "deep down" + "</div>" * depth
    lines = text_of(f"<article>{BODY}</article>{deep}{after}").split("\n")
    assert "deep down" in lines
    assert lines[-1].startswith("The end of it")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>word " * 100_000, id="open-divs"),
        pytest.param("<p>word" * 140_000, id="open-paragraphs"),
        pytest.param("<ul><li>word" * 80_000, id="open-lists"),
        pytest.param("<!-- word " * 100_000, id="open-comments"),
        pytest.param("word" + "<a href='x " * 90_000, id="open-values"),
        pytest.param("word" + "<b x " * 200_000, id="open-tags"),
        pytest.param("<noscript>word" * 70_000, id="open-noscript"),
        pytest.param("<table><tr><td>word<td> " * 40_000, id="open-tables"),
        pytest.param("<p>word" + "<br> " * 190_000, id="breaks"),
        pytest.param("<p " + ATTRIBUTES + ">word", id="attributes"),
        pytest.param("<p title='" + "<b " * 300_000 + "'>word", id="value"),
        pytest.param("<p>&#" + "1" * 900_000 + ";word", id="number"),
        pytest.param("<pre>" + "word\n" * 200_000, id="pre"),
    ],
)
def test_no_megabyte_of_odd_markup_loses_its_words_or_hangs(body: str) -> None:
    assert "word" in text_of(body)


def test_a_title_that_is_a_megabyte_of_markup_does_not_hang() -> None:
    head = f"<meta property='og:title' content='{'<b ' * 300_000}'>"
    assert html.read("a.html", page("<p>word", head).encode()).title == "word"


def test_a_page_of_very_many_tags_still_says_its_title() -> None:
    head = "<meta property='og:title' content='All results'>"
    data = page("<p>word <b>word</b></p>" * 20_000, head).encode()
    assert html.read("a.html", data).title == "All results"


@pytest.mark.parametrize("piece", ["<p>word ", "word </p>"])
def test_a_page_of_very_many_tags_that_lack_their_other_half_comes_in_whole(
    piece: str,
) -> None:
    document = html.read("a.html", page(piece * 13_000).encode())
    assert document.is_whole_page
    assert document.text.count("word") == 13_000


@pytest.mark.parametrize(
    "piece",
    [
        "<script>a</script>",
        "<style>a</style>",
        "<svg></svg>",
        "<button>a</button>",
        "<span></span>",
        "<font><svg></svg></font>",
        "<div class=share>a</div>",
    ],
)
def test_what_trafilatura_would_take_out_of_much_text_for_long_is_left_to_the_cleaner(
    piece: str,
) -> None:
    head = "<meta property='og:title' content='All results'>"
    between = "word " * 20
    data = page(f"<div>{f'{piece}{between}' * 2_000}</div>", head).encode()
    document = html.read("a.html", data)
    assert document.is_whole_page
    assert document.text.count("word") == 40_000
    assert document.title == "All results"


def test_many_tables_in_tables_are_left_to_the_cleaner() -> None:
    head = "<meta property='og:title' content='All results'>"
    tables = "<table><tr><td>word " * 60 + "</td></tr></table>" * 60
    document = html.read("a.html", page(tables * 30, head).encode())
    assert document.is_whole_page
    assert document.text.count("word") == 1_800
    assert document.title == "All results"
    few = "<table><tr><td>A word, a word. " * 6 + "</td></tr></table>" * 6
    assert extracted(page(few * 30)).text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>word<script>a</script> word</p>" * 2_000, id="paragraphs"),
        pytest.param("word word<br><svg></svg>word<br>" * 2_000, id="line-breaks"),
        pytest.param("<ul>" + "<li>A word, a word" * 4_000 + "</ul>", id="items"),
    ],
)
def test_in_a_page_of_much_that_blocks_or_breaks_part_the_article_is_found(
    body: str,
) -> None:
    head = "<meta name=author content='Ann Writer'>"
    found = extracted(page(f"<article>{body}</article>", head))
    assert found.text.count("word") >= 4_000
    assert found.author == "Ann Writer"


RUSSIAN = "Правительство вчера одобрило закон, который вступит в силу в августе."


@pytest.mark.parametrize(
    ("declaration", "codec", "encoding"),
    [
        ("<meta charset=windows-1251>", "cp1251", "cp1251"),
        (
            '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=KOI8-R">',
            "koi8-r",
            "koi8-r",
        ),
        ("<meta charset='iso-8859-5' />", "iso8859-5", "iso8859-5"),
        ("<meta charset=x-mac-cyrillic>", "mac-cyrillic", "mac-cyrillic"),
        ("<meta charset=windows-1251>", "utf-8", "utf-8"),
        ("<meta charset=windows-1251>", "utf-16", "utf-16-le"),
        ("<meta charset=utf-8>", "cp1251", "cp1251"),
        ("<meta charset=rot13>", "cp1251", "cp1251"),
        ("<meta charset=nonsense>", "cp1251", "cp1251"),
        ("", "cp1251", "cp1251"),
    ],
)
def test_a_page_is_in_the_encoding_that_it_declares_unless_its_bytes_say_another(
    declaration: str, codec: str, encoding: str
) -> None:
    document = html.read("a.html", page(f"<p>{RUSSIAN}", declaration).encode(codec))
    assert document.text == RUSSIAN
    assert document.encoding == encoding


def test_an_xml_declaration_says_the_encoding_too() -> None:
    start = '<?xml version="1.0" encoding="x-mac-cyrillic"?>'
    data = (start + page(f"<p>{RUSSIAN}</p>")).encode("mac-cyrillic")
    assert html.read("a.xhtml", data).text == RUSSIAN


def test_latin_1_is_read_as_browsers_read_it() -> None:
    data = page("<p>“Non”</p>", "<meta charset=iso-8859-1>").encode("cp1252")
    assert html.read("a.html", data).text == "“Non”"


def test_nul_and_lone_surrogates_become_the_replacement_character() -> None:
    data = page("<p>a\0b c&#xD800;d e&#0;f</p>").encode()
    document = html.read("a.html", data)
    assert document.text == "a\ufffdb c\ufffdd e\ufffdf"
    assert document.replaced == 3


@pytest.mark.parametrize(
    ("body", "replaced"),
    [
        ("<p>a\ufffdb &#xFFFD; &#65533; c</p>", 0),
        ("<p>a\ufffdb &#xFFFD; c&#0;d \0e</p>", 2),
        ("<p>a &#655330; b &#xfffd0; c</p>", 0),
        ("<script>'\0'</script><p>a b</p>", 0),
        ("<script>'\ufffd'</script><p>a\0b</p>", 1),
        ("<article>" + BODY.replace("Monday", "Mon\x01day") + "</article>", 1),
        (BODY, 0),
    ],
)
def test_what_a_page_holds_as_a_replacement_character_is_not_counted(
    body: str, replaced: int
) -> None:
    assert html.read("a.html", page(body).encode()).replaced == replaced


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "has nothing but blanks in it"),
        (b"%PDF-1.7 <p>text</p>", "is a PDF; only text is read"),
        (b"PK\x03\x04<p>text</p>", "is a ZIP archive"),
        (b"<p>" + b"\x01\x02" * 50, "is not text"),
        (b"No tag, and a < b.", "has no HTML in it"),
        (b"<html><body><img src=a.png></body></html>", "has no text in it"),
        (b"<script>var word = 1;</script><style>p {}</style>", "has no text in it"),
        (b"<p>&nbsp;</p><!-- word -->", "has no text in it"),
    ],
)
def test_what_is_no_page_with_text_is_refused_with_the_reason(
    data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableError, match=reason) as refusal:
        html.read("a.html", data)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_pages_are_known_by_their_names(name: str) -> None:
    assert is_article(name)
    assert format_of(name).read is html.read


def test_a_refused_page_does_not_stop_the_reading(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.html"
    file.write_text("no page")
    assert "has no HTML in it" in str(document(str(file)))


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


def test_what_reads_pages_is_loaded_for_pages_only() -> None:
    program = "import sys, reader.sources.documents as d; print('lxml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
