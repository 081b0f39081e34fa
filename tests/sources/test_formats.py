"""Markdown, mail, tables, JSON lines and archives as documents."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import Document
from reader.sources.documents import documents
from reader.sources.fields import Fields
from reader.sources.formats import format_of
from reader.sources.refusal import Refusal, UnreadableError

TEXT = "The talks ended on Monday.\n\nNothing was signed, “not even a date”."


def found(path: Path, fields: Fields | None = None) -> list[Document | Refusal]:
    return list(documents([str(path)], fields=fields or Fields()))


def one(path: Path) -> Document:
    (document,) = found(path)
    assert isinstance(document, Document), document
    return document


def refusals(path: Path, fields: Fields | None = None) -> list[str]:
    return [str(each) for each in found(path, fields) if isinstance(each, Refusal)]


def test_markdown_is_its_source_named_by_its_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "talks.md"
    source = (
        f"---\ntitle: 'Talks end'\ndate: 2019-01-09\nauthor: Oh\n---\n# No\n\n{TEXT}"
    )
    file.write_text(source, encoding="utf-8")
    document = one(file)
    assert document.text == source
    assert (document.title, document.author) == ("Talks end", "Oh")
    assert document.published == "2019-01-09"


def test_markdown_without_it_is_named_by_its_first_heading(tmp_path: Path) -> None:
    file = tmp_path / "talks.md"
    file.write_text(f"Some words\n\nTalks *end* in `Beijing`\n===\n\n{TEXT}")
    assert one(file).title == "Talks end in Beijing"


def test_a_letter_is_its_text_subject_sender_and_day(tmp_path: Path) -> None:
    file = tmp_path / "talks.eml"
    head = (
        "From: Oh Jung-hee <oh@example.org>\r\nSubject: =?utf-8?q?Talks_=E2=80=93_end?="
        "\r\nDate: Wed, 09 Jan 2019 10:00:00 +0900\r\n"
        "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    )
    file.write_bytes(head.encode() + "Café talks ended.\r\n".encode("latin-1"))
    document = one(file)
    assert document.text == "Café talks ended.\r\n"
    assert (document.title, document.author) == ("Talks – end", "Oh Jung-hee")
    assert document.published == "2019-01-09"


@pytest.mark.parametrize("data", [b"no mail at all", b"Subject: x\n\n", b"\0\1\2"])
def test_what_is_no_letter_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "talks.eml"
    file.write_bytes(data)
    assert len(refusals(file)) == 1


def test_each_line_of_json_is_an_article(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    rows = [
        {"maintext": TEXT, "headline": "One", "url": "https://a.example/1"},
        {"text": "Two.", "id": 7, "date": "2019-01-09T10:00", "authors": ["A", "B"]},
    ]
    file.write_text("\n\n".join(map(json.dumps, rows)) + "\n")
    first, second = found(file)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, first.title) == (TEXT, "One")
    assert first.source == first.location == "https://a.example/1"
    assert second.location == f"{file}#7"
    assert (second.published, second.author) == ("2019-01-09", "A, B")


def test_of_a_row_what_no_text_can_hold_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        b'{"text": "Some words a\\ud800b of\\u0000it, in all"}\n'
        b'{"text": "Some words a\\ufffdb of it"}\n'
        b'{"text": "A smile \\ud83d\\ude00 in it"}\n'
    )
    documents_ = [each for each in found(file) if isinstance(each, Document)]
    assert [each.replaced for each in documents_] == [2, 0, 0]


def test_what_no_text_can_hold_stands_in_no_field_of_a_row(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    names = ("title", "author", "site", "language", "date", "url", "id")
    bad = dict.fromkeys(names, "x\ud800\0")
    file.write_text(
        json.dumps({"text": "One."} | bad)
        + "\n"
        + json.dumps({"text": "Two.", "id": "\ud800"})
    )
    first, second = found(file)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.author, first.source) == (
        "x\ufffd",
        "x\ufffd",
        "x\ufffd\ufffd",
    )
    assert first.location == f"{file}x\ufffd\ufffd"
    assert second.location == f"{file}#\ufffd"
    for document in (first, second):
        for name in ("source", "title", "author", "site", "language", "published"):
            assert getattr(document, name).isprintable()


def test_a_bad_line_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        b'{"text": "One."}\n{"text": \n[1]\n{"words": "x"}\n\xff\n{"text":"6"}\n'
    )
    kinds = [type(each) for each in found(file)]
    assert kinds == [Document, Refusal, Refusal, Refusal, Refusal, Document]
    said = refusals(file)
    assert [each.split()[0] for each in said] == [f"{file}:{n}" for n in (2, 3, 4, 5)]
    assert said[0].endswith(":2 is not JSON at character 11: Expecting value")
    assert said[2].endswith(
        "has no field “text”; it has words (--text-field names the one to read)"
    )


@pytest.mark.parametrize(
    ("begin", "title"),
    [
        ("<!DOCTYPE html>\n<html>", "Talks"),
        ("\ufeff\n<HTML lang=en>", "Talks"),
        ('<?xml version="1.0"?>\n<!doctype HTML>', "Talks"),
        ("<htmlx>", "<htmlx><title>Talks</title>"),
        ("He wrote <html>", "He wrote <html><title>Talks</title>"),
    ],
)
def test_what_begins_as_a_web_page_on_standard_input_is_read_as_one(
    begin: str, title: str
) -> None:
    page = f"{begin}<title>Talks</title>\n<body><p>{TEXT}</p></body>"
    (document,) = documents(["-"], io.BytesIO(page.encode()))
    assert isinstance(document, Document)
    assert document.title == title


def test_an_empty_field_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("title,Body\nOne,\n")
    assert refusals(file) == [f"{file}:2 has nothing in its field “Body”"]
    (said,) = refusals(file, Fields(text="words"))
    assert "has no field “words”; it has title, Body (--text-field" in said


def test_each_row_of_a_table_is_an_article(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text('\ufeffTitle;Body\nOne;"First\nline"\nTwo;\n', encoding="utf-8")
    first, second = found(file)
    assert isinstance(first, Document)
    assert (first.title, first.text, first.location) == (
        "One",
        "First\nline",
        f"{file}#2",
    )
    assert isinstance(second, Refusal)


def test_rows_of_other_lengths_than_the_first_keep_what_has_a_name(
    tmp_path: Path,
) -> None:
    file = tmp_path / "news.csv"
    file.write_text("title,text,beat,site\nOne,First\n\nTwo,Second,sea,a.b,more\n")
    first, second = found(file)
    assert isinstance(first, Document)
    assert (first.title, first.text, first.location) == ("One", "First", f"{file}#2")
    assert isinstance(second, Document)
    assert (second.text, second.site) == ("Second", "a.b")
    assert second.location == f"{file}#3"


def test_a_column_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("a,b\nx,The words.\n")
    (document,) = found(file, Fields(text="B"))
    assert isinstance(document, Document)
    assert document.text == "The words."


def test_an_archive_is_its_files(tmp_path: Path) -> None:
    file = tmp_path / "news.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/one.txt", TEXT)
        archive.writestr("a/rows.jsonl", json.dumps({"text": "Two.", "id": "x"}))
        archive.writestr("__MACOSX/one.txt", "no")
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("empty.txt", "")
    first, second, third = found(file)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, first.location) == (TEXT, f"{file}#a/one.txt")
    assert second.location == f"{file}#a/rows.jsonl#x"
    assert str(third) == f"{file}/empty.txt is empty"


def test_an_archive_that_would_explode_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", "0" * 10_000_000)
        archive.writestr("good.txt", TEXT)
    first, second = found(file)
    assert "200 times" in str(first)
    assert isinstance(second, Document)


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "news.zip"
    file.write_bytes(b"PK\x03\x04 and no more")
    assert "no zip file" in refusals(file)[0]


def test_tables_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    from reader.sources.pile import pile

    (tmp_path / "annotations.csv").write_text("annotation_id,quote\n")
    (tmp_path / "one.eml").write_text("Subject: x\n\ny")
    assert pile([tmp_path]).files == (str(tmp_path / "one.eml"),)


NAMES = st.sampled_from(["x.md", "x.eml", "x.jsonl", "x.csv", "x.zip"])
PIECES = st.sampled_from(
    [
        b"---\n", b"title: x\n", b"# ", b'{"text":', b'"\\ud800"', b"}", b"[" * 2000,
        b"\n", b"Subject: =?utf-8?q?", b"Content-Type: text/html; charset=x\n", b"<p>",
        b"text,title\n", b'"', b",", b"\0", b"\xff", b"PK\x03\x04", b"PK\x05\x06",
        b"From: <\n", b"\n\n",
    ]
)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, data=st.lists(PIECES | st.binary(max_size=20), max_size=12))
def test_no_bytes_are_more_than_a_refusal(
    tmp_path: Path, name: str, data: list[bytes]
) -> None:
    file = tmp_path / name
    file.write_bytes(b"".join(data))
    for each in found(file):
        if isinstance(each, Document):
            assert each.text.strip()
            assert not any(bad in each.text for bad in "\0\ud800")
            assert each.title


_MULTI = "From: a\nContent-Type: multipart/mixed; boundary=a\n\n"


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (_MULTI + "--a\n\na\n" * 2_001, "more than 2,000 parts"),
        (_MULTI * 100 + "a\n" * 100_000, "too many parts in parts"),
        (
            _MULTI.replace("boundary=", "Boundary*0 =") * 100 + "a\n" * 100_000,
            "too many parts in parts",
        ),
    ],
)
def test_a_mail_of_very_many_parts_is_refused(message: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        format_of("a.eml").read("a.eml", message.encode())


def test_a_long_mail_about_boundaries_is_read() -> None:
    text = "The boundary runs along the river.\n" * 5_000
    document = format_of("a.eml").read("a.eml", f"From: a\n\n{text}".encode())
    assert document.text.count("boundary") == 5_000


@pytest.mark.parametrize(
    "head",
    ["From: " + "(" * 100_000, "Content-Type: text/plain" + "; a=b" * 100_000],
)
def test_a_mail_whose_header_is_made_to_hang_its_reader_is_read(head: str) -> None:
    data = f"{head}\nSubject: Quiet\n\nThe harbour was quiet.\n".encode()
    document = format_of("a.eml").read("a.eml", data)
    assert document.title == "Quiet"
    assert document.text.strip() == "The harbour was quiet."
