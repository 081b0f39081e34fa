"""Web archives: pages and texts out of their records, whatever state these are in."""

import gzip
import tracemalloc
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Document
from reader.sources.documents import documents
from reader.sources.fields import Fields
from reader.sources.refusal import Refusal, UnreadableError
from reader.sources.web_archive import read

PAGE = (
    "<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>"
    "<p>The talks ended on Monday in the old town hall of the city, and nobody signed"
    " anything at all.</p></article></body></html>"
)
TALKS = "https://www.news.example/2019/talks"
INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na:b\r\n\r\n"


def answer(
    page: bytes, *heads: str, status: str = "200 OK", kind: str = "text/html"
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *heads]
    return "\r\n".join([*lines, "", ""]).encode() + page


def record(
    block: bytes, *, address: str = TALKS, kind: str = "response", length: str = ""
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2019-01-09T10:00:00Z\r\nContent-Type: application/http;"
        f" msgtype=response\r\nContent-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def found(
    data: bytes, tmp_path: Path, name: str = "n.warc"
) -> list[Document | Refusal]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(documents([str(file)], fields=Fields()))


def one(data: bytes, tmp_path: Path) -> Document:
    (document,) = found(data, tmp_path)
    assert isinstance(document, Document), document
    return document


def refusal(data: bytes, tmp_path: Path, name: str = "n.warc") -> str:
    refusals = [e for e in found(data, tmp_path, name) if isinstance(e, Refusal)]
    (refused,) = refusals
    return str(refused).removeprefix(str(tmp_path / name))


def test_a_page_is_an_article_at_its_address(tmp_path: Path) -> None:
    document = one(INFO + record(answer(PAGE.encode())), tmp_path)
    assert document.title == "Talks end"
    assert document.text.startswith("Talks end\n\nThe talks ended on Monday")
    assert document.source == document.location == TALKS
    assert document.site == "news.example"
    assert document.published == "2019-01-09"
    assert document.original == PAGE.encode()


def test_what_the_page_says_of_its_date_goes_before_the_day_it_was_fetched(
    tmp_path: Path,
) -> None:
    said = '<meta property="article:published_time" content="2018-12-31T08:00:00Z">'
    page = PAGE.replace("<title>", f"{said}<title>").encode()
    assert one(record(answer(page)), tmp_path).published == "2018-12-31"


def test_a_plain_text_is_one_too(tmp_path: Path) -> None:
    text = "Жена вышла из дома.\n".encode("cp1251")
    kind = "text/plain; charset=windows-1251"
    document = one(record(answer(text, kind=kind)), tmp_path)
    assert document.text == "Жена вышла из дома.\n"


def test_a_page_is_read_as_the_server_said(tmp_path: Path) -> None:
    page = PAGE.replace("city", "cité").encode("latin-1")
    kind = "text/html; charset=ISO-8859-1"
    assert "cité" in one(record(answer(page, kind=kind)), tmp_path).text


@pytest.mark.parametrize(
    "block",
    [
        answer(b"\x89PNG", kind="image/png"),
        answer(b"", "Location: /x", status="301 Moved"),
        answer(PAGE.encode(), status="404 Not Found"),
        b"GET / HTTP/1.1\r\n\r\n",
        b"",
    ],
)
def test_what_is_no_page_is_passed_over(block: bytes, tmp_path: Path) -> None:
    page = record(answer(PAGE.encode()), address=f"{TALKS}/2")
    assert one(record(block) + page, tmp_path).source == f"{TALKS}/2"


def test_a_file_without_a_page_says_so(tmp_path: Path) -> None:
    assert refusal(INFO, tmp_path) == " has no web page in it, and no text"


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        (gzip.compress(PAGE.encode()), ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE.encode()), ["Content-Encoding: deflate"]),
        (PAGE.encode(), ["Content-Encoding: gzip"]),
        (PAGE.encode(), ["Content-Encoding: br"]),
        (PAGE.encode(), ["Transfer-Encoding: chunked"]),
        (
            b"10;x=y\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
            % (PAGE[:16].encode(), len(PAGE) - 16, PAGE[16:].encode()),
            ["Transfer-Encoding: chunked"],
        ),
    ],
)
def test_a_page_is_read_as_it_was_sent_or_as_it_was_unpacked(
    body: bytes, heads: list[str], tmp_path: Path
) -> None:
    assert one(record(answer(body, *heads)), tmp_path).title == "Talks end"


