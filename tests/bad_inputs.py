"""Inputs that break programs, as rows: how each is made, and what is to come of it."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.text.safe import safe

Made = list[tuple[str, ...]]
"""Commands, the last of which is looked at; `LIBRARY` stands for the library's path."""

QUERIES = (
    "Kim AND", "jong-un", "U.S.", "*", "(", "it's", "NEAR(", "body:", "xx:yy", "a OR",
    "^", "-x", '"un"closed"', "NOT x", "{a b}:c", "'; drop table article;--", "tag:",
    'site:"', "before:yesterday", "prefix**", "100%", "under_score", "\\", "AND OR NOT",
    "((((((((((", "kim -", "%27", '"', '"phrase with "inner" quote"', "+", 'a"b',
    "kim NEAR/0", "near:", "😀",
)  # fmt: skip
_TITLED = "Title of it\n\n"


@dataclass(frozen=True)
class Bad:
    """One bad input."""

    number: int
    """In the list of these inputs; a number may have several rows."""
    what: str
    make: Callable[[Path], Made]
    says: str
    """A pattern that is in what the last command says, on either stream."""
    status: int = 0


def article(name: str, data: bytes, *then: str) -> Callable[[Path], Made]:
    """A file that is brought in, and what is asked of it then; it is article 3."""

    def make(folder: Path) -> Made:
        path = folder / name
        path.write_bytes(data)
        return [("import", str(path)), *([then] if then else [])]

    return make


def text(words: str, *then: str) -> Callable[[Path], Made]:
    """The same with some words under a title; shown unless another thing is asked."""
    data = (_TITLED + words).encode("utf-8", "surrogatepass")
    return article("a.txt", data, *(then or ("show", "3", "--safe")))


def annotations(name: str, data: bytes | str) -> Callable[[Path], Made]:
    """A file of annotations that is brought in."""

    def make(folder: Path) -> Made:
        path = folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return [("import-annotations", str(path))]

    return make


def asked(*arguments: str) -> Callable[[Path], Made]:
    """A command by itself."""
    return lambda _: [arguments]


def library(make: Callable[[Path], object]) -> Callable[[Path], Made]:
    """A library that is none."""

    def made(folder: Path) -> Made:
        path = folder / "other.db"
        make(path)
        return [("--library", str(path), "list")]

    return made


