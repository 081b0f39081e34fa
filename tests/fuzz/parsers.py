"""All that reads what others wrote, as rows: how it is called, what it is fed."""

import io
import zipfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from reader.config import ConfigError, load
from reader.exchange import codebook
from reader.exchange.incoming import FormatError
from reader.exchange.outgoing import Choices
from reader.exchange.recognition import recognised
from reader.model import Document
from reader.queries import search, tagged
from reader.sources.archive import members
from reader.sources.decoding import decode
from reader.sources.documents import LARGEST
from reader.sources.fields import Fields
from reader.sources.formats import collection_of, format_of, is_readable
from reader.sources.refusal import Refusal, UnreadableError
from reader.text.sought import Sought, SoughtError, compiled
from tests.fuzz.opened import opened


@dataclass(frozen=True)
class Parser:
    """One parser: any bytes give a result, or one of the errors with words."""

    name: str
    reads: Callable[[bytes], object]
    """What is read one by one comes as an iterator."""
    refuses: tuple[type[Exception], ...]
    pieces: tuple[bytes, ...]
    """What its input is made of, besides any bytes."""


def _article(name: str) -> Callable[[bytes], object]:
    return lambda data: format_of(name).read(name, data)


def _articles(name: str) -> Callable[[bytes], object]:
    found = collection_of(name)
    assert found
    return lambda data: found.read(name, io.BytesIO(data), Fields(), LARGEST)


def _zip(data: bytes) -> object:
    def read(name: str, stream: BinaryIO) -> Iterator[Document | Refusal]:
        yield format_of(name).read(name, stream.read())

    return members("a.zip", io.BytesIO(data), is_readable, read, LARGEST)


def _zipped(data: bytes) -> object:
    """The same, with the data as what is in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.html", data)
        archive.writestr("../b.csv", data)
    return _zip(whole.getvalue())


def _project(data: bytes) -> object:
    """A REFI-QDA project with the data as its XML, and as its only source."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("project.qde", data)
        archive.writestr("sources/a.txt", data)
    return _annotations(whole.getvalue())


def _annotations(data: bytes) -> object:
    return recognised(io.BytesIO(data), Choices())