def test_each_record_may_be_packed_by_itself_or_all_together(tmp_path: Path) -> None:
    pages = [record(answer(PAGE.encode()), address=f"{TALKS}/{n}") for n in range(3)]
    apart = b"".join(map(gzip.compress, pages)) + b"\0" * 100
    for data in (apart, gzip.compress(b"".join(pages)), b"".join(pages)):
        kept = found(data, tmp_path, "n.warc.gz")
        assert [each.source for each in kept] == [f"{TALKS}/{n}" for n in range(3)]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (record(answer(b"<html></html>")), "has no text in it, only markup"),
        (record(b"x", length="many"), "says that it is “many” bytes long"),
        (record(b"x", length="-1"), "says that it is “-1” bytes long"),
        (record(answer(b"\x8b", "Content-Encoding: br")), "is packed by “br”"),
        (record(answer(b"\x1f\x8bx", "Content-Encoding: gzip")), "breaks off within"),
        (record(answer(b"\x78xxx", "Content-Encoding: deflate")), "cannot be unpacked"),
        (record(answer(PAGE.encode(), *["x: y"] * 200)), "an answer without headers"),
    ],
)
def test_a_bad_record_is_named_and_the_next_one_read(
    bad: bytes, says: str, tmp_path: Path
) -> None:
    page = record(answer(PAGE.encode()))
    data = page + bad + page
    kept = found(data, tmp_path)
    assert [type(each) for each in kept].count(Document) == 2
    assert refusal(data, tmp_path).startswith(f":2 {TALKS} ")
    assert says in refusal(data, tmp_path)


def test_a_record_longer_than_it_says_is_named(tmp_path: Path) -> None:
    block = answer(PAGE.encode())
    data = record(block, length=str(len(block) - 20)) + record(block)
    kept = found(data, tmp_path)
    assert [type(each) for each in kept] == [Document, Refusal, Document]
    assert refusal(data, tmp_path).startswith(":1 goes on behind the end")


def test_a_file_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    page = record(answer(PAGE.encode()))
    kept = found(page + page[:-40], tmp_path)
    assert isinstance(kept[0], Document)
    assert refusal(page + page[:-40], tmp_path) == (
        " ends too soon, in or behind its record 2"
    )
    packed = gzip.compress(page) * 2
    assert "ends in the middle" in refusal(packed[:-20], tmp_path)
    spoilt = packed[:-90] + b"\xff" * 60 + packed[-30:]
    assert "cannot be unpacked" in refusal(spoilt, tmp_path)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"%PDF", b"\x1f\x8b", b"HTTP/1.1 200"])
def test_what_is_no_web_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    assert refusal(data, tmp_path)


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    zeros = gzip.compress(b"\0" * (1 << 20))
    bomb = gzip.compress(record(b"")) + zeros * 400
    tracemalloc.start()
    said = refusal(bomb, tmp_path, "n.warc.gz")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "grows more than 200 times in unpacking" in said
    assert most < 16 << 20


def test_a_page_that_is_too_large_is_refused_and_the_next_one_read() -> None:
    large = record(answer(b"<p>" + b"x" * 3000))
    swollen = record(answer(gzip.compress(b"x" * 3000), "Content-Encoding: gzip"))
    page = record(answer(PAGE.encode()))
    kept = list(read("n.warc", BytesIO(large + swollen + page), Fields(), 1000))
    assert [type(each) for each in kept] == [Refusal, Refusal, Document]
    assert "is too large" in str(kept[0])
    assert "is too large" in str(kept[1])


@given(st.binary(max_size=300), st.integers(0, 600))
def test_no_bytes_end_in_anything_but_a_refusal(data: bytes, at: int) -> None:
    whole = record(answer(PAGE.encode())) + gzip.compress(record(b""))
    for spoilt in (data, whole[:at] + data + whole[at + 10 :]):
        with suppress(UnreadableError):
            list(read("n.warc", BytesIO(spoilt), Fields(), 10_000))