def project(qde: str, *others: tuple[str, str]) -> bytes:
    """A REFI-QDA project."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in (("project.qde", qde), *others):
            archive.writestr(name, data)
    return whole.getvalue()


def _bomb(folder: Path) -> Made:
    """A small archive of much."""
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 200_000_000)
    return [("import", str(path))]


def exported(memo: str) -> Callable[[Path], Made]:
    """A memo that goes out as CSV and is looked at."""
    tagging = ("tag", "1", "cell", "--span", "0", "7", "--memo", memo)
    return lambda _: [tagging, ("export", "-o", "-")]


def then_made(first: str, second: str) -> Callable[[Path], Made]:
    """A tag, and another one."""
    return lambda _: [("tags", "add", first), ("tags", "add", second)]


def _link(folder: Path) -> Made:
    link = folder / "out.csv"
    link.symlink_to(folder / "victim.csv")
    return [("export", "-o", str(link))]


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA application_id = 1919246692")
        conn.execute("PRAGMA user_version = 9999")


def _truncated(folder: Path) -> Made:
    whole = (folder / "library.db").read_bytes()
    path = folder / "cut.db"
    path.write_bytes(whole[: len(whole) // 2])
    return [("--library", str(path), "doctor")]


def _busy(folder: Path) -> Made:
    holder = sqlite3.connect(folder / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    HELD.append(holder)
    return [("tag", "1", "late", "--span", "0", "7")]


HELD: list[sqlite3.Connection] = []
"""What keeps others out until the row is done."""

_QDE = '<Project xmlns="urn:QDA-XML:project:1.0" name="a">{}</Project>'
_SOURCE = (
    '<Sources><TextSource guid="6ba7b810-9dad-11d1-80b4-00c04fd430c8" name="a"'
    ' plainTextPath="internal://{}">{}</TextSource></Sources>'
)
_ROW = "annotation_id,text_sha256,article_title,source,tag,quote,start,end\n,,"

BAD = (
    Bad(1, "CSI in a text", text("\x1b[2Jb"), r"␛\[2Jb"),
    Bad(2, "OSC 0 in a title", article("a.txt", b"T\x1b]0;T\x07\n\nb", "list"), "T␛"),
    Bad(3, "OSC 52 in a tag's name",
        asked("tag", "1", "\x1b]52;c;eA==\x07", "--span", "0", "7"),
        "holds no control characters", 2),
    Bad(4, "OSC 8 without an end", text("\x1b]8;;http://x"), "␛]8;;http://x"),
    Bad(5, "C1", text("\x9b31m"), "�31m"),
    Bad(6, "DCS and APC", text("\x1bP+q\x1b_G"), r"␛P\+q␛_G"),
    Bad(7, "a carriage return", text("safe\rEVIL"), "safe␍EVIL"),
    Bad(8, "backspaces", text("abc\x08\x08"), "abc␈␈"),
    Bad(9, "NUL", text("a\0b " + "Words of it. " * 9, "show", "3", "--raw"),
        "a�b"),
    Bad(9, "NUL in a few letters", article("a.txt", b"abc\0", "show", "3", "--raw"),
        "abc�"),
    Bad(9, "NUL, warned of", article("a.txt", b"Some words a\0b of\0it and so on"),
        r"a\.txt: U\+FFFD stands for 2 characters that no text can hold"),
    Bad(10, "bidi in a file's name",
        article("a\u202eb.txt", b"a b", "list", "--json"), "a�b"),
    Bad(11, "tag characters", text("a\U000e0041b"), "a�b"),
    Bad(12, "markup", text("[/nope] [@click=app.quit]x[/]"),
        r"\[/nope\] \[@click=app\.quit\]x\[/\]"),
    Bad(13, "a megabyte without a space", text("a" * 1_000_000, "list"), "Title of it"),
    Bad(14, "ten thousand marks on a letter", text("a" + "\u0301" * 10_000, "list"),
        "Title of it"),
    Bad(15, "an emoji of several", text("👩‍👩‍👧‍👦"), "👩‍👩‍👧‍👦"),
    Bad(16, "UTF-8 that breaks off", article("a.txt", "é".encode() * 99 + b"\xc3 \xff"),
        "byte", 1),
    Bad(16, "UTF-16", article("a.txt", "a b".encode("utf-16"), "show", "3"), "a b"),
    Bad(17, "a lone surrogate",
        article("a.jsonl", b'{"title": "t", "text": "Some words a\\ud800b of it"}',
                "show", "3"), "a�b"),
    Bad(17, "a lone surrogate, warned of",
        article("a.jsonl", b'{"title": "\\ud800", "text": "Some words a\\ud800b"}'),
        r"a\.jsonl:1: U\+FFFD stands for 1 character that no text can hold"),
    Bad(17, "a lone surrogate among annotations, warned of",
        annotations("a.jsonl", b'{"text": "A\\ud800b\\u0000", "spans": []}'),
        r"article “A�b�”: U\+FFFD stands for 2 characters that no text can hold"),
    Bad(18, "a BOM in the middle", text("a\ufeffb", "show", "3", "--raw"), "a\ufeffb"),
    Bad(19, "ends of lines of all kinds",
        article("a.txt", b"a\r\nb\rc\nd", "show", "3", "--raw"), "a\r\nb\rc\nd"),
    Bad(20, "an empty file", article("a.txt", b""), r"a\.txt is empty", 1),
    Bad(20, "nothing but white space", article("a.txt", b" \n\t\n"),
        "nothing but blanks", 1),
    Bad(20, "nothing but junk",
        article("a.txt", b"Leave a Reply\n", "show", "3"), "Leave a Reply"),
    *(Bad(21, f"a formula: {cell!r}", exported(cell), re.escape(safe(f"'{cell}")))
      for cell in ("=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "＝1", "'=1",
                   '=HYPERLINK(1)')),
    Bad(22, "a cell with all signs of a CSV",
        exported('a "b", c\nd'), '"a ""b"", c\nd"'),
    Bad(23, "a tag without a name", asked("tag", "1", "", "--span", "0", "7"),
        "it is empty", 2),
    *(Bad(23, f"a tag's name: {name[:9]!r}",
          asked("tag", "1", name, "--span", "0", "7"), says, 2)
      for name, says in (("/", "needs a name"), ("x" * 300, "at most"),
                         ("a//b", "single slashes"))),
    Bad(23, "a tag's name like a path",
        asked("tag", "1", "../../etc", "--span", "0", "7"), "."),
    *(Bad(23, f"a tag's name: {name}", asked("tag", "1", name, "--span", "0", "7"),
          "tagged 0 to 7")
      for name in (".", "CON")),
    Bad(23, "a tag's name in other capitals", then_made("Été", "e\u0301TE\u0301"),
        "there is a tag Été already", 2),
    Bad(24, "an export to a link", _link, "link", 1),
    Bad(25, "a source outside of its project",
        annotations("a.qdpx", project(_QDE.format(_SOURCE.format("../x.txt", "")))),
        "source a: its text is not in the file", 1),
    Bad(25, "a source that is not there",
        annotations("a.qdpx", project(_QDE.format(_SOURCE.format("no.txt", "")))),
        "source a: its text is not in the file", 1),
    Bad(26, "a bomb", _bomb, "times|too large|packed", 1),
    Bad(27, "a document type", annotations("a.qdpx", project(
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + _QDE.format("&b;"))),
        "document type|broken", 1),
    Bad(27, "an XML of five thousand levels",
        annotations("a.qdpx", project("<a>" * 5000)), "broken", 1),
    Bad(28, "ends before its start", annotations(
        "a.csv", f"{_ROW}Harbour falls quiet,text-0.txt,a,zzz,9,2\n"), "row 2: ", 1),
    Bad(28, "beyond the text", annotations(
        "a.csv", f"{_ROW}Harbour falls quiet,text-0.txt,a,zzz,0,9999\n"),
        "row 2: ", 1),
    Bad(28, "no number", annotations(
        "a.csv", f"{_ROW}Harbour falls quiet,text-0.txt,a,zzz,-1,x\n"), "row 2: ", 1),
    *(Bad(29, f"a query: {query}", asked("search", "--", query), "")
      for query in QUERIES),
    Bad(30, "SQL in a query of tags", asked("find", "'; drop table tag;--"), "no tag"),
    Bad(30, "signs of LIKE", asked("find", "%_"), "no tag is called"),
    Bad(31, "a pattern that takes for ever", lambda folder: [
        *text("a" * 50_000 + "b", "list")(folder),
        ("keywords", "add", "slow", "(a+)+$", "--regex"),
        ("keywords", "suggest", "3"),
    ], "too long|seconds"),
    Bad(32, "addresses", text("javascript:a file:///etc/passwd -oProxyCommand=x"),
        "javascript:a file:///etc/passwd -oProxyCommand=x"),
    Bad(33, "Markdown with addresses", article(
        "a.md", b"# T\n\n![x](file:///a) [a](javascript:b) <script>c</script>\n",
        "show", "3", "--raw"), "javascript:b"),
    Bad(34, "HTML of many levels", article(
        "a.html", b"<p>before</p>" + b"<div>" * 200_000 + b"within", "show", "3",
        "--raw"), "within"),
    Bad(35, "HTML with a million attributes",
        article("a.html", b"<p " + b"a=b " * 1_000_000 + b">words</p>", "list"),
        "words"),
    Bad(35, "a file over the limit", article("a.html", b"<p>a" * 17_000_000),
        "larger|too large", 1),
    Bad(36, "a folder for a library", library(Path.mkdir), "folder|directory", 2),
    Bad(36, "a link to nowhere", library(lambda p: p.symlink_to("no/x.db")), ""),
    Bad(36, "no database", library(lambda p: p.write_bytes(b"words " * 99)),
        "is not a reader library", 1),
    Bad(36, "a library of no bytes", library(Path.touch), ""),
    Bad(36, "a library that is cut off", _truncated, "damaged", 1),
    Bad(36, "a newer library", library(_newer), "update the program", 1),
    Bad(36, "another's database", library(lambda p: _other(p)),
        "not a reader library", 1),
    Bad(40, "a library that another holds", _busy, "busy with another program", 1),
    Bad(42, "settings that are YAML", lambda _: [("tags",)], "is no TOML", 1),
)  # fmt: skip

ELSEWHERE = {
    13: "tests/tui/widgets/passage/test_view.py::test_a_line_of_a_megabyte_scrolls",
    14: "tests/tui/widgets/passage/test_cells.py::"
    "test_ten_thousand_marks_are_painted_as_a_few",
    22: "tests/exchange/test_csv.py::"
    "test_every_cell_comes_back_once_the_guard_is_undone",
    15: "tests/tui/widgets/passage/test_wrapping.py::test_no_cluster_is_cut",
    37: "tests/store/test_to_read.py::test_what_would_change_it_is_refused_in_words",
    38: "tests/crash/test_no_room.py::"
    "test_on_a_full_disk_it_says_so_and_what_was_saved_is_there",
    39: "tests/test_bad_inputs.py::test_the_order_of_steps_is_not_that_of_the_clock",
    41: "tests/tui/test_terminals.py::test_a_dumb_terminal_is_refused_in_one_sentence",
    43: "tests/crash/test_crash.py::test_what_was_acknowledged_survives_kill_9",
    44: "tests/test_bad_inputs.py::test_a_megabyte_pasted_into_a_search_is_cut_off",
}
"""What no command shows: the test that does."""


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TABLE words (word TEXT)")