def _standoff(data: bytes) -> object:
    """brat's folder as a zip file, with the data as what is annotated, and how."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", data)
        archive.writestr("a.ann", data)
        archive.writestr("annotation.conf", data)
    return _annotations(whole.getvalue())


def _config(data: bytes) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_bytes(data)
        return load(path)


def _codebook(data: bytes) -> object:
    return codebook.entries(decode(data).text)


def _query(parse: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: parse(data.decode("utf-8", "replace"))


def _pattern(data: bytes) -> object:
    return compiled(Sought(data.decode("utf-8", "replace"), is_regex=True))


_READ = (UnreadableError,)
_CAME = (FormatError, UnreadableError)

PARSERS = (
    Parser("text", _article("a.txt"), _READ, (
        b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\0", b"a b\n",
        b"\x80\x93", b"\xe9t\xe9", b"\xed\xa0\x80",
    )),
    Parser("HTML", _article("a.html"), _READ, (
        b"<p>", b"</p>", b"<div", b">", b"<!--", b"-->", b"<![CDATA[", b"<script>",
        b"</script>", b"<meta charset=utf-16>", b"<title>", b"&#0;", b"&#x110000;",
        b"<br/>", b"<table><tr>", b"a long sentence of an article. ",
        b"<time datetime=", b'<script type="application/ld+json">{"headline":',
        b"<!DOCTYPE a [<!ENTITY b",
    )),
    Parser("Markdown", _article("a.md"), _READ, (
        b"---\n", b"title: ", b"# ", b"\n", b"***", b"[a](javascript:b)", b"> ", b"```",
        b"- ", b"!!python/object:a", b"&a [*a]", b"date: ", b"|", b"\t",
    )),
    Parser("mail", _article("a.eml"), _READ, (
        b"From: a\n", b"Subject: =?utf-8?b?", b"?=\n", b"\n\n", b"Date: ", b"boundary=",
        b"Content-Type: multipart/mixed;", b"Content-Transfer-Encoding: base64\n",
        b"--a\n", b"charset=utf-7\n", b"Content-Type: text/html\n", b"=\n", b"=zz",
    )),
    Parser("JSONL", _articles("a.jsonl"), _READ, (
        b'{"text":', b'"a"', b"}", b"\n", b"[", b'"\\ud800"', b"NaN", b"1e999", b"null",
        b',"title":', b'"date":', b"\xff", b"[" * 300, b"9" * 5000,
    )),
    Parser("CSV", _articles("a.csv"), _READ, (
        b"text,title\n", b'"', b",", b"\r\n", b";", b"\t", b"a", b"\0", b'""', b"\r",
        b"\xff", b"id,text\n",
    )),
    Parser("web archive", _articles("a.warc"), _READ, (
        b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 60\r\n",
        b"WARC-Type: resource\r\nContent-Type: text/plain\r\n", b"\r\n\r\n",
        b"WARC-Target-URI: http://a.example/\r\n", b"HTTP/1.1 200 OK\r\n", b"5\r\n",
        b"Content-Type: text/html\r\n", b"Transfer-Encoding: chunked\r\n", b"<p>a",
        b"Content-Encoding: gzip\r\n", b"\x1f\x8b\x08", b"Content-Length: -1\r\n",
    )),
    Parser("zip", _zip, _READ, (
        b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\0" * 18, b"a.txt", b"\x08\0",
        b"\xff\xff\xff\xff",
    )),
    Parser("in a zip", _zipped, _READ, (b"<p>", b"text,", b"\n", b"\0", b"a")),
    Parser("annotations", _annotations, _CAME, (
        b"tag,quote,start,end\n", b"a,b,-1,99\n", b'{"tag":', b'"a"', b"}", b"[", b"]",
        b'"target":', b'"@context":', b"<Project>", b"<CodeBook>", b"</CodeBook>",
        b"\n",
        b'{"id":1,"data":{"text":', b'"annotations":', b'"spans":', b"1", b",", b"null",
    )),
    Parser("brat", _standoff, _CAME, (
        b"T1\t", b"Tag 0 5", b";", b" 9 7", b"\t", b"\n", b"#1\tAnnotatorNotes T1\t",
        b"R1\t", b"T", b"-1", b"[entities]\n", b"\\", b"9" * 5000,
    )),
    Parser("CAS", _annotations, _CAME, (
        b'{"%FEATURE_STRUCTURES":[', b'{"sofaString":"a","documentTitle":"a"}', b",",
        b'{"begin":0,"end":-1,"%TYPE":"custom.A","value":"b"}', b"{", b"}", b"]",
        b'"%VIEWS":{}', b"[", b'"', b"null", b"1e999",
    )),
    Parser("QDPX", _project, _CAME, (
        b'<?xml version="1.0"?>', b'<Project xmlns="urn:QDA-XML:project:1.0">',
        b"<Sources>",
        b"<Codes>", b'<TextSource guid="a" plainTextPath="internal://a.txt">', b"</",
        b'<PlainTextSelection startPosition="-1" endPosition="99" guid="a">', b"/>",
        b">",
        b'<Coding><CodeRef targetGUID="a"/></Coding>', b"<!DOCTYPE a>", b"&lol;",
        b'<Code guid="a" name="b">', b"</Code>", b"</Project>",
    )),
    Parser("codebook", _codebook, (codebook.CodebookError, *_READ), (
        b"tag,description\n", b"Code\n", b"a/b", b"a > b", b"\\", b"\t", b"  ", b"\n",
        b'"', b",", b";", b"\0", b"key,colour\n", b"9", b"#ff",
    )),
    Parser("config", _config, (ConfigError,), (
        b"coder", b" = ", b'"a"', b"\n", b"[keys]\n", b"library", b"theme", b"[" * 500,
        b"1", b"'''", b"\\u", b"{", b"}", b"\0",
    )),
    Parser("search query", _query(search.parse), (), (
        b'"', b"-", b"(", b")", b" OR ", b" AND ", b" NOT ", b"NEAR", b"tag:", b"*",
        b"a",
        b"site:", b"^", b"{", b":", b"'", b" ",
    )),
    Parser("tag query", _query(tagged.parse), (), (
        b'"', b"(", b")", b" OR ", b" AND ", b" NOT ", b"in:sentence", b"a/b", b" ",
    )),
    Parser("pattern", _pattern, (SoughtError,), (
        b"(", b")", b"[", b"]", b"*", b"+", b"{9,}", b"{99999999999}", b"(?i)", b"\\",
        b"(?P<a>", b"(?P=a)", b"|", b"\\N{", b"a", b"^", b"(?<=", b"$", b"(?#",
    )),
)  # fmt: skip


def reads(parser: Parser, data: bytes) -> None:
    """Have a parser read, and an article opened; but for refusals nothing is raised."""
    said = "read"
    try:
        found = parser.reads(data)
        if isinstance(found, Iterator):
            deque(found, maxlen=0)
        if isinstance(found, Document):
            opened(found)
    except parser.refuses as error:
        said = str(error)
    assert said
