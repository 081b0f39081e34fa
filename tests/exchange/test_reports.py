import io
import re
import sys
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exchange.markdown import _plain
from reader.exchange.refi import xml_text
from reader.exchange.whole_file import NotWrittenError
from reader.model import Span
from reader.store import Store
from reader.text.safe import safe
from tests.conftest import keep
from tests.exchange.conftest import Made, annotate, exported, memos

EVIL = (
    "<script>alert(1)</script> [x](javascript:1) ![i](file:///) **b** `c` \x1b[2J # 1."
)


class Page(HTMLParser):
    """The words of a page, and the elements in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def coded(nasty: Store) -> Store:
    version = nasty.articles.version(1)
    start, end = version.text.index("Nobody"), version.text.index(" rained")
    nasty.annotations.tag(version, Span(start, end), "sea/calm <b>", EVIL)
    annotate(nasty, Made(1, 27, 5, "food", "", "ben"))
    annotate(nasty, Made(2, 0, 30, "food", "", "ben"))
    annotate(nasty, Made(1, 0, 6, "", "only a memo", "ana"))
    nasty.codebook.describe("food", "what is *eaten*")
    return nasty


def test_markdown_has_the_quotes_under_their_tags(coded: Store) -> None:
    html = MarkdownIt("commonmark").render(exported(coded, "markdown").decode())
    words = Page(html).words
    first, second, last = (
        words.index(t) for t in ("food (2)", "calm <b> (1)", "Memos")
    )
    assert first < words.index("what is *eaten*") < words.index("Bread") < second
    assert second < words.index("Nobody spoke of the storm.") < last
    assert last < words.index("only a memo")
    assert "Share this story" not in words
    assert "Prices rise at the market, paragraph 2 (ben)" in words
    assert "4 annotations in 3 articles." in words
    assert not Page(html).elements & {"script", "img", "a", "code", "strong"}
    assert " ".join(safe(EVIL).split()) in words


@given(st.one_of(memos, st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~&$:@=^\"'1 \ta"))))
@settings(max_examples=150)
def test_any_line_is_only_words_in_markdown(line: str) -> None:
    shown = " ".join(safe(line).split())
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"x {_plain(line)}")
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens if token.nesting == 1] == ["paragraph_open"]
    (only,) = inline
    children = only.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == f"x {shown}".rstrip()


def test_html_is_whole_and_inert(coded: Store) -> None:
    data = exported(coded, "html").decode()
    page = Page(data)
    assert not page.elements & {"script", "img", "link", "iframe", "object", "form"}
    assert "http://" not in data
    assert "https://" not in data
    assert "default-src 'none'" in data
    assert safe(EVIL) in page.words
    assert "\x1b" not in data
    assert "Nobody spoke of the storm." in page.words
    assert "Share this story" not in page.words
    assert page.words.index("food") < page.words.index("sea/calm <b>")


def test_the_matrix_is_a_picture_in_it(coded: Store) -> None:
    data = exported(coded, "html").decode()
    svg = data[data.index("<svg") : data.index("</svg>") + 6]
    picture = ElementTree.fromstring(svg)
    texts = ["".join(text.itertext()) for text in picture.iter("text")]
    assert texts[:2] == ["food", "sea/calm <b>"]
    titles = [safe(article.title) for article in coded.articles.all()[:3]]
    shown = [title if len(title) < 41 else title[:39] + "…" for title in titles]
    assert sorted(texts[2:]) == sorted([*shown, "1", "1", "1"])
    assert len(list(picture.iter("rect"))) == 3


def document(data: bytes) -> Any:
    return pytest.importorskip("docx").Document(io.BytesIO(data))


def test_a_word_file_has_the_quotes_under_their_tags(coded: Store) -> None:
    written = document(exported(coded, "docx"))
    found = [(each.style.name, each.text) for each in written.paragraphs]
    assert found[:2] == [
        ("Title", "reader"),
        ("Normal", "4 annotations in 3 articles."),
    ]
    headings = [text for style, text in found if style == "Heading 1"]
    assert headings == ["food", "sea/calm <b>", "Memos without a tag"]
    rows = [[cell.text for cell in row.cells] for row in written.tables[0].rows]
    assert rows[1:] == [
        ["food", "2", "2"],
        ["sea/calm <b>", "1", "1"],
        ["Memos without a tag", "1", "1"],
    ]
    quotes = "\n".join(text for style, text in found if style == "Quote")
    assert "Nobody spoke of the storm." in quotes
    assert "Share this story" not in quotes
    assert ("Normal", f"Memo: {safe(EVIL)}") in found
    assert "— Prices rise at the market, paragraph 2 (ben)" in [t for _, t in found]


@given(st.lists(memos, min_size=1, max_size=8, unique=True))
@settings(max_examples=12)
def test_a_word_file_holds_any_text(texts: list[str]) -> None:
    with Store(None, "ana") as store:
        keep(store, "A story.")
        for number, memo in enumerate(texts):
            annotate(store, Made(0, 0, 7, f"t{number}", memo, "ana"))
        words = [p.text for p in document(exported(store, "docx")).paragraphs]
    for memo in texts:
        shown = xml_text(safe(memo.replace("\r\n", "\n")))
        assert not memo or f"Memo: {shown}" in words


def test_without_its_library_a_word_file_says_what_it_needs(
    coded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(NotWrittenError, match="pip install python-docx"):
        exported(coded, "docx")


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_no_line_end_is_shown_as_a_control(form: str) -> None:
    with Store(None, "ana") as store:
        keep(store, "A title\nOne line\r\nand another.\r\nThe end.")
        annotate(store, Made(0, 12, 20, "tag", "two\r\nlines", "ana"))
        annotate(store, Made(0, 12, 3, "tag", "", "ana"))
        data = exported(store, form)
    if form == "docx":
        words = "\n".join(each.text for each in document(data).paragraphs)
    else:
        words = data.decode()
    assert "two" in words
    assert "\u240d" not in words


def test_the_context_is_of_whole_words() -> None:
    text = f"Title\n{'long words ' * 20}here {'and more ' * 20}\nThe end."
    with Store(None, "ana") as store:
        keep(store, text)
        annotate(store, Made(0, text.index("here"), 4, "tag", "", "ana"))
        annotate(store, Made(0, 0, 5, "tag", "", "ana"))
        data = exported(store, "html").decode()
    first, second = (
        Page(quote).words for quote in re.findall("<blockquote><p>(.*?)</p>", data)
    )
    assert first == "Title"
    assert second.startswith("…long words ")
    assert " here and " in second
    assert second.endswith(" and more and…")


def test_a_report_of_nothing_says_so(nasty: Store) -> None:
    assert "0 annotations in 0 articles" in exported(nasty, "markdown").decode()
    assert "0 annotations in 0 articles" in exported(nasty, "html").decode()
    _, said, *rest = document(exported(nasty, "docx")).paragraphs
    assert (said.text, rest) == ("0 annotations in 0 articles.", [])
