"""A project of another program that is read, or refused."""

import io
import zipfile
from pathlib import Path

import pytest

from reader.exchange.incoming import FormatError
from reader.store import Store
from tests.exchange.conftest import taken

TEXT = "One.\r\n\r\nTwo 😀 three.\r\nFour five six seven eight nine."


def foreign(
    *selections: str,
    text: bytes = TEXT.encode(),
    qde: str = "project.qde",
    folder: str = "sources",
    head: str = "",
    more: str = "",
    path: str = 'name="Story" plainTextPath="internal://s1.txt"',
) -> bytes:
    """A project as another program would write it."""
    xml = f"""<?xml version="1.0" encoding="utf-8"?>{head}
    <Project name="p" origin="Other 1.0" xmlns="urn:QDA-XML:project:1.0">
    <Users><User guid="{{AAAAAAAA-0000-0000-0000-000000000001}}" name="ben"/></Users>
    <CodeBook><Codes>
      <Code guid="c1" name="top" isCodable="false">
        <Code guid="c2" name="and/or" isCodable="true" color="#f00">
          <Description>both</Description></Code></Code>
    </Codes></CodeBook>
    <Sources><TextSource guid="s1" {path}>
    {"".join(selections)}</TextSource>{more}</Sources>
    <Notes><Note guid="n1" name="n"><PlainTextContent>why</PlainTextContent></Note>
    </Notes>
    <Sets><Set guid="x" name="x"/></Sets></Project>"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(qde, xml)
        archive.writestr(f"{folder}/s1.txt", text)
    return out.getvalue()


def selection(start: int, end: int, name: str = "", inside: str = "") -> str:
    inside = inside or (
        '<Coding guid="k" creatingUser="aaaaaaaa-0000-0000-0000-000000000001">'
        '<CodeRef targetGUID="c2"/></Coding>'
    )
    return (
        f'<PlainTextSelection guid="g" name="{name}" startPosition="{start}"'
        f' endPosition="{end}">{inside}</PlainTextSelection>'
    )


def quotes(data: bytes) -> list[str]:
    with Store(None, "zoe") as store:
        taken(store, data)
        return [a.quote for a in store.annotations.each(None, None, None)]


def test_a_project_of_another_program_is_read(nasty: Store) -> None:
    noted = '<NoteRef targetGUID="n1"/>'
    bare = "<Description></Description>"
    lost = '<Coding guid="k"><CodeRef targetGUID="c9"/></Coding>'
    data = foreign(
        selection(0, 3, "One"),
        selection(0, 4, "One.", noted),
        selection(8, 11, "Two", bare),
        selection(8, 11, "Two", lost),
        selection(8, 999),
        '<Coding guid="w"><CodeRef targetGUID="c2"/></Coding>',
        more='<PictureSource guid="p" name="map.png"><PictureSelection/>'
        "</PictureSource>",
    )
    report = taken(nasty, data)
    assert (report.new, report.articles, report.tags) == (2, 1, 1)
    found = nasty.annotations.of(6)
    assert [(a.quote, a.tag and a.tag.path, a.memo, a.coder) for a in found] == [
        ("One.", None, "why", "ana"),
        ("One", "top/and∕or", "", "ben"),
    ]
    (tag,) = nasty.tags.all()
    assert (tag.path, tag.description) == ("top/and∕or", "both")
    assert [str(unread) for unread in report.unread] == [
        "source Story, 8 to 11: has neither a code nor a note",
        "source Story, 8 to 11: its code is not in the codebook",
        "source Story, 8 to 999: is no passage of the text",
        "source Story: has a code on it as a whole",
        "source map.png: is no text: picture",
        "source map.png: 1 selection in it, and none is of text",
    ]
    assert "a REFI-QDA project of Other 1.0" in report.remarks
    assert "not read: 1 sets" in report.remarks


LF = TEXT.replace("\r\n", "\n")
AT = TEXT.index("Four")


@pytest.mark.parametrize(
    ("text", "start", "size"),
    [
        (TEXT, AT, 4),  # code points of the text as it is
        (TEXT, LF.index("Four"), 4),  # line ends as one, with CR LF in the file
        (LF, AT, 4),  # as two, with LF in the file: NVivo
        (TEXT, AT + 1, 4),  # UTF-16 units
        (TEXT, AT, 3),  # the end is that of the last character
    ],
)
def test_the_way_a_program_counts_is_told_by_the_words(
    text: str, start: int, size: int
) -> None:
    data = foreign(selection(start, start + size, "Four"), text=text.encode())
    assert quotes(data) == ["Four"]


def test_a_mark_in_front_of_a_source_is_no_character_of_it() -> None:
    data = foreign(selection(0, 3, "One"), text=b"\xef\xbb\xbf" + TEXT.encode())
    assert quotes(data) == ["One"]


def test_other_names_of_the_parts_are_known() -> None:
    data = foreign(selection(0, 3), qde="My Project.qde", folder="Sources")
    assert quotes(data) == ["One"]


def test_a_source_may_have_no_name_and_a_bare_path() -> None:
    """As qualitative-coding writes it."""
    data = foreign(selection(0, 3), path='plainTextPath="s1.txt"')
    with Store(None, "zoe") as store:
        assert taken(store, data).new == 1
        (article,) = store.articles.all()
    assert article.title == "s1.txt"


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ('name="A" plainTextPath="internal://s1.txt"', b"\n", "is blank"),
        ('name="A" plainTextPath="internal://s2.txt"', b"x", "is not in the file"),
        ('name="A" plainTextPath="file:///s1.txt"', b"x", "is not in the file"),
        ('name="A" richTextPath="internal://s1.docx"', b"x", "only as rich text"),
    ],
)
def test_a_source_without_a_text_is_named(
    nasty: Store, path: str, text: bytes, reason: str
) -> None:
    report = taken(nasty, foreign(selection(0, 3), path=path, text=text))
    (unread,) = report.unread
    assert unread.place == "source A"
    assert reason in unread.reason
    assert unread.reason.endswith("; 1 selection with it")


def test_a_source_that_shares_its_text_with_another_is_named(nasty: Store) -> None:
    other = '<TextSource guid="s2" name="B" plainTextPath="x/S1.TXT">{}</TextSource>'
    data = foreign(selection(0, 3), more=other.format(selection(4, 6)))
    report = taken(nasty, data)
    assert report.new == 1
    (unread,) = report.unread
    assert (unread.place, unread.reason) == (
        "source B",
        "its text is that of another source; 1 selection with it",
    )


def test_a_text_that_is_here_with_other_line_ends_is_not_brought_again(
    nasty: Store,
) -> None:
    text = nasty.articles.version(3).text
    plain = text.replace("\r\n", "\n").encode()
    start = plain.decode().index("quoted")
    data = foreign(selection(start, start + 6, "quoted"), text=plain)
    data = data.replace(b"Story", b"Story")
    nasty._conn.execute("UPDATE article SET title = 'Story' WHERE id = 3")
    report = taken(nasty, data)
    assert (report.new, report.articles) == (1, 0)
    (found,) = nasty.annotations.of(3)
    assert found.quote == "quoted"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", b" " * (65 << 20))
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(), "would inflate to"),
        (zipped(a_txt=b"x"), "there is neither a REFI-QDA project nor"),
        (zipped(), "there is neither a REFI-QDA project nor"),
        (zipped(project_qde=b"<Project"), "its XML is broken"),
        (zipped(project_qde=b"<Other/>"), "its root is Other"),
        (zipped(project_qde=b"<a>" * 5000), "its XML is broken"),
        (foreign(head='<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
         "it has a document type"),
        (foreign(head='<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
         "it has a document type"),
        (foreign()[:-30], "it is no whole zip file"),
        (b"<CodeBook", "its XML is broken"),
        (b"<html/>", "its root is html"),
    ],
)  # fmt: skip
def test_what_is_broken_or_made_to_harm_is_refused(
    nasty: Store, data: bytes, reason: str
) -> None:
    with pytest.raises(FormatError) as caught:
        taken(nasty, data)
    assert reason in str(caught.value)
    assert nasty.tags.all() == []


def test_nothing_is_written_to_the_disk(
    nasty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = foreign(selection(0, 3), folder="../../up")
    assert taken(nasty, data).new == 1
    assert list(tmp_path.iterdir()) == []
