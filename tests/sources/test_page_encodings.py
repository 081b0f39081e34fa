"""The characters of a web page: in which encoding it is, and what no text can hold."""

import pytest

from reader.sources import html
from tests.sources.test_html import BODY, page

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
