from random import Random

import pytest

from reader.sources import plain
from reader.sources.refusal import UnreadableError


def test_a_document_has_the_text_and_what_it_came_from() -> None:
    data = b"\xef\xbb\xbfKim visits Beijing\r\n\r\nHe came by train.\r\n"
    document = plain.read("a.txt", data)
    assert document.source == "a.txt"
    assert document.text == "Kim visits Beijing\r\n\r\nHe came by train.\r\n"
    assert document.original == data
    assert document.encoding == "utf-8-sig"
    assert document.newline == "crlf"
    assert document.title == "Kim visits Beijing"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "nothing but blanks"),
        (b" \n\t\r\n \xc2\xa0", "nothing but blanks"),
        (b"%PDF-1.7\nsome text", "is a PDF"),
        (b"PK\x03\x04more", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\nmore", "a picture"),
        (b"SQLite format 3\0more", "a database"),
        pytest.param(bytes(range(32)) * 20, "is not text", id="all-controls"),
        (b"\0" * 50, "is not text"),
        pytest.param(Random(1).randbytes(2000), "is not text", id="noise"),
        (b"ab\0\0\0cd\x01\x02", "is not text"),
        pytest.param("ab\x80\x9fc\x84".encode(), "is not text", id="latin-controls"),
        pytest.param("ab\ufffd\ufffdc".encode(), "is not text", id="replaced"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        plain.read("a.txt", data)


def test_signs_that_look_like_controls_in_utf8_are_none() -> None:
    text = "\xa0\xab\xbb\x85\xef\xbf\xbd 北\x1b\b"
    assert plain.read("a.txt", text.encode()).text == text


def test_the_bytes_that_were_read_are_taken_where_they_are_the_text() -> None:
    data = "Une fête à Nîmes".encode()
    assert plain.read("a.txt", data).utf8 is data
    for read in (
        b"a \0 b",
        b"a \xed\xa0\x80 b",
        b"\xef\xbb\xbfa",
        b"f\xeate",
        "a".encode("utf-16"),
    ):
        document = plain.read("a.txt", read)
        assert document.utf8 == document.text.encode()
        assert document.utf8 != read


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = "An article with one\0odd byte and \x1b[2Jan escape."
    assert plain.read("a.txt", text.encode()).text == text.replace("\0", "\ufffd")
