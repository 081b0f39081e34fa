"""Files of many articles that are dear to read, or feared to be."""

import io
import zipfile
from collections.abc import Iterator

from tests.benchmarks.parsers.made import PROSE, Case, filled, repeated


def lines_of_json() -> Iterator[Case]:
    yield from repeated(
        (b'{"text":"', b"a", b'"}'), (b'{"text":"', b"a ", b'"}'),
        (b'{"text":"', b"\\u0061", b'"}'), (b'{"text":"', b"\\ud800", b'"}'),
        (b'{"text":"', b"\\n", b'"}'), (b'{"text":"a","b":', b"9", b"}"),
        (b'{"text":"a","b":', b"[", b""), (b'{"text":"a","b":', b'{"a":', b""),
        (b'{"text":"a","b":[', b"[],", b"1]}"), (b'{"text":"a","b":[', b"1e9,", b"1]}"),
        (b"{", b'"text":"a",', b'"text":"b"}'), (b"", b'{"text":"A text."}\n', b""),
        (b'{"text":"a","c":"b",', b'"k":1,', b'"b":"c"}'), (b'{"title":"', b"a", b'"}'),
        (b'{"text":"a","date":"', b"1-", b'"}'), (b'{"text":"a","date":"', b"9", b'"}'),
        (b'{"text":"a","title":"', b"a ", b'"}'), (b'{"text":"a","url":"', b"/", b'"}'),
        (b"", b"\n", b""), (b"", b"{}\n", b""), (b"", b"a\n", b""), (b"", b'"', b""),
        (b"", b"\xff\n", b""), (b'{"text":"', b"\\", b""),
        (b'{"text":"<p>a', b"<b>", b'"}'),
        (b'{"text":"a","url":"http://', b"a.", b'"}'),
    )  # fmt: skip
    keys = b",".join(b'"%d":1' % n for n in range(90_000))
    yield "a record of 90,000 fields", b'{"text":"a",' + keys + b"}"


def tables() -> Iterator[Case]:
    yield from repeated(
        (b'text\n"', b"a", b'"\n'), (b'text\n"', b"a\n", b'"\n'),
        (b'text\n"', b'""', b'"'),
        (b'text\n"', b'"', b""), (b'text\n"', b"a", b""), (b"text\n", b"a\n", b""),
        (b"text\n", b"A text, of a line.\n", b""), (b"text,title\n", b",", b"\n"),
        (b"text\n", b",\n", b""), (b"text,", b"a,", b"\na\n"), (b"", b",", b""),
        (b"text\n", b"\n", b""), (b"text\n", b'"a\n', b""), (b"text\n", b'a"', b""),
        (b"text\n", b'"a"b', b""), (b"text,date\na,", b"9", b"\n"),
        (b"", b"text,", b"\na"),
        (b"text;title\n", b"a;", b"\n"), (b"", b"text\n", b""),
        (b"text\r", b"a\r", b""),
        (b"text\n", b"\xff", b"\n"), (b"text\n", b"\0\n", b""),
        (b"text\n", b'"a\r\nb"\r\n', b""), (b"text,title\na,", b"a ", b"\n"),
        (b"text,title\na,", b"\xc3\xa9", b"\n"), (b"text,url\na,", b"http://a/", b"\n"),
        (b"," * 500_000 + b"text\n", b"a,b\n", b""),
    )  # fmt: skip


def warc() -> Iterator[Case]:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    long_ = head + b"Content-Length: 1000000\r\n\r\n"
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    whole = page + b"\r\n<p>A text.</p>"
    record = head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(whole), whole)
    yield from repeated(
        (b"", record, b""), (head, b"a: b\r\n", b"\r\n\r\n"), (head, b"\r\n", b""),
        (head, b" a\r\n", b"\r\n\r\n"), (head, b"a", b"\r\n\r\n"),
        (b"WARC/1.0\r\nContent-Length: ", b"9", b"\r\n\r\n"),
        (b"", b"WARC/1.0\r\n", b""),
        (long_ + page, b"a: b\r\n", b"\r\na"),
        (long_ + b"HTTP/1.1 200 ", b"a", b"\r\n"),
        (long_ + page + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n",
         b"0\r\n\r\n"),
        (long_ + page + b"Transfer-Encoding: chunked\r\n\r\n", b"1;", b""),
        (long_ + page + b"Transfer-Encoding: chunked\r\n\r\n", b" ", b"1"),
        (long_ + page + b"Transfer-Encoding: chunked\r\n\r\n", b"\r\n", b"1"),
        (long_ + page + b"Content-Type: ", b"a", b"\r\n\r\na"),
        (long_ + page + b"Content-Type: text/html", b"; a=b", b"\r\n\r\na"),
        (long_ + page + b"\r\n", b"<div>", b"a"), (long_ + page + b"\r\n", b"a ", b""),
        (b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
         b"Content-Length: 1000000\r\n\r\n", b"a\n", b""),
        (b"WARC/1.0\r\nContent-Length: 0\r\nWARC-Target-URI: ", b"a", b"\r\n\r\n"),
        (b"", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", b""),
    )  # fmt: skip


def names_in_zip() -> Iterator[Case]:
    yield from _archives("a%05d.txt", 9_000, b"a")
    yield from _archives("a.txt", 9_000, b"A text.\n")
    yield from _archives("a%05d.html", 8_000, b"<p>a")
    yield from _archives("a/" * 20 + "%05d.png", 6_000, b"")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PROSE * 2500)
    yield "a text that shrinks a hundredfold", whole.getvalue()
    yield (
        "comment of directory ends",
        whole.getvalue()[:-2] + b"\xff\xff" + (b"PK\x05\x06" * 16_384)[:65_535],
    )
    yield "directory ends", filled(b"PK\x05\x06" + b"\0" * 18)
    yield (
        "directory entries",
        filled(b"PK\x01\x02" + b"\0" * 42)
        + (
            b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff"
            + (900_000).to_bytes(4, "little")
            + b"\0" * 6
        ),
    )


def _archives(name: str, count: int, data: bytes) -> Iterator[Case]:
    import warnings

    whole = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "w") as archive:
        warnings.simplefilter("ignore")
        for number in range(count):
            archive.writestr(name % number if "%" in name else name, data)
    yield f"{count:,} × {name[-12:]}", whole.getvalue()
