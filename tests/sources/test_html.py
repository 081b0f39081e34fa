"""A web page as a document: its article, what it says of itself, what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.sources import html
from reader.sources.documents import document
from reader.sources.formats import format_of, is_article
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


def test_what_reads_pages_is_loaded_for_pages_only() -> None:
    program = "import sys, reader.sources.documents as d; print('lxml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
