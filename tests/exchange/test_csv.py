import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.csv import COLUMNS, write_csv
from reader.exchange.rows import Row
from reader.model import Anchor, Annotation, Article, Span, Status, Tag

MOMENT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NASTY = st.one_of(
    TEXT,
    st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠,;\"a")),
)


def row(
    *,
    title: str = "Harbour falls quiet",
    memo: str = "",
    quote: str = "quiet",
    before: str = "",
    after: str = "",
    tag: Tag | None = None,
) -> Row:
    article = Article(
        id=7,
        version_id=3,
        title=title,
        source="a.txt",
        site="",
        author="",
        published="2026-02-28",
        status=Status.READING,
        words=9,
        lines=2,
        hidden_lines=0,
        annotations=1,
        added_at=MOMENT,
    )
    annotation = Annotation(
        id="0190a1b2-0000-7000-8000-000000000000",
        article_id=7,
        version_id=3,
        span=Span(14, 19),
        quote="quiet",
        prefix=before,
        suffix=after,
        paragraph=1,
        sentence=1,
        tag=tag,
        memo=memo,
        coder="ana",
        anchor=Anchor.ANCHORED,
        created_at=MOMENT,
        updated_at=MOMENT,
    )
    return Row(article, "ab" * 32, annotation, quote)


def written(rows: list[Row], *, raw: bool = False) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(rows, out, raw=raw) == len(rows)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def unguarded(cell: str) -> str:
    """What the documentation of the guard says undoes it."""
    return cell[1:] if re.match("'+\n*[=+\\-@\t\r＝＋－＠]", cell) else cell


def test_each_column_has_what_its_name_says() -> None:
    tag = Tag(1, "mood/calm")
    (found,) = written([row(tag=tag, memo="so it was", before="fell ", after=".\n")])
    assert found == {
        "annotation_id": "0190a1b2-0000-7000-8000-000000000000",
        "article_id": "7",
        "article_title": "Harbour falls quiet",
        "article_source": "a.txt",
        "article_published": "2026-02-28",
        "text_sha256": "ab" * 32,
        "tag": "mood/calm",
        "memo": "so it was",
        "quote": "quiet",
        "before": "fell ",
        "after": ".\n",
        "start": "14",
        "end": "19",
        "offset_unit": "codepoint",
        "paragraph": "1",
        "sentence": "1",
        "status": "anchored",
        "coder": "ana",
        "created_at": "2026-03-01T12:30:00+00:00",
        "updated_at": "2026-03-01T12:30:00+00:00",
    }
    assert tuple(found) == COLUMNS


def test_without_annotations_there_are_the_names() -> None:
    out = io.StringIO(newline="")
    assert write_csv([], out) == 0
    assert out.getvalue() == ",".join(COLUMNS) + "\r\n"


def test_a_memo_without_a_tag_has_an_empty_tag() -> None:
    (found,) = written([row(memo="why?")])
    assert found["tag"] == ""


@pytest.mark.parametrize("sign", list("=+-@\t\r＝＋－＠"))
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(sign: str) -> None:
    (found,) = written([row(memo=f"{sign}1", quote=f"'{sign}1", after=f"\n{sign}1")])
    assert found["memo"] == f"'{sign}1"
    assert found["quote"] == f"''{sign}1"
    assert found["after"] == f"'\n{sign}1"


@pytest.mark.parametrize("cell", ["5 per cent", "'quoted'", "\nnext", "a=b", ""])
def test_a_cell_that_no_spreadsheet_runs_is_left_alone(cell: str) -> None:
    (found,) = written([row(memo=cell)])
    assert found["memo"] == cell


def test_raw_leaves_every_cell_alone() -> None:
    (found,) = written([row(memo="=1+1", quote="'=1", title="@x")], raw=True)
    assert (found["memo"], found["quote"], found["article_title"]) == (
        "=1+1",
        "'=1",
        "@x",
    )


@given(NASTY, NASTY, NASTY)
@settings(max_examples=150)
def test_every_text_comes_back_once_the_guard_is_undone(
    memo: str, quote: str, after: str
) -> None:
    (found,) = written([row(memo=memo, quote=quote, after=after)])
    assert unguarded(found["memo"]) == memo
    assert unguarded(found["quote"]) == quote
    assert unguarded(found["after"]) == after


@given(NASTY)
@settings(max_examples=50)
def test_raw_text_comes_back_as_it_is(memo: str) -> None:
    (found,) = written([row(memo=memo)], raw=True)
    assert found["memo"] == memo


def test_excel_gets_its_mark_once() -> None:
    out = io.StringIO(newline="")
    write_csv([row(), row()], out, excel=True)
    assert out.getvalue().startswith("\ufeffannotation_id,")
    assert out.getvalue().count("\ufeff") == 1


def test_rows_are_written_as_they_come() -> None:
    out = io.StringIO(newline="")
    sizes = []

    def rows() -> Iterator[Row]:
        for _ in range(3):
            sizes.append(len(out.getvalue()))
            yield row()

    write_csv(rows(), out)
    assert sizes[0] < sizes[1] < sizes[2]
