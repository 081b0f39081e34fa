"""Web pages that would hold a parser up, or lose their words in it."""

import pytest

from reader.sources import html
from reader.sources.extraction import extracted
from tests.sources.test_html import BODY, PARAGRAPHS, page, text_of

ATTRIBUTES = " ".join(f"a{number}='>'" for number in range(100_000))


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
